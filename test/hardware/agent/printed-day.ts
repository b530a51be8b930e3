import { items } from '#core/sequence.ts';
import { assertWhole } from '#core/invariants.ts';
import { configOf } from '#core/lookup.ts';
import { startAgent, type Agent } from '#hardware/agent/agent.ts';
import type { DeviceSpec } from '#hardware/device-file/device-spec.ts';
import { silentLog } from '#hardware/device.ts';
import { createPrinter } from '#hardware/emulators/printer/printer.ts';
import { printerFaults } from '#hardware/emulators/printer/faults.ts';
import { memoryTransport } from '#hardware/transports/memory.ts';
import { openHall } from '../../projections/given.ts';
import { randomOf } from '../printers/printer-day.ts';
import { settle, steeredClock } from '../steered-clock.ts';
import { coreHub } from './core-hub.ts';

const spec: DeviceSpec = {
  id: 'kiosk-printer',
  kind: 'printer',
  dialect: 'escpos',
  transport: { kind: 'tcp', host: 'memory', port: 1 },
  counter: null,
  kiosk: null,
  settings: { widthMm: 58 },
};

/**
 * A day of tickets through the real core, the real agent and the real driver into the emulator. The
 * printer fails at random, requests and answers to the hub get lost, the hub is away, the agent dies
 * and is started again. Ends when every ticket has come to its end.
 */
export async function createPrintedDay({ tickets, seed }: { tickets: number; seed: number }) {
  const random = randomOf(seed);
  const clock = steeredClock();
  const hall = openHall();
  const hub = coreHub(hall, {
    loseRequest: () => random() < 0.01,
    loseAnswer: () => random() < 0.02,
  });
  const device = createPrinter({ clock, widthMm: 58 });
  const transport = memoryTransport((line) => {
    device.attach(line);
  });
  let runs = 0;
  let port = hub.connect();
  let agent: Agent = start();
  let faults = 0;
  let agentDeaths = 0;
  let healAtMs = Infinity;
  let isUnplugged = false;
  let hubBackAtMs = Infinity;

  function start(): Agent {
    runs += 1;
    return startAgent({
      hub: port,
      devices: [spec],
      log: silentLog,
      clock,
      random,
      freshId: () => `run${String(runs)}`,
      transport: () => transport,
    });
  }

  const strike = (): void => {
    faults += 1;
    healAtMs = clock.now() + 200 + random() * 20_000;
    if (random() < 0.15) {
      isUnplugged = true;
      transport.unplug();
      return;
    }
    device.fault = printerFaults[Math.floor(random() * printerFaults.length)] ?? null;
  };
  const heal = (): void => {
    healAtMs = Infinity;
    device.fault = null;
    if (isUnplugged) transport.plug();
    isUnplugged = false;
  };
  /** As a power cut: nothing of it arrives any more, and its line is gone. */
  const die = async (): Promise<void> => {
    agentDeaths += 1;
    port.cut();
    const dead = agent.close();
    for (let turn = 0; turn < 40; turn += 1) {
      clock.advance(1_000);
      await settle(2);
    }
    await dead;
    port = hub.connect();
    agent = start();
  };
  const step = async (ms: number): Promise<void> => {
    clock.advance(ms);
    if (clock.now() >= healAtMs) heal();
    if (clock.now() >= hubBackAtMs) {
      hubBackAtMs = Infinity;
      port.live(true);
    }
    await settle(3);
  };
  const isOver = (): boolean => hall.state.printing.length === 0;

  await clock.pass(300);
  for (let issued = 0; issued < tickets;) {
    const burst = 1 + Math.floor(random() * 12);
    for (let count = 0; count < burst && issued < tickets; count += 1) {
      hall.take('payment');
      issued += 1;
    }
    hub.changed();
    for (let waits = 0; !isOver(); waits += 1) {
      if (healAtMs === Infinity && random() < 0.02) strike();
      if (hubBackAtMs === Infinity && random() < 0.003) {
        hubBackAtMs = clock.now() + random() * 5_000;
        port.live(false);
      }
      if (random() < 0.002) await die();
      await step(waits < 200 ? 10 : 250);
      if (waits > 20_000) throw new Error('the tickets do not come to an end');
    }
  }
  heal();
  await clock.pass(2_000);
  const closing = agent.close();
  await clock.pass(30_000);
  await closing;
  assertWhole(hall.state);

  const whole = new Map<string, number>();
  for (const { text } of device.tickets) {
    // A ticket that was torn off by a power cut may stand before a whole one on the same strip.
    const number = /(A\d{3,4})\n(?![^]*A\d{3,4}\n)[^]*取号时间 [\d -]+:\d\d\n$/.exec(text)?.[1];
    if (number !== undefined) whole.set(number, (whole.get(number) ?? 0) + 1);
  }
  const strips = device.tickets.map(({ text }) => text);
  const headOf = configOf(hall.state).hall.name.zh;
  const footOf = '取号时间';
  const headsOn = (strip: string): number => strip.split(headOf).length - 1;
  const all = [...items(hall.state.tickets)];
  const of = (state: string) => all.filter(({ print }) => print?.state === state);
  return {
    hall,
    faults,
    agentDeaths,
    printed: of('printed').length,
    uncertain: of('uncertain').length,
    refused: of('refused').length,
    /** Torn off in the middle: pieces on a strip of their own, and before another ticket on its. */
    tornAlone: strips.filter((strip) => headsOn(strip) === 1 && !strip.includes(footOf)).length,
    tornBeforeAnother: strips.filter((strip) => headsOn(strip) > 1).length,
    uncertainButPrinted: of('uncertain').filter(({ number }) => whole.has(number)).length,
    printedButNotOnce: of('printed').flatMap(({ number }) =>
      whole.get(number) === 1 ? [] : [number],
    ),
    printedTwice: [...whole].flatMap(([number, count]) => (count > 1 ? [number] : [])),
  };
}

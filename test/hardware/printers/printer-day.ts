import { printerFaults, type PrinterFault } from '#hardware/emulators/printer/faults.ts';
import type { PrinterDialectName } from '#hardware/emulators/printer/tongue.ts';
import { settle } from '../steered-clock.ts';
import { sampleJob } from '../../paper/sample-slip.ts';
import { printerBench } from './printer-bench.ts';

export interface PrinterDay {
  readonly printed: number;
  readonly uncertain: number;
  readonly refusals: number;
  readonly faults: number;
  readonly uncertainButPrinted: number;
  readonly printedButNotOnce: readonly string[];
  readonly printedTwice: readonly string[];
  readonly uncertainWithoutFault: readonly string[];
}

/** On Star the large number is a picture; the ticket names it once more in its text. */
const papers = {
  escpos: {
    language: 'zh',
    slowBytesPerSecond: 2_000,
    whole: /^\s*通泰街营业厅\n[^]*?(A\d{4})\n[^]*取号时间 [\d -]+:\d\d\n$/,
  },
  star: {
    language: 'en',
    // Pictures are long.
    slowBytesPerSecond: 12_000,
    whole: /^\s*Tongtai Street Hall\n[^]*? when\s+(A\d{4})\s+is\s+called[^]*Taken [\d -]+:\d\d\n$/,
  },
} as const;

/** Mulberry32: the same faults for the same seed. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * Prints tickets one after the other through a printer whose faults come and go at random: before a
 * ticket, while it is under way, and when its last byte has left. A refused ticket waits until the
 * printer is ready and is tried again, as the agent does; an uncertain one is left to a person.
 */
export async function createPrinterDay(given: {
  readonly tickets: number;
  readonly random: () => number;
  readonly dialect?: PrinterDialectName;
}): Promise<PrinterDay> {
  const { tickets, random, dialect = 'escpos' } = given;
  const { language, slowBytesPerSecond, whole: wholeTicket } = papers[dialect];
  const emulated = { dialect, widthMm: 58, slowBytesPerSecond } as const;
  const bench = printerBench({ dialect, widthMm: 58 }, emulated);
  const { device, printer, clock } = bench;
  const outcomes = new Map<string, { outcome: string; struck: boolean }>();
  let faults = 0;
  let refusals = 0;
  let healAtMs = Infinity;
  let isUnplugged = false;

  const strike = (): void => {
    faults += 1;
    healAtMs = clock.now() + 500 + random() * 20_000;
    if (random() < 0.1) {
      isUnplugged = true;
      bench.transport.unplug();
      return;
    }
    device.fault = printerFaults[Math.floor(random() * printerFaults.length)] as PrinterFault;
  };
  const heal = (): void => {
    if (clock.now() < healAtMs) return;
    healAtMs = Infinity;
    device.fault = null;
    if (isUnplugged) bench.transport.plug();
    isUnplugged = false;
  };
  const step = async (ms: number): Promise<void> => {
    clock.advance(ms);
    heal();
    await settle(3);
  };

  await clock.pass(50);
  for (let at = 1; at <= tickets; at += 1) {
    const number = `A${String(at).padStart(4, '0')}`;
    let struck = healAtMs < Infinity;
    for (;;) {
      if (random() < 0.08) strike();
      // In the middle, and when the last byte has left.
      const strikesAtMs = random() < 0.05 ? clock.now() + random() * 30 : Infinity;
      const strikesWhenSent = random() < 0.03;
      let outcome: string | null = null;
      void printer
        .print(sampleJob({ number, address: null, language }, number), {
          sent: () => {
            if (strikesWhenSent) strike();
          },
        })
        .then((word) => (outcome = word));
      const done = (): string | null => outcome;
      await settle(3);
      for (let waits = 0; done() === null; waits += 1) {
        if (clock.now() >= strikesAtMs && healAtMs === Infinity) strike();
        struck ||= healAtMs < Infinity;
        await step(waits < 20 ? 5 : 100);
      }
      struck ||= healAtMs < Infinity || strikesWhenSent;
      const word = done();
      if (word === 'printed' || word === 'uncertain') {
        outcomes.set(number, { outcome: word, struck });
        break;
      }
      refusals += 1;
      await step(200);
      while (printer.state !== 'ready' && printer.state !== 'paper-low') await step(200);
    }
  }
  // Whatever the printer still holds comes out.
  device.fault = null;
  await clock.pass(2_000);
  await bench.until(printer.close());

  const whole = new Map<string, number>();
  for (const { text } of device.tickets) {
    // A torn piece in front of it would not be whole.
    const number = wholeTicket.exec(text)?.[1];
    if (number !== undefined) whole.set(number, (whole.get(number) ?? 0) + 1);
  }
  const list = [...outcomes];
  const of = (wanted: string) => list.filter(([, { outcome }]) => outcome === wanted);
  return {
    printed: of('printed').length,
    uncertain: of('uncertain').length,
    refusals,
    faults,
    uncertainButPrinted: of('uncertain').filter(([number]) => whole.has(number)).length,
    printedButNotOnce: of('printed').flatMap(([number]) =>
      whole.get(number) === 1 ? [] : [number],
    ),
    printedTwice: [...whole].flatMap(([number, count]) => (count > 1 ? [number] : [])),
    uncertainWithoutFault: of('uncertain').flatMap(([number, { struck }]) =>
      struck ? [] : [number],
    ),
  };
}

import { exponential } from '#server/people/random.ts';
import { between, pickOne, type Weather } from './faults.ts';
import type { Machine } from './machine.ts';
import type { Network } from './network.ts';
import type { Trace } from './trace.ts';
import type { Owner, VirtualTime } from './virtual-time.ts';

const meanGapMs = 30_000;
const clockErrorMaxMs = 180_000;

/**
 * Brings the faults that are not of one message or one write: crashes at any step, full and slow
 * disks, cut wires, clocks set wrong, a machine that sleeps.
 */
export function createGremlin(deps: {
  readonly time: VirtualTime;
  readonly weather: Weather;
  readonly machine: Machine;
  readonly network: Network;
  readonly trace: Trace;
  readonly owner: Owner;
}) {
  const { time, weather, machine, network, trace, owner } = deps;
  const { random } = weather;
  let crashAtStep: number | null = null;
  let crashAtWrite = false;

  function next(): void {
    time.at(time.now() + exponential(random, meanGapMs), owner, 'gremlin', () => {
      if (!weather.isRough) return;
      strike();
      next();
    });
  }

  function strike(): void {
    const roll = random.next();
    if (roll < 0.25 && weather.isAbout('hub-crash')) {
      // Some steps ahead: between a write and its flush as well as in the quiet.
      if (random.next() < 0.6) crashAtWrite = true;
      else crashAtStep = time.steps + between(random, 1, 250);
    } else if (roll < 0.35 && weather.isAbout('full-disk')) {
      weather.count('full-disk');
      machine.fillDisk(between(random, 1_000, 60_000));
    } else if (roll < 0.5 && weather.isAbout('slow-disk')) {
      weather.count('slow-disk');
      machine.slowDisk(between(random, 5_000, 60_000));
    } else if (roll < 0.65 && weather.isAbout('kiosk-cut-off')) {
      weather.count('kiosk-cut-off');
      const kiosk = pickOne(random, ['kiosk k1', 'kiosk k2']);
      const ms = between(random, 5_000, 240_000);
      trace.line(`${kiosk} is cut off for ${ms} ms`);
      network.cutOff(kiosk, ms, random.next() < 0.3 ? 'silently' : undefined);
    } else if (roll < 0.82 && weather.isAbout('reconnect')) {
      if (network.cutOne(random.next() < 0.3 ? 'silently' : undefined)) weather.count('reconnect');
    } else if (roll < 0.92 && weather.isAbout('clock-jump')) {
      weather.count('clock-jump');
      const isSmall = random.next() < 0.6;
      const errorMs = isSmall
        ? between(random, -1_500, 1_500)
        : between(random, -clockErrorMaxMs, clockErrorMaxMs);
      trace.line(`the clock is ${errorMs} ms wrong`);
      time.setWallErrorMs(errorMs);
    } else if (weather.isAbout('machine-slept')) {
      weather.count('machine-slept');
      time.sleepUntil(time.now() + between(random, 5_000, 180_000));
      trace.line('the machines have slept');
    }
  }

  return {
    begin(): void {
      weather.isRough = true;
      next();
    },
    /** Faults stop: the clock is set right, the disk mended. */
    end(): void {
      weather.isRough = false;
      crashAtStep = null;
      crashAtWrite = false;
      machine.mend();
      network.mend();
      time.setWallErrorMs(0);
      trace.line('the faults stop');
    },
    /** After every step. */
    afterStep(): void {
      const isTime = crashAtStep !== null && time.steps >= crashAtStep;
      const isHalfway = crashAtWrite && machine.isWriting() && random.next() < 0.4;
      if (!isTime && !isHalfway) return;
      crashAtStep = null;
      crashAtWrite = false;
      machine.crash();
    },
  };
}

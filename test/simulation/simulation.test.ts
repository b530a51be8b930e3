import { describe, expect, it } from 'vitest';
import { createWeather, faultKinds, type FaultKind } from './faults.ts';
import { daysPerRun, everyRun, onceBroken } from './seeds.ts';
import { faultCount, runWorld, type WorldReport } from './world.ts';

function told({ seed, broken }: WorldReport): string {
  if (broken === null) return 'whole';
  return [`seed ${seed}: ${broken.what}`, ...broken.trace].join('\n');
}

describe('a simulated world', () => {
  it(
    'keeps every promise over crashes, broken disks, lost messages and impatient people',
    { timeout: 240_000 },
    async () => {
      const struck = new Set<FaultKind>();
      let faults = 0;
      let worlds = 0;
      const isEnough = (): boolean =>
        worlds >= everyRun.worldsMin && faultKinds.every((kind) => struck.has(kind));
      for (; worlds < everyRun.worldsMax && !isEnough(); worlds += 1) {
        const report = await runWorld({ seed: everyRun.firstSeed + worlds, days: daysPerRun });
        expect(told(report)).toBe('whole');
        expect(report.days).toBe(daysPerRun);
        for (const kind of faultKinds) if (report.faults[kind] > 0) struck.add(kind);
        faults += faultCount(report);
      }
      // A world without faults would prove nothing.
      expect(faults).toBeGreaterThan(50 * worlds);
      expect(faultKinds.filter((kind) => !struck.has(kind))).toEqual([]);
    },
  );

  it.each(onceBroken)('seed $seed, once broken: $found', { timeout: 120_000 }, async (once) => {
    expect(told(await runWorld(once))).toBe('whole');
  });

  it('is the same to the last message for the same seed', { timeout: 120_000 }, async () => {
    const first = await runWorld({ seed: 7, days: 1 });
    const again = await runWorld({ seed: 7, days: 1 });
    const other = await runWorld({ seed: 8, days: 1 });
    expect(again).toEqual(first);
    expect(other.traceHash).not.toBe(first.traceHash);
  });

  it('breaks the same way again, and tells the steps before', { timeout: 120_000 }, async () => {
    const broken = { seed: 1, days: 1, diskBug: 'answers-early' } as const;
    const first = await runWorld(broken);
    expect(first.broken?.what).toMatch(/stable/);
    expect(first.broken?.trace.length).toBeGreaterThan(0);
    expect(await runWorld(broken)).toEqual(first);
  });

  it('gives the machine its own time back', async () => {
    const before = [setTimeout, setImmediate, Date.now, Math.random, crypto];
    await runWorld({ seed: 1, days: 1, diskBug: 'answers-early' });
    expect([setTimeout, setImmediate, Date.now, Math.random, crypto]).toEqual(before);
    expect(Math.abs(performance.timeOrigin + performance.now() - Date.now())).toBeLessThan(5_000);
  });

  it('leaves the other faults as they are when one kind is taken away', () => {
    const draws = (without: ReadonlySet<FaultKind>): boolean[] => {
      const weather = createWeather(1, without);
      weather.isRough = true;
      return Array.from({ length: 200 }, () => {
        weather.strikes('message-late', 0.5);
        return weather.strikes('write-error', 0.5);
      });
    };
    expect(draws(new Set(['message-late']))).toEqual(draws(new Set()));
  });
});

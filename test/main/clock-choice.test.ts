import { describe, expect, it } from 'vitest';
import { chooseClock, type ClockFacts } from '#server/hall-clock.ts';
import { testConfig } from '#test/support/hall-config.ts';

const at = (time: string): number => Date.parse(`2026-03-02T${time}+08:00`);

function chosen(facts: Partial<ClockFacts>) {
  const { clock, note } = chooseClock({
    config: testConfig,
    askedMs: null,
    speed: 0,
    lastAtMs: 0,
    isSample: false,
    realMs: at('12:00:00'),
    ...facts,
  });
  return { time: new Date(clock.now()).toISOString(), note, speed: clock.speed() };
}

const utc = (time: string): string => new Date(at(time)).toISOString();

describe('the clock of a training hall', () => {
  it('begins now, or when it was asked to', () => {
    expect(chosen({})).toEqual({ time: utc('12:00:00'), note: null, speed: 0 });
    expect(chosen({ askedMs: at('08:20:00') })).toMatchObject({
      time: utc('08:20:00'),
      note: 'asked',
    });
    expect(chosen({ speed: null }).speed).toBe(1);
  });

  it('goes on from the last record when that is later', () => {
    expect(chosen({ lastAtMs: at('15:00:00') })).toMatchObject({
      time: utc('15:00:00'),
      note: 'resumed',
    });
    expect(chosen({ lastAtMs: at('15:00:00'), askedMs: at('08:20:00') })).toMatchObject({
      time: utc('15:00:00'),
      note: 'resumed',
    });
    expect(chosen({ lastAtMs: at('11:00:00') }).time).toBe(utc('12:00:00'));
  });

  it('of the sample hall shows an open hall, whatever the hour', () => {
    const sample = { isSample: true };
    expect(chosen({ ...sample }).time).toBe(utc('12:00:00'));
    for (const [real, begins] of [
      ['2026-03-02T03:00:00+08:00', '2026-03-02T09:00:00+08:00'],
      ['2026-03-02T18:20:00+08:00', '2026-03-03T09:00:00+08:00'],
      ['2026-03-02T23:00:00+08:00', '2026-03-03T09:00:00+08:00'],
    ] as const) {
      expect(chosen({ ...sample, realMs: Date.parse(real) })).toMatchObject({
        time: new Date(begins).toISOString(),
        note: 'sample-morning',
      });
    }
    // Asked is asked; and a second evening goes on in the morning after the last record.
    expect(chosen({ ...sample, askedMs: at('03:00:00') }).time).toBe(utc('03:00:00'));
    expect(
      chosen({
        ...sample,
        realMs: at('23:00:00'),
        lastAtMs: Date.parse('2026-03-03T11:00:00+08:00'),
      }).time,
    ).toBe('2026-03-03T03:00:00.000Z');
  });
});

describe('the clock of a working hall', () => {
  it('is the machine’s, and cannot be moved', () => {
    const { clock, note } = chooseClock({
      config: { ...testConfig, training: false },
      askedMs: null,
      speed: null,
      lastAtMs: 0,
      isSample: false,
      realMs: 0,
    });
    expect(note).toBeNull();
    expect(Math.abs(clock.now() - Date.now())).toBeLessThan(1_000);
    expect('moveTo' in clock).toBe(false);
  });
});

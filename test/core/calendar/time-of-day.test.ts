import { describe, expect, it } from 'vitest';
import { isBetween, minuteOfDay, minutesOf } from '#core/calendar/time-of-day.ts';

const at = (iso: string) => Date.parse(iso);

describe('time of day', () => {
  it('is the wall clock of the hall, whatever the zone', () => {
    const instant = at('2026-03-02T02:05:59Z');
    expect(minuteOfDay(instant, 'Asia/Shanghai')).toBe(10 * 60 + 5);
    expect(minuteOfDay(instant, 'Asia/Kathmandu')).toBe(7 * 60 + 50);
    expect(minuteOfDay(instant, 'America/New_York')).toBe(21 * 60 + 5);
  });

  it('follows the clock over a change to summer time and back', () => {
    expect(minuteOfDay(at('2026-03-29T00:59:00Z'), 'Europe/Berlin')).toBe(119);
    expect(minuteOfDay(at('2026-03-29T01:00:00Z'), 'Europe/Berlin')).toBe(180);
    expect(minuteOfDay(at('2026-10-25T00:30:00Z'), 'Europe/Berlin')).toBe(150);
    expect(minuteOfDay(at('2026-10-25T01:30:00Z'), 'Europe/Berlin')).toBe(150);
  });

  it('a span holds its start and not its end', () => {
    const within = (time: string, from: string, to: string) =>
      isBetween(at(`2026-03-02T${time}+08:00`), 'Asia/Shanghai', from, to);
    expect(within('11:29:59', '11:30', '13:00')).toBe(false);
    expect(within('11:30:00', '11:30', '13:00')).toBe(true);
    expect(within('12:59:59', '11:30', '13:00')).toBe(true);
    expect(within('13:00:00', '11:30', '13:00')).toBe(false);
    expect(within('23:59:59', '18:00', '24:00')).toBe(true);
    expect(within('10:00:00', '10:00', '10:00')).toBe(false);
  });

  it('a span may run over midnight', () => {
    const within = (time: string) =>
      isBetween(at(`2026-03-02T${time}:00+08:00`), 'Asia/Shanghai', '22:00', '06:00');
    expect(['21:59', '22:00', '00:00', '05:59', '06:00'].map(within)).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
  });

  it('reads HH:MM only', () => {
    expect(minutesOf('00:00')).toBe(0);
    expect(minutesOf('24:00')).toBe(1440);
    for (const wrong of ['', '9:30', '25:00', '10:60', '10:00:00']) {
      expect(() => minutesOf(wrong)).toThrow(`not a time of day: ${wrong}`);
    }
  });
});

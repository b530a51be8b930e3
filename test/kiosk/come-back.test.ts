import { describe, expect, it } from 'vitest';
import { comeBack } from '#kiosk/come-back.ts';

const nineMs = Date.parse('2026-03-02T09:00:00+08:00');

describe('come back now', () => {
  it('says by when to set out: p10 of the wait, less the way, down to the minute', () => {
    const moment = comeBack(20 * 60 + 50, nineMs, 10 * 60, nineMs);
    expect(moment).toEqual({ kind: 'until', atMs: nineMs + 10 * 60_000 });
  });

  it('is now as soon as the way takes as long as one wait in ten', () => {
    expect(comeBack(600, nineMs, 600, nineMs)).toEqual({ kind: 'now' });
    expect(comeBack(500, nineMs, 600, nineMs)).toEqual({ kind: 'now' });
  });

  it('time passes between two forecasts', () => {
    const at = (minutes: number) => comeBack(1_200, nineMs, 600, nineMs + minutes * 60_000);
    expect(at(9).kind).toBe('until');
    expect(at(10).kind).toBe('now');
  });
});

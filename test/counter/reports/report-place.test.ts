import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ticksTo } from '#counter/reports/charts/scale.ts';
import {
  daysBetween,
  localDay,
  neighbourOf,
  pathOf,
  placeOf,
  spanKinds,
  spanOf,
} from '#counter/reports/report-place.ts';

const today = '2026-03-02';

describe('where in the reports', () => {
  it('reads a day, a week by any of its days, a month and a range', () => {
    expect(placeOf(['day', '2026-02-28'], today)).toMatchObject({ from: '2026-02-28' });
    expect(placeOf(['week', '2026-03-01'], today)).toEqual({
      kind: 'week',
      from: '2026-02-23',
      to: '2026-03-01',
    });
    expect(placeOf(['month', '2028-02'], today)).toMatchObject({ to: '2028-02-29' });
    expect(placeOf(['range', '2026-03-09', '2026-03-01'], today)).toEqual({
      kind: 'range',
      from: '2026-03-01',
      to: '2026-03-09',
    });
    expect(placeOf(['glossary'], today)).toEqual({ kind: 'glossary' });
  });

  it('is today where the address makes no sense', () => {
    for (const path of [
      [],
      ['day'],
      ['day', '2026-02-30'],
      ['month', '2026-13'],
      ['year', '2026'],
    ]) {
      expect(placeOf(path, today)).toEqual({ kind: 'day', from: today, to: today });
    }
  });

  it('every span is read back from its address, and its neighbours touch it', () => {
    const day = fc
      .integer({ min: 0, max: 40_000 })
      .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));
    fc.assert(
      fc.property(fc.constantFrom(...spanKinds), day, (kind, of) => {
        const span = spanOf(kind, of);
        expect(span.from <= of && of <= span.to).toBe(true);
        expect(placeOf(pathOf(span), today)).toEqual(span);
        const later = neighbourOf(span, 1);
        expect(daysBetween(span.to, later.from)).toBe(1);
        expect(neighbourOf(later, -1)).toEqual(span);
      }),
    );
  });

  it('knows the hall’s day, not the browser’s', () => {
    const evening = Date.parse('2026-03-01T16:30:00Z');
    expect(localDay(evening, 'Asia/Shanghai')).toBe('2026-03-02');
    expect(localDay(evening, 'America/New_York')).toBe('2026-03-01');
  });
});

describe('the marks of an axis', () => {
  it('are few, whole, and reach the largest value', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 1e6, noNaN: true }), (max) => {
        const ticks = ticksTo(max);
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(max);
        expect(ticks.length).toBeLessThanOrEqual(7);
        expect(ticks.every((tick) => Number.isInteger(tick))).toBe(true);
      }),
    );
    expect(ticksTo(0)).toEqual([0, 1]);
    expect(ticksTo(26)).toEqual([0, 10, 20, 30]);
  });
});

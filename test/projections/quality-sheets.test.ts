import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { qualityItems, qualityWeights } from '#core/quality.ts';
import { qualitySheet, type DatedBreach } from '#projections/quality-sheets.ts';

const breach: fc.Arbitrary<DatedBreach> = fc
  .record({
    item: fc.constantFrom(...qualityItems),
    clerk: fc.constantFrom(null, '1001', '1002'),
    seq: fc.nat(9_999),
    tenths: fc.nat(60),
    most: fc.nat(25),
  })
  .map(({ item, clerk: badge, seq, tenths, most }) => ({
    line: `${String(seq)}-${item}`,
    item,
    rule: 'x',
    seq,
    date: '2026-03-02',
    atMs: seq,
    counter: null,
    clerk: badge,
    number: null,
    seconds: null,
    part: null,
    text: null,
    points: tenths / 10,
    most,
  }));

describe('a sheet', () => {
  it('[quality-score] is the sum of its lines and of its items, exact to the tenth', () => {
    fc.assert(
      fc.property(fc.array(breach, { maxLength: 300 }), (breaches) => {
        for (const badge of [null, '1001']) {
          const sheet = qualitySheet(badge, breaches, []);
          const inTenths = (all: readonly { readonly points: number }[]) =>
            all.reduce((sum, { points }) => sum + Math.round(points * 10), 0);
          expect(inTenths(sheet.lines)).toBe(Math.round(sheet.deducted * 10));
          expect(inTenths(sheet.items)).toBe(Math.round(sheet.deducted * 10));
          expect(sheet.score).toBe(Math.max(0, 1_000 - Math.round(sheet.deducted * 10)) / 10);
          expect(sheet.linesCount).toBe(
            breaches.filter((each) => badge === null || each.clerk === badge).length,
          );
        }
      }),
      { numRuns: 200 },
    );
  });

  it('[quality-score] an item deducts no more than its most, and says how often it was', () => {
    const many = Array.from({ length: 300 }, (_, seq): DatedBreach => ({
      line: `${String(seq)}-promise-broken`,
      item: 'promise-broken',
      rule: 'ten-minute-promise',
      seq,
      date: '2026-03-02',
      atMs: seq,
      counter: '1',
      clerk: null,
      number: 'A001',
      seconds: 1,
      part: 'waiting',
      text: null,
      ...qualityWeights['promise-broken'],
    }));
    const sheet = qualitySheet(null, many, []);
    expect(sheet).toMatchObject({
      base: 100,
      deducted: 15,
      score: 85,
      items: [{ item: 'promise-broken', count: 300, points: 15 }],
      linesCount: 300,
    });
    // 75 that deduct, and a hundred of the others.
    expect(sheet.lines).toHaveLength(175);
  });
});

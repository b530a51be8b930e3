import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { looksSame } from '#server/sockets/looks-same.ts';
import { cases } from '#test/support/cases.ts';

describe('two views', () => {
  it('look the same but for their clock', () => {
    const view = { now: '08:00', hall: { state: 'open' }, waiting: [1, 2] };
    expect(looksSame(view, { ...view, now: '08:15' })).toBe(true);
    expect(looksSame(view, { ...view, hall: { state: 'closing' } })).toBe(false);
    expect(looksSame(view, { ...view, waiting: [1, 2, 3] })).toBe(false);
    expect(looksSame(view, { ...view, waiting: { 0: 1, 1: 2 } })).toBe(false);
    expect(looksSame({ at: { now: 1 } }, { at: { now: 2 } })).toBe(false);
  });

  it('look the same where what is undefined is left out, and only there', () => {
    expect(looksSame({ a: 1, b: undefined }, { a: 1 })).toBe(true);
    expect(looksSame({ a: 1, b: undefined }, { a: 1, c: 2 })).toBe(false);
    expect(looksSame({ a: 1, b: null }, { a: 1 })).toBe(false);
  });

  it('look the same when they are written the same', () => {
    const part = fc.jsonValue({ maxDepth: 3 });
    const view = fc.record({ a: part, b: part, now: fc.string() });
    const written = (one: object): unknown => JSON.parse(JSON.stringify({ ...one, now: '' }));
    fc.assert(
      fc.property(view, view, fc.boolean(), (one, other, isCopy) => {
        const next = isCopy ? { ...structuredClone(one), now: other.now } : other;
        const isSame = looksSame(one, next);
        if (isCopy) expect(isSame).toBe(true);
        if (isSame) expect(written(one)).toEqual(written(next));
        else expect(written(one)).not.toEqual(written(next));
      }),
      cases(200, 1_000),
    );
  });
});

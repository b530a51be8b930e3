import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWeakPin } from '#server/vault/weak-pins.ts';

const own = ['1001', 'tongtai'];

describe('a pin that is guessed first', () => {
  it.each([
    ...['000000', '777777', '121212', '123123', '112112', 'abcabc', '８８８８８８'],
    ...['012345', '123456', '234567', '987654', '1234567890', 'qwerty', 'ytrewq', 'abcdef'],
    ...['1984', '2026', '19840512', '12051984', '05121984', '840512', '991231'],
    ...['147258', '159753', '5201314', 'a123456', '1qaz2wsx', 'p@ssw0rd', 'Abc123'],
    ...[
      'paihao',
      'Paihao2026',
      'password1',
      'PASSWORD',
      'woaini520',
      'queue-123',
      '排号2026',
      '密码123456',
    ],
    ...['1001', '100177', '771001', '001001', '71001x', 'tongtai88', '88TongTai'],
  ])('%s is refused', (pin) => {
    expect(isWeakPin(pin, own)).toBe(true);
  });

  it.each([
    ...['739164', '482173', '906317', 'my-own-pin', 'first-day', '13-04-99', '841305', '991332'],
    ...['correct horse battery', '早上八点半开门', '1213141', 'password and more'],
  ])('%s is not', (pin) => {
    expect(isWeakPin(pin, own)).toBe(false);
  });

  it('leaves more than nine in ten pins of six digits, and short facts refuse nothing', () => {
    const digits = fc.integer({ min: 0, max: 999_999 }).map((n) => String(n).padStart(6, '0'));
    const drawn = fc.sample(digits, { numRuns: 5_000, seed: 4 });
    const kept = drawn.filter((pin) => !isWeakPin(pin, own));
    expect(kept.length / drawn.length).toBeGreaterThan(0.9);
    expect(isWeakPin('739164', ['7', '39', ''])).toBe(false);
  });
});

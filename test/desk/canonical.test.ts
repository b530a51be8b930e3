import { describe, expect, it } from 'vitest';
import { bodyHash } from '#server/desk/canonical.ts';

describe('the hash of what was asked', () => {
  it('stays what it is: it stands in journals beside the keys of earlier days', () => {
    const to = { service: 'b', counter: undefined };
    const shares = { '10': 1, '9': 2, vip: 3 };
    const args = { to, counter: '2', missing: ['x', null, undefined], n: 1.5, shares };
    expect(bodyHash([{ name: 'transfer', args }, undefined])).toBe(
      '71601dce91e3ba2c46f8992c7847108a04b53cc0fd427818511e018ac0a987f1',
    );
  });

  it('is the same in whatever order the fields come, and another for another value', () => {
    expect(bodyHash({ b: [{ d: 1, c: 2 }], a: 1 })).toBe(bodyHash({ a: 1, b: [{ c: 2, d: 1 }] }));
    expect(bodyHash({ a: [1, 2] })).not.toBe(bodyHash({ a: [2, 1] }));
  });

  it('sees a field named as an object’s prototype', () => {
    const hostile: unknown = JSON.parse('{"__proto__":{"a":1},"b":2}');
    expect(bodyHash(hostile)).not.toBe(bodyHash({ b: 2 }));
  });
});

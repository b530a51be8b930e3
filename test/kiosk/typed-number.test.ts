import { describe, expect, it } from 'vitest';
import { deleteKey, masked, typedMax, typeKey } from '#kiosk/typed-number.ts';

describe('[privacy] a number as it is typed', () => {
  it('shows only the sign typed last', () => {
    expect(masked('')).toBe('');
    expect(masked('1')).toBe('1');
    expect(masked('138')).toBe('••8');
    expect(masked('13800138000')).toBe('•••• •••• ••0');
    expect(masked('12345678')).toBe('•••• •••8');
  });

  it('never shows more than one sign, whatever is typed', () => {
    let typed = '';
    for (const key of '98765432109876543210987654321') {
      typed = typeKey(typed, key);
      expect(masked(typed).replaceAll(/[• ]/g, '')).toHaveLength(1);
    }
    expect(typed).toHaveLength(typedMax);
  });

  it('takes digits and letters, letters as capitals, and nothing else', () => {
    expect(Array.from('t8-+ é ').reduce(typeKey, '')).toBe('T8');
    expect(typeKey('T8', 'Enter')).toBe('T8');
    expect(deleteKey('T8')).toBe('T');
    expect(deleteKey('')).toBe('');
  });
});

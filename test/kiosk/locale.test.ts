import { describe, expect, it } from 'vitest';
import { words as kiosk } from '#kiosk/locale.ts';
import { afterWords } from '#kiosk/phone-after-locale.ts';
import { words as phone } from '#kiosk/phone-locale.ts';
import { placesOf } from '#ui/locale/index.ts';

describe.each([
  ['kiosk', kiosk.tables],
  ['phone', phone.tables],
  ['phone after the call', afterWords.tables],
])('texts of the %s', (_, { zh, en }) => {
  it('are the same keys in both languages', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
  });

  it('name the same places where both are plain', () => {
    for (const [key, text] of Object.entries(zh)) {
      const other = en[key];
      if (typeof text !== 'string' || typeof other !== 'string') continue;
      if (other === '') continue;
      expect(placesOf(other).sort(), key).toEqual(placesOf(text).sort());
    }
  });
});

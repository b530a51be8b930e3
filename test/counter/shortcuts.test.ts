import { describe, expect, it } from 'vitest';
import { padKeys } from '#counter/console/pad-layout.ts';
import { shortcutOf, takesText, type KeyPress } from '#counter/console/shortcuts.ts';

const nowhere = { typing: false, onControl: false };

function press(code: string, key: string, more: Partial<KeyPress> = {}): KeyPress {
  const plain = { repeat: false, ctrlKey: false, altKey: false, metaKey: false };
  return { code, key, ...plain, isComposing: false, ...more };
}

describe('keys of the console', () => {
  it('the pad lies as the number pad does', () => {
    const rows = [padKeys.slice(0, 3), padKeys.slice(3, 6), padKeys.slice(6)];
    expect(rows.map((row) => row.map(({ key }) => key))).toEqual([
      ['transfer', 'park', 'no-show'],
      ['recall', 'start', 'finish'],
      ['pause', 'handover', 'close'],
    ]);
    expect(padKeys.map(({ digit }) => digit).join('')).toBe('789456123');
  });

  it('every digit of either row presses its own key', () => {
    for (const { digit, key } of padKeys) {
      const expected = { kind: 'pad', act: key };
      expect(shortcutOf(press(`Digit${digit}`, digit), nowhere)).toEqual(expected);
      expect(shortcutOf(press(`Numpad${digit}`, digit), nowhere)).toEqual(expected);
    }
  });

  it('the number pad works with Num Lock off', () => {
    expect(shortcutOf(press('Numpad7', 'Home'), nowhere)).toEqual({ kind: 'pad', act: 'transfer' });
    expect(shortcutOf(press('Numpad5', 'Clear'), nowhere)).toEqual({ kind: 'pad', act: 'start' });
  });

  it('N R S F call, recall, start and finish, also while an input method holds the keyboard', () => {
    const acts = { N: 'call', R: 'recall', S: 'start', F: 'finish' };
    for (const [letter, act] of Object.entries(acts)) {
      const small = letter.toLowerCase();
      expect(shortcutOf(press(`Key${letter}`, small), nowhere)).toEqual({ kind: 'pad', act });
      expect(shortcutOf(press(`Key${letter}`, 'Process'), nowhere)).toEqual({ kind: 'pad', act });
    }
    // A letter is what it writes: on another layout N may lie elsewhere.
    expect(shortcutOf(press('KeyB', 'n'), nowhere)).toEqual({ kind: 'pad', act: 'call' });
    expect(shortcutOf(press('KeyN', 'b'), nowhere)).toBeNull();
  });

  it('either Enter is the wide key, unless it belongs to a button that has the focus', () => {
    const next = { kind: 'pad', act: 'next' };
    expect(shortcutOf(press('Enter', 'Enter'), nowhere)).toEqual(next);
    expect(shortcutOf(press('NumpadEnter', 'Enter'), nowhere)).toEqual(next);
    const onControl = { typing: false, onControl: true };
    expect(shortcutOf(press('Enter', 'Enter'), onControl)).toBeNull();
    expect(shortcutOf(press('Digit6', '6'), onControl)).toEqual({ kind: 'pad', act: 'finish' });
  });

  it('ways out lie on + - * /, and Escape puts a refusal away', () => {
    expect(shortcutOf(press('NumpadAdd', '+'), nowhere)).toEqual({ kind: 'way-out', index: 0 });
    expect(shortcutOf(press('NumpadDivide', '/'), nowhere)).toEqual({ kind: 'way-out', index: 3 });
    expect(shortcutOf(press('Escape', 'Escape'), nowhere)).toEqual({ kind: 'dismiss' });
  });

  it('is silent while typing, composing, held down or with Ctrl, Alt, Meta', () => {
    const one = press('Digit1', '1');
    expect(shortcutOf(one, { typing: true, onControl: false })).toBeNull();
    for (const held of ['repeat', 'isComposing', 'ctrlKey', 'altKey', 'metaKey'] as const) {
      expect(shortcutOf({ ...one, [held]: true }, nowhere)).toBeNull();
    }
    expect(shortcutOf(press('KeyQ', 'q'), nowhere)).toBeNull();
    expect(shortcutOf(press('Digit0', '0'), nowhere)).toBeNull();
  });

  it('knows fields from checkboxes', () => {
    expect(takesText({ tagName: 'INPUT', type: 'text' })).toBe(true);
    expect(takesText({ tagName: 'INPUT', type: 'password' })).toBe(true);
    expect(takesText({ tagName: 'TEXTAREA' })).toBe(true);
    expect(takesText({ tagName: 'SELECT' })).toBe(true);
    expect(takesText({ tagName: 'INPUT', type: 'checkbox' })).toBe(false);
    expect(takesText({ tagName: 'BUTTON' })).toBe(false);
    expect(takesText({ tagName: 'DIV', isContentEditable: true })).toBe(true);
  });
});

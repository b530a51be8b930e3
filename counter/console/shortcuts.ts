import { padKeys, type PadAct } from './pad-layout.ts';

/** The part of a keyboard event that decides. */
export interface KeyPress {
  readonly code: string;
  readonly key: string;
  readonly repeat: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly isComposing: boolean;
}

export interface Whereabouts {
  /** The focus is in a field: every key is text. */
  readonly typing: boolean;
  /** The focus is on a button or link that was reached by keyboard: Enter is that button's. */
  readonly onControl: boolean;
}

/** Ways out of a refusal, on the keys beside the number pad's digits. */
export const wayOutKeys = ['+', '-', '*', '/'] as const;

export type Shortcut =
  | { readonly kind: 'pad'; readonly act: PadAct }
  | { readonly kind: 'way-out'; readonly index: number }
  | { readonly kind: 'dismiss' };

/**
 * What a key asks of the console: digits of either row, letters N R S F, Enter, and for a refusal
 * the keys + - * / and Escape. Null leaves the key to the browser.
 *
 * Digits of the number pad go by their place (`code`), so that Num Lock does not matter; letters
 * go by what they write, and by place while an input method holds the keyboard.
 */
export function shortcutOf(press: KeyPress, where: Whereabouts): Shortcut | null {
  if (press.repeat || press.isComposing || where.typing) return null;
  if (press.ctrlKey || press.altKey || press.metaKey) return null;
  if (press.key === 'Escape') return { kind: 'dismiss' };
  if (press.code === 'NumpadEnter' || press.key === 'Enter') {
    return where.onControl ? null : { kind: 'pad', act: 'next' };
  }
  const index = wayOutKeys.findIndex((key) => press.key === key);
  if (index >= 0) return { kind: 'way-out', index };
  const act = actOfDigit(press) ?? actOfLetter(press);
  return act === null ? null : { kind: 'pad', act };
}

function actOfDigit({ code, key }: KeyPress): PadAct | null {
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1] ?? key;
  return padKeys.find((each) => each.digit === digit)?.key ?? null;
}

function actOfLetter({ code, key }: KeyPress): PadAct | null {
  const written = /^[a-z]$/i.test(key) ? key : (/^Key([A-Z])$/.exec(code)?.[1] ?? '');
  const letter = written.toUpperCase();
  if (letter === 'N') return 'call';
  return padKeys.find((each) => each.letter === letter)?.key ?? null;
}

/** Whether an element takes typed text; a checkbox or a button does not. */
export function takesText(element: {
  readonly tagName: string;
  readonly type?: string | undefined;
  readonly isContentEditable?: boolean | undefined;
}): boolean {
  if (element.isContentEditable === true) return true;
  switch (element.tagName.toLowerCase()) {
    case 'textarea':
    case 'select':
      return true;
    case 'input':
      return !['checkbox', 'radio', 'button', 'submit'].includes(element.type ?? 'text');
    default:
      return false;
  }
}

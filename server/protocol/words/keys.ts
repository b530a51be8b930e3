import type { Text } from '#core/vocabulary.ts';
import { text } from './text.ts';

/** Words on a key that no rule refuses and that still rests, and a hint on one that may be pressed. */
export interface KeyWords {
  /** At most six characters, three words. */
  readonly short: Text;
  readonly detail: Text;
}

export const nobodyWaits: KeyWords = {
  short: text('没人在等', 'Nobody waiting'),
  detail: text(
    '现在没有人在等，来了就会亮起来。',
    'Nobody is waiting; this lights up when someone comes.',
  ),
};

export const noRelief: KeyWords = {
  short: text('没有接班人', 'No relief'),
  detail: text('现在没有空着的同事可以接班。', 'No colleague is free to take over now.'),
};

/** Who takes the customers during a handover; two counters fit on the key. */
export function coveredBy(counters: readonly string[]): Text {
  const named = counters.slice(0, 2);
  return text(`${named.join('、')} 号能接`, `Covered: ${named.join(', ')}`);
}

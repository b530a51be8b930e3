import { words } from './board-locale.ts';

/** How an act is called that takes another back. */
export function undone(label: string): string {
  return words.t('undone', { label });
}

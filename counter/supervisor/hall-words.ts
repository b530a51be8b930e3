import type { SupervisorView } from '#protocol/views.ts';
import { countCounters } from './hall-model.ts';
import { words } from './locale.ts';

/** How many wait, as a sentence or as a heading on a phone. */
export function waitingWords(count: number, key: 'waiting-sentence' | 'waiting-short'): string {
  if (count > 0) return words.t(key, { count });
  return words.t(key === 'waiting-sentence' ? 'waiting-none' : 'waiting-short-none');
}

/** `4 个开着，1 个暂停`; what is nought is left out. */
export function countersWords({ counters }: SupervisorView): string {
  const counts = countCounters(counters);
  const parts = (['open', 'paused', 'absent', 'handover'] as const)
    .filter((kind) => counts[kind] > 0)
    .map((kind) => words.t(`count-${kind}`, { count: counts[kind] }));
  return parts.length === 0 ? words.t('count-none-open') : parts.join(words.t('count-comma'));
}

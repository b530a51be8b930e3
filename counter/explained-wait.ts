import type { ExplainedWait, RisenReason } from '#protocol/views.ts';
import { words } from './explained-locale.ts';

/** `9 ahead, 3 counters, about 3 minutes each`. */
export function restsOn({ ahead, counters, minutesEach }: ExplainedWait): string {
  if (counters === 0) return words.t('rests-nobody', { ahead });
  return words.t('rests', { ahead, counters, minutes: minutesEach });
}

export function whyRisen(risen: RisenReason): string {
  return words.t(`risen-${risen}`);
}

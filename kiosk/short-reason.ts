import type { UnavailableReason } from '#protocol/views.ts';
import { words } from './locale.ts';

/** Why a service gives no numbers, in a few words for its tile; the whole reason is one touch on. */
export function shortReason({ rule }: Pick<UnavailableReason, 'rule'>): string {
  switch (rule) {
    case 'quota-reached':
    case 'service-closed':
    case 'intake-closed':
    case 'outside-hours':
      return words.t(`short-${rule}`);
    default:
      return words.t('not-now');
  }
}

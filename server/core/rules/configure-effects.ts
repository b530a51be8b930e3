/** Why a change is felt when it is; worded at the edge. */
export type EffectReason =
  | 'screens'
  | 'hours'
  | 'reminder'
  | 'next-number'
  | 'next-call'
  | 'next-act'
  | 'next-sign-in'
  | 'next-paper'
  | 'next-announcement'
  | 'next-account'
  | 'day-counted';

export interface SettingEffect {
  /** The soonest that a change may take effect, if nothing stands in the way. */
  readonly from: 'now' | 'next-opening';
  readonly reason: EffectReason;
}

/**
 * When a change of the settings takes effect, by where it stands; the longest prefix counts. What a
 * running day may have against it is `whatStandsAgainst`.
 */
const effects: readonly (readonly [place: string, effect: SettingEffect])[] = [
  ['hall', { from: 'now', reason: 'screens' }],
  ['hall/id', { from: 'next-opening', reason: 'day-counted' }],
  ['hall/timezone', { from: 'next-opening', reason: 'day-counted' }],
  ['hours', { from: 'now', reason: 'hours' }],
  ['hours/closingNoticeMinutes', { from: 'now', reason: 'reminder' }],
  ['classes', { from: 'now', reason: 'next-number' }],
  ['services', { from: 'now', reason: 'next-number' }],
  ['counters', { from: 'now', reason: 'next-call' }],
  ['staff', { from: 'now', reason: 'next-sign-in' }],
  ['discipline', { from: 'now', reason: 'next-call' }],
  ['policy', { from: 'now', reason: 'next-act' }],
  ['notices', { from: 'now', reason: 'screens' }],
  ['ticket', { from: 'now', reason: 'next-paper' }],
  ['voice', { from: 'now', reason: 'next-announcement' }],
];

/** What is not in the table is only looked at afterwards, in accounts. */
const otherwise: SettingEffect = { from: 'now', reason: 'next-account' };

/** @param place keys from the top, items of lists by their ids: `['hall', 'timezone']` */
export function effectOf(place: readonly string[]): SettingEffect {
  for (let length = place.length; length > 0; length -= 1) {
    const prefix = place.slice(0, length).join('/');
    const found = effects.find(([each]) => each === prefix);
    if (found !== undefined) return found[1];
  }
  return otherwise;
}

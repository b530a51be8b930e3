/**
 * Every rule that the core enforces. The first group are the ids of the rulebook (docs/rules.md
 * tells each with its source), the second the guards of the lifecycles.
 */
export const rulebookRules = [
  'vip-first',
  'special-needs-first',
  'ten-minute-promise',
  'disperse-the-crowd',
  'right-counter',
  'one-customer-at-a-time',
  'no-pause-while-waiting',
  'apologise-when-away',
  'pause-sign',
  'one-notice-of-missing-papers',
  'privacy',
  'hours-on-the-door',
  'open-every-day',
  'ten-minutes-early',
  'never-close-early',
  'closing-reminder',
  'serve-everyone-queued',
  'one-handover-at-a-time',
  'finish-before-handover',
  'sign-before-handover',
  'stay-until-relieved',
  'handover-record',
  'pre-shift-meeting',
  'swap-limits',
  'first-asked',
  'satisfaction',
  'honest-statistics',
  'quality-score',
] as const;

export const lifecycleRules = [
  'not-possible-now',
  'outside-hours',
  'intake-closed',
  'service-closed',
  'quota-reached',
  'one-open-ticket',
  'customer-not-listed',
  'leased-number',
  'one-counter-one-clerk',
  'not-your-counter',
  'counter-cannot-serve',
  'out-of-order',
  'recall-limit',
  'recall-gap',
  'no-show-calls',
  'no-show-time',
  'rated-already',
  'rating-too-late',
  'newer-settings',
  'settings-in-use',
] as const;

export const enforcedRules = [...rulebookRules, ...lifecycleRules] as const;
export type RuleId = (typeof enforcedRules)[number];

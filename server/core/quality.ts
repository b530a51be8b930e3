import type { RuleId } from './rules.ts';

/**
 * `quality-score`: what the monthly sheet deducts points for. Every item keeps a rule of the
 * rulebook; the hall file may weigh it otherwise (docs/quality.md).
 */
export const qualityItems = [
  'promise-broken',
  'left-waiting',
  'closed-early',
  'early-no-show',
  'overridden',
  'absence-over',
  'late-sign-in',
  'shift-missed',
  'seat-left',
  'late-handover',
  'no-handover-record',
  'follow-up-overdue',
  'dissatisfied',
  'no-meeting',
] as const;
export type QualityItem = (typeof qualityItems)[number];

export interface QualityWeight {
  /** Deducted for each breach; tenths of a point are the smallest. */
  readonly points: number;
  /** Deducted for this item in a month at most, on each sheet. */
  readonly most: number;
}

/** A sheet begins with so many points, and never falls below none. */
export const qualityBase = 100;

/** The rule behind an item; `overridden` names the one that was set aside instead. */
export const qualityRules: Readonly<Record<QualityItem, RuleId>> = {
  'promise-broken': 'ten-minute-promise',
  'left-waiting': 'no-pause-while-waiting',
  'closed-early': 'never-close-early',
  'early-no-show': 'no-show-calls',
  overridden: 'honest-statistics',
  'absence-over': 'apologise-when-away',
  'late-sign-in': 'ten-minutes-early',
  'shift-missed': 'swap-limits',
  'seat-left': 'stay-until-relieved',
  'late-handover': 'one-handover-at-a-time',
  'no-handover-record': 'handover-record',
  'follow-up-overdue': 'first-asked',
  dissatisfied: 'satisfaction',
  'no-meeting': 'pre-shift-meeting',
};

export const qualityWeights: Readonly<Record<QualityItem, QualityWeight>> = {
  'promise-broken': { points: 0.2, most: 15 },
  'left-waiting': { points: 2, most: 20 },
  'closed-early': { points: 5, most: 20 },
  'early-no-show': { points: 1, most: 10 },
  overridden: { points: 1, most: 10 },
  'absence-over': { points: 1, most: 10 },
  'late-sign-in': { points: 1, most: 10 },
  'shift-missed': { points: 3, most: 15 },
  'seat-left': { points: 3, most: 15 },
  'late-handover': { points: 1, most: 5 },
  'no-handover-record': { points: 2, most: 10 },
  'follow-up-overdue': { points: 1, most: 10 },
  dissatisfied: { points: 1, most: 10 },
  'no-meeting': { points: 1, most: 10 },
};

export interface QualityConfig {
  /** A meeting before the shift is recorded on every open day (`pre-shift-meeting`). */
  readonly meeting: boolean;
  readonly items: Readonly<Partial<Record<QualityItem, QualityWeight>>>;
}

/** What counts where a hall file says nothing of quality. */
export const qualityUsual: QualityConfig = { meeting: false, items: {} };

export function weightOf(config: QualityConfig | undefined, item: QualityItem): QualityWeight {
  return config?.items[item] ?? qualityWeights[item];
}

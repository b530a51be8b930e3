import { qualityBase, qualityItems, type QualityItem } from '#core/quality.ts';
import type { BusinessDay } from '#core/vocabulary.ts';
import type {
  QualityItemSum,
  QualityLine,
  QualityRemark,
  QualitySheet,
} from '#protocol/quality.ts';
import type { Breach } from './facts/breaches.ts';
import { iso } from './facts/notes.ts';
import type { RemarkFacts } from './facts/records.ts';

/** Breaches of one sheet that deduct nothing any more are told as many of each item. */
const restMax = 100;

export interface DatedBreach extends Breach {
  readonly date: BusinessDay;
}

/**
 * Rule quality-score: a sheet is nothing but the sum of its lines. Points are counted in tenths,
 * so that a sum of tenths is exact.
 * @param badge null: the hall's, which holds every breach; a clerk's holds their own
 */
export function qualitySheet(
  badge: string | null,
  breaches: readonly DatedBreach[],
  remarks: readonly RemarkFacts[],
): QualitySheet {
  const sums = new Map<QualityItem, { count: number; tenths: number; rest: number }>();
  const lines: QualityLine[] = [];
  let linesCount = 0;
  let tenths = 0;
  for (const breach of breaches) {
    if (badge !== null && breach.clerk !== badge) continue;
    const sum = sums.get(breach.item) ?? { count: 0, tenths: 0, rest: 0 };
    sums.set(breach.item, sum);
    const left = Math.max(0, inTenths(breach.most) - sum.tenths);
    const mine = Math.min(inTenths(breach.points), left);
    sum.count += 1;
    sum.tenths += mine;
    tenths += mine;
    linesCount += 1;
    if (mine === 0) sum.rest += 1;
    if (mine > 0 || sum.rest <= restMax) lines.push(lineOf(breach, mine / 10));
  }
  return {
    badge,
    base: qualityBase,
    deducted: tenths / 10,
    score: Math.max(0, inTenths(qualityBase) - tenths) / 10,
    items: qualityItems.flatMap((item): QualityItemSum[] => {
      const sum = sums.get(item);
      return sum === undefined ? [] : [{ item, count: sum.count, points: sum.tenths / 10 }];
    }),
    lines,
    linesCount,
    remarks: remarks.filter((each) => each.badge === badge).map(remarkOf),
  };
}

function lineOf(breach: DatedBreach, points: number): QualityLine {
  const { line, item, rule, seq, date, counter, clerk, number, seconds, part, text } = breach;
  const at = iso(breach.atMs);
  return { line, item, rule, seq, date, at, counter, clerk, number, seconds, part, text, points };
}

function remarkOf({ seq, atMs, by, kind, line, text }: RemarkFacts): QualityRemark {
  return { seq, at: iso(atMs), by, kind, line, text };
}

function inTenths(points: number): number {
  return Math.round(points * 10);
}

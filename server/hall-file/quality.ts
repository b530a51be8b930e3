import { qualityItems, qualityWeights, type QualityConfig } from '#core/quality.ts';
import type { HallFile } from './schema.ts';

/** Only what the hall weighs otherwise: the rest follows the house. */
export function qualityOf(file: NonNullable<HallFile['quality']>): QualityConfig {
  const items = qualityItems.flatMap((item) => {
    const given = file.items?.[item];
    if (given === undefined) return [];
    const { points, most } = { ...qualityWeights[item], ...given };
    return [[item, { points: tenths(points), most: tenths(most) }] as const];
  });
  return { meeting: file.meeting ?? false, items: Object.fromEntries(items) };
}

function tenths(points: number): number {
  return Math.round(points * 10) / 10;
}

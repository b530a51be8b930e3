import { qualityItems, qualityWeights, type QualityConfig } from '#core/quality.ts';
import type { HallFile } from './schema.ts';

/** Only what the hall weighs otherwise: the rest follows the house. */
export function qualityOf(file: NonNullable<HallFile['quality']>): QualityConfig {
  const items = qualityItems.flatMap((item) => {
    const given = file.items?.[item];
    return given === undefined ? [] : [[item, { ...qualityWeights[item], ...given }] as const];
  });
  return { meeting: file.meeting ?? false, items: Object.fromEntries(items) };
}

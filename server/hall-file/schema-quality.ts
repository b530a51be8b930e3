import { Type } from '@sinclair/typebox';
import { qualityItems, qualityWeights, type QualityItem } from '#core/quality.ts';
import { closed } from '#protocol/fields.ts';

/** Tenths of a point are the smallest. */
const points = (most: number, byDefault: number, description: string) =>
  Type.Optional(
    Type.Number({ minimum: 0, maximum: most, multipleOf: 0.1, default: byDefault, description }),
  );

const weight = (item: QualityItem) =>
  Type.Optional(
    closed({
      points: points(20, qualityWeights[item].points, 'Deducted for each'),
      most: points(100, qualityWeights[item].most, 'Deducted in a month at most'),
    }),
  );

/** What the monthly quality sheets deduct (rule quality-score): docs/quality.md. */
export const quality = closed({
  meeting: Type.Optional(
    Type.Boolean({
      default: false,
      description: 'A meeting before the shift is recorded every open day (pre-shift-meeting)',
    }),
  ),
  items: Type.Optional(
    closed(
      Object.fromEntries(qualityItems.map((item) => [item, weight(item)])) as Record<
        QualityItem,
        ReturnType<typeof weight>
      >,
    ),
  ),
});

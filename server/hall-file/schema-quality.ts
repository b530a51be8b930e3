import { Type } from '@sinclair/typebox';
import { qualityItems, qualityWeights, type QualityItem } from '#core/quality.ts';
import { closed } from '#protocol/fields.ts';

const points = (most: number, byDefault: number, description: string) =>
  Type.Optional(Type.Number({ minimum: 0, maximum: most, default: byDefault, description }));

const weight = (item: QualityItem) =>
  Type.Optional(
    closed({
      points: points(20, qualityWeights[item].points, 'Deducted for each; tenths count'),
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

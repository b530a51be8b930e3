import type { HallConfig } from '#core/hall-config.ts';
import { effectOf } from '#core/rules/configure-effects.ts';
import { whatStandsAgainst } from '#core/rules/configure-obstacles.ts';
import type { HallDay } from '#core/state.ts';
import type { Failure } from '#core/verdict.ts';
import { obstacleText } from '#protocol/words/settings-refusals.ts';
import type { SettingsEffect } from './answers.ts';
import { differencesOf, type Difference } from './differences.ts';
import type { HallSettings } from './draft.ts';
import { effectWords } from './words.ts';

/**
 * When each difference would take effect if it were saved now, and what stands against that; what
 * stands against the whole without standing at one of the differences is told with the first.
 * @param now what holds
 * @param wanted what would hold, and the same as a configuration
 */
export function effectsOf(
  state: HallDay,
  now: HallSettings,
  wanted: { readonly settings: HallSettings; readonly config: HallConfig },
  atMs: number,
): readonly SettingsEffect[] {
  const differences = differencesOf(now, wanted.settings);
  const against = whatStandsAgainst(state, wanted.config, atMs);
  const facts = { config: state.config, command: 'configure', nowMs: atMs };
  return differences.map((difference, index) => {
    const own = against.filter(
      (each) =>
        touches(difference, each) || (index === 0 && !differences.some((d) => touches(d, each))),
    );
    const { from, reason } = effectOf(difference.place);
    const isHeld = own.some(({ overridable }) => !overridable);
    return {
      difference,
      from: isHeld ? 'next-opening' : from,
      why: effectWords[reason],
      inTheWay: own.map(({ rule, by = {} }) => ({
        rule,
        by,
        text: obstacleText(rule, by, facts),
      })),
      overridable: own.length > 0 && !isHeld,
    };
  });
}

/** One stands at the other, above or below it. */
function touches({ place }: Difference, { place: at = [] }: Failure): boolean {
  const length = Math.min(place.length, at.length);
  return place.slice(0, length).join('/') === at.slice(0, length).join('/');
}

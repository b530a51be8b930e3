import { evolve } from '#core/evolve.ts';
import type { FollowUp } from '#core/events.ts';
import { initialDay, type HallDay } from '#core/state.ts';
import { testConfig } from '#test/support/hall-config.ts';

/** Friday morning as an older program began it: follow-ups are sentences with an owner. */
export function fridayOf(
  { state }: { readonly state: HallDay },
  followUps: readonly FollowUp[],
): HallDay {
  return evolve(initialDay, {
    seq: 1,
    day: '2026-03-06',
    atMs: Date.parse('2026-03-06T07:00:00+08:00'),
    actor: { kind: 'clock' },
    type: 'DayBegan',
    data: {
      day: '2026-03-06',
      config: state.config ?? testConfig,
      configRevision: 1,
      hours: null,
      followUps,
      notices: [],
      counters: [],
    },
  });
}

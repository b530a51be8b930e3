import { configOf, counterOf, staffOf } from '#core/lookup.ts';
import { elsewhere } from '#core/rules/guards.ts';
import type { CounterSeat, HallDay } from '#core/state.ts';
import type { ClerkView, RedirectView, SignView } from '#protocol/views.ts';
import { signText } from '#protocol/words/signs.ts';
import { isoOrNull, lineLength } from './scene.ts';
import type { ViewSources } from './view-sources.ts';

/** The most counters that a sign leads to: a sign is read in passing. */
const redirectsMax = 4;

/**
 * The sign of a counter (`pause-sign`, `apologise-when-away`). It stands since the event that set
 * it; where it leads is what receives now, the shortest line first, also a counter that did not yet
 * when the sign was set out.
 */
export function signView({ state, nowMs }: ViewSources, seat: CounterSeat): SignView | null {
  const { sign } = seat;
  if (sign === null) return null;
  const redirectTo = redirectsOf(state, elsewhere(state, seat));
  const posted = { ...sign, redirectTo: redirectTo.map(({ counter }) => counter) };
  return {
    kind: sign.kind,
    reason: sign.reason,
    until: isoOrNull(sign.untilMs),
    redirectTo,
    text: signText(posted, nowMs, configOf(state).hall.timezone),
  };
}

function redirectsOf(state: HallDay, counters: readonly string[]): readonly RedirectView[] {
  const config = configOf(state);
  return counters
    .map((id) => ({ counter: id, waiting: lineLength(state, id) }))
    .sort((a, b) => a.waiting - b.waiting)
    .slice(0, redirectsMax)
    .map(({ counter, waiting }) => {
      return { counter, place: counterOf(config, counter)?.place ?? null, waiting };
    });
}

/** A sign for the public: the reason is the hall's own business and is left out (`privacy`). */
export function publicSign(sign: SignView | null): SignView | null {
  return sign === null ? null : { ...sign, reason: '' };
}

/** A clerk by badge, as the supervision board shows them. */
export function clerkView(state: HallDay, badge: string | null): ClerkView | null {
  if (badge === null) return null;
  const person = staffOf(configOf(state), badge);
  // The address of the hub's door for photos: the file's own name stays inside.
  const photo = (person?.photo ?? null) === null ? null : `/photos/${encodeURIComponent(badge)}`;
  return { badge, name: person?.name ?? '', photo };
}

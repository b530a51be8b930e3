import { configOf, staffOf } from '#core/lookup.ts';
import type { Shift } from '#core/roster/roster.ts';
import { kindsOf, shiftSpan } from '#core/roster/shift-times.ts';
import { isHere, lateMinutesOf } from '#core/rules/arrivals.ts';
import type { HallDay } from '#core/state.ts';
import type { BusinessDay, InstantMs } from '#core/vocabulary.ts';
import { shiftName } from '#protocol/words/roster-words.ts';
import type { OnDutyView, PersonView, ShiftView } from '#protocol/roster-view.ts';

/** Everybody of today's published roster, first shift first (`ten-minutes-early`). */
export function onDuty(state: HallDay, nowMs: InstantMs): readonly OnDutyView[] {
  const { day, roster } = state;
  if (day === null || state.config === null) return [];
  return Object.entries(roster.published[day] ?? {})
    .map(([badge, shift]) => onDutyOf(state, day, badge, shift, nowMs))
    .toSorted((a, b) =>
      a.fromAt === b.fromAt
        ? a.person.badge.localeCompare(b.person.badge)
        : a.fromAt < b.fromAt
          ? -1
          : 1,
    );
}

/** Who was to be at their post by now and is not; at most `max`. */
export function missingNow(state: HallDay, nowMs: InstantMs, max: number): readonly OnDutyView[] {
  return onDuty(state, nowMs)
    .filter((each) => each.state === 'due' || each.state === 'missing')
    .slice(0, max);
}

function onDutyOf(
  state: HallDay,
  day: BusinessDay,
  badge: string,
  shift: Shift,
  nowMs: InstantMs,
): OnDutyView {
  const span = shiftSpan(day, shift, configOf(state).hall.timezone);
  const arrival = state.roster.arrivals[badge];
  const here = isHere(state, badge);
  return {
    person: personOf(state, badge),
    shift: shiftView(state, shift),
    fromAt: iso(span.fromMs),
    dueAt: iso(span.dueAtMs),
    state: stateOf(),
    arrivedAt: arrival === undefined ? null : iso(arrival.atMs),
    lateMinutes:
      arrival?.lateMinutes ?? (here ? 0 : lateMinutesOf(span, Math.min(nowMs, span.toMs))),
  };

  function stateOf(): OnDutyView['state'] {
    if (nowMs >= span.toMs) return 'over';
    if (here) return 'here';
    if (nowMs >= span.fromMs) return 'missing';
    return nowMs > span.dueAtMs ? 'due' : 'later';
  }
}

export function shiftView(state: HallDay, { kind, from, to, counter, swap }: Shift): ShiftView {
  const found = kindsOf(state.roster, configOf(state).hours).find(({ id }) => id === kind);
  return { kind, name: shiftName(kind, found?.name), from, to, counter, swapped: swap !== null };
}

export function personOf({ config }: HallDay, badge: string): PersonView {
  const name = config === null ? undefined : staffOf(config, badge)?.name;
  return { badge, name: name ?? badge };
}

function iso(atMs: InstantMs): string {
  return new Date(atMs).toISOString();
}

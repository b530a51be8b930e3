import { configOf, staffOf } from '#core/lookup.ts';
import type { HallEvent } from '#core/events.ts';
import type { CounterSeat } from '#core/state.ts';
import type { InstantMs } from '#core/vocabulary.ts';
import type { StaffTodayView } from '#protocol/supervisor-view.ts';
import { iso, isoOrNull } from './scene.ts';
import type { ViewSources } from './view-sources.ts';

/** Who has come today and not left, with the instant of their last coming or leaving a counter. */
export interface PresenceFold {
  apply(event: HallEvent): void;
  readonly here: ReadonlyMap<string, InstantMs>;
}

/** Beyond any hall's staff: the list of a view is bounded. */
const staffMax = 100;

/** From sign-ins, sign-outs and seats: who is there is told by the journal alone. */
export function createPresenceFold(): PresenceFold {
  let here = new Map<string, InstantMs>();
  const clerks = new Map<string, string>();
  const free = (counter: string, atMs: InstantMs): void => {
    const badge = clerks.get(counter);
    if (badge !== undefined && here.has(badge)) here.set(badge, atMs);
    clerks.delete(counter);
  };
  return {
    apply(event) {
      switch (event.type) {
        case 'DayBegan':
          here = new Map();
          clerks.clear();
          for (const { counter, clerk } of event.data.counters) clerks.set(counter, clerk);
          return;
        case 'StaffSignedIn':
          if (!here.has(event.data.badge)) here.set(event.data.badge, event.atMs);
          return;
        case 'StaffSignedOut':
          here.delete(event.data.badge);
          return;
        case 'CounterOpened':
          clerks.set(event.data.counter, event.data.clerk);
          here.set(event.data.clerk, event.atMs);
          return;
        case 'CounterClosed':
        case 'CounterReleased':
          free(event.data.counter, event.atMs);
          return;
        case 'HandoverCompleted':
          free(event.data.counter, event.atMs);
          clerks.set(event.data.counter, event.data.to);
          here.set(event.data.to, event.atMs);
          return;
        default:
          return;
      }
    },
    get here() {
      return here;
    },
  };
}

const order = { absent: 0, paused: 1, handover: 2, free: 3, seated: 4 } as const;

/** The staff of the day: those away first, then those free, then those at a counter. */
export function staffToday({
  state,
  projections,
}: Pick<ViewSources, 'state' | 'projections'>): readonly StaffTodayView[] {
  const config = configOf(state);
  const found = new Map<string, StaffTodayView>();
  for (const seat of Object.values(state.counters)) {
    const badge = seat.handover?.relieved === true ? seat.handover.to : seat.clerk;
    if (badge !== null && seat.state !== 'closed') found.set(badge, seated(seat, badge));
  }
  for (const [badge, sinceMs] of projections.staffHere) {
    if (found.has(badge)) continue;
    const person = staffOf(config, badge);
    if (person === undefined) continue;
    found.set(badge, {
      badge,
      name: person.name,
      role: person.role,
      state: 'free',
      counter: null,
      since: iso(sinceMs),
      until: null,
    });
  }
  return [...found.values()]
    .toSorted((a, b) => order[a.state] - order[b.state] || a.badge.localeCompare(b.badge))
    .slice(0, staffMax);

  function seated(seat: CounterSeat, badge: string): StaffTodayView {
    const person = staffOf(config, badge);
    const isAway = seat.state === 'paused' || seat.state === 'absent' || seat.state === 'handover';
    return {
      badge,
      name: person?.name ?? badge,
      role: person?.role ?? 'clerk',
      state: isAway ? seat.state : 'seated',
      counter: seat.id,
      since: iso(isAway ? seat.sinceMs : (seat.openedAtMs ?? seat.sinceMs)),
      until: isoOrNull(seat.sign?.untilMs),
    };
  }
}

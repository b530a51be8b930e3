import { hoursOf } from '../calendar/hours-of.ts';
import type { HallConfig } from '../hall-config.ts';
import type { InTheWay } from '../refusals.ts';
import { items } from '../sequence.ts';
import type { HallDay, Ticket } from '../state.ts';
import type { Failure } from '../verdict.ts';
import type { InstantMs } from '../vocabulary.ts';

/** How many ticket numbers are named; the count tells the rest. */
const numbersMax = 12;

/**
 * Everything that stands against a configuration taking effect now, each with the place in the
 * settings that it stands at (`['counters', '3']`); empty when nothing does. At the next opening
 * none of it counts: then there are no tickets, and whoever sits at a counter that is gone is freed.
 *
 * - a counter that is in use, or that somebody waits for, cannot go
 * - a service or a class cannot go while somebody has a number of it
 * - a clerk cannot go from the staff while at a counter, or on the way to one
 * - `never-close-early`: today's closing time cannot come earlier, unless a supervisor says why
 * - the running day is counted in its time zone and stands under the hall's id
 */
export function whatStandsAgainst(
  state: HallDay,
  config: HallConfig,
  atMs: InstantMs,
): readonly Failure[] {
  return [
    ...hallItself(state, config),
    ...earlierClosing(state, config, atMs),
    ...counters(state, config),
    ...tickets(state, config),
    ...staff(state, config),
  ];
}

function inUse(place: readonly string[], by: InTheWay): Failure {
  return { rule: 'settings-in-use', by, overridable: false, place };
}

function hallItself({ config: present, day }: HallDay, { hall }: HallConfig): readonly Failure[] {
  if (present === null || day === null) return [];
  const found: Failure[] = [];
  if (present.hall.id !== hall.id) found.push(inUse(['hall', 'id'], { state: 'day' }));
  if (present.hall.timezone !== hall.timezone) {
    found.push(inUse(['hall', 'timezone'], { state: 'day' }));
  }
  return found;
}

function earlierClosing(state: HallDay, config: HallConfig, atMs: InstantMs): readonly Failure[] {
  const { day, hours, ended, hallState } = state;
  if (day === null || hours === null || ended || hallState === 'serving-out') return [];
  if (atMs >= hours.closesAtMs) return [];
  const next = hoursOf(config.hours, config.hall.timezone, day);
  if (next !== null && next.closesAtMs >= hours.closesAtMs) return [];
  return [
    {
      rule: 'never-close-early',
      by: { atMs: hours.closesAtMs },
      overridable: true,
      place: ['hours'],
    },
  ];
}

function counters(state: HallDay, config: HallConfig): readonly Failure[] {
  const known = new Set(config.counters.map(({ id }) => id));
  const found: Failure[] = [];
  for (const seat of Object.values(state.counters)) {
    if (known.has(seat.id) || seat.state === 'closed') continue;
    const { clerk: badge } = seat;
    const by = { counter: seat.id, state: seat.state, ...(badge === null ? {} : { badge }) };
    found.push(inUse(['counters', seat.id], by));
  }
  const kept = open(state, ({ reservedFor }) =>
    reservedFor === null || known.has(reservedFor) ? null : reservedFor,
  );
  for (const [counter, waiting] of kept) {
    found.push(inUse(['counters', counter], { counter, ...told(waiting) }));
  }
  return found;
}

function tickets(state: HallDay, config: HallConfig): readonly Failure[] {
  const services = new Set(config.services.map(({ id }) => id));
  const classes = new Set(config.classes.map(({ id }) => id));
  const ofServices = open(state, ({ service }) => (services.has(service) ? null : service));
  const ofClasses = open(state, (ticket) => (classes.has(ticket.class) ? null : ticket.class));
  return [
    ...[...ofServices].map(([service, some]) =>
      inUse(['services', service], { service, ...told(some) }),
    ),
    ...[...ofClasses].map(([id, some]) => inUse(['classes', id], { class: id, ...told(some) })),
  ];
}

function staff(state: HallDay, config: HallConfig): readonly Failure[] {
  const known = new Set(config.staff.map(({ badge }) => badge));
  const found: Failure[] = [];
  const add = (badge: string | null, counter: string, what: string): void => {
    if (badge === null || known.has(badge)) return;
    if (found.some(({ by }) => by?.badge === badge && by.counter === counter)) return;
    found.push(inUse(['staff', badge], { badge, counter, state: what }));
  };
  for (const { id, state: what, clerk, handover } of Object.values(state.counters)) {
    add(clerk, id, what);
    add(handover?.to ?? null, id, 'handover');
  }
  for (const { counter, to } of state.handoverQueue) add(to, counter, 'handover');
  return found;
}

/** Tickets that are not over, by what `of` says they need; null: nothing that goes. */
function open(
  state: HallDay,
  of: (ticket: Ticket) => string | null,
): ReadonlyMap<string, readonly Ticket[]> {
  const found = new Map<string, Ticket[]>();
  for (const ticket of items(state.tickets)) {
    if (ticket.state === 'done' || ticket.state === 'cancelled') continue;
    const need = of(ticket);
    if (need === null) continue;
    const some = found.get(need);
    if (some === undefined) found.set(need, [ticket]);
    else some.push(ticket);
  }
  return found;
}

function told(some: readonly Ticket[]): InTheWay {
  return {
    count: some.length,
    numbers: some.slice(0, numbersMax).map(({ number }) => number),
  };
}

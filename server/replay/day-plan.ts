import type { DayPlan, PlannedCounter, PlannedCustomer } from '#server/people/plan.ts';
import type { RecordedRow, RecordedSession } from './recorded-day.ts';

/** How the names of a record are told in the hall that replays it. */
export interface HallNames {
  readonly service: (recorded: string) => string;
  readonly class: (recorded: string) => string | null;
  /** Null for a recorded server whom the hall has no counter for. */
  readonly counter: (
    recorded: string,
  ) => { readonly counter: string; readonly badge: string } | null;
  readonly servicesOf: (counter: string) => readonly string[];
}

export interface RecordedFigures {
  readonly tickets: number;
  readonly served: number;
  readonly abandoned: number;
  readonly noShows: number;
  /** Seconds before the first service of those who were served. */
  readonly waitSeconds: readonly number[];
}

/** The plan that a recorded day is; `midnightMs` is when its seconds begin to count. */
export function planOf(
  rows: readonly RecordedRow[],
  sessions: readonly RecordedSession[],
  names: HallNames,
  midnightMs: number,
): DayPlan {
  const instant = (seconds: number): number => midnightMs + Math.round(seconds * 1000);
  const usual = usualServiceS(rows);
  const customers = byTicket(rows).map((legs): PlannedCustomer => {
    const [first] = legs;
    const last = legs.at(-1);
    if (first === undefined || last === undefined) throw new Error('a ticket has a first leg');
    const comes = legs.filter((leg) => leg.outcome === 'served');
    const leaves = last.outcome === 'abandoned' || last.outcome === 'void';
    return {
      arrivesAtMs: instant(first.arrivalS),
      class: names.class(first.class),
      legs: legs.map((leg) => ({
        service: names.service(leg.service),
        // Who left in the record may be called sooner here: then served for the usual time.
        serviceMs: Math.round(1000 * (serviceS(leg) ?? usual.get(leg.service) ?? 60)),
        counter: names.counter(leg.server)?.counter ?? null,
      })),
      leavesAtMs: leaves && last.endS !== null ? instant(last.endS) : null,
      // The record's service begins when its clerk took the customer: there is no walk in it.
      walkMs: 0,
      noShow: comes.length === 0 && last.outcome === 'noshow',
    };
  });
  const counters = sessions.flatMap((session): PlannedCounter[] => {
    const seat = names.counter(session.server);
    if (seat === null) return [];
    return [
      {
        ...seat,
        services: names.servicesOf(seat.counter),
        opensAtMs: instant(session.openS),
        closesAtMs: instant(session.closeS),
      },
    ];
  });
  return { customers, counters };
}

export function recordedFigures(rows: readonly RecordedRow[]): RecordedFigures {
  const tickets = byTicket(rows);
  const served = tickets.filter((legs) => legs.some((leg) => leg.outcome === 'served'));
  const lost = tickets.filter((legs) => legs.every((leg) => leg.outcome !== 'served'));
  const outcomeOf = (legs: readonly RecordedRow[]) => legs.at(-1)?.outcome;
  return {
    tickets: tickets.length,
    served: served.length,
    abandoned: lost.filter((legs) => outcomeOf(legs) !== 'noshow').length,
    noShows: lost.filter((legs) => outcomeOf(legs) === 'noshow').length,
    waitSeconds: served.flatMap(([first]) =>
      first?.startS == null ? [] : [first.startS - first.arrivalS],
    ),
  };
}

function byTicket(rows: readonly RecordedRow[]): readonly (readonly RecordedRow[])[] {
  const tickets = new Map<string, RecordedRow[]>();
  for (const row of rows) {
    const legs = tickets.get(row.ticket);
    if (legs === undefined) tickets.set(row.ticket, [row]);
    else legs.push(row);
  }
  return [...tickets.values()].map((legs) => legs.sort((a, b) => a.leg - b.leg));
}

function serviceS(row: RecordedRow): number | null {
  if (row.outcome !== 'served' || row.startS === null || row.endS === null) return null;
  return Math.max(row.endS - row.startS, 0);
}

/** Median recorded service of each service, in seconds. */
function usualServiceS(rows: readonly RecordedRow[]): ReadonlyMap<string, number> {
  const times = new Map<string, number[]>();
  for (const row of rows) {
    const seconds = serviceS(row);
    if (seconds === null) continue;
    const known = times.get(row.service);
    if (known === undefined) times.set(row.service, [seconds]);
    else known.push(seconds);
  }
  return new Map(
    [...times].map(([service, all]) => {
      all.sort((a, b) => a - b);
      return [service, all[Math.floor(all.length / 2)] ?? 60];
    }),
  );
}

import type { HallEvent } from '#core/events.ts';
import type { HallConfig } from '#core/hall-config.ts';
import type { InstantMs, Text } from '#core/vocabulary.ts';
import { createAwayFold, type Handover, type Stretch } from '../away.ts';
import { createOvertakingFold, type OvertakingFacts } from '../overtaking.ts';
import { createTracker } from '../tracker.ts';
import { createBreaches, type Breach } from './breaches.ts';
import { createFactList, type FactColumns } from './facts.ts';
import { createDayShifts } from './day-shifts.ts';
import { createDayNotes, type DayNotes } from './notes.ts';
import { createDayRecords, type DayRecords } from './records.ts';
import { createSeatTime, type Idle, type Quarter } from './seat-time.ts';
import { createTicketFacts } from './ticket-facts.ts';

/** Raised whenever facts of the same events come out otherwise: kept ones are then made anew. */
export const factsVersion = 3;

/**
 * One business day as facts: all that any report says of it, and small enough to be kept. Plain
 * data, so that it may lie in a file.
 */
export interface DayFacts {
  readonly complete: boolean;
  readonly timezone: string;
  readonly hours: { readonly opensAtMs: InstantMs; readonly closesAtMs: InstantMs } | null;
  readonly names: FactNames;
  readonly tickets: FactColumns;
  readonly overtaking: OvertakingFacts;
  readonly idle: readonly Idle[];
  readonly quarters: readonly Quarter[];
  readonly stretches: readonly Stretch[];
  readonly handovers: readonly Handover[];
  readonly notes: DayNotes;
  /** What the quality sheets deduct points for, in their order. */
  readonly breaches: readonly Breach[];
  readonly records: DayRecords;
  /** Badges of the clerks on the staff: each has a quality sheet. */
  readonly clerks: readonly string[];
}

export interface FactNames {
  readonly hall: Text;
  readonly services: Readonly<Record<string, Text>>;
  readonly classes: Readonly<Record<string, Text>>;
  readonly clerks: Readonly<Record<string, string>>;
}

export interface FactsFold {
  /** One event of the day, in order. DayBegan starts it afresh. */
  apply(event: HallEvent): void;
  /** May be asked at any time: what still goes on is cut at the last event. */
  read(): DayFacts;
}

export function createFactsFold(): FactsFold {
  const tracker = createTracker();
  const overtaking = createOvertakingFold();
  const away = createAwayFold();
  let facts = createFactList();
  let tickets = createTicketFacts(facts);
  let seatTime = createSeatTime();
  let shifts = createDayShifts();
  let notes = createDayNotes(shifts);
  let breaches = createBreaches(shifts);
  let records = createDayRecords();
  let complete = false;
  let hours: DayFacts['hours'] = null;

  function begin(): void {
    facts = createFactList();
    tickets = createTicketFacts(facts);
    seatTime = createSeatTime();
    shifts = createDayShifts();
    notes = createDayNotes(shifts);
    breaches = createBreaches(shifts);
    records = createDayRecords();
    complete = false;
  }

  return {
    apply(event) {
      if (event.type === 'DayBegan') begin();
      if (event.type === 'DayBegan' || event.type === 'HallConfigured') hours = event.data.hours;
      if (event.type === 'HallClosed') complete = true;
      overtaking.before(event, tracker, facts);
      const change = tracker.apply(event);
      away.apply(event);
      tickets.apply(event, change, tracker);
      seatTime.apply(event, change);
      shifts.apply(event);
      notes.apply(event, tracker);
      breaches.apply(event, change, tracker);
      records.apply(event, change);
    },
    read() {
      const config = tracker.config();
      const { stretches, handovers } = away.read();
      return {
        complete,
        timezone: config?.hall.timezone ?? 'UTC',
        hours: hours === null ? null : { opensAtMs: hours.opensAtMs, closesAtMs: hours.closesAtMs },
        names: namesOf(config),
        tickets: facts.columns(),
        overtaking: overtaking.read(),
        idle: seatTime.idle(),
        quarters: seatTime.quarters(),
        stretches,
        handovers,
        notes: notes.read(),
        breaches: breaches.read(tracker),
        records: records.read(),
        clerks: (config?.staff ?? []).flatMap(({ badge, role }) =>
          role === 'clerk' ? [badge] : [],
        ),
      };
    },
  };
}

/** The facts of a day from its events. */
export function factsOfDay(events: Iterable<HallEvent>): DayFacts {
  const fold = createFactsFold();
  for (const event of events) fold.apply(event);
  return fold.read();
}

function namesOf(config: HallConfig | null): FactNames {
  if (config === null) return { hall: { zh: '', en: '' }, services: {}, classes: {}, clerks: {} };
  return {
    hall: config.hall.name,
    services: Object.fromEntries(config.services.map(({ id, name }) => [id, name])),
    classes: Object.fromEntries(config.classes.map(({ id, name }) => [id, name])),
    clerks: Object.fromEntries(config.staff.map(({ badge, name }) => [badge, name])),
  };
}

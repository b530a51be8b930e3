import type { DayHours } from './calendar/business-day.ts';
import type { Why } from './disciplines/why.ts';
import type {
  AttachedDevice,
  DayFigures,
  HandoverRecord,
  LeaseBlock,
  Notice,
  RefusedHandIn,
  SignPosted,
} from './events.ts';
import type { OpenFollowUp } from './follow-ups.ts';
import type { HallConfig } from './hall-config.ts';
import { emptyRoster, type Roster } from './roster/roster.ts';
import { emptySequence, type Sequence } from './sequence.ts';
import type {
  Actor,
  BusinessDay,
  CounterState,
  Estimate,
  HallState,
  InstantMs,
  Language,
  PrintState,
  Rating,
  TicketState,
} from './vocabulary.ts';

/**
 * One business day of a hall: the queue, the counters and the calendar as one immutable value, so
 * that a race between clerks cannot exist and a write that fails is undone by keeping the old one.
 */
export interface HallDay {
  /** Sequence number of the last event folded in; 0 before the first. */
  readonly seq: number;
  readonly day: BusinessDay | null;
  readonly lastAtMs: InstantMs;
  readonly config: HallConfig | null;
  readonly configRevision: number;
  /** The last number given to a configuration, in effect or planned. */
  readonly settingsRevision: number;
  /** Holds from the next business day on. */
  readonly planned: PlannedConfig | null;
  /** Null on a day the hall stays closed. */
  readonly hours: DayHours | null;
  readonly hallState: HallState;
  /** HallClosed has happened: the day is over. */
  readonly ended: boolean;
  readonly intakeHeld: { readonly reason: string; readonly by: Actor } | null;
  readonly lastCallNo: number;

  /** Every ticket of the day, by its ordinal. */
  readonly tickets: Sequence<Ticket>;
  readonly lastNumberByPrefix: Readonly<Record<string, number>>;
  /** Numbers that kiosks keep for the time in which the hub is away, by lease. */
  readonly leases: Readonly<Record<string, Lease>>;
  /** Numbers given without the hub that could not be queued. */
  readonly refusedHandIns: readonly (RefusedHandIn & { readonly atMs: InstantMs })[];
  /** The hub was away at closing time: until then kiosks may hand in what they gave before it. */
  readonly handInUntilMs: InstantMs | null;
  readonly issuedByService: Readonly<Record<string, number>>;
  /** Ordinals of the open tickets of each known customer. */
  readonly openByCustomer: Readonly<Record<string, readonly number[]>>;
  /** Waiting tickets in line order, by `queueKey`. */
  readonly queues: Readonly<Record<QueueKey, Queue>>;
  readonly waitingCount: number;
  readonly waitingByService: Readonly<Record<string, number>>;
  /** Ordinals of missed and parked tickets: they may still come back. */
  readonly aside: readonly number[];

  readonly counters: Readonly<Record<string, CounterSeat>>;
  /** What the hall's file has counters serve that are lent to other services today, by counter. */
  readonly ownServices: Readonly<Record<string, readonly string[]>>;
  readonly handoverQueue: readonly HandoverAsked[];
  readonly memory: DisciplineMemory;
  readonly notices: readonly Notice[];
  /** Devices beside the agents, by `device/id`. */
  readonly attached: Readonly<Record<string, AttachedDevice>>;
  /** Ordinals of the tickets that a printer has yet to print, in the order they were asked. */
  readonly printing: readonly number[];
  /** Ordinals of open tickets whose paper a person must look after. */
  readonly printTroubles: readonly number[];
  readonly followUps: readonly OpenFollowUp[];
  /** Recorded today (`pre-shift-meeting`). */
  readonly meetings: readonly Meeting[];
  readonly figures: DayFigures;
  /** Shifts, swaps and leave: of this month and ahead; older ones are in the journal. */
  readonly roster: Roster;
}

export interface PlannedConfig {
  readonly config: HallConfig;
  readonly revision: number;
  readonly why: string;
  readonly by: Actor;
  readonly atMs: InstantMs;
}

export interface Lease {
  readonly device: string;
  readonly blocks: readonly LeaseBlock[];
  readonly fromMs: InstantMs;
  readonly untilMs: InstantMs;
  /** When its kiosk gave a number last, with the hub or without: the next is not earlier. */
  readonly notBeforeMs: InstantMs;
  /** By number: the ticket that it became, or null where it was refused. */
  readonly handedIn: Readonly<Record<string, string | null>>;
}

/** `service|class` or, for tickets kept for one counter, `service|class|counter`. */
export type QueueKey = string;

export interface Queue {
  readonly service: string;
  readonly class: string;
  readonly reservedFor: string | null;
  readonly ordinals: Sequence<number>;
}

/** A place in line that a ticket was led away from, as exactly as a line can be told. */
export interface FormerPlace {
  readonly service: string;
  readonly reservedFor: string | null;
  readonly queuedAtMs: InstantMs;
  readonly orderMs: InstantMs;
  readonly front: boolean;
  /** Who stood before it where their times do not say so, by ordinal. */
  readonly ahead: readonly number[];
}

export interface Ticket {
  readonly id: string;
  /** Position in the day's order of issue, from 0: the last tie-break of every order. */
  readonly ordinal: number;
  readonly number: string;
  readonly service: string;
  readonly class: string;
  readonly language: Language;
  readonly need: string | null;
  readonly customer: string | null;
  readonly state: TicketState;
  readonly issuedAtMs: InstantMs;
  /** When it joined its present queue; a transfer keeps it unless the hall says otherwise. */
  readonly queuedAtMs: InstantMs;
  /** Its time for comparing heads of queues: queue time, or that of the ticket it stands behind. */
  readonly orderMs: InstantMs;
  /** Stands before its class: back with its papers, or put back by a clerk called away. */
  readonly front: boolean;
  readonly reservedFor: string | null;
  /** Where it waited before a supervisor moved it; null where it has come to wait otherwise since. */
  readonly former: FormerPlace | null;
  /** The first clerk asked stays responsible (`first-asked`). */
  readonly owner: string | null;
  readonly counter: string | null;
  readonly clerk: string | null;
  /** Calls and recalls since it was last waiting. */
  readonly calls: number;
  readonly calledAtMs: InstantMs | null;
  readonly lastCallAtMs: InstantMs | null;
  readonly why: Why | null;
  /** First call minus queue time; set once. */
  readonly waitMs: number | null;
  readonly startedAtMs: InstantMs | null;
  readonly finishedAtMs: InstantMs | null;
  readonly missing: readonly string[];
  readonly rating: Rating | null;
  readonly estimate: Estimate | null;
  /** Its newest way onto paper, or null where nothing was printed. */
  readonly print: PrintJob | null;
}

export interface PrintJob {
  /** Counts the papers of one ticket, from 0. */
  readonly no: number;
  /** `device/id` of the printer. */
  readonly printer: string;
  readonly state: PrintState;
  readonly copy: boolean;
  /** Times that the printer took none of it. */
  readonly refusals: number;
  readonly sinceMs: InstantMs;
}

export interface CounterSeat {
  readonly id: string;
  readonly state: CounterState;
  readonly clerk: string | null;
  /** Ordinal of the ticket called or in service here. */
  readonly ticket: number | null;
  /** Ordinal of the ticket finished here last: it may be rated. */
  readonly finished: number | null;
  readonly openedAtMs: InstantMs | null;
  readonly sinceMs: InstantMs;
  readonly sign: SignPosted | null;
  readonly handover: HandoverUnderWay | null;
}

export interface HandoverUnderWay {
  readonly from: string;
  readonly to: string;
  readonly draft: HandoverRecord | null;
  readonly relieved: boolean;
  readonly sinceMs: InstantMs;
}

export interface HandoverAsked {
  readonly counter: string;
  readonly from: string;
  readonly to: string;
  readonly draft: HandoverRecord | null;
}

export interface Meeting {
  readonly meeting: string;
  readonly atMs: InstantMs;
  readonly heldBy: string;
  readonly attended: readonly string[];
  readonly points: readonly string[];
  /** Who of them has signed, and when. */
  readonly signed: readonly { readonly badge: string; readonly atMs: InstantMs }[];
}

/** What a discipline remembers between calls. */
export interface DisciplineMemory {
  /** Credit of each class under `ratio`. */
  readonly credits: Readonly<Record<string, number>>;
  /** Calls in a row above the default class, in the hall. */
  readonly consecutivePriority: number;
  /** `calledLess` counters of `profile` by `scope|rule queue`, scope `hall` or a counter's id. */
  readonly called: Readonly<Record<string, number>>;
}

export const initialDay: HallDay = {
  seq: 0,
  day: null,
  lastAtMs: 0,
  config: null,
  configRevision: 0,
  settingsRevision: 0,
  planned: null,
  hours: null,
  hallState: 'closed',
  ended: false,
  intakeHeld: null,
  lastCallNo: 0,
  tickets: emptySequence(),
  lastNumberByPrefix: {},
  leases: {},
  refusedHandIns: [],
  handInUntilMs: null,
  issuedByService: {},
  openByCustomer: {},
  queues: {},
  waitingCount: 0,
  waitingByService: {},
  aside: [],
  counters: {},
  ownServices: {},
  handoverQueue: [],
  memory: { credits: {}, consecutivePriority: 0, called: {} },
  notices: [],
  attached: {},
  printing: [],
  printTroubles: [],
  followUps: [],
  meetings: [],
  figures: { issued: 0, served: 0, missed: 0, cancelled: 0 },
  roster: emptyRoster,
};

export function queueKey(service: string, className: string, reservedFor: string | null): QueueKey {
  return reservedFor === null
    ? `${service}|${className}`
    : `${service}|${className}|${reservedFor}`;
}

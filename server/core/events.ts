import type { DayHours } from './calendar/business-day.ts';
import type { OpenFollowUp } from './follow-ups.ts';
import type { HallConfig } from './hall-config.ts';
import type { Why } from './disciplines/why.ts';
import type { CarriedRoster } from './roster/carry.ts';
import type { RosterEventData } from './roster/roster-events.ts';
import type {
  Actor,
  AttachedKind,
  AttachedState,
  BusinessDay,
  Estimate,
  HandInTrouble,
  InstantMs,
  Language,
  Override,
  Rating,
  Text,
  VaultChange,
} from './vocabulary.ts';

/** What a call adds to the hall's numbered stream of announcements; no gaps within a day. */
export interface CallNumbered {
  readonly callNo: number;
}

export interface SignPosted {
  readonly kind: 'paused' | 'absent' | 'handover';
  readonly reason: string;
  /** Expected return, or null where nobody can say. */
  readonly untilMs: InstantMs | null;
  readonly redirectTo: readonly string[];
}

export interface HandoverRecord {
  readonly equipment: string;
  readonly hardCases: string;
  readonly staffChanges: string;
  readonly followUps: readonly FollowUp[];
  readonly note: string | null;
}

/** Somebody who must be answered again, and by whom. */
export interface FollowUp {
  readonly text: string;
  readonly ticket: string | null;
  readonly owner: string;
  /** In a record: an open one that is said again; otherwise it is new. */
  readonly id?: string;
}

export interface DayFigures {
  readonly issued: number;
  readonly served: number;
  readonly missed: number;
  readonly cancelled: number;
}

interface EventData extends RosterEventData {
  /** First event of every business day. Carries all that the day needs from earlier ones. */
  DayBegan: {
    readonly day: BusinessDay;
    readonly config: HallConfig;
    readonly configRevision: number;
    readonly hours: DayHours | null;
    readonly followUps: readonly (FollowUp & Partial<OpenFollowUp>)[];
    readonly notices: readonly Notice[];
    readonly counters: readonly CarriedSeat[];
    /** Counts what is planned as well; missing where nothing was ever planned. */
    readonly settingsRevision?: number;
    /** Missing in journals that were begun before there were attached devices. */
    readonly attached?: readonly AttachedDevice[];
    /** Missing where nobody has planned shifts. */
    readonly roster?: CarriedRoster;
  };
  HallConfigured: {
    readonly config: HallConfig;
    readonly revision: number;
    readonly why: string;
    readonly hours: DayHours | null;
  };
  /** Holds from the next business day on, unless it is withdrawn or planned anew before. */
  ConfigurationPlanned: {
    readonly config: HallConfig;
    readonly revision: number;
    readonly why: string;
    /** Whose plan it is, where it only goes along with a change that somebody made for now. */
    readonly by?: Actor;
  };
  ConfigurationWithdrawn: { readonly revision: number };
  HallOpened: { readonly lateMs: number };
  ClosingReminded: { readonly closesAtMs: InstantMs };
  IntakeClosed: { readonly waitingCount: number };
  IntakeSet: { readonly state: 'open' | 'closed'; readonly reason: string };
  HallClosed: { readonly figures: DayFigures; readonly openCounters: readonly string[] };
  NoticePosted: Notice;
  NoticeWithdrawn: { readonly notice: string };
  /** As they stand on the screens, the first one first; what is not named stays before them. */
  NoticesOrdered: { readonly notices: readonly string[] };

  TicketIssued: {
    readonly ticket: string;
    readonly number: string;
    readonly prefix: string;
    readonly service: string;
    readonly class: string;
    readonly language: Language;
    readonly source: 'kiosk' | 'staff' | 'phone';
    /** Opaque reference into the vault; never a name or a phone number. */
    readonly customer: string | null;
    readonly need: string | null;
    readonly estimate: Estimate | null;
    readonly ahead: number;
    /** Given while the hub was away, and handed in now; it queues from then on. */
    readonly offline?: { readonly lease: string; readonly givenAtMs: InstantMs };
  };
  /** Numbers of a kiosk's own, for the time in which the hub is away; nobody else gives them. */
  NumbersLeased: {
    readonly lease: string;
    readonly device: string;
    readonly blocks: readonly LeaseBlock[];
    /** Opening and the end of intake: it gives none outside. */
    readonly fromMs: InstantMs;
    readonly untilMs: InstantMs;
  };
  HandInRefused: RefusedHandIn;
  TicketCalled: {
    readonly ticket: string;
    readonly counter: string;
    readonly clerk: string;
    readonly why: Why;
    /** Set at the first call only; never rewritten. */
    readonly waitMs: number | null;
  } & CallNumbered;
  TicketRecalled: { readonly ticket: string; readonly counter: string } & CallNumbered;
  ServiceStarted: { readonly ticket: string; readonly counter: string };
  ServiceFinished: {
    readonly ticket: string;
    readonly counter: string;
    readonly outcome: string | null;
    readonly serviceMs: number;
  };
  ServiceRated: { readonly ticket: string; readonly counter: string; readonly rating: Rating };
  TicketMissed: { readonly ticket: string; readonly counter: string };
  TicketRejoined: { readonly ticket: string; readonly behind: number };
  /** `callNo` is set where the customer is told another counter (a redirect is announced). */
  TicketTransferred: {
    readonly ticket: string;
    readonly from: string | null;
    readonly service: string;
    readonly counter: string | null;
    /** `former`: a move is taken back. */
    readonly place: 'keep' | 'front' | 'back' | 'former';
    /** With `former`: the queue time that the ticket has again. */
    readonly queuedAtMs?: InstantMs;
    readonly reason: string;
    readonly callNo: number | null;
  };
  TicketParked: {
    readonly ticket: string;
    readonly counter: string;
    readonly missing: readonly string[];
    readonly note: string | null;
  };
  TicketReturned: { readonly ticket: string };
  TicketCancelled: { readonly ticket: string };
  TicketPutBack: {
    readonly ticket: string;
    readonly counter: string;
    readonly place: 'keep' | 'front';
    readonly why: 'supervisor' | 'absence' | 'release' | 'day-over';
  };
  TicketLapsed: { readonly ticket: string };

  CounterOpened: { readonly counter: string; readonly clerk: string };
  CounterPaused: {
    readonly counter: string;
    readonly kind: 'routine' | 'absence';
    readonly sign: SignPosted;
  };
  CounterResumed: { readonly counter: string };
  CounterClosed: { readonly counter: string };
  CounterReleased: { readonly counter: string; readonly clerk: string | null };
  /** What a counter serves from now on; `lent`: for the rest of the day only. */
  CounterServicesSet: {
    readonly counter: string;
    readonly services: readonly string[];
    readonly lent: boolean;
  };

  HandoverQueued: {
    readonly counter: string;
    readonly from: string;
    readonly to: string;
    readonly draft: HandoverRecord | null;
  };
  HandoverStarted: {
    readonly counter: string;
    readonly from: string;
    readonly to: string;
    readonly draft: HandoverRecord | null;
    readonly sign: SignPosted;
  };
  HandoverRelieved: { readonly counter: string; readonly by: string };
  HandoverCompleted: {
    readonly counter: string;
    readonly from: string;
    readonly to: string;
    readonly record: HandoverRecord;
  };
  HandoverCancelled: { readonly counter: string };

  /** `first-asked`: somebody must be answered again. Named by `id` from here on. */
  FollowUpOpened: {
    readonly id: string;
    readonly text: string;
    /** Of the ticket it is about, on the day it was written down. */
    readonly number: string | null;
    readonly owner: string;
    readonly by: string;
    readonly dueDay: BusinessDay;
  };
  FollowUpPassed: {
    readonly followUp: string;
    readonly from: string;
    readonly to: string;
    readonly reason: string | null;
  };
  /** Says once more what was owed, since the event that opened it may be days away. */
  FollowUpAnswered: {
    readonly followUp: string;
    readonly how: string;
    readonly text: string;
    readonly number: string | null;
    readonly owner: string;
    readonly by: string;
    readonly sinceMs: InstantMs;
    readonly dueDay: BusinessDay;
  };
  MeetingRecorded: {
    readonly meeting: string;
    readonly heldBy: string;
    readonly attended: readonly string[];
    readonly points: readonly string[];
  };
  MeetingSigned: { readonly meeting: string; readonly badge: string };
  /** A remark beside a quality sheet; `badge` null: the hall's own. */
  QualityNoted: {
    readonly note: string;
    readonly month: string;
    readonly badge: string | null;
    readonly kind: 'inspection' | 'objection';
    readonly line: string | null;
    readonly text: string;
  };

  /** Something attached to an agent has appeared or is in another state. */
  DeviceStateChanged: { readonly device: string } & AttachedReport;
  DeviceDetached: { readonly device: string; readonly id: string };
  /** `fault-notice`: a facility is out of order and the hall is told, with its expected return. */
  FaultRaised: {
    readonly device: string;
    readonly id: string;
    readonly state: AttachedState;
    readonly untilMs: InstantMs;
  };
  FaultEnded: {
    readonly device: string;
    readonly id: string;
    readonly why: 'fixed' | 'withdrawn';
  };

  /** A ticket shall be printed; `printer` is `device/id`. */
  PrintAsked: {
    readonly ticket: string;
    readonly job: string;
    readonly printer: string;
    readonly copy: boolean;
  };
  /** From here on nobody may begin this job again. */
  PrintBegan: PrintOf;
  /** The operating system has taken all bytes; that is not paper yet. */
  PrintSent: PrintOf;
  /** The printer answered ready behind the data. */
  Printed: PrintOf;
  PrintUncertain: PrintOf & { readonly detail: string | null };
  PrintRefused: PrintOf & { readonly detail: string | null };
  PrintSettled: PrintOf & { readonly as: 'printed' | 'dropped' };

  DevicePaired: { readonly device: string; readonly kind: string; readonly name: string };
  DeviceRevoked: { readonly device: string };
  StaffSignedIn: { readonly badge: string };
  StaffSignedOut: { readonly badge: string };
  /** Pins, customers and names of devices live in the vault: here stands that they were changed. */
  VaultChanged: VaultChange;
}

export interface PrintOf {
  readonly ticket: string;
  readonly job: string;
}

/** Both ends are given. */
export interface LeaseBlock {
  readonly prefix: string;
  readonly from: number;
  readonly to: number;
}

/** A number that a kiosk gave without the hub and that could not be queued afterwards. */
export interface RefusedHandIn {
  readonly lease: string;
  readonly device: string;
  readonly number: string;
  readonly service: string;
  readonly givenAtMs: InstantMs;
  readonly why: HandInTrouble;
}

/** What an agent tells of one device attached to it. */
export interface AttachedReport {
  /** As the agent's device file names it. */
  readonly id: string;
  readonly kind: AttachedKind;
  readonly state: AttachedState;
  /** A few words for staff; never what a customer typed or showed. */
  readonly detail: string | null;
  readonly counter: string | null;
  /** Name or id of the kiosk it serves; null: any. */
  readonly kiosk: string | null;
}

/** A device beside an agent, as the hall knows it. */
export interface AttachedDevice extends AttachedReport {
  /** The agent's own device id. */
  readonly device: string;
  readonly sinceMs: InstantMs;
  /** The notice that stands on the screens; `until` is when it is expected back. */
  readonly fault: { readonly sinceMs: InstantMs; readonly untilMs: InstantMs } | null;
  /** A supervisor took the notice down: it is not raised again for this fault. */
  readonly hidden: boolean;
}

export interface Notice {
  readonly notice: string;
  readonly text: Text;
  /** `fault-notice` needs a reason and the expected return. */
  readonly kind: 'notice' | 'fault';
  /** From when it stands on the screens; none: at once. */
  readonly fromMs?: InstantMs;
  readonly untilMs: InstantMs | null;
}

/** A seat that stood open over the end of the day. */
export interface CarriedSeat {
  readonly counter: string;
  readonly clerk: string;
  readonly state: 'idle' | 'paused' | 'absent';
  readonly sign: SignPosted | null;
}

export type EventType = keyof EventData;
export type EventOf<T extends EventType> = { readonly type: T; readonly data: EventData[T] };
/** What `decide` answers: the hub adds seq, day, time and actor. */
export type NewEvent = { [T in EventType]: EventOf<T> }[EventType] & {
  readonly override?: Override;
  /** Set where the event falls due behind another actor's command: the clock's. */
  readonly actor?: Actor;
};

/** An event as it stands in the journal. */
export type HallEvent = NewEvent & {
  readonly seq: number;
  readonly day: BusinessDay;
  readonly atMs: InstantMs;
  readonly actor: Actor;
};

import type { QualityConfig } from './quality.ts';
import type { BusinessDay, Language, Role, Text } from './vocabulary.ts';

/**
 * A hall as it is configured: what the hall file says, with defaults filled in and secrets taken
 * out (pins and customers live in the vault, beside the journal). Stands whole in HallConfigured.
 */
export interface HallConfig {
  readonly hall: {
    readonly id: string;
    readonly name: Text;
    readonly timezone: string;
    readonly hotline: string | null;
    readonly languages: readonly Language[];
  };
  /** A training hall says so on every screen; its clock may be steered. */
  readonly training: boolean;
  readonly hours: HallHours;
  /** The first is the default class; a higher rank is called earlier. */
  readonly classes: readonly ClassConfig[];
  readonly services: readonly ServiceConfig[];
  readonly counters: readonly CounterConfig[];
  readonly staff: readonly StaffConfig[];
  readonly discipline: Discipline;
  readonly guards: DisciplineGuards;
  readonly policy: Policy;
  readonly notices: readonly NoticeConfig[];
  /** The printed ticket; missing where the hall keeps the house's own. */
  readonly ticket?: TicketTemplate;
  /** Absent in what was written before there were quality sheets. */
  readonly quality?: QualityConfig;
  /** Absent in what was written before halls had a voice. */
  readonly voice?: VoiceConfig;
}

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

/** Local times `HH:MM`; `to` may be `24:00`. */
export interface OpeningHours {
  readonly from: string;
  readonly to: string;
}

export interface HallHours {
  readonly weekly: Readonly<Record<Weekday, OpeningHours | null>>;
  readonly exceptions: readonly HoursException[];
  readonly closingNoticeMinutes: number;
}

export interface HoursException {
  readonly date: BusinessDay;
  readonly hours: OpeningHours | null;
  readonly reason: string;
}

export interface ClassConfig {
  readonly id: string;
  readonly rank: number;
  readonly name: Text;
  /** Numbers of this class carry this prefix instead of the service's. */
  readonly prefix: string | null;
  /** Tighter than the service's promise, when given (used by the `promise` discipline). */
  readonly promiseMinutes: number | null;
  /** Taken only by customers on the hall's list, by phone or card number. */
  readonly needsCustomer: boolean;
}

export interface ServiceConfig {
  readonly id: string;
  readonly name: Text;
  /** For narrow places. */
  readonly short: Text;
  readonly prefix: string;
  /** Waiting and service together: `ten-minute-promise`. */
  readonly promiseMinutes: number;
  readonly expectedMinutes: number;
  readonly quotaPerDay: number | null;
  readonly papers: readonly Text[];
  /** Name of an icon of the pages, e.g. `payment`. */
  readonly icon: string | null;
}

export interface CounterConfig {
  readonly id: string;
  /** Service ids, or `*` for all. */
  readonly services: readonly string[];
  /** Classes or services called first here, whatever the discipline says. */
  readonly prefers: readonly string[];
  readonly backup: { readonly services: readonly string[]; readonly afterMinutes: number } | null;
  readonly place: Text | null;
}

export interface StaffConfig {
  readonly badge: string;
  readonly name: string;
  readonly role: Role;
  /** Path of a photo below the data folder's `photos`, or null. */
  readonly photo: string | null;
  /** May call a named ticket out of order. */
  readonly mayCallOutOfOrder: boolean;
}

export type ProfileCondition =
  | { readonly kind: 'waitOver'; readonly queue: string; readonly minutes: number }
  | { readonly kind: 'lengthOver'; readonly queue: string; readonly count: number }
  | {
      readonly kind: 'calledLess';
      readonly queue: string;
      readonly n: number;
      readonly scope: 'counter' | 'hall';
    }
  | { readonly kind: 'between'; readonly from: string; readonly to: string }
  | { readonly kind: 'all'; readonly conditions: readonly ProfileCondition[] };

export interface ProfileRule {
  readonly when: ProfileCondition;
  /** Id of a class or a service. */
  readonly call: string;
}

export type ProfileFinally =
  | { readonly kind: 'max-wait' }
  | { readonly kind: 'list-order'; readonly queues: readonly string[] }
  | { readonly kind: 'ratio'; readonly shares: Readonly<Record<string, number>> };

/** Who is called next: docs/disciplines.md. Keys of `shares` and `weights` are class ids. */
export type Discipline =
  | { readonly kind: 'fifo' }
  | { readonly kind: 'strict' }
  | { readonly kind: 'ratio'; readonly shares: Readonly<Record<string, number>> }
  | { readonly kind: 'aging'; readonly weights: Readonly<Record<string, number>> }
  | { readonly kind: 'promise' }
  | {
      readonly kind: 'profile';
      readonly rules: readonly ProfileRule[];
      readonly finally: ProfileFinally;
    };

export interface DisciplineGuards {
  /** After this many calls in a row above the default class, one default-class ticket. */
  readonly maxConsecutivePriority: number | null;
  /** By class id: a ticket that has waited longer goes first, oldest first. */
  readonly maxWaitMinutes: Readonly<Record<string, number>>;
}

export type PauseReading = 'strict' | 'covered' | 'off';

export interface Policy {
  readonly routinePause: PauseReading;
  readonly signOff: PauseReading;
  readonly handover: PauseReading;
  readonly noShow: {
    readonly minCalls: number;
    readonly minSeconds: number;
    readonly rejoinAfter: number;
  };
  readonly recallMax: number;
  readonly recallGapSeconds: number;
  readonly startOnCall: boolean;
  readonly maxOpenTicketsPerPerson: number;
  readonly handoverMaxMinutes: number;
  readonly transferPlace: 'keep' | 'front' | 'back';
  readonly ratingMinutes: number;
  /** A console nobody touches locks itself after it (rule `privacy`); 0: never. Older halls: none. */
  readonly lockAfterMinutes?: number;
  /** `off` lets a hall keep hours of its own (rule `open-every-day`). */
  readonly openEveryDay: 'strict' | 'off';
}

export interface NoticeConfig {
  readonly id: string;
  readonly text: Text;
}

/** What may stand on a printed ticket, each in a line of its own (`server/paper`). */
export const ticketParts = [
  'logo',
  'hall',
  'service',
  'number',
  'class',
  'ahead',
  'estimate',
  'time',
  'code',
  'how',
  'papers',
  'notices',
  'hotline',
  'text',
  'rule',
  'space',
] as const;
export type TicketPart = (typeof ticketParts)[number];

export interface TicketLine {
  readonly show: TicketPart;
  /** Of `text` alone. */
  readonly text: Text | null;
  /** Times the usual size, 1 to 8; null: as large as is usual for the part. */
  readonly size: number | null;
  readonly align: 'left' | 'center' | 'right' | null;
  readonly bold: boolean | null;
}

/** A printed ticket, from top to bottom. */
export interface TicketTemplate {
  /** `customer`: in the language the customer chose; `both`: in every language of the hall. */
  readonly language: 'customer' | 'both';
  readonly logo: Bitmap | null;
  readonly lines: readonly TicketLine[];
}

/** A picture of black dots. */
export interface Bitmap {
  readonly widthDots: number;
  readonly heightDots: number;
  /** Base64 of its rows, each filled up to whole bytes; the highest bit is on the left, 1 is black. */
  readonly bits: string;
}

/** How calls are spoken: docs/voice.md. */
export interface VoiceConfig {
  /** False: the chime alone. */
  readonly spoken: boolean;
  /** 0 to 100, of chime and voice together. */
  readonly volumePercent: number;
  /** In the order in which they are said. */
  readonly languages: readonly Language[];
  /** Says 幺 for 一 in numbers of tickets. */
  readonly oneAsYao: boolean;
  /** Local times in which the chime sounds alone. */
  readonly quietHours: readonly OpeningHours[];
  /** A voice pack of the data folder; null: the one chosen on the voice page. */
  readonly pack: string | null;
  /** Folder of a sherpa-onnx model, or null. */
  readonly model: string | null;
  /** Voices of espeak-ng by name; null: the first that speaks the language. */
  readonly voices: Readonly<Record<Language, string | null>>;
  readonly wordsPerMinute: number;
  /** Name of the lobby screen that speaks whenever it can; null: whichever is there. */
  readonly screen: string | null;
  /** Wording of the hall's own, by kind of announcement. */
  readonly templates: Readonly<Record<string, Text>>;
}

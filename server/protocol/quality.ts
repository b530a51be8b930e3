import type { HandoverRecord } from '#core/events.ts';
import type { QualityItem } from '#core/quality.ts';
import type { BusinessDay } from '#core/vocabulary.ts';
import type { ReportNames, ReportRange } from './report.ts';

/** The quality sheets of a month and the records of staff: docs/quality.md. */

/** A deduction, with the event that shows it. */
export interface QualityLine {
  /** Names the line for remarks: `SEQ-ITEM`. */
  readonly line: string;
  readonly item: QualityItem;
  readonly rule: string;
  readonly seq: number;
  readonly date: BusinessDay;
  readonly at: string;
  readonly counter: string | null;
  readonly clerk: string | null;
  readonly number: string | null;
  readonly seconds: number | null;
  readonly part: 'waiting' | 'service' | null;
  readonly text: string | null;
  /** Deducted for it; 0 where the most of its item was reached before, or it weighs nothing. */
  readonly points: number;
}

export interface QualityItemSum {
  readonly item: QualityItem;
  /** Breaches of the month, also those that deduct nothing any more. */
  readonly count: number;
  readonly points: number;
}

export interface QualityRemark {
  readonly seq: number;
  readonly at: string;
  readonly by: string | null;
  readonly kind: 'inspection' | 'objection';
  readonly line: string | null;
  readonly text: string;
}

export interface QualitySheet {
  /** Null: the hall’s. */
  readonly badge: string | null;
  readonly base: number;
  /** The sum of the lines' points. */
  readonly deducted: number;
  /** `base` less `deducted`, never below 0. */
  readonly score: number;
  readonly items: readonly QualityItemSum[];
  /** All that deduct, and the first of the others; `linesCount` tells how many there are. */
  readonly lines: readonly QualityLine[];
  readonly linesCount: number;
  readonly remarks: readonly QualityRemark[];
}

export interface QualityMonth {
  readonly month: string;
  readonly from: BusinessDay;
  readonly to: BusinessDay;
  /** Whether the month is over, with all its days. */
  readonly complete: boolean;
  readonly timezone: string;
  readonly names: ReportNames;
  readonly sheets: readonly QualitySheet[];
  readonly range: ReportRange;
}

export interface HandoverLineRecord {
  readonly seq: number;
  readonly date: BusinessDay;
  readonly counter: string;
  readonly from: string;
  readonly to: string;
  readonly askedAt: string;
  readonly relievedAt: string;
  readonly at: string;
  readonly record: HandoverRecord;
  readonly shift: {
    readonly from: string;
    readonly served: number;
    readonly missed: number;
    readonly transferred: number;
    readonly parked: number;
  };
}

export interface MeetingRecord {
  readonly seq: number;
  readonly meeting: string;
  readonly date: BusinessDay;
  readonly at: string;
  readonly heldBy: string;
  readonly recordedBy: string | null;
  readonly attended: readonly string[];
  readonly points: readonly string[];
  readonly signed: readonly { readonly badge: string; readonly at: string }[];
}

export interface AnsweredRecord {
  readonly seq: number;
  readonly date: BusinessDay;
  readonly at: string;
  readonly by: string | null;
  readonly how: string;
  readonly text: string;
  readonly number: string | null;
  readonly owner: string;
  readonly openedBy: string;
  readonly since: string;
  readonly dueDay: BusinessDay;
}

/** What staff wrote down on the days of a range, newest first. */
export interface RecordsOfDays {
  readonly from: BusinessDay;
  readonly to: BusinessDay;
  readonly complete: boolean;
  readonly timezone: string;
  readonly names: ReportNames;
  readonly handovers: readonly HandoverLineRecord[];
  readonly meetings: readonly MeetingRecord[];
  readonly answered: readonly AnsweredRecord[];
  readonly range: ReportRange;
}

/** A matter that is owed an answer (rule first-asked), as it stands now. */
export interface FollowUpView {
  readonly id: string;
  readonly text: string;
  readonly number: string | null;
  readonly owner: string;
  readonly by: string;
  readonly since: string;
  readonly day: BusinessDay;
  readonly dueDay: BusinessDay;
  readonly passes: number;
  readonly overdue: boolean;
}

/** Open follow-ups, the most overdue first, and today's meetings: of the running day. */
export interface OpenRecords {
  readonly today: BusinessDay;
  readonly staff: readonly {
    readonly badge: string;
    readonly name: string;
    readonly role: 'clerk' | 'supervisor';
    /** Holds a counter, or has signed in today and not left. */
    readonly present: boolean;
    /** By the published roster, local times: their shift that runs or begins within the hour. */
    readonly shift: { readonly from: string; readonly to: string } | null;
  }[];
  readonly followUps: readonly FollowUpView[];
  readonly meetings: readonly Omit<MeetingRecord, 'seq' | 'date' | 'recordedBy'>[];
  readonly meetingDue: boolean;
}

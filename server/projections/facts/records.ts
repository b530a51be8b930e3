import type { EventOf, HandoverRecord, HallEvent } from '#core/events.ts';
import type { BusinessDay, InstantMs } from '#core/vocabulary.ts';
import type { Change } from '../tracker.ts';

/** What staff wrote down on a day, as it stands in the journal. */
export interface DayRecords {
  readonly handovers: readonly HandoverFacts[];
  readonly meetings: readonly MeetingFacts[];
  readonly answered: readonly AnsweredFacts[];
  readonly remarks: readonly RemarkFacts[];
  /** `swap-limits`: who answers for missed shifts, perhaps of days before; the last one holds. */
  readonly answerable: readonly EventOf<'AnswerableNamed'>['data'][];
}

/** A handover that was completed, with its record, both signatures and the shift's own figures. */
export interface HandoverFacts {
  /** Of the event that completed it: the record's own number in the journal. */
  readonly seq: number;
  readonly counter: string;
  readonly from: string;
  readonly to: string;
  /** The outgoing clerk signed by asking. */
  readonly askedAtMs: InstantMs;
  readonly relievedAtMs: InstantMs;
  /** The incoming clerk signed by completing. */
  readonly atMs: InstantMs;
  readonly record: HandoverRecord;
  readonly shift: ShiftFacts;
}

export interface ShiftFacts {
  readonly fromMs: InstantMs;
  readonly served: number;
  readonly missed: number;
  readonly transferred: number;
  readonly parked: number;
}

export interface MeetingFacts extends Omit<EventOf<'MeetingRecorded'>['data'], 'meeting'> {
  readonly seq: number;
  readonly meeting: string;
  readonly atMs: InstantMs;
  readonly recordedBy: string | null;
  readonly signed: readonly { readonly badge: string; readonly atMs: InstantMs }[];
}

export interface AnsweredFacts {
  readonly seq: number;
  readonly atMs: InstantMs;
  readonly by: string | null;
  readonly how: string;
  readonly text: string;
  readonly number: string | null;
  readonly owner: string;
  readonly openedBy: string;
  readonly sinceMs: InstantMs;
  readonly dueDay: BusinessDay;
}

export interface RemarkFacts {
  readonly seq: number;
  readonly atMs: InstantMs;
  readonly by: string | null;
  readonly month: string;
  readonly badge: string | null;
  readonly kind: 'inspection' | 'objection';
  readonly line: string | null;
  readonly text: string;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
interface Asked {
  readonly askedAtMs: InstantMs;
  relievedAtMs: InstantMs | null;
}

export function createDayRecords() {
  const handovers: HandoverFacts[] = [];
  const meetings: MeetingFacts[] = [];
  const answered: AnsweredFacts[] = [];
  const remarks: RemarkFacts[] = [];
  const answerable: EventOf<'AnswerableNamed'>['data'][] = [];
  const shifts = new Map<string, Mutable<ShiftFacts>>();
  const asked = new Map<string, Asked>();

  function shiftBegins(counter: string, fromMs: InstantMs): void {
    shifts.set(counter, { fromMs, served: 0, missed: 0, transferred: 0, parked: 0 });
  }

  function count(event: HallEvent, { before }: Change): void {
    const shift = before.counter === null ? undefined : shifts.get(before.counter);
    if (shift === undefined) return;
    switch (event.type) {
      case 'ServiceFinished':
        shift.served += 1;
        return;
      case 'TicketMissed':
        shift.missed += 1;
        return;
      case 'TicketTransferred':
        shift.transferred += 1;
        return;
      case 'TicketParked':
        shift.parked += 1;
        return;
      default:
        return;
    }
  }

  function completed(event: Extract<HallEvent, { type: 'HandoverCompleted' }>): void {
    const { seq, atMs } = event;
    const { counter, from, to, record } = event.data;
    const { askedAtMs = atMs, relievedAtMs = null } = asked.get(counter) ?? {};
    asked.delete(counter);
    const shift = shifts.get(counter);
    handovers.push({
      seq,
      counter,
      from,
      to,
      askedAtMs,
      relievedAtMs: relievedAtMs ?? atMs,
      atMs,
      record,
      shift: shift ?? { fromMs: askedAtMs, served: 0, missed: 0, transferred: 0, parked: 0 },
    });
    shiftBegins(counter, atMs);
  }

  function apply(event: HallEvent, change: Change | null): void {
    if (change !== null) count(event, change);
    const { seq, atMs } = event;
    const by = event.actor.kind === 'staff' ? event.actor.badge : null;
    switch (event.type) {
      case 'DayBegan':
        for (const { counter } of event.data.counters) shiftBegins(counter, atMs);
        return;
      case 'CounterOpened':
        shiftBegins(event.data.counter, atMs);
        return;
      case 'HandoverStarted':
        asked.set(event.data.counter, { askedAtMs: atMs, relievedAtMs: null });
        return;
      case 'HandoverRelieved': {
        const begun = asked.get(event.data.counter);
        if (begun !== undefined) begun.relievedAtMs = atMs;
        return;
      }
      case 'HandoverCompleted':
        completed(event);
        return;
      case 'MeetingRecorded':
        meetings.push({ ...event.data, seq, atMs, recordedBy: by, signed: [] });
        return;
      case 'MeetingSigned': {
        const index = meetings.findIndex(({ meeting }) => meeting === event.data.meeting);
        const meeting = meetings[index];
        if (meeting === undefined) return;
        const signed = [...meeting.signed, { badge: event.data.badge, atMs }];
        meetings[index] = { ...meeting, signed };
        return;
      }
      case 'FollowUpAnswered': {
        const { how, text, number, owner, by: openedBy, sinceMs, dueDay } = event.data;
        const said = { how, text, number, owner, openedBy, sinceMs, dueDay };
        answered.push({ seq, atMs, by, ...said });
        return;
      }
      case 'AnswerableNamed':
        answerable.push(event.data);
        return;
      case 'QualityNoted': {
        const { month, badge, kind, line, text } = event.data;
        remarks.push({ seq, atMs, by, month, badge, kind, line, text });
        return;
      }
      default:
        return;
    }
  }

  return {
    apply,
    read: (): DayRecords => ({
      handovers: [...handovers],
      meetings: [...meetings],
      answered: [...answered],
      remarks: [...remarks],
      answerable: [...answerable],
    }),
  };
}

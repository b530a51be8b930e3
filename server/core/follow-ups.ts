import { addDays } from './calendar/business-day.ts';
import { nextOpening } from './calendar/next-opening.ts';
import type { FollowUp, HallEvent } from './events.ts';
import type { HallConfig } from './hall-config.ts';
import type { BusinessDay, InstantMs } from './vocabulary.ts';

/**
 * `first-asked`: a matter that is still owed an answer, with its owner. It stays on the list, over
 * handovers and over days, until somebody writes down how it was answered.
 */
export interface OpenFollowUp extends FollowUp {
  readonly id: string;
  /** Number of the ticket, kept since tickets do not outlive their day. */
  readonly number: string | null;
  /** Who wrote it down first. */
  readonly by: string;
  readonly sinceMs: InstantMs;
  readonly day: BusinessDay;
  /** The business day by whose end it is to be answered. */
  readonly dueDay: BusinessDay;
  /** How often it went to another owner. */
  readonly passes: number;
}

/** Open follow-ups of a hall at once; their list travels in the first event of every day. */
export const followUpsMax = 500;

/** Follows one event of the hall; the same list where it is no follow-up's. */
export function followUpsAfter(
  open: readonly OpenFollowUp[],
  event: HallEvent,
  config: HallConfig | null,
): readonly OpenFollowUp[] {
  if (event.type === 'DayBegan') {
    return event.data.followUps.map((each, index) => carried(each, index, event, config));
  }
  if (event.type === 'FollowUpOpened') {
    const { atMs, day, data } = event;
    return [...open, { ...data, ticket: null, sinceMs: atMs, day, passes: 0 }];
  }
  if (event.type === 'FollowUpPassed') {
    const { followUp, to } = event.data;
    return open.map((each) =>
      each.id === followUp ? { ...each, owner: to, passes: each.passes + 1 } : each,
    );
  }
  if (event.type === 'FollowUpAnswered') {
    return open.filter(({ id }) => id !== event.data.followUp);
  }
  return event.type === 'HandoverCompleted' ? handedOver(open, event, config) : open;
}

/** By the end of the next day on which the hall opens. */
export function usualDueDay(
  config: HallConfig | null,
  day: BusinessDay,
  atMs: InstantMs,
): BusinessDay {
  if (config === null) return addDays(day, 1);
  const { hours, hall } = config;
  let next = nextOpening(hours, hall.timezone, atMs);
  // Before today's opening the next one is today's.
  if (next?.day === day) next = nextOpening(hours, hall.timezone, next.opensAtMs);
  return next?.day ?? addDays(day, 1);
}

/** Journals from before follow-ups had ids name them by the event that carries them. */
function carried(
  each: FollowUp & Partial<OpenFollowUp>,
  index: number,
  { seq, atMs, day }: HallEvent,
  config: HallConfig | null,
): OpenFollowUp {
  const { text, ticket, owner } = each;
  return {
    text,
    ticket,
    owner,
    id: each.id ?? idOf(seq, index),
    number: each.number ?? null,
    by: each.by ?? owner,
    sinceMs: each.sinceMs ?? atMs,
    day: each.day ?? day,
    dueDay: each.dueDay ?? usualDueDay(config, day, atMs),
    passes: each.passes ?? 0,
  };
}

/**
 * All that the outgoing clerk still owes goes to the incoming one, whether or not the record says
 * it again: nothing is forgotten by leaving it out. Where the record words it otherwise (by its
 * id) those words hold; what it adds is new.
 */
function handedOver(
  open: readonly OpenFollowUp[],
  event: Extract<HallEvent, { type: 'HandoverCompleted' }>,
  config: HallConfig | null,
): readonly OpenFollowUp[] {
  const { from, to, record } = event.data;
  const wordsOf = ({ id, text }: OpenFollowUp): string =>
    record.followUps.find((written) => written.id === id)?.text ?? text;
  const passed = open.map((each) =>
    each.owner === from
      ? { ...each, text: wordsOf(each), owner: to, passes: each.passes + 1 }
      : each,
  );
  const known = (written: FollowUp): boolean =>
    open.some(
      (each) => each.id === written.id || (each.owner === from && each.text === written.text),
    );
  const added = record.followUps
    .filter((written) => !known(written))
    .map((written, index) =>
      carried(
        { ...written, id: idOf(event.seq, index), owner: to, by: from, number: null },
        index,
        event,
        config,
      ),
    );
  return [...passed, ...added];
}

function idOf(seq: number, index: number): string {
  return `${seq}-${index}`;
}

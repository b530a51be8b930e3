import { classOf, configOf, counterOf, isReceiving, offers, staffOf } from '#core/lookup.ts';
import { at } from '#core/sequence.ts';
import type { CounterSeat, Ticket } from '#core/state.ts';
import type { NextView, ReminderView } from '#protocol/views.ts';
import { reminderText, type Reminder } from '#protocol/words/reminders.ts';
import { clockTime } from '#protocol/words/text.ts';
import { isSpecialNeeds } from '#protocol/words/why.ts';
import { ticketAtSeat } from './console-keys.ts';
import { isOverdue } from './open-records.ts';
import { swapsToAnswer } from './roster.ts';
import type { ViewSources } from './view-sources.ts';
import { newVips } from './vip-arrivals.ts';

const remindersMax = 10;
/** A promise with less than this left is worth a reminder. */
const nearSeconds = 120;

/** What a console reminds of now, the most pressing first. */
export function remindersFor(
  sources: ViewSources,
  seat: CounterSeat,
  next: readonly NextView[],
): readonly ReminderView[] {
  if (seat.state === 'closed') return [];
  const reminders = [
    ...ofTicket(sources, seat),
    ...ofAbsence(sources, seat),
    ...ofHandovers(sources, seat),
    ...ofPromises(next),
    ...ofVips(sources, seat),
    ...ofHall(sources, seat),
    ...ofAnswers(sources, seat),
    ...ofSwaps(sources, seat),
  ];
  return reminders
    .slice(0, remindersMax)
    .map((reminder) => ({ kind: reminder.kind, text: reminderText(reminder) }));
}

/** `swap-limits`: both agree; the one who is asked reads it here first. */
function ofSwaps({ state }: ViewSources, seat: CounterSeat): readonly Reminder[] {
  const [asked] = seat.clerk === null ? [] : swapsToAnswer(state, seat.clerk);
  if (asked === undefined) return [];
  const from = staffOf(configOf(state), asked.asker)?.name ?? asked.asker;
  return [{ kind: 'swap-asked', from }];
}

/** `special-needs-first`: so that the clerk can stand up and help. */
function ofTicket(sources: ViewSources, seat: CounterSeat): readonly Reminder[] {
  const ticket = ticketAtSeat(sources, seat);
  if (ticket === undefined || !needsCare(sources, ticket)) return [];
  return [{ kind: 'special-needs', number: ticket.number, need: ticket.need }];
}

export function needsCare({ state }: ViewSources, ticket: Ticket): boolean {
  const config = configOf(state);
  const own = classOf(config, ticket.class);
  return ticket.need !== null || (own !== undefined && isSpecialNeeds(config, own));
}

function ofAbsence({ state, nowMs }: ViewSources, seat: CounterSeat): readonly Reminder[] {
  const untilMs = seat.sign?.untilMs ?? null;
  const away = seat.state === 'absent' || seat.state === 'paused';
  if (!away || untilMs === null || untilMs > nowMs) return [];
  const until = clockTime(untilMs, configOf(state).hall.timezone);
  return [{ kind: 'absence-over', until }];
}

function ofHandovers({ state, nowMs }: ViewSources, seat: CounterSeat): readonly Reminder[] {
  const config = configOf(state);
  const reminders: Reminder[] = [];
  const minutes = seat.handover === null ? 0 : Math.floor((nowMs - seat.handover.sinceMs) / 60_000);
  if (minutes >= config.policy.handoverMaxMinutes)
    reminders.push({ kind: 'handover-long', minutes });
  for (const other of Object.values(state.counters)) {
    // The incoming clerk may still sit at another counter.
    if (other.handover === null || other.handover.relieved) continue;
    if (other.handover.to !== seat.clerk || other.id === seat.id) continue;
    const from = staffOf(config, other.handover.from)?.name ?? other.handover.from;
    reminders.push({ kind: 'handover-asked', from, counter: other.id });
  }
  const place = state.handoverQueue.findIndex((asked) => asked.counter === seat.id);
  if (place >= 0) {
    const underWay = Object.values(state.counters).find((other) => other.state === 'handover');
    const before = place === 0 ? underWay?.id : state.handoverQueue[place - 1]?.counter;
    reminders.push({ kind: 'handover-next', before: before ?? null });
  }
  return reminders;
}

/** `ten-minute-promise`: of those who come next here, the one whose promise is nearest. */
function ofPromises(next: readonly NextView[]): readonly Reminder[] {
  const [nearest] = next.toSorted((a, b) => a.promiseLeftSeconds - b.promiseLeftSeconds);
  if (nearest === undefined || nearest.promiseLeftSeconds > nearSeconds) return [];
  return [{ kind: 'promise', number: nearest.number, leftSeconds: nearest.promiseLeftSeconds }];
}

/**
 * `vip-first`: a VIP's arrival is announced to the designated clerk; where no open counter is
 * designated, to every clerk who could serve.
 */
function ofVips(sources: ViewSources, seat: CounterSeat): readonly Reminder[] {
  const { state } = sources;
  const config = configOf(state);
  const own = counterOf(config, seat.id);
  return newVips(sources).flatMap((ticket): Reminder[] => {
    const each = classOf(config, ticket.class);
    if (own === undefined || each === undefined || !offers(own, ticket.service)) return [];
    const designated = config.counters.some((counter) => {
      const other = state.counters[counter.id];
      const there = other !== undefined && isReceiving(other);
      return there && counter.prefers.includes(each.id) && offers(counter, ticket.service);
    });
    if (designated && !own.prefers.includes(each.id)) return [];
    return [{ kind: 'vip-arrival', number: ticket.number, className: each.name }];
  });
}

/** `first-asked`: a calm count of the answers that are owed by today. */
function ofAnswers({ state }: ViewSources, seat: CounterSeat): readonly Reminder[] {
  const owed = state.followUps.filter(
    ({ owner, dueDay }) => owner === seat.clerk && dueDay <= (state.day ?? ''),
  );
  if (owed.length === 0) return [];
  const overdue = owed.filter((each) => isOverdue(state, each)).length;
  return [{ kind: 'answers-owed', count: owed.length, overdue }];
}

function ofHall({ state, nowMs }: ViewSources, seat: CounterSeat): readonly Reminder[] {
  const { hallState, hours } = state;
  switch (hallState) {
    case 'closing': {
      if (hours === null) return [];
      const closes = clockTime(hours.closesAtMs, configOf(state).hall.timezone);
      const minutes = Math.max(1, Math.ceil((hours.closesAtMs - nowMs) / 60_000));
      return [{ kind: 'closing', closes, minutes }];
    }
    case 'serving-out':
      return [{ kind: 'serving-out', waiting: state.waitingCount }];
    case 'closed':
      return state.ended && seat.clerk !== null ? [{ kind: 'sign-off' }] : [];
    case 'open':
      return [];
  }
}

/** The ticket finished here last. */
export function finishedAt({ state }: ViewSources, seat: CounterSeat): Ticket | undefined {
  return seat.finished === null ? undefined : at(state.tickets, seat.finished);
}

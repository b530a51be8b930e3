import { classOf, configOf, serviceOf } from '#core/lookup.ts';
import type { CounterSeat, Ticket } from '#core/state.ts';
import type { Text } from '#core/vocabulary.ts';
import type { NextView } from '#protocol/views.ts';
import { sayText, type Moment } from '#protocol/words/say.ts';
import { clockTime } from '#protocol/words/text.ts';
import { isVip } from '#protocol/words/why.ts';
import { ticketAtSeat } from './console-keys.ts';
import { finishedAt, needsCare } from './console-reminders.ts';
import { promiseLeftSeconds } from './promise-clock.ts';
import { signView } from './sign-view.ts';
import { ratingUntilMs } from './ticket.ts';
import type { ViewSources } from './view-sources.ts';

/** Right after a service the parting words are due, not the next greeting. */
const partingMs = 20_000;

/** The sentence for the moment at a counter. */
export function sayAt(sources: ViewSources, seat: CounterSeat, next: NextView | undefined): Text {
  return sayText(momentAt(sources, seat, next));
}

function momentAt(sources: ViewSources, seat: CounterSeat, next: NextView | undefined): Moment {
  const { state } = sources;
  const config = configOf(state);
  const ticket = ticketAtSeat(sources, seat);
  switch (seat.state) {
    case 'closed':
      return { kind: 'closed' };
    case 'idle':
      return idleMoment(sources, seat, next);
    case 'calling':
      return { kind: 'calling', number: ticket?.number ?? '', calls: ticket?.calls ?? 1 };
    case 'serving':
      return ticket === undefined ? { kind: 'nobody-waits' } : servingMoment(sources, ticket);
    case 'paused':
      return { kind: 'paused' };
    case 'absent': {
      const untilMs = seat.sign?.untilMs ?? null;
      const until = untilMs === null ? null : clockTime(untilMs, config.hall.timezone);
      return { kind: 'absent', until };
    }
    case 'handover': {
      const ways = signView(sources, seat)?.redirectTo ?? [];
      return { kind: 'handover', ways: ways.map(({ counter }) => counter) };
    }
  }
}

function idleMoment(sources: ViewSources, seat: CounterSeat, next: NextView | undefined): Moment {
  const { state, nowMs } = sources;
  const config = configOf(state);
  const finished = finishedAt(sources, seat);
  if (finished !== undefined && nowMs - (finished.finishedAtMs ?? 0) < partingMs) {
    return { kind: 'finished', mayRate: ratingUntilMs(sources, finished) !== null };
  }
  if (next !== undefined) {
    const name = serviceOf(config, next.service)?.name;
    if (name !== undefined) return { kind: 'next', serviceName: name };
  }
  if (state.hallState === 'serving-out') return { kind: 'serving-out' };
  if (state.hallState === 'closing' && state.hours !== null) {
    return { kind: 'closing', closes: clockTime(state.hours.closesAtMs, config.hall.timezone) };
  }
  return { kind: 'nobody-waits' };
}

function servingMoment(sources: ViewSources, ticket: Ticket): Moment {
  const { state } = sources;
  const config = configOf(state);
  const own = classOf(config, ticket.class);
  const vip = own !== undefined && isVip(config, own);
  return {
    kind: 'serving',
    serviceName: serviceOf(config, ticket.service)?.name ?? { zh: '', en: '' },
    guest: needsCare(sources, ticket) ? 'special-needs' : vip ? 'vip' : 'ordinary',
    cameBack: ticket.why?.key === 'front' && ticket.waitMs !== null,
    overPromise: promiseLeftSeconds(sources, ticket) < 0,
  };
}

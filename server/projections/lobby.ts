import { configOf } from '#core/lookup.ts';
import { at } from '#core/sequence.ts';
import type { CounterSeat, HallDay } from '#core/state.ts';
import type { CallView, LobbyView } from '#protocol/views.ts';
import { hallHead, noticesOf, viewClock } from './hall-head.ts';
import { estimateFor, servicesAt } from './scene.ts';
import { publicSign, signView } from './sign-view.ts';
import type { ViewSources } from './view-sources.ts';

const callsMax = 10;

/** The lobby screen, and `GET /api/hall`. Names nobody, and carries no ticket id (`privacy`). */
export function lobbyView(sources: ViewSources): LobbyView {
  const { state } = sources;
  const config = configOf(state);
  const { now, clockSpeed } = viewClock(sources);
  return {
    now,
    clockSpeed,
    hall: hallHead(sources),
    calls: recentCalls(sources),
    counters: config.counters.map(({ id }) => {
      const seat = state.counters[id];
      return {
        counter: id,
        state: seat?.state ?? 'closed',
        number: seat === undefined ? null : numberAt(state, seat),
        services: servicesAt(config, id),
        sign: seat === undefined ? null : publicSign(signView(sources, seat)),
      };
    }),
    waiting: config.services.map(({ id, name, short, icon }) => ({
      service: id,
      name,
      short,
      icon,
      count: state.waitingByService[id] ?? 0,
      estimate: estimateFor(sources, id),
    })),
    waitingCount: state.waitingCount,
    notices: noticesOf(sources),
    lastCallNo: state.lastCallNo,
  };
}

/** The newest first; a number called again stands once, where it was called last. */
function recentCalls({ projections }: ViewSources): readonly CallView[] {
  const shown = new Map<string, CallView>();
  for (const { callNo, number, counter, kind, at: instant } of projections.calls.recent(
    2 * callsMax,
  )) {
    if (shown.size === callsMax) break;
    if (!shown.has(number)) shown.set(number, { callNo, number, counter, kind, at: instant });
  }
  return [...shown.values()];
}

export function numberAt(state: HallDay, seat: CounterSeat): string | null {
  return seat.ticket === null ? null : (at(state.tickets, seat.ticket)?.number ?? null);
}

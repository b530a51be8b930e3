import { configOf, serviceOf, staffOf } from '#core/lookup.ts';
import { at } from '#core/sequence.ts';
import type { CounterSeat, HallDay } from '#core/state.ts';
import type { AlertView } from '#protocol/views.ts';
import { actLabels } from '#protocol/words/alerts.ts';
import { clockTime } from '#protocol/words/text.ts';
import type { RaisedAlert } from './alerts.ts';
import { dryRun, wouldDo } from './dry-run.ts';
import { lineLength } from './scene.ts';
import { supervisorActor } from './supervisor-actor.ts';
import type { ViewSources } from './view-sources.ts';

/** An absence or a pause without a return time is long after this. */
const awayMaxMinutes = 15;
/** A service is long at so many times its expected duration, and not before this. */
const longFactor = 3;
const longMinutesMin = 10;

/** Alerts about counters: people away too long, handovers and services that drag on, empty halls. */
export function counterAlerts(sources: ViewSources): readonly RaisedAlert[] {
  const seats = Object.values(sources.state.counters);
  return seats.flatMap((seat) => [
    ...awayAlert(sources, seat),
    ...handoverAlert(sources, seat),
    ...serviceAlert(sources, seat),
    ...afterClosing(sources, seat),
  ]);
}

/** `apologise-when-away`: beyond the return that the sign announced. */
function awayAlert(sources: ViewSources, seat: CounterSeat): readonly RaisedAlert[] {
  const { state, nowMs } = sources;
  if (seat.state !== 'absent' && seat.state !== 'paused') return [];
  const untilMs = seat.sign?.untilMs ?? null;
  const minutes = Math.floor((nowMs - seat.sinceMs) / 60_000);
  const over = untilMs === null ? minutes >= awayMaxMinutes : nowMs > untilMs;
  // A pause with nobody waiting for it hurts nobody.
  const missed = seat.state === 'absent' || lineLength(state, seat.id) > 0;
  if (!over || !missed) return [];
  const until = untilMs === null ? null : clockTime(untilMs, configOf(state).hall.timezone);
  return [
    {
      key: seat.id,
      weight: minutes,
      level: Math.floor(minutes / 5),
      alert: {
        kind: seat.state === 'absent' ? 'absence-long' : 'pause-long',
        counter: seat.id,
        clerk: nameOf(state, seat.clerk),
        minutes,
        until,
        reason: seat.sign?.reason ?? '',
      },
      acts: releaseActs(sources, seat),
    },
  ];
}

function handoverAlert(sources: ViewSources, seat: CounterSeat): readonly RaisedAlert[] {
  const { state, nowMs } = sources;
  const { handover } = seat;
  if (handover === null) return [];
  const minutes = Math.floor((nowMs - handover.sinceMs) / 60_000);
  if (nowMs - handover.sinceMs <= configOf(state).policy.handoverMaxMinutes * 60_000) return [];
  const args = { counter: seat.id };
  const possible = wouldDo(dryRun(sources, supervisorActor(state), 'cancel-handover', args));
  const label = actLabels.cancelHandover(seat.id);
  return [
    {
      key: seat.id,
      weight: minutes,
      level: Math.floor(minutes / 5),
      alert: {
        kind: 'handover-long',
        counter: seat.id,
        minutes,
        from: nameOf(state, handover.from) ?? handover.from,
        to: nameOf(state, handover.to) ?? handover.to,
      },
      acts: possible ? [{ command: 'cancel-handover', args, label }] : [],
    },
  ];
}

function serviceAlert({ state, nowMs }: ViewSources, seat: CounterSeat): readonly RaisedAlert[] {
  const ticket = seat.ticket === null ? undefined : at(state.tickets, seat.ticket);
  if (ticket === undefined || ticket.startedAtMs === null) return [];
  const expectedMinutes = serviceOf(configOf(state), ticket.service)?.expectedMinutes ?? 0;
  const minutes = Math.floor((nowMs - ticket.startedAtMs) / 60_000);
  if (minutes < Math.max(longMinutesMin, longFactor * expectedMinutes)) return [];
  const { number } = ticket;
  return [
    {
      key: seat.id,
      weight: minutes,
      level: Math.floor(minutes / 5),
      alert: { kind: 'service-long', counter: seat.id, number, minutes, expectedMinutes },
      acts: [],
    },
  ];
}

/** `serve-everyone-queued` has been done: a seat still taken is a forgotten one. */
function afterClosing(sources: ViewSources, seat: CounterSeat): readonly RaisedAlert[] {
  const { state } = sources;
  if (!state.ended || seat.state === 'closed') return [];
  const clerk = nameOf(state, seat.clerk) ?? '';
  return [
    {
      key: seat.id,
      alert: { kind: 'seat-open-after-closing', counter: seat.id, clerk },
      acts: releaseActs(sources, seat),
    },
  ];
}

function releaseActs(sources: ViewSources, seat: CounterSeat): AlertView['acts'] {
  const args = { counter: seat.id };
  const actor = supervisorActor(sources.state);
  if (!wouldDo(dryRun(sources, actor, 'release-counter', args))) return [];
  return [{ command: 'release-counter', args, label: actLabels.release(seat.id) }];
}

function nameOf(state: HallDay, badge: string | null): string | null {
  return badge === null ? null : (staffOf(configOf(state), badge)?.name ?? badge);
}

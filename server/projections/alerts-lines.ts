import { classOf, configOf, isReceiving, serviceOf } from '#core/lookup.ts';
import type { ServiceConfig } from '#core/hall-config.ts';
import type { HallDay, Ticket } from '#core/state.ts';
import type { AlertView } from '#protocol/views.ts';
import { actLabels } from '#protocol/words/alerts.ts';
import type { RaisedAlert } from './alerts.ts';
import { dryRun, wouldDo } from './dry-run.ts';
import { promiseLeftSeconds } from './promise-clock.ts';
import { countersOffering, estimateFor, lineLength } from './scene.ts';
import type { ServiceLine } from './supervisor.ts';
import { supervisorActor } from './supervisor-actor.ts';
import type { ViewSources } from './view-sources.ts';
import { newVips } from './vip-arrivals.ts';

/** Alerts about people who wait: promises, lines that nobody serves, crowds, VIPs. */
export function lineAlerts(
  sources: ViewSources,
  lines: readonly ServiceLine[],
): readonly RaisedAlert[] {
  return [
    ...lines.flatMap((line) => promiseAlerts(sources, line)),
    ...lines.flatMap(({ service }) => crowdAlerts(sources, service)),
    ...vipAlerts(sources),
  ];
}

/** `ten-minute-promise`: broken ones as one card a service, near ones as another. */
function promiseAlerts(
  sources: ViewSources,
  { service, oldest }: ServiceLine,
): readonly RaisedAlert[] {
  const left = oldest.map((ticket) => ({ ticket, seconds: promiseLeftSeconds(sources, ticket) }));
  const broken = left.filter(({ seconds }) => seconds < 0);
  // From when a call now would still keep the promise only just: the hatched stretch of the row.
  const near = left.filter(
    ({ seconds }) => seconds >= 0 && seconds <= service.expectedMinutes * 60,
  );
  const { able, resting } = whoServes(sources.state, service.id);
  const raised: RaisedAlert[] = [];
  const worst = leastLeft(broken);
  if (worst !== undefined) {
    raised.push({
      key: service.id,
      weight: -worst.seconds,
      level: broken.length + Math.floor(-worst.seconds / 300),
      alert: {
        kind: 'promise-broken',
        numbers: [worst.ticket.number, ...numbersBut(worst.ticket, broken)],
        serviceName: service.name,
        overSeconds: -worst.seconds,
        able,
        resting,
      },
      acts: moveActs(sources, worst.ticket, able),
    });
  }
  const first = leastLeft(near);
  if (first !== undefined) {
    raised.push({
      key: service.id,
      weight: -first.seconds,
      level: near.length,
      alert: {
        kind: 'promise-near',
        numbers: [first.ticket.number, ...numbersBut(first.ticket, near)],
        serviceName: service.name,
        leftSeconds: first.seconds,
        resting,
      },
      acts: moveActs(sources, first.ticket, able),
    });
  }
  return raised;
}

interface Left {
  readonly ticket: Ticket;
  readonly seconds: number;
}

function leastLeft(some: readonly Left[]): Left | undefined {
  return some.toSorted((a, b) => a.seconds - b.seconds)[0];
}

function numbersBut(first: Ticket, some: readonly Left[]): readonly string[] {
  return some.filter(({ ticket }) => ticket !== first).map(({ ticket }) => ticket.number);
}

/** `disperse-the-crowd`: nobody serves a line, or its forecast passes the promise. */
function crowdAlerts(sources: ViewSources, service: ServiceConfig): readonly RaisedAlert[] {
  const { state } = sources;
  const stranded = strandedIn(state, service.id);
  const { resting, closed } = whoServes(state, service.id);
  if (stranded > 0) {
    const able = [...resting, ...closed];
    return [
      {
        key: service.id,
        weight: stranded,
        level: stranded,
        alert: { kind: 'nobody-serves', serviceName: service.name, count: stranded, able },
        acts: [],
      },
    ];
  }
  const estimate = estimateFor(sources, service.id);
  const waiting = state.waitingByService[service.id] ?? 0;
  if (estimate === null || waiting === 0 || resting.length + closed.length === 0) return [];
  const wholeSeconds = estimate.p50Seconds + service.expectedMinutes * 60;
  if (wholeSeconds <= service.promiseMinutes * 60) return [];
  return [
    {
      key: service.id,
      weight: wholeSeconds,
      level: Math.floor(wholeSeconds / 300),
      alert: {
        kind: 'open-a-counter',
        serviceName: service.name,
        waitSeconds: wholeSeconds,
        promiseMinutes: service.promiseMinutes,
        closed,
        resting,
      },
      acts: [],
    },
  ];
}

/** Waiting tickets of a service that no counter would call as things stand. */
function strandedIn(state: HallDay, service: string): number {
  let count = 0;
  for (const queue of Object.values(state.queues)) {
    if (queue.service !== service || queue.ordinals.size === 0) continue;
    const served = configOf(state).counters.some((counter) => {
      const seat = state.counters[counter.id];
      if (seat === undefined || !isReceiving(seat)) return false;
      if (queue.reservedFor !== null) return queue.reservedFor === counter.id;
      const own = counter.services.includes('*') || counter.services.includes(service);
      return own || counter.backup?.services.includes(service) === true;
    });
    if (!served) count += queue.ordinals.size;
  }
  return count;
}

interface Serving {
  /** Receiving now: idle ones first, then the shortest line. */
  readonly able: readonly string[];
  /** Paused, away or changing over. */
  readonly resting: readonly string[];
  readonly closed: readonly string[];
}

function whoServes(state: HallDay, service: string): Serving {
  const counters = countersOffering(configOf(state)).get(service) ?? [];
  const seats = counters.flatMap((id) => state.counters[id] ?? []);
  return {
    able: seats
      .filter(isReceiving)
      .toSorted(
        (a, b) =>
          Number(b.state === 'idle') - Number(a.state === 'idle') ||
          lineLength(state, a.id) - lineLength(state, b.id),
      )
      .map(({ id }) => id),
    resting: seats
      .filter((seat) => !isReceiving(seat) && seat.state !== 'closed')
      .map(({ id }) => id),
    closed: seats.filter(({ state: each }) => each === 'closed').map(({ id }) => id),
  };
}

/** Lead the ticket to the front of a counter that can take it: only what the core would accept. */
function moveActs(
  sources: ViewSources,
  ticket: Ticket,
  able: readonly string[],
): AlertView['acts'] {
  const actor = supervisorActor(sources.state);
  const [counter] = able;
  if (counter === undefined || ticket.reservedFor === counter) return [];
  const args = {
    ticket: ticket.id,
    counter,
    place: 'front',
    reason: 'ten-minute-promise',
  } as const;
  if (!wouldDo(dryRun(sources, actor, 'move-ticket', args))) return [];
  return [{ command: 'move-ticket', args, label: actLabels.moveTo(counter, ticket.number) }];
}

/** `vip-first`: an arrival is announced to the supervisor. */
function vipAlerts(sources: ViewSources): readonly RaisedAlert[] {
  const { state } = sources;
  const config = configOf(state);
  return newVips(sources).flatMap((ticket): RaisedAlert[] => {
    const own = classOf(config, ticket.class);
    const service = serviceOf(config, ticket.service);
    if (own === undefined || service === undefined) return [];
    const { able } = whoServes(state, service.id);
    return [
      {
        key: ticket.number,
        weight: ticket.ordinal,
        alert: {
          kind: 'vip-arrival',
          number: ticket.number,
          className: own.name,
          serviceName: service.name,
          able,
        },
        acts: [],
      },
    ];
  });
}

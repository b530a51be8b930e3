import type { HallEvent } from '#core/events.ts';

/**
 * The figures of a day once more, in the plainest way and sharing no code with the report: every
 * ticket's events are gathered and looked at by themselves.
 */
export function recount(events: readonly HallEvent[]) {
  const config = events.flatMap((event) =>
    event.type === 'DayBegan' ? [event.data.config] : [],
  )[0]!;
  const lives = new Map<string, HallEvent[]>();
  for (const event of events) {
    if (!('ticket' in event.data)) continue;
    const { ticket } = event.data;
    lives.set(ticket, [...(lives.get(ticket) ?? []), event]);
  }
  const all = [...lives.values()];
  const ended = (life: readonly HallEvent[], ...types: HallEvent['type'][]) =>
    types.includes(life.filter((event) => event.type !== 'ServiceRated').at(-1)!.type);
  const missed = all.filter(
    (life) =>
      ended(life, 'TicketMissed') ||
      (ended(life, 'TicketCancelled', 'TicketLapsed') && life.at(-2)!.type === 'TicketMissed'),
  );
  const served = all.filter((life) => life.some((event) => event.type === 'ServiceFinished'));
  const cancelled = all.filter(
    (life) => ended(life, 'TicketCancelled', 'TicketLapsed') && !missed.includes(life),
  );

  const waits = all.flatMap((life) => {
    let queuedAtMs = life[0]!.atMs;
    for (const event of life) {
      if (event.type === 'TicketTransferred' && event.data.place === 'back')
        queuedAtMs = event.atMs;
      if (event.type === 'TicketCalled') return [event.atMs - queuedAtMs];
    }
    return [];
  });
  const services = served.map((life) => {
    const finish = life.findIndex((event) => event.type === 'ServiceFinished');
    const start = life.findLastIndex((event) => event.type === 'ServiceStarted');
    return life[finish]!.atMs - life[start]!.atMs;
  });
  const broken = served.filter((life) => {
    const from = life.findLast((event) =>
      ['TicketIssued', 'TicketReturned', 'TicketRejoined'].includes(event.type),
    )!;
    const finish = life.find((event) => event.type === 'ServiceFinished')!;
    let service = '';
    for (const event of life) {
      if (event.type === 'TicketIssued' || event.type === 'TicketTransferred') {
        service = event.data.service;
      }
    }
    const { promiseMinutes } = config.services.find(({ id }) => id === service)!;
    return finish.atMs - from.atMs > promiseMinutes * 60_000;
  });

  return {
    totals: {
      issued: all.length,
      served: served.length,
      missed: missed.length,
      cancelled: cancelled.length,
    },
    wait: { count: waits.length, ...seconds(waits) },
    service: { count: services.length, ...seconds(services) },
    promise: { kept: served.length - broken.length, broken: broken.length },
    recalls: events.filter((event) => event.type === 'TicketRecalled').length,
    transfers: events.filter((event) => event.type === 'TicketTransferred').length,
    parked: events.filter((event) => event.type === 'TicketParked').length,
  };
}

function seconds(values: readonly number[]) {
  const sorted = values.toSorted((a, b) => a - b);
  const rank = (share: number) => {
    // The first value that enough others do not exceed.
    const value = sorted.find(
      (candidate) => sorted.filter((other) => other <= candidate).length >= share * sorted.length,
    );
    return value === undefined ? null : Math.round(value / 1000);
  };
  const sum = sorted.reduce((total, value) => total + value, 0);
  return {
    meanSeconds: sorted.length === 0 ? null : Math.round(sum / sorted.length / 1000),
    p50Seconds: rank(0.5),
    p90Seconds: rank(0.9),
    maxSeconds: sorted.length === 0 ? null : Math.round(sorted.at(-1)! / 1000),
  };
}

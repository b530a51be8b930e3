import { describe, expect, it } from 'vitest';
import type { HallEvent, NewEvent } from '#core/events.ts';
import { affectedRooms, buildView } from '#projections/views.ts';
import { openHall, type Hall } from './given.ts';
import { livedDay } from './lived-day.ts';
import { see } from './see.ts';

describe('rooms', () => {
  it('whoever’s view changed is in an affected room, whatever happens', () => {
    for (const seed of [31, 32, 33, 34, 35, 36]) {
      const lived = replayed(livedDay(seed, 60).events);
      for (const { before, after, rooms } of lived) {
        for (const [room, data] of Object.entries(after)) {
          if (shown(before[room], room) === shown(data, room)) continue;
          expect(covers(rooms, room, data), `${room} after seed ${String(seed)}`).toBe(true);
        }
      }
    }
  });

  it('[right-counter] a redirected customer’s page, the old counter and the new one', () => {
    const hall = openHall();
    hall.run('open', { counter: '2' }, '1002');
    hall.run('open', { counter: '3' }, '1003');
    const ticket = hall.take('payment');
    hall.run('call', { counter: '3' }, '1003');
    const events = hall.run(
      'transfer',
      { counter: '3', to: { counter: '2' }, reason: 'x' },
      '1003',
    );
    const rooms = affectedRooms({ state: hall.state, events });
    for (const room of [
      'lobby',
      'window:3',
      'console:2',
      `ticket:${ticket.id}`,
      'tickets:payment',
    ]) {
      expect(rooms).toContain(room);
    }
    expect(see(hall, 'ticket', { ticket: ticket.id }).counter).toBe('2');
    expect(see(hall, 'lobby').calls[0]).toMatchObject({ kind: 'redirect', counter: '2' });
  });

  it('a kiosk hears what becomes of a slip, and everybody of a fault that comes with a device', () => {
    const hall = openHall();
    const ticket = hall.take('payment');
    const job = `${ticket.id}.0`;
    const told = (...some: readonly NewEvent[]) => {
      const events = some.map((each) => ({ ...hall.events.at(-1), ...each }) as HallEvent);
      return affectedRooms({ state: hall.state, events });
    };
    const slip = { ticket: ticket.id, job, detail: null };
    expect(told({ type: 'PrintUncertain', data: slip })).toContain('kiosk');
    const at = { device: 'agent', id: 'printer' };
    const report = { kind: 'printer', detail: null, counter: null, kiosk: null } as const;
    const rooms = told(
      { type: 'DeviceStateChanged', data: { ...at, ...report, state: 'paper-out' } },
      { type: 'FaultRaised', data: { ...at, state: 'paper-out', untilMs: 0 } },
    );
    for (const room of ['kiosk', 'lobby', 'door', 'supervisor', 'console:2', 'agent:agent']) {
      expect(rooms).toContain(room);
    }
  });

  it('a waiting phone hears of every counter of its service that opens, pauses or closes', () => {
    const hall = openHall();
    hall.run('open', { counter: '2' }, '1002');
    hall.run('open', { counter: '3' }, '1003');
    const ticket = hall.take('payment');
    hall.take('payment');
    const page = () => JSON.stringify(see(hall, 'ticket', { ticket: ticket.id }).explained);
    const isHeard = (events: Hall['events']) =>
      affectedRooms({ state: hall.state, events }).has('tickets:payment');
    const acts = [
      () => hall.run('pause', { counter: '3', kind: 'absence', reason: 'x', minutes: 9 }, '1003'),
      () => hall.run('resume', { counter: '3' }, '1003'),
      () => hall.run('release-counter', { counter: '3' }, '9001'),
      () => hall.run('open', { counter: '3' }, '1003'),
    ];
    for (const act of acts) {
      const before = page();
      expect(isHeard([...act()])).toBe(true);
      expect(page()).not.toBe(before);
    }
  });

  it('and whenever its own line moves: somebody comes, is called, leaves or is done', () => {
    const hall = openHall();
    hall.run('open', { counter: '3' }, '1003');
    const isHeard = (events: readonly Hall['events'][number][]) =>
      affectedRooms({ state: hall.state, events }).has('tickets:payment');
    const issue = () => hall.run('issue-ticket', { service: 'payment' }, { kind: 'hub' });
    issue();
    expect(isHeard(issue())).toBe(true);
    const last = hall.take('payment');
    expect(isHeard(hall.run('call', { counter: '3' }, '1003'))).toBe(true);
    expect(isHeard(hall.run('start', { counter: '3' }, '1003'))).toBe(true);
    expect(isHeard(hall.run('finish', { counter: '3' }, '1003'))).toBe(true);
    const left = hall.run('cancel-ticket', { ticket: last.id }, { kind: 'customer' });
    expect(isHeard(left)).toBe(true);
  });

  it('a rating wakes its window and its holder, and nobody else', () => {
    const hall = openHall();
    hall.run('open', { counter: '3' }, '1001');
    const ticket = hall.take('payment');
    hall.run('call', { counter: '3' }, '1001');
    hall.run('start', { counter: '3' }, '1001');
    hall.run('finish', { counter: '3' }, '1001');
    const events = hall.run(
      'rate-ticket',
      { ticket: ticket.id, rating: 'fair' },
      { kind: 'customer' },
    );
    expect([...affectedRooms({ state: hall.state, events })].toSorted()).toEqual([
      'console:3',
      `ticket:${ticket.id}`,
      'window:3',
    ]);
  });
});

/** Every view before and after each event, at the instant of the event, with the rooms named. */
function replayed(events: Hall['events']) {
  const hall = openHall();
  const steps: {
    before: Record<string, unknown>;
    after: Record<string, unknown>;
    rooms: ReadonlySet<string>;
  }[] = [];
  hall.restart();
  for (const event of events) {
    hall.nowMs = event.atMs;
    const before = allViews(hall);
    hall.fold(event);
    const rooms = affectedRooms({ state: hall.state, events: [event] });
    steps.push({ before, after: allViews(hall), rooms });
  }
  return steps;
}

function allViews(hall: Hall): Record<string, unknown> {
  const sources = hall.sources();
  const counters = Object.keys(hall.state.counters);
  const tickets = hall.waitingIds();
  return Object.fromEntries([
    ...(['lobby', 'door', 'kiosk', 'supervisor'] as const).map((view) => [
      view,
      buildView(view, {}, sources),
    ]),
    ...counters.map((counter) => [`window:${counter}`, buildView('window', { counter }, sources)]),
    ...counters.map((counter) => [
      `console:${counter}`,
      buildView('console', { counter }, sources),
    ]),
    ...tickets.map((ticket) => [`ticket:${ticket}`, buildView('ticket', { ticket }, sources)]),
  ]) as Record<string, unknown>;
}

/**
 * The number of the last call reaches everybody with the call itself. What a forecast is for one
 * ticket shifts a little with everything in the hall: it is told when the ticket’s own line or the
 * counters of its service change (tested above), and with the clock now and then.
 */
function shown(data: unknown, room: string): string | undefined {
  const late = room.startsWith('ticket:') ? ['lastCallNo', 'estimate'] : ['lastCallNo'];
  return JSON.stringify(data, (key, value: unknown) => (late.includes(key) ? 0 : value));
}

function covers(rooms: ReadonlySet<string>, room: string, data: unknown): boolean {
  if (rooms.has(room) || rooms.has('tickets:*')) return true;
  const service = (data as { service?: string } | null)?.service;
  return room.startsWith('ticket:') && service !== undefined && rooms.has(`tickets:${service}`);
}

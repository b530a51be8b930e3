import type { CommandArgs } from '#core/commands.ts';
import { describe, expect, it } from 'vitest';
import { leaseBlockSize, leasedFrom } from '#core/rules/leases.ts';
import { items } from '#core/sequence.ts';
import { testConfig } from '#test/support/hall-config.ts';
import { clerk, hallDay, kiosk } from '#test/support/hall-day.ts';
import { given, leaseAt, otherKiosk } from '#test/support/situations.ts';

describe('numbers for the time in which the hub is away', () => {
  it('[leased-number] are leased a block a prefix, from opening to the end of intake, each once', () => {
    const hall = hallDay().at('08:00');
    hall.do('lease-numbers', {}, kiosk);
    hall.do('lease-numbers', {}, otherKiosk);
    const leases = Object.values(hall.state.leases);
    expect(leases.map(({ device }) => device)).toEqual(['kiosk-1', 'kiosk-2']);
    expect(leases[0]?.blocks[0]).toEqual({ prefix: 'A', from: 801, to: 820 });
    expect(leases[1]?.blocks[0]).toEqual({ prefix: 'A', from: 821, to: 840 });
    expect(leases[0]).toMatchObject({
      fromMs: hall.state.hours?.opensAtMs,
      untilMs: hall.state.hours?.closesAtMs,
    });
    const prefixes = new Set(leases[0]?.blocks.map(({ prefix }) => prefix));
    for (const { prefix } of testConfig.services) expect(prefixes).toContain(prefix);
  });

  it('[leased-number] are the same until half are used, then more', () => {
    const hall = hallDay().at('09:00');
    const lease = leaseAt(hall);
    expect(hall.do('lease-numbers', {}, kiosk)).toEqual([]);
    for (let each = 0; each < leaseBlockSize / 2; each += 1) {
      expect(hall.do('lease-numbers', {}, kiosk)).toEqual([]);
      hall.do('hand-in-ticket', given(hall, lease, { no: leasedFrom + each }), kiosk);
    }
    expect(hall.do('lease-numbers', {}, kiosk)).toEqual([]);
    hall.do('hand-in-ticket', given(hall, lease, { no: leasedFrom + leaseBlockSize / 2 }), kiosk);
    const second = leaseAt(hall);
    expect(hall.state.leases[second]?.blocks[0]).toMatchObject({ from: 821, to: 840 });
    // What was given of the old one still counts.
    hall.do('hand-in-ticket', given(hall, lease, { no: 820 }), kiosk);
  });

  it('[outside-hours] are leased neither after intake nor on a day that stays closed', () => {
    const hall = hallDay().at('18:30');
    expect(hall.refused('lease-numbers', {}, kiosk).rule).toBe('outside-hours');
    expect(hall.refused('lease-numbers', {}).rule).toBe('outside-hours');
  });
});

describe('a number given without the hub', () => {
  it('[leased-number] queues at the time it was given, before those who came later', () => {
    const hall = hallDay().at('08:20').open('1', '1001').at('09:00');
    const lease = leaseAt(hall);
    hall.issue('payment');
    hall.later(60);
    const givenAtMs = hall.atMs;
    hall.later(300);
    hall.do('issue-ticket', { service: 'payment' }, otherKiosk);
    hall.later(60);
    const [event] = hall.do('hand-in-ticket', given(hall, lease, { givenAtMs }), kiosk);
    expect(event).toMatchObject({
      type: 'TicketIssued',
      data: { number: 'A801', ahead: 1, estimate: null, offline: { lease, givenAtMs } },
    });
    const called = ['A001', 'A801', 'A002'].map((number) => {
      hall.do('call', { counter: '1' }, clerk('1001'));
      const ticket = [...items(hall.state.tickets)].find(({ state }) => state === 'called');
      expect(ticket?.number).toBe(number);
      hall.do('start', { counter: '1' }, clerk('1001'));
      hall.do('finish', { counter: '1' }, clerk('1001'));
      return ticket;
    });
    // [honest-statistics]: the wait began when the number was given.
    expect(called[1]?.queuedAtMs).toBe(givenAtMs);
    expect(called[1]?.waitMs).toBe(360_000);
    expect(hall.issue('payment').number).toBe('A003');
  });

  it('[leased-number] is handed in once, however often it is sent', () => {
    const hall = hallDay().at('09:00');
    const lease = leaseAt(hall);
    hall.do('hand-in-ticket', given(hall, lease), kiosk);
    expect(hall.do('hand-in-ticket', given(hall, lease), kiosk)).toEqual([]);
    expect(hall.state.waitingCount).toBe(1);
  });

  it('[leased-number] gains nothing by a wrong clock', () => {
    const hall = hallDay().at('09:00');
    const lease = leaseAt(hall);
    hall.at('10:00');
    hall.do('issue-ticket', { service: 'payment' }, kiosk);
    const onlineMs = hall.atMs;
    hall.at('11:00');
    const early = { no: 801, givenAtMs: hall.atMs - 7_000_000 };
    hall.do('hand-in-ticket', given(hall, lease, early), kiosk);
    const late = { no: 802, givenAtMs: hall.atMs + 7_000_000 };
    hall.do('hand-in-ticket', given(hall, lease, late), kiosk);
    const before = { no: 803, givenAtMs: hall.atMs - 60_000 };
    hall.do('hand-in-ticket', given(hall, lease, before), kiosk);
    const times = [...items(hall.state.tickets)].slice(1).map(({ queuedAtMs }) => queuedAtMs);
    expect(times).toEqual([onlineMs, hall.atMs, hall.atMs]);
  });

  it('[leased-number] is refused without the hub’s signature, of another kiosk, or not leased', () => {
    const hall = hallDay().at('09:00');
    const lease = leaseAt(hall);
    const { genuine: _, ...unsigned } = given(hall, lease);
    for (const [args, actor] of [
      [unsigned, kiosk],
      [given(hall, lease, { genuine: false }), kiosk],
      [given(hall, lease), otherKiosk],
      [given(hall, lease, { no: 821 }), kiosk],
      [given(hall, lease, { no: 800 }), kiosk],
      [given(hall, lease, { prefix: 'Z' }), kiosk],
    ] as const) {
      const refusal = hall.refused('hand-in-ticket', args, actor);
      expect(refusal).toMatchObject({ rule: 'leased-number', overridable: false });
    }
    hall.do('hand-in-ticket', given(hall, lease, { no: 820 }), kiosk);
  });

  it('[serve-everyone-queued] counts where it was given before intake closed, and not after', () => {
    const hall = hallDay().at('08:20').open('1', '1001').at('18:00');
    const lease = leaseAt(hall);
    hall.issue('payment');
    const closesAtMs = hall.state.hours?.closesAtMs ?? 0;
    hall.at('18:40');
    expect(hall.state.hallState).toBe('serving-out');
    hall.do('hand-in-ticket', given(hall, lease, { givenAtMs: closesAtMs }), kiosk);
    expect(hall.state.waitingCount).toBe(2);
    const late = { no: 802, givenAtMs: closesAtMs + 1 };
    expect(hall.do('hand-in-ticket', given(hall, lease, late), kiosk)).toMatchObject([
      { type: 'HandInRefused', data: { number: 'A802', why: 'after-intake' } },
    ]);
    expect(hall.do('hand-in-ticket', given(hall, lease, late), kiosk)).toEqual([]);
  });

  it('[serve-everyone-queued] is waited for where the hub was away at closing time', () => {
    const back = hallDay().at('18:00');
    const lease = leaseAt(back);
    const givenAtMs = back.atMs + 60_000;
    back.awayUntil('19:10');
    expect(back.state.hallState).toBe('serving-out');
    back.do('hand-in-ticket', given(back, lease, { givenAtMs }), kiosk);
    expect(back.state.waitingCount).toBe(1);

    const alone = hallDay().at('18:00');
    leaseAt(alone);
    alone.awayUntil('19:10');
    alone.later(119);
    expect(alone.state.hallState).toBe('serving-out');
    alone.later(2);
    expect(alone.state).toMatchObject({ hallState: 'closed', ended: true });
  });

  it('[leased-number] is told of, not queued, on another day or after the hall has closed', () => {
    const hall = hallDay().at('09:00');
    const lease = leaseAt(hall);
    const { atMs: givenAtMs } = hall;
    hall.at('18:31');
    expect(hall.state.ended).toBe(true);
    const dayOver = { type: 'HandInRefused', data: { number: 'A801', why: 'day-over' } };
    expect(hall.do('hand-in-ticket', given(hall, lease), kiosk)).toMatchObject([dayOver]);
    hall.at('09:00', '2026-03-03');
    const kept = given(hall, lease, { givenAtMs });
    expect(hall.do('hand-in-ticket', kept, kiosk)).toMatchObject([dayOver]);
    expect(hall.do('hand-in-ticket', kept, kiosk)).toEqual([]);
    expect(hall.state.waitingCount).toBe(0);
    expect(hall.state.refusedHandIns).toMatchObject([{ number: 'A801', atMs: hall.atMs }]);
    for (let no = 802; no < 1001; no += 1) {
      hall.do('hand-in-ticket', given(hall, lease, { no }), kiosk);
    }
    // Bounded: an old lease is not told of without end.
    const one = given(hall, lease, { no: 1001 });
    expect(hall.refused('hand-in-ticket', one, kiosk).rule).toBe('leased-number');
  });

  it('[outside-hours] waits with the kiosk where its clock is ahead of opening', () => {
    const hall = hallDay().at('08:00');
    const lease = leaseAt(hall);
    expect(hall.refused('hand-in-ticket', given(hall, lease), kiosk).rule).toBe('outside-hours');
    hall.at('08:30').do('hand-in-ticket', given(hall, lease), kiosk);
  });

  it('[leased-number] is refused with its reason where service or class are gone meanwhile', () => {
    const hall = hallDay().at('09:00');
    const lease = leaseAt(hall);
    const config = hall.state.config ?? testConfig;
    const counters = config.counters.map((each) => ({ ...each, services: ['enquiry'] }));
    const classes = config.classes.map((each) => ({ ...each, needsCustomer: each.id === 'vip' }));
    hall.do('configure', { config: { ...config, counters, classes }, why: 'test' });
    const why = (change: Partial<CommandArgs['hand-in-ticket']>) => {
      const [event] = hall.do('hand-in-ticket', given(hall, lease, change), kiosk);
      return event?.type === 'HandInRefused' ? event.data.why : (event?.type ?? null);
    };
    expect(why({ no: 801 })).toBe('service-gone');
    expect(why({ no: 802, service: 'pets' })).toBe('service-gone');
    expect(why({ no: 803, service: 'enquiry', class: 'vip' })).toBe('class-gone');
    expect(why({ no: 804, service: 'enquiry', class: 'king' })).toBe('class-gone');
    expect(why({ no: 805, service: 'enquiry', class: 'special' })).toBe('TicketIssued');
  });
});

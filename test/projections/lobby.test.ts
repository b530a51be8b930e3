import { describe, expect, it } from 'vitest';
import { monday, openHall } from './given.ts';
import { livedDay } from './lived-day.ts';
import { desk, see } from './see.ts';
import { tongtai } from './tongtai.ts';

describe('lobby', () => {
  it('shows calls, counters, lines and hours of the hall', () => {
    const hall = openHall();
    hall.run('open', { counter: '3' }, '1001');
    hall.take('payment');
    hall.take('payment');
    hall.run('call', { counter: '3' }, '1001');
    const view = see(hall, 'lobby');
    expect(view).toMatchObject({
      now: '2026-03-02T00:30:00.000Z',
      clockSpeed: 1,
      hall: {
        state: 'open',
        opensAt: '2026-03-02T00:30:00.000Z',
        closesAt: '2026-03-02T10:30:00.000Z',
        nextOpensAt: null,
      },
      calls: [{ callNo: 1, number: 'A001', counter: '3', kind: 'call' }],
      waitingCount: 1,
      lastCallNo: 1,
      notices: [],
    });
    expect(view.counters.map(({ counter, state, number }) => [counter, state, number])).toEqual([
      ['1', 'closed', null],
      ['2', 'closed', null],
      ['3', 'calling', 'A001'],
      ['4', 'closed', null],
    ]);
    expect(view.counters[1]?.services).toEqual(['payment', 'enquiry', 'broadband']);
    expect(view.waiting.map(({ service, count }) => [service, count])).toEqual([
      ['payment', 1],
      ['enquiry', 0],
      ['broadband', 0],
    ]);
    expect(view.waiting[0]?.estimate?.p50Seconds).toBeGreaterThan(0);
    expect(view.waiting[2]?.estimate).toBeNull();
  });

  it('newest call first, a number once, ten at most', () => {
    const hall = openHall(
      tongtai({ recallGapSeconds: 0, noShow: { minCalls: 1, minSeconds: 0, rejoinAfter: 1 } }),
    );
    hall.run('open', { counter: '3' }, '1001');
    for (let count = 0; count < 12; count += 1) {
      hall.take('payment');
      hall.run('call', { counter: '3' }, '1001');
      hall.run('recall', { counter: '3' }, '1001');
      hall.run('no-show', { counter: '3' }, '1001');
    }
    const { calls } = see(hall, 'lobby');
    expect(calls.map(({ number }) => number)).toEqual([
      'A012',
      'A011',
      'A010',
      'A009',
      'A008',
      'A007',
      'A006',
      'A005',
      'A004',
      'A003',
    ]);
    expect(calls[0]).toMatchObject({ kind: 'recall', callNo: 24 });
  });

  it('[closing-reminder] [serve-everyone-queued] the hall’s state stands among the notices', () => {
    const hall = openHall();
    hall.run('open', { counter: '3' }, '1001');
    hall.take('payment');
    hall.pass((monday('18:15') - hall.nowMs) / 1000);
    expect(see(hall, 'lobby')).toMatchObject({
      hall: { state: 'closing' },
      notices: [
        {
          id: 'closing',
          kind: 'closing',
          text: { zh: '18:30 停止取号。只要取到号，今天一定办完。' },
          until: '2026-03-02T10:30:00.000Z',
        },
      ],
    });
    hall.pass(900);
    const late = see(hall, 'lobby');
    expect(late.hall).toMatchObject({
      state: 'serving-out',
      nextOpensAt: '2026-03-03T00:30:00.000Z',
    });
    expect(late.notices[0]?.text.en).toBe(
      'No more numbers today. 1 person left; please stay, we will get to you.',
    );
  });

  it('faults stand before other notices, and what has run out stands no longer', () => {
    const hall = openHall();
    const text = (zh: string) => ({ zh, en: zh });
    hall.run('post-notice', { text: text('a'), kind: 'notice', untilMs: null }, '9001');
    hall.run(
      'post-notice',
      { text: text('b'), kind: 'fault', untilMs: hall.nowMs + 60_000 },
      '9001',
    );
    hall.run('post-notice', { text: text('c'), kind: 'notice', untilMs: null }, '9001');
    expect(see(hall, 'lobby').notices.map((each) => each.text.zh)).toEqual(['b', 'c', 'a']);
    hall.pass(61);
    expect(see(hall, 'lobby').notices.map((each) => each.text.zh)).toEqual(['c', 'a']);
  });
});

describe('privacy', () => {
  it('[privacy] public screens carry no class, no ticket id, no name and no reason of a clerk', () => {
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      const hall = livedDay(seed);
      const ids = hall.events.flatMap((event) =>
        event.type === 'TicketIssued' ? [event.data.ticket] : [],
      );
      for (const view of ['lobby', 'door', 'kiosk'] as const) {
        const text = JSON.stringify(see(hall, view));
        for (const id of ids) expect(text).not.toContain(id);
        for (const { name } of tongtai().staff) expect(text).not.toContain(name);
        expect(text).not.toMatch(/"class":|"customer"|"badge"/u);
      }
    }
  });

  it('[privacy] a window carries one ticket id at most: that of the service to be rated', () => {
    const hall = openHall();
    hall.run('open', { counter: '3' }, '1001');
    const ticket = hall.take('payment');
    hall.run('call', { counter: '3' }, '1001');
    hall.run('start', { counter: '3' }, '1001');
    expect(JSON.stringify(see(hall, 'window', { counter: '3' }))).not.toContain(ticket.id);
    hall.run('finish', { counter: '3' }, '1001');
    expect(see(hall, 'window', { counter: '3' }).rating?.ticket).toBe(ticket.id);
  });

  it('[privacy] the reason of an absence stays off the public sign', () => {
    const hall = openHall();
    hall.run('open', { counter: '3' }, '1001');
    hall.run('pause', { counter: '3', kind: 'absence', reason: '家里急事', minutes: 10 }, '1001');
    expect(JSON.stringify(see(hall, 'lobby'))).not.toContain('家里急事');
    expect(JSON.stringify(see(hall, 'window', { counter: '3' }))).not.toContain('家里急事');
    expect(desk(hall, '3').signs?.reason).toBe('家里急事');
  });
});

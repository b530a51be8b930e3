import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openPastDay } from '#server/history/past-day.ts';
import { ticketStory } from '#server/history/ticket-story.ts';
import { startHub } from '../support/hub.ts';
import { clerk, customer, hallDay, replay, supervisor } from '../support/hall-day.ts';

function busyMorning() {
  const hall = hallDay().at('08:20').open('1', '1001').at('09:00');
  const first = hall.issue('payment');
  const second = hall.later(30).issue('payment', 'vip');
  hall.later(60).do('call', { counter: '1' }, clerk('1001'));
  hall.later(20).do('start', { counter: '1' }, clerk('1001'));
  hall.later(200).do('finish', { counter: '1' }, clerk('1001'));
  hall.later(10).do('call', { counter: '1' }, clerk('1001'));
  hall.later(15).do('start', { counter: '1' }, clerk('1001'));
  hall
    .later(40)
    .do(
      'transfer',
      { counter: '1', to: { service: 'enquiry' }, reason: 'wrong counter' },
      clerk('1001'),
    );
  hall.later(90).do('cancel-ticket', { ticket: first.id }, customer);
  hall.later(5).do('set-intake', { state: 'closed', reason: 'power' }, supervisor, {
    by: '9001',
    reason: 'power is out',
  });
  return { hall, first, second };
}

describe('a past day', () => {
  it('is at every moment what it was, forwards and backwards', () => {
    const { hall } = busyMorning();
    const day = openPastDay(hall.history);
    if (day === null) throw new Error('the day began');
    const range = { min: Date.parse(day.outline.from), max: Date.parse(day.outline.to) };
    fc.assert(
      fc.property(fc.array(fc.integer(range), { maxLength: 8 }), (instants) => {
        for (const atMs of instants) {
          const events = hall.history.filter((event) => event.atMs <= atMs);
          const state = replay(events);
          const moment = day.at(atMs);
          expect(moment.seq).toBe(state.seq);
          expect(moment.waiting).toHaveLength(state.waitingCount);
          expect(moment.lobby.hall.state).toBe(state.hallState);
          expect(moment.supervisor.figures.served).toBe(state.figures.served);
          expect(moment.lobby.now).toBe(new Date(atMs).toISOString());
        }
      }),
      { numRuns: 40 },
    );
  });

  it('tells who was called last and why, and who waited how long', () => {
    const { hall, first, second } = busyMorning();
    const day = openPastDay(hall.history);
    const moment = day?.at(Date.parse('2026-03-02T09:01:30+08:00'));
    expect(moment?.calls).toEqual([
      expect.objectContaining({ number: second.number, counter: '1' }),
    ]);
    expect(moment?.calls[0]?.why.en).not.toBe('');
    expect(moment?.waiting).toEqual([
      { number: first.number, service: 'payment', class: 'ordinary', waitedSeconds: 90 },
    ]);
  });

  it('keeps within the day, whatever instant is asked for', () => {
    const { hall } = busyMorning();
    const day = openPastDay(hall.history);
    expect(day?.at(0).seq).toBeLessThanOrEqual(2);
    expect(day?.at(Number.MAX_SAFE_INTEGER).seq).toBe(hall.history.length);
    expect(openPastDay([])).toBeNull();
  });

  it('has its turning points and how full the hall was', () => {
    const { hall } = busyMorning();
    const outline = openPastDay(hall.at('18:31').history)?.outline;
    expect(outline?.marks.map(({ kind }) => kind)).toEqual([
      'opened',
      'stopped',
      'override',
      'reminded',
      'intake-closed',
      'closed',
    ]);
    expect(Math.max(...(outline?.waiting ?? []))).toBe(2);
  });
});

describe('where somebody wants to go in a past day', () => {
  it('is the call before and the call after a moment', () => {
    const { hall } = busyMorning();
    const day = openPastDay(hall.history);
    const [first = 0, second = 0] = hall.history.flatMap(({ type, atMs }) =>
      type === 'TicketCalled' ? [atMs] : [],
    );
    const around = (atMs: number) => {
      const { callBefore, callAfter } = day!.at(atMs);
      return [callBefore, callAfter].map((at) => (at === null ? null : Date.parse(at)));
    };
    expect(around(first - 1)).toEqual([null, first]);
    expect(around(first)).toEqual([null, second]);
    expect(around(first + 1)).toEqual([first, second]);
    expect(around(second)).toEqual([first, null]);
    expect(around(second + 1)).toEqual([second, null]);
  });

  it('[apologise-when-away] is an absence, a handover, a fault, a notice, an override', () => {
    const hall = hallDay().at('08:20').open('1', '1001').at('09:00');
    hall.do(
      'pause',
      { counter: '1', kind: 'absence', reason: 'unwell', minutes: 10 },
      clerk('1001'),
    );
    const marks = openPastDay(hall.history)?.outline.marks;
    expect(marks).toContainEqual({
      at: new Date(hall.history.at(-1)!.atMs).toISOString(),
      kind: 'absence',
      about: '1',
    });
  });
});

describe('a ticket’s story', () => {
  it('tells every step with its counter, clerk, reason and wait', () => {
    const { hall, first, second } = busyMorning();
    const story = ticketStory(hall.history, first.number);
    expect(story?.steps.map(({ type, counter, by }) => [type, counter, by])).toEqual([
      ['TicketIssued', null, null],
      ['TicketCalled', '1', '1001'],
      ['ServiceStarted', '1', '1001'],
      ['TicketTransferred', '1', '1001'],
      ['TicketCancelled', null, null],
    ]);
    expect(story?.steps[1]).toMatchObject({ waitedSeconds: 320 });
    expect(story?.steps[3]?.why).toEqual({ zh: 'wrong counter', en: 'wrong counter' });
    expect(ticketStory(hall.history, second.number)?.class.en).toBe('VIP');
    expect(ticketStory(hall.history, 'Z999')).toBeNull();
  });
});

describe('the doors of past days', () => {
  it('are the supervisor’s, and name what they do not have', async () => {
    const hub = await startHub();
    const token = await hub.signIn('9001');
    const kiosk = await hub.device('kiosk');
    const issued = await hub.request('POST', '/api/tickets', {
      token: kiosk.token,
      body: { service: 'payment' },
    });
    const ask = async (path: string, who = token) => {
      const { status, text } = await hub.request('GET', `/api/history/${path}`, { token: who });
      return { status, body: JSON.parse(text) as Record<string, unknown> };
    };
    const day = '2026-03-02';
    expect(await ask('days')).toMatchObject({ status: 200, body: { days: [day] } });
    expect(await ask(`days/${day}`)).toMatchObject({ status: 200, body: { date: day } });
    const at = encodeURIComponent(new Date(hub.clock.now()).toISOString());
    expect(await ask(`days/${day}/at/${at}`)).toMatchObject({
      status: 200,
      body: { waiting: [{ number: issued.body.number }] },
    });
    expect(await ask(`days/${day}/tickets/${issued.body.number}`)).toMatchObject({ status: 200 });
    expect((await ask(`days/${day}/tickets/Z999`)).status).toBe(404);
    expect((await ask('days/2020-01-01')).status).toBe(404);
    expect((await ask(`days/${day}/at/noon`)).status).toBe(400);
    expect((await ask('days', await hub.signIn('1001'))).status).toBe(403);
    await hub.close();
  });
});

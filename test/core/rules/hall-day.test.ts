import { describe, expect, it } from 'vitest';
import { due } from '#core/due.ts';
import { type HallConfig, weekdays } from '#core/hall-config.ts';
import { testConfig } from '#test/support/hall-config.ts';
import { clerk, hallDay, kiosk, replay, supervisor } from '#test/support/hall-day.ts';

describe('the hall day', () => {
  it('opens at its hour, gives numbers, and counts them from 001 again the next day', () => {
    const hall = hallDay();
    expect(hall.refused('issue-ticket', { service: 'payment' }, kiosk).rule).toBe('outside-hours');
    hall.at('08:30');
    expect(hall.state.hallState).toBe('open');
    expect(hall.issue('payment').number).toBe('A001');
    expect(hall.issue('payment').number).toBe('A002');
    expect(hall.issue('payment', 'vip').number).toBe('V001');
    hall.open('1', '1001').at('08:31', '2026-03-03');
    expect(hall.state.day).toBe('2026-03-03');
    expect(hall.issue('payment').number).toBe('A001');
  });

  it('[closing-reminder] is given once, 15 minutes before closing', () => {
    const hall = hallDay().at('08:20').open('2', '1002').at('18:15');
    expect(hall.state.hallState).toBe('closing');
    expect(hall.types().filter((type) => type === 'ClosingReminded')).toHaveLength(1);
    const reminded = hall.history.find((event) => event.type === 'ClosingReminded');
    expect(new Date(reminded?.atMs ?? 0).toISOString()).toBe('2026-03-02T10:15:00.000Z');
  });

  it('[closing-reminder] is not given late when closing has overtaken it', () => {
    const hall = hallDay().at('08:30');
    hall.issue('payment');
    expect(hall.state.hallState).toBe('open');
    hall.open('2', '1002');
    // The hub was down from before the reminder until after closing.
    const events = due(hall.state, Date.parse('2026-03-02T18:40:00+08:00'));
    expect(events.map((event) => event.type)).toEqual(['IntakeClosed']);
  });

  it('[serve-everyone-queued] ends intake at closing, serves the queue, then closes itself', () => {
    const hall = hallDay().at('08:20').open('2', '1002').at('18:29');
    const ticket = hall.issue('payment');
    hall.at('18:30');
    expect(hall.state.hallState).toBe('serving-out');
    expect(hall.refused('issue-ticket', { service: 'payment' }, kiosk)).toMatchObject({
      rule: 'intake-closed',
      overridable: true,
    });
    hall.do('call', { counter: '2' }, clerk('1002'));
    hall.do('start', { counter: '2' }, clerk('1002'));
    const events = hall.later(120).do('finish', { counter: '2' }, clerk('1002'));
    expect(events.map((event) => event.type)).toEqual(['ServiceFinished', 'HallClosed']);
    expect(events.at(-1)).toMatchObject({
      actor: { kind: 'clock' },
      data: {
        figures: { issued: 1, served: 1, missed: 0, cancelled: 0 },
        openCounters: ['2'],
      },
    });
    expect(hall.ticket(ticket.id).state).toBe('done');
  });

  it('[serve-everyone-queued] no counter signs off while a ticket waits that it can serve', () => {
    const hall = hallDay().at('08:20').open('2', '1002').open('3', '1003').at('18:29');
    hall.issue('payment');
    hall.at('18:31');
    const refusal = hall.refused('close', { counter: '2' }, clerk('1002'));
    expect(refusal.rules).toEqual(['no-pause-while-waiting', 'serve-everyone-queued']);
    hall.do('close', { counter: '3' }, clerk('1003'));
    expect(hall.state.counters['3']?.state).toBe('closed');
  });

  it('[serve-everyone-queued] missed and parked tickets may come back until the hall closes', () => {
    const hall = hallDay().at('08:20').open('2', '1002').at('18:00');
    const parked = hall.issue('payment');
    const served = hall.issue('payment');
    hall.do('call', { counter: '2' }, clerk('1002'));
    hall.do('start', { counter: '2' }, clerk('1002'));
    hall.do('park', { counter: '2', missing: ['id card'] }, clerk('1002'));
    hall.do('call', { counter: '2' }, clerk('1002'));
    hall.do('start', { counter: '2' }, clerk('1002'));
    hall.at('18:35').do('return-ticket', { ticket: parked.id }, kiosk);
    hall.do('finish', { counter: '2' }, clerk('1002'));
    expect(hall.state.hallState).toBe('serving-out');
    expect(hall.ticket(served.id).state).toBe('done');
    hall.do('call', { counter: '2' }, clerk('1002'));
    hall.do('start', { counter: '2' }, clerk('1002'));
    hall.do('finish', { counter: '2' }, clerk('1002'));
    expect(hall.state.hallState).toBe('closed');
  });

  it('lapses missed and parked tickets when the hall closes', () => {
    const hall = hallDay().at('08:20').open('2', '1002').at('10:00');
    const ticket = hall.issue('payment');
    hall.do('call', { counter: '2' }, clerk('1002'));
    hall.do('start', { counter: '2' }, clerk('1002'));
    hall.do('park', { counter: '2', missing: ['id card'] }, clerk('1002'));
    hall.at('18:30');
    expect(hall.state.hallState).toBe('closed');
    expect(hall.ticket(ticket.id).state).toBe('cancelled');
    expect(hall.types().slice(-3)).toEqual(['IntakeClosed', 'TicketLapsed', 'HallClosed']);
  });

  it('[closing-reminder] closing that is put off is reminded of anew, fifteen minutes before it', () => {
    const until = (to: string, closingNoticeMinutes = 15): HallConfig => {
      const daily = { from: '08:30', to };
      const weekly = Object.fromEntries(weekdays.map((day) => [day, daily]));
      const hours = { ...testConfig.hours, weekly, closingNoticeMinutes } as HallConfig['hours'];
      return { ...testConfig, hours };
    };
    const hall = hallDay().at('18:20');
    const reminders = () => hall.types().filter((type) => type === 'ClosingReminded').length;
    const configure = (config: HallConfig) => {
      hall.do('configure', { config, why: 'a long queue' });
      return [hall.state.hallState, reminders()];
    };
    // The same closing time needs no second reminder, however short the notice; nor does one so near.
    expect(configure(until('18:30', 5))).toEqual(['closing', 1]);
    expect(configure(until('18:35'))).toEqual(['closing', 1]);
    expect(configure(until('19:30'))).toEqual(['open', 1]);
    hall.at('19:14:59');
    expect([hall.state.hallState, reminders()]).toEqual(['open', 1]);
    hall.at('19:15');
    expect([hall.state.hallState, reminders()]).toEqual(['closing', 2]);
    expect(replay(hall.history)).toEqual(hall.state);
  });

  it('[not-possible-now] intake is neither stopped nor opened while no numbers are given', () => {
    const hall = hallDay().at('18:29').open('1', '1001');
    hall.issue();
    for (const state of ['serving-out', 'closed'] as const) {
      hall.at('18:30');
      if (state === 'closed') {
        hall.do('call', { counter: '1' }, clerk('1001'));
        hall.do('start', { counter: '1' }, clerk('1001'));
        hall.do('finish', { counter: '1' }, clerk('1001'));
      }
      for (const wanted of ['open', 'closed'] as const) {
        const refusal = hall.refused('set-intake', { state: wanted, reason: 'one more' });
        expect(refusal).toMatchObject({ rules: ['not-possible-now'], by: { state } });
      }
    }
  });

  it('[never-close-early] intake is closed before time only with a reason of a supervisor', () => {
    const hall = hallDay().at('10:00');
    const args = { state: 'closed', reason: 'flood in the hall' } as const;
    expect(hall.refused('set-intake', args)).toMatchObject({
      rule: 'never-close-early',
      overridable: true,
    });
    const [event] = hall.do('set-intake', args, supervisor, { by: '9001', reason: 'flood' });
    expect(event).toMatchObject({
      type: 'IntakeSet',
      override: { by: '9001', rules: ['never-close-early'] },
    });
    expect(hall.refused('issue-ticket', { service: 'payment' }, kiosk).rule).toBe('intake-closed');
    hall.do('set-intake', { state: 'open', reason: 'dry again' });
    expect(hall.issue('payment').number).toBe('A001');
  });

  it('stays in its day beyond midnight while people are served', () => {
    const hall = hallDay().at('08:20').open('2', '1002').at('18:20');
    hall.issue('payment');
    hall.at('00:30', '2026-03-03');
    expect(hall.state).toMatchObject({ day: '2026-03-02', hallState: 'serving-out' });
    hall.do('call', { counter: '2' }, clerk('1002'));
    hall.do('start', { counter: '2' }, clerk('1002'));
    hall.do('finish', { counter: '2' }, clerk('1002'));
    expect(hall.state.hallState).toBe('closed');
  });

  it('ends a forgotten day in the open before the next one begins', () => {
    const hall = hallDay().at('08:20').open('2', '1002').at('18:20');
    const waiting = hall.issue('payment');
    const forgotten = hall.issue('payment');
    hall.do('call', { counter: '2' }, clerk('1002'));
    expect(waiting.number).toBe('A001');
    hall.at('08:30', '2026-03-03');
    const types = hall.types().slice(-8);
    expect(types).toEqual([
      'IntakeClosed',
      'TicketPutBack',
      'CounterReleased',
      'TicketLapsed',
      'TicketLapsed',
      'HallClosed',
      'DayBegan',
      'HallOpened',
    ]);
    expect(forgotten.number).toBe('A002');
  });

  it('keeps a forgotten seat taken over night, for its clerk or a supervisor to free', () => {
    const hall = hallDay().at('08:20').open('2', '1002').at('08:30', '2026-03-03');
    expect(hall.state.counters['2']).toMatchObject({ state: 'idle', clerk: '1002' });
    expect(hall.refused('open', { counter: '2' }, clerk('1001')).rule).toBe(
      'one-counter-one-clerk',
    );
    hall.do('release-counter', { counter: '2' });
    hall.open('2', '1001');
  });

  it('gives no number on a day the hall stays closed', () => {
    const hall = hallDay({
      hours: {
        weekly: { mon: null, tue: null, wed: null, thu: null, fri: null, sat: null, sun: null },
        exceptions: [],
        closingNoticeMinutes: 15,
      },
    }).at('10:00');
    expect(hall.refused('issue-ticket', { service: 'payment' }, kiosk).rule).toBe('outside-hours');
    expect(hall.refused('open', { counter: '1' }, clerk('1001'))).toMatchObject({
      rule: 'outside-hours',
      overridable: false,
    });
  });

  it('[honest-statistics] folding the history again gives the live state', () => {
    const hall = hallDay().at('08:20').open('2', '1002').at('10:00');
    hall.issue('payment');
    hall.issue('enquiry', 'special');
    hall.do('call', { counter: '2' }, clerk('1002'));
    hall.at('20:00', '2026-03-03');
    expect(replay(hall.history)).toEqual(hall.state);
  });
});

import { describe, expect, it } from 'vitest';
import { dayAt, due, isDue, nextDue, nextHallDue } from '#core/due.ts';
import { initialDay } from '#core/state.ts';
import { testConfig } from '#test/support/hall-config.ts';
import { clerk, hallDay, kiosk } from '#test/support/hall-day.ts';
import { became, told } from '#test/support/hall-told.ts';

const weekly = { mon: null, tue: null, wed: null, thu: null, fri: null, sat: null, sun: null };
const at = (time: string, day = '2026-03-02') => Date.parse(`${day}T${time}+08:00`);
type Hall = ReturnType<typeof hallDay>;

/** What falls due at an instant, told in words. */
function fallsDue(hall: Hall, atMs: number): unknown {
  const before = hall.state;
  hall.moveTo(atMs);
  const events = hall.history.filter(({ seq }) => seq > before.seq);
  return told(
    hall,
    events.map(({ type, data }) => (type === 'DayBegan' ? type : { [type]: data })),
  );
}

describe('a day by the clock', () => {
  it.each([
    ['07:30', '08:30', 'before opening'],
    ['08:30', '18:15', 'open'],
    ['18:15', '18:30', 'reminded'],
  ])('at %s the next is at %s: %s', (now, next) => {
    expect(nextDue(hallDay().at(now).state)).toBe(at(`${next}:00`));
  });

  it('opens, to the millisecond, and says how late it is', () => {
    const hall = hallDay();
    expect(fallsDue(hall, at('08:29:59.999'))).toEqual([]);
    expect(fallsDue(hall, at('08:30:00'))).toEqual([{ HallOpened: { lateMs: 0 } }]);
    const late = hallDay().awayUntil('09:00');
    expect(late.history.at(-1)).toMatchObject({ type: 'HallOpened', data: { lateMs: 1_800_000 } });
    expect(late.state.hallState).toBe('open');
  });

  it('[closing-reminder] reminds, to the millisecond, once', () => {
    const hall = hallDay().at('09:00');
    expect(fallsDue(hall, at('18:14:59.999'))).toEqual([]);
    expect(fallsDue(hall, at('18:15:00'))).toEqual([
      { ClosingReminded: { closesAtMs: '18:30:00' } },
    ]);
    expect(fallsDue(hall, at('18:29:59.999'))).toEqual([]);
  });

  it('[serve-everyone-queued] ends intake, and the day with the last one', () => {
    const hall = hallDay().at('08:20').open('1', '1001').at('18:00');
    hall.issue();
    hall.issue('enquiry');
    expect(fallsDue(hall, at('18:30:00'))).toEqual([
      { ClosingReminded: { closesAtMs: '18:30:00' } },
      { IntakeClosed: { waitingCount: 2 } },
    ]);
    // Somebody is waited for until an hour before the next opening.
    expect(nextDue(hall.state)).toBe(at('07:30:00', '2026-03-03'));
    hall.do('cancel-ticket', { ticket: hall.state.tickets.tail[1]!.id });
    hall.do('call', { counter: '1' }, clerk('1001'));
    expect(isDue(hall.state, hall.atMs)).toBe(false);
    hall.do('start', { counter: '1' }, clerk('1001'));
    const before = hall.state;
    hall.later(30).do('finish', { counter: '1' }, clerk('1001'));
    expect(became(hall, before)).toMatchObject({ hallState: 'closed', ended: true });
    expect(hall.history.at(-1)).toMatchObject({
      type: 'HallClosed',
      actor: { kind: 'clock' },
      data: {
        figures: { issued: 2, served: 1, missed: 0, cancelled: 1 },
        openCounters: ['1'],
      },
    });
    expect(nextDue(hall.state)).toBe(at('08:30:00', '2026-03-03'));
  });

  it('goes over closing time where nobody came, with reminder and all', () => {
    expect(fallsDue(hallDay().at('18:00'), at('19:00:00'))).toEqual([
      { ClosingReminded: { closesAtMs: '18:30:00' } },
      { IntakeClosed: { waitingCount: 0 } },
      {
        HallClosed: {
          figures: { issued: 0, served: 0, missed: 0, cancelled: 0 },
          openCounters: [],
        },
      },
    ]);
  });

  it('does not open on the way where the hub came back after closing', () => {
    const hall = hallDay();
    expect(isDue(hall.state, at('18:29:59.999'))).toBe(true);
    expect(isDue(hall.state, at('18:30:00'))).toBe(false);
    expect(due(hall.state, at('18:30:00'))).toEqual([]);
    expect(nextDue(hall.awayUntil('18:30').state)).toBe(at('08:30:00'));
  });

  it('a hall without hours or without a next opening has nothing due', () => {
    const hall = hallDay({ hours: { ...testConfig.hours, weekly } });
    expect(nextHallDue(hall.state)).toBeNull();
    expect(nextDue(hall.state)).toBeNull();
    expect(isDue(hall.state, at('12:00:00'))).toBe(false);
    expect(isDue(hall.state, at('00:00:00', '2026-03-03'))).toBe(true);
    expect(nextDue(initialDay)).toBeNull();
    expect(isDue(initialDay, at('12:00:00'))).toBe(false);
    expect(due(initialDay, at('12:00:00'))).toEqual([]);
  });
});

describe('which day it is', () => {
  it('is the local date; it does not go back', () => {
    const { state } = hallDay().at('09:00');
    expect(dayAt(state, at('23:59:59.999'))).toBe('2026-03-02');
    expect(dayAt(state, at('12:00:00', '2026-03-01'))).toBe('2026-03-02');
    expect(dayAt({ ...state, day: null }, at('12:00:00', '2026-03-01'))).toBe('2026-03-01');
    expect(dayAt({ ...state, hallState: 'closed' }, at('00:00:00', '2026-03-03'))).toBe(
      '2026-03-03',
    );
  });

  it('[serve-everyone-queued] stays while people are served, up to an hour before opening', () => {
    const hall = hallDay().at('18:00');
    hall.issue();
    hall.at('18:40');
    const lastMs = at('07:30:00', '2026-03-03');
    expect(dayAt(hall.state, lastMs - 1)).toBe('2026-03-02');
    expect(dayAt(hall.state, lastMs)).toBe('2026-03-03');
  });

  it('a forgotten day ends in the open: served, waiting, missed and parked lapse', () => {
    const hall = hallDay().at('08:20').open('1', '1001').open('2', '1002').at('18:00');
    const [first, second] = [hall.issue(), hall.issue(), hall.issue(), hall.issue()];
    hall.do('call', { counter: '1' }, clerk('1001'));
    hall.do('start', { counter: '1' }, clerk('1001'));
    hall.do('park', { counter: '1', missing: ['id card'] }, clerk('1001'));
    hall.do('call', { counter: '1' }, clerk('1001'));
    hall.later(60).do('recall', { counter: '1' }, clerk('1001'));
    hall.do('no-show', { counter: '1' }, clerk('1001'));
    hall.do('call', { counter: '2' }, clerk('1002'));
    expect([first.number, second.number]).toEqual(['A001', 'A002']);
    const events = due(hall.state, at('09:00:00', '2026-03-03'));
    expect(
      told(
        hall,
        events.map(({ type, data }) => (type === 'DayBegan' ? type : { [type]: data })),
      ),
    ).toEqual([
      { IntakeClosed: { waitingCount: 1 } },
      { TicketPutBack: { ticket: 'A003', counter: '2', place: 'keep', why: 'day-over' } },
      { CounterReleased: { counter: '2', clerk: '1002' } },
      { TicketLapsed: { ticket: 'A001' } },
      { TicketLapsed: { ticket: 'A002' } },
      { TicketLapsed: { ticket: 'A003' } },
      { TicketLapsed: { ticket: 'A004' } },
      {
        HallClosed: {
          figures: { issued: 4, served: 0, missed: 1, cancelled: 3 },
          openCounters: ['1'],
        },
      },
      'DayBegan',
      { HallOpened: { lateMs: 1800000 } },
    ]);
    expect(new Set(events.map(({ actor }) => actor?.kind))).toEqual(new Set(['clock']));
  });

  it('carries what outlives the day, and nothing else', () => {
    const hall = hallDay().at('08:20').open('1', '1001').open('2', '1002').at('12:00');
    const fault = { zh: '坏', en: 'broken' };
    const base = { text: fault, kind: 'notice' as const };
    hall.do('post-notice', { ...base, untilMs: null });
    hall.do('post-notice', { ...base, untilMs: at('08:30:00', '2026-03-03') });
    hall.do('post-notice', { ...base, untilMs: at('08:30:00.001', '2026-03-03') });
    hall.do('pause', { counter: '1', kind: 'absence', reason: 'ill' }, clerk('1001'));
    hall.do('handover', { counter: '2', to: '1003' }, clerk('1002'));
    hall.do('relieve-handover', { counter: '2' }, clerk('1003'));
    hall.do('report-devices', { devices: [] }, kiosk);
    hall.at('19:00');
    const [began] = due(hall.state, at('08:30:00', '2026-03-03'));
    if (began?.type !== 'DayBegan') throw new Error('no day began');
    const { config, hours, day, notices, counters, configRevision } = began.data;
    expect(config).toEqual(testConfig);
    expect(told(hall, { hours, day, counters, configRevision })).toEqual({
      hours: {
        opensAtMs: '2026-03-03 08:30:00',
        remindsAtMs: '2026-03-03 18:15:00',
        closesAtMs: '2026-03-03 18:30:00',
      },
      day: '2026-03-03',
      counters: [
        {
          counter: '1',
          clerk: '1001',
          state: 'absent',
          sign: { kind: 'absent', reason: 'ill', untilMs: null, redirectTo: ['2'] },
        },
        { counter: '2', clerk: '1003', state: 'idle', sign: null },
      ],
      configRevision: 1,
    });
    expect(notices.map(({ untilMs }) => untilMs)).toEqual([null, at('08:30:00.001', '2026-03-03')]);
  });
});

import { describe, expect, it } from 'vitest';
import { clerk, hub, replay } from '#test/support/hall-day.ts';
import { nextDue } from '#core/due.ts';
import { asked, plan, rosterHall, swapped } from './roster-hall.ts';
import { refusedBy } from '#test/support/hall-told.ts';

const early = '2026-03-03';

/** Signed in at a time of Tuesday; what was recorded of it. */
function arrivalAt(time: string, kind = 'early') {
  const hall = rosterHall([[early, '1001', kind, '1']]).at(time, early);
  hall.tick();
  const events = hall.do('sign-in', { badge: '1001' }, hub);
  return events.find(({ type }) => type === 'ClerkArrived')?.data ?? null;
}

const at = (time: string): number => Date.parse(`${early}T${time}:00+08:00`);

describe('signing in against the roster', () => {
  it('[ten-minutes-early] is in time ten minutes before the shift, and late from then on', () => {
    expect(arrivalAt('08:20')).toEqual({
      badge: '1001',
      kind: 'early',
      dueAtMs: at('08:20'),
      fromMs: at('08:30'),
      lateMinutes: 0,
    });
    expect(arrivalAt('08:20:01')).toMatchObject({ lateMinutes: 1 });
    expect(arrivalAt('08:21')).toMatchObject({ lateMinutes: 1 });
    expect(arrivalAt('08:21:01')).toMatchObject({ lateMinutes: 2 });
    expect(arrivalAt('09:00')).toMatchObject({ lateMinutes: 40 });
  });

  it('[ten-minutes-early] goes by the clerk’s own shift, not by the opening of the hall', () => {
    expect(arrivalAt('13:20', 'late')).toMatchObject({ dueAtMs: at('13:20'), lateMinutes: 0 });
    expect(arrivalAt('13:25', 'late')).toMatchObject({ lateMinutes: 5 });
  });

  it('[ten-minutes-early] who comes more than an hour before has come for something else', () => {
    expect(arrivalAt('07:19:59')).toBeNull();
    expect(arrivalAt('07:20')).toMatchObject({ lateMinutes: 0 });
    expect(arrivalAt('13:29', 'early')).toMatchObject({ lateMinutes: 309 });
    expect(arrivalAt('13:30', 'early')).toBeNull();
  });

  it('[ten-minutes-early] is recorded once: at the program, at the counter or as the relief', () => {
    const hall = rosterHall([
      [early, '1001', 'early', '1'],
      [early, '1002', 'late', '1'],
    ]).at('08:15', early);
    const count = () => hall.types().filter((type) => type === 'ClerkArrived').length;
    hall.do('sign-in', { badge: '1003' }, hub);
    expect(count()).toBe(0);
    hall.open('1', '1001');
    expect(count()).toBe(1);
    hall.do('sign-in', { badge: '1001' }, hub);
    expect(count()).toBe(1);
    hall.at('13:22', early);
    hall.do('handover', { counter: '1', to: '1002' }, clerk('1001'));
    hall.do('relieve-handover', { counter: '1' }, clerk('1002'));
    expect(hall.state.roster.arrivals['1002']).toEqual({
      badge: '1002',
      atMs: hall.atMs,
      kind: 'late',
      dueAtMs: at('13:20'),
      fromMs: at('13:30'),
      lateMinutes: 2,
    });
    expect(replay(hall.history).roster).toEqual(hall.state.roster);
    hall.at('09:00', '2026-03-04').tick();
    expect(hall.state.roster.arrivals).toEqual({});
  });

  it('[ten-minutes-early] a plan that is not published holds nobody', () => {
    const hall = rosterHall([]);
    hall.do('plan-shifts', { changes: [plan('2026-03-02', '1001', 'early')] });
    hall.at('09:00').do('sign-in', { badge: '1001' }, hub);
    expect(hall.types()).not.toContain('ClerkArrived');
    expect(hall.types()).not.toContain('SeatFoundEmpty');
  });
});

describe('an empty seat', () => {
  const empty = (hall: ReturnType<typeof rosterHall>) =>
    hall.history.flatMap((event) => (event.type === 'SeatFoundEmpty' ? [event] : []));

  it('[swap-limits] is recorded as the shift begins, once, and its clerk answers for it', () => {
    const hall = rosterHall([[early, '1001', 'late', '1']]).at('08:00', early);
    hall.tick();
    expect(nextDue(hall.state)).toBe(at('08:30'));
    hall.at('13:29:59', early);
    expect(empty(hall)).toEqual([]);
    expect(nextDue(hall.state)).toBe(at('13:30'));
    hall.at('18:00', early);
    expect(empty(hall).map(({ data, atMs, actor }) => ({ data, atMs, actor }))).toEqual([
      {
        data: {
          badge: '1001',
          kind: 'late',
          counter: '1',
          fromMs: at('13:30'),
          swap: null,
          answerable: '1001',
        },
        atMs: at('13:30'),
        actor: { kind: 'clock' },
      },
    ]);
  });

  it('[swap-limits] is none where the clerk has come, or sits at a counter since before', () => {
    const hall = rosterHall([
      [early, '1001', 'late', '1'],
      [early, '1002', 'late', '2'],
    ]).at('08:00', early);
    hall.tick();
    hall.open('1', '1001').at('13:20', early);
    hall.do('sign-in', { badge: '1002' }, hub);
    hall.at('18:00', early);
    expect(empty(hall)).toEqual([]);
  });

  it('[swap-limits] of a swapped shift is answered for by who took it on', () => {
    const hall = rosterHall([
      [early, '1001', 'early', '1'],
      ['2026-03-05', '1002', 'late', '2'],
    ]);
    const swap = swapped(hall, '1001', early, '1002', '2026-03-05');
    hall.at('09:00', early);
    hall.tick();
    expect(hall.state.roster.empty).toEqual([
      {
        day: early,
        badge: '1002',
        kind: 'early',
        counter: '1',
        fromMs: at('08:30'),
        swap,
        answerable: '1002',
        reason: null,
      },
    ]);
  });

  it('[swap-limits] who explained it badly answers: the manager names one of the two, with why', () => {
    const hall = rosterHall([
      [early, '1001', 'early', '1'],
      ['2026-03-05', '1002', 'late', '2'],
      [early, '1004', 'early', '3'],
    ]);
    swapped(hall, '1001', early, '1002', '2026-03-05');
    hall.at('09:00', early).tick();
    const named = { day: early, badge: '1002', reason: 'told the wrong day' };
    expect(hall.refused('name-answerable', { ...named, answerable: '1003' })).toEqual({
      kind: 'refused',
      ...refusedBy('swap-limits', { badge: '1003', day: early, state: 'swap-answerable' }),
    });
    hall.do('name-answerable', { ...named, answerable: '1001' });
    expect(hall.state.roster.empty.find(({ badge }) => badge === '1002')).toMatchObject({
      answerable: '1001',
      reason: 'told the wrong day',
    });
    // Where nobody swapped, it is the clerk of the shift and nobody else.
    const own = { day: early, badge: '1004', reason: 'x' };
    expect(hall.refused('name-answerable', { ...own, answerable: '1001' }).by.state).toBe(
      'swap-answerable',
    );
    hall.do('name-answerable', { ...own, answerable: '1004' });
    expect(hall.ask('name-answerable', { ...named, badge: '1001', answerable: '1001' })).toEqual({
      kind: 'unknown',
      what: 'empty-seat',
      id: `${early} 1001`,
    });
  });

  it('[swap-limits] a swap that was never approved moves nothing: its first clerk answers', () => {
    const hall = rosterHall([
      [early, '1001', 'early', '1'],
      ['2026-03-05', '1002', 'late', '2'],
    ]);
    const swap = asked(hall, '1001', early, '1002', '2026-03-05');
    hall.do('agree-swap', { swap }, clerk('1002'));
    hall.at('09:00', early).tick();
    expect(hall.state.roster.empty).toMatchObject([{ badge: '1001', answerable: '1001' }]);
  });

  it('is not looked for on a day the hall stays closed, nor of people who have left', () => {
    const hall = rosterHall([[early, '1001', 'early', '1']]);
    const { config } = hall.state;
    if (config === null) throw new Error('configured');
    const staff = config.staff.filter(({ badge }) => badge !== '1001');
    hall.do('configure', { config: { ...config, staff }, why: 'left' }, hub);
    hall.at('09:00', early).tick();
    expect(empty(hall)).toEqual([]);
    const closed = rosterHall([[early, '1001', 'early', '1']], {
      hours: { ...config.hours, exceptions: [{ date: early, hours: null, reason: 'x' }] },
    });
    closed.at('09:00', early).tick();
    expect(empty(closed)).toEqual([]);
  });
});

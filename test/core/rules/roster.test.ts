import { describe, expect, it } from 'vitest';
import { clerk, hallDay, supervisor } from '#test/support/hall-day.ts';
import { plan, rosterHall } from './roster-hall.ts';
import { refusedBy } from '#test/support/hall-told.ts';

describe('planning shifts', () => {
  it('holds nobody to a plan before it is published', () => {
    const hall = hallDay();
    hall.do('plan-shifts', { changes: [plan('2026-03-03', '1001', 'early', '1')] });
    expect(hall.state.roster.published).toEqual({});
    expect(hall.state.roster.edits).toEqual({
      '2026-03-03': {
        '1001': { kind: 'early', from: '08:30', to: '13:30', counter: '1', swap: null },
      },
    });
    const events = hall.do('publish-roster', { from: '2026-03-02', to: '2026-03-08' });
    expect(events.map(({ type, data }) => ({ type, data }))).toEqual([
      {
        type: 'RosterPublished',
        data: {
          from: '2026-03-02',
          to: '2026-03-08',
          changes: [
            {
              day: '2026-03-03',
              badge: '1001',
              shift: { kind: 'early', from: '08:30', to: '13:30', counter: '1', swap: null },
            },
          ],
        },
      },
    ]);
    expect(hall.state.roster.edits).toEqual({});
    expect(hall.do('publish-roster', { from: '2026-03-02', to: '2026-03-08' })).toEqual([]);
  });

  it('publishes the days that are asked for, the first and the last of them too', () => {
    const hall = hallDay();
    const days = ['2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06'];
    hall.do('plan-shifts', { changes: days.map((day) => plan(day, '1001', 'early')) });
    hall.do('publish-roster', { from: '2026-03-04', to: '2026-03-05' });
    expect(Object.keys(hall.state.roster.published)).toEqual(['2026-03-04', '2026-03-05']);
    expect(Object.keys(hall.state.roster.edits)).toEqual(['2026-03-03', '2026-03-06']);
  });

  it('keeps nothing to publish where a change goes back to what holds', () => {
    const hall = rosterHall([['2026-03-03', '1001', 'early']]);
    hall.do('plan-shifts', { changes: [plan('2026-03-03', '1001', 'late')] });
    expect(Object.keys(hall.state.roster.edits)).toEqual(['2026-03-03']);
    hall.do('plan-shifts', { changes: [plan('2026-03-03', '1001', 'early')] });
    expect(hall.state.roster.edits).toEqual({});
    hall.do('plan-shifts', { changes: [plan('2026-03-03', '1001', null)] });
    hall.do('publish-roster', { from: '2026-03-03', to: '2026-03-03' });
    expect(hall.state.roster.published).toEqual({});
    expect(hall.do('plan-shifts', { changes: [plan('2026-03-03', '1001', null)] })).toEqual([]);
  });

  it('refuses a change that another manager has overtaken, and all of that command', () => {
    const hall = rosterHall([['2026-03-03', '1001', 'early']]);
    hall.do('plan-shifts', { changes: [plan('2026-03-03', '1001', 'late')] });
    const late = {
      changes: [
        plan('2026-03-04', '1001', 'full'),
        {
          ...plan('2026-03-03', '1001', 'full'),
          was: { kind: 'early', from: '08:30', to: '13:30', counter: null },
        },
      ],
    };
    expect(hall.refused('plan-shifts', late)).toEqual({
      kind: 'refused',
      ...refusedBy('not-possible-now', {
        day: '2026-03-03',
        badge: '1001',
        state: 'changed-meanwhile',
      }),
    });
    const was = { kind: 'late', from: '13:30', to: '18:30', counter: null };
    hall.do('plan-shifts', { changes: [{ ...plan('2026-03-03', '1001', 'full'), was }] });
    hall.do('plan-shifts', { changes: [{ ...plan('2026-03-04', '1001', 'full'), was: null }] });
    expect(Object.keys(hall.state.roster.edits)).toEqual(['2026-03-03', '2026-03-04']);
  });

  it.each([
    ['nothing of it', {}, true],
    ['its kind', { kind: 'full' }, false],
    ['its begin', { from: '08:00' }, false],
    ['its end', { to: '13:00' }, false],
    ['its counter alone', { counter: '2' }, false],
    ['that it has a counter', { counter: null }, false],
  ])('compares the whole shift: where another has changed %s', (_, seen, isTaken) => {
    const hall = rosterHall([['2026-03-03', '1001', 'early', '1']]);
    const was = { kind: 'early', from: '08:30', to: '13:30', counter: '1', ...seen };
    const args = { changes: [{ ...plan('2026-03-03', '1001', 'late'), was }] };
    if (isTaken) expect(hall.do('plan-shifts', args)).toHaveLength(1);
    else expect(hall.refused('plan-shifts', args).by.state).toBe('changed-meanwhile');
  });

  it('tells a shift that is no more, or is there by now, from none', () => {
    const hall = rosterHall([['2026-03-03', '1001', 'early', '1']]);
    const was = { kind: 'early', from: '08:30', to: '13:30', counter: '1' };
    const gone = { changes: [{ ...plan('2026-03-04', '1001', 'late'), was }] };
    const there = { changes: [{ ...plan('2026-03-03', '1001', 'late'), was: null }] };
    expect(hall.refused('plan-shifts', gone).by.state).toBe('changed-meanwhile');
    expect(hall.refused('plan-shifts', there).by.state).toBe('changed-meanwhile');
  });

  it('leaves days that are over, and plans two months ahead', () => {
    const hall = hallDay();
    const by = (day: string) =>
      hall.refused('plan-shifts', { changes: [plan(day, '1001', 'early')] }).by;
    expect(by('2026-03-01')).toEqual({ day: '2026-03-01', state: 'day-over' });
    expect(by('2026-05-04')).toEqual({ day: '2026-05-04', state: 'too-far' });
    for (const day of ['2026-03-02', '2026-05-03']) {
      hall.do('plan-shifts', { changes: [plan(day, '1001', 'early')] });
    }
  });

  it('knows its people, counters and kinds of shift', () => {
    const hall = hallDay();
    const ask = (change: ReturnType<typeof plan>) => hall.ask('plan-shifts', { changes: [change] });
    expect(ask(plan('2026-03-03', '7777', 'early'))).toEqual({
      kind: 'unknown',
      what: 'staff',
      id: '7777',
    });
    expect(ask(plan('2026-03-03', '1001', 'early', '9'))).toEqual({
      kind: 'unknown',
      what: 'counter',
      id: '9',
    });
    expect(ask(plan('2026-03-03', '1001', 'night'))).toEqual({
      kind: 'unknown',
      what: 'shift-kind',
      id: 'night',
    });
  });

  it('[one-counter-one-clerk] publishes no seat for two at once; one after the other is fine', () => {
    const hall = hallDay();
    const changes = [
      plan('2026-03-03', '1001', 'early', '1'),
      plan('2026-03-03', '1002', 'late', '1'),
      plan('2026-03-03', '1003', 'full', '2'),
      plan('2026-03-03', '1004', 'full'),
    ];
    hall.do('plan-shifts', { changes });
    hall.do('plan-shifts', { changes: [plan('2026-03-03', '1003', 'full', '1')] });
    expect(hall.refused('publish-roster', { from: '2026-03-03', to: '2026-03-03' })).toEqual({
      kind: 'refused',
      ...refusedBy('one-counter-one-clerk', { counter: '1', badge: '1001', day: '2026-03-03' }),
    });
    hall.do('plan-shifts', { changes: [plan('2026-03-03', '1003', 'full', '2')] });
    hall.do('publish-roster', { from: '2026-03-03', to: '2026-03-03' });
    expect(Object.keys(hall.state.roster.published['2026-03-03'] ?? {})).toHaveLength(4);
  });

  it('plans with kinds of the hall’s own, whose times change for what is planned next', () => {
    const hall = rosterHall([['2026-03-03', '1001', 'early']]);
    const early = { id: 'early', name: { zh: '早', en: 'E' }, from: '08:00', to: '12:00' };
    expect(hall.refused('set-shift-kinds', { kinds: [early, early], leastClerks: 2 }).by).toEqual({
      state: 'shift-kind',
    });
    expect(
      hall.refused('set-shift-kinds', { kinds: [{ ...early, to: '08:00' }], leastClerks: 2 }).by,
    ).toEqual({ state: 'shift-kind' });
    hall.do('set-shift-kinds', { kinds: [early], leastClerks: 2 });
    expect(hall.state.roster).toMatchObject({ kinds: [early], leastClerks: 2 });
    expect(hall.state.roster.published['2026-03-03']?.['1001']?.from).toBe('08:30');
    hall.do('plan-shifts', { changes: [plan('2026-03-03', '1001', 'early')] });
    expect(hall.state.roster.edits['2026-03-03']?.['1001']?.from).toBe('08:00');
  });
});

describe('leave', () => {
  it('is asked for, approved by somebody else, and takes the shifts out of the roster', () => {
    const hall = rosterHall([
      ['2026-03-03', '1001', 'early'],
      ['2026-03-04', '1001', 'early'],
      ['2026-03-05', '1001', 'early'],
    ]);
    const args = { from: '2026-03-04', to: '2026-03-05', note: 'moving house' };
    hall.do('ask-leave', args, clerk('1001'));
    const [leave] = hall.state.roster.leaves;
    expect(leave).toMatchObject({ badge: '1001', state: 'asked', ...args });
    expect(hall.refused('ask-leave', args, clerk('1001')).by).toEqual({
      badge: '1001',
      day: '2026-03-04',
      state: 'on-leave',
    });
    hall.do('approve-leave', { leave: leave?.leave ?? '' });
    expect(hall.do('approve-leave', { leave: leave?.leave ?? '' })).toEqual([]);
    expect(Object.keys(hall.state.roster.published)).toEqual(['2026-03-03']);
    expect(
      hall.refused('plan-shifts', { changes: [plan('2026-03-05', '1001', 'early')] }).by,
    ).toEqual({ day: '2026-03-05', badge: '1001', state: 'on-leave' });
    hall.do('plan-shifts', { changes: [plan('2026-03-06', '1001', 'early')] });
    hall.do('withdraw-leave', { leave: leave?.leave ?? '' }, clerk('1001'));
    hall.do('plan-shifts', { changes: [plan('2026-03-05', '1001', 'early')] });
  });

  it('is nobody’s to approve for themselves, nor to take back for others', () => {
    const hall = hallDay();
    const args = { from: '2026-03-04', to: '2026-03-04', note: 'rest' };
    hall.do('ask-leave', args, supervisor);
    const leave = hall.state.roster.leaves[0]?.leave ?? '';
    expect(hall.refused('approve-leave', { leave }).by).toEqual({
      badge: '9001',
      state: 'own-leave',
    });
    expect(hall.refused('withdraw-leave', { leave }, clerk('1001')).by).toEqual({
      badge: '9001',
      state: 'not-yours',
    });
    hall.do('reject-leave', { leave, reason: 'needed' });
    expect(hall.state.roster.leaves[0]).toMatchObject({ state: 'rejected', reason: 'needed' });
    expect(hall.refused('reject-leave', { leave, reason: 'x' }).by).toEqual({
      day: '2026-03-04',
      state: 'leave-rejected',
    });
    expect(hall.ask('approve-leave', { leave: 'none' })).toMatchObject({ what: 'leave' });
  });

  it('begins today at the earliest, ends after it begins and lasts 62 days at most', () => {
    const hall = hallDay();
    const ask = (from: string, to: string) =>
      hall.ask('ask-leave', { from, to, note: 'rest' }, clerk('1001')).kind;
    expect(ask('2026-03-01', '2026-03-03')).toBe('refused');
    expect(ask('2026-03-05', '2026-03-04')).toBe('refused');
    expect(ask('2026-03-02', '2026-05-03')).toBe('refused');
    expect(ask('2026-03-02', '2026-05-02')).toBe('accepted');
    expect(ask('2026-03-05', '2026-03-05')).toBe('accepted');
  });

  it('waits for answers: five requests at once are the most', () => {
    const hall = hallDay();
    for (const day of ['03', '04', '05', '06', '07']) {
      const on = `2026-03-${day}`;
      hall.do('ask-leave', { from: on, to: on, note: 'rest' }, clerk('1001'));
    }
    const more = { from: '2026-03-09', to: '2026-03-09', note: 'rest' };
    expect(hall.refused('ask-leave', more, clerk('1001')).by).toEqual({
      badge: '1001',
      count: 5,
      state: 'too-many-open',
    });
    hall.do('ask-leave', more, clerk('1002'));
  });
});

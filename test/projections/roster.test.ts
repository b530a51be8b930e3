import { describe, expect, it } from 'vitest';
import { factsOfDay } from '#projections/facts/day-facts.ts';
import { missingNow, onDuty } from '#projections/on-duty.ts';
import { gapsOf, myRosterView, requestsToDecide, rosterView } from '#projections/roster.ts';
import { openRecords } from '#projections/open-records.ts';
import { clerk, hallDay, hub } from '#test/support/hall-day.ts';
import { asked, plan, rosterHall } from '../core/rules/roster-hall.ts';

const early = '2026-03-02';
const span = { from: '2026-03-02', dayCount: 3, holidays: new Map() };

describe('who is on', () => {
  it('[ten-minutes-early] tells who is due, here, missing and over, with minutes', () => {
    const hall = rosterHall([
      [early, '1001', 'early'],
      [early, '1002', 'early'],
      [early, '1003', 'late'],
    ]);
    const states = () =>
      onDuty(hall.state, hall.atMs).map(({ person, state, lateMinutes }) => [
        person.name,
        state,
        lateMinutes,
      ]);
    hall.at('08:20');
    expect(states()).toEqual([
      ['李敏', 'later', 0],
      ['周倩', 'later', 0],
      ['孙伟', 'later', 0],
    ]);
    hall.at('08:25').do('sign-in', { badge: '1001' }, hub);
    expect(states().slice(0, 2)).toEqual([
      ['李敏', 'here', 5],
      ['周倩', 'due', 5],
    ]);
    expect(missingNow(hall.state, hall.atMs, 20).map(({ person }) => person.badge)).toEqual([
      '1002',
    ]);
    hall.at('08:31');
    expect(states()[1]).toEqual(['周倩', 'missing', 11]);
    hall.at('13:30');
    expect(states()[0]?.[1]).toBe('over');
    expect(missingNow(hall.state, hall.atMs, 20).map(({ person }) => person.badge)).toEqual([
      '1003',
    ]);
    expect(missingNow(hall.state, hall.atMs, 0)).toEqual([]);
  });

  it('[ten-minutes-early] the report takes the due time from the roster; who is off is due nothing', () => {
    const hall = rosterHall([[early, '1001', 'late']]).at('08:23');
    hall.do('sign-in', { badge: '1002' }, hub);
    hall.at('13:24').do('sign-in', { badge: '1001' }, hub);
    expect(factsOfDay(hall.history).notes.signIns).toEqual([
      {
        badge: '1002',
        at: '2026-03-02T00:23:00.000Z',
        due: null,
        kind: null,
      },
      {
        badge: '1001',
        at: '2026-03-02T05:24:00.000Z',
        due: '2026-03-02T05:20:00.000Z',
        lateMinutes: 4,
        kind: 'late',
      },
    ]);
  });
});

describe('leaving', () => {
  it('[stay-until-relieved] early is before the end of the shift, or before closing without one', () => {
    const hall = rosterHall([[early, '1001', 'early']]).at('08:20');
    hall.open('1', '1001').open('2', '1002');
    hall.at('13:29:59').do('close', { counter: '1' }, clerk('1001'));
    hall.open('1', '1001').at('13:30').do('close', { counter: '1' }, clerk('1001'));
    hall.at('18:29').do('close', { counter: '2' }, clerk('1002'));
    expect(factsOfDay(hall.history).notes.signOffs).toMatchObject([
      { counter: '1', clerk: '1001', beforeClosingSeconds: 1 },
      { counter: '2', clerk: '1002', beforeClosingSeconds: 60 },
    ]);
  });
});

describe('the meeting before the shift', () => {
  const staffAt = (hall: ReturnType<typeof rosterHall>, here: readonly string[] = []) =>
    openRecords(hall.state, hall.atMs, new Set(here)).staff.map(({ badge, present, shift }) => [
      badge,
      present,
      shift?.from ?? null,
    ]);

  it('[pre-shift-meeting] who is here, and whose shift runs or begins within the hour', () => {
    const hall = rosterHall([
      [early, '1001', 'early'],
      [early, '1002', 'early'],
      [early, '1003', 'late'],
    ]);
    hall.at('07:29:59');
    expect(staffAt(hall).map(([, , from]) => from)).toEqual([null, null, null, null, null]);
    hall.at('07:30');
    expect(staffAt(hall, ['9001'])).toEqual([
      ['1001', false, '08:30'],
      ['1002', false, '08:30'],
      ['1003', false, null],
      ['1004', false, null],
      ['9001', true, null],
    ]);
    hall.at('08:20').open('1', '1001');
    // 1002 did not come: the seat was found empty.
    hall.at('08:31');
    expect(staffAt(hall).slice(0, 2)).toEqual([
      ['1001', true, '08:30'],
      ['1002', false, null],
    ]);
    hall.at('13:30');
    expect(staffAt(hall)[0]).toEqual(['1001', true, null]);
  });

  it('[pre-shift-meeting] each signature has its own time', () => {
    const hall = hallDay().at('08:15');
    hall.do('record-meeting', { attended: ['1001'], points: ['x'] });
    const { meeting = '' } = hall.state.meetings[0] ?? {};
    hall.later(60).do('sign-meeting', { meeting }, clerk('1001'));
    expect(openRecords(hall.state, hall.atMs, new Set()).meetings).toMatchObject([
      {
        at: '2026-03-02T00:15:00.000Z',
        signed: [{ badge: '1001', at: '2026-03-02T00:16:00.000Z' }],
      },
    ]);
  });
});

describe('a roster as it is seen', () => {
  it('shows gaps against the opening hours and the least staffing', () => {
    const opening = { from: '08:30', to: '18:30' };
    const one = { from: '08:30', to: '13:30' };
    const other = { from: '12:00', to: '18:00' };
    expect(gapsOf([], opening, 1)).toEqual([{ from: '08:30', to: '18:30', clerks: 0 }]);
    expect(gapsOf([one, other], opening, 1)).toEqual([{ from: '18:00', to: '18:30', clerks: 0 }]);
    expect(gapsOf([one, other], opening, 2)).toEqual([
      { from: '08:30', to: '12:00', clerks: 1 },
      { from: '13:30', to: '18:00', clerks: 1 },
      { from: '18:00', to: '18:30', clerks: 0 },
    ]);
    expect(gapsOf([{ from: '00:00', to: '24:00' }], opening, 1)).toEqual([]);
    expect(gapsOf([], opening, 0)).toEqual([]);
  });

  it('tells planned from published, counts changes, and names clashes of seats', () => {
    const hall = rosterHall([['2026-03-03', '1001', 'early', '1']]);
    hall.do('plan-shifts', {
      changes: [plan('2026-03-03', '1002', 'full', '1'), plan('2026-03-04', '1001', 'late')],
    });
    const view = rosterView(hall.state, hall.atMs, span);
    expect(view).toMatchObject({ today: '2026-03-02', changes: 2, plannedUntil: '2026-05-03' });
    expect(view.days[1]?.clashes).toEqual([{ counter: '1', badges: ['1001', '1002'] }]);
    expect(view.people[0]?.cells.map(({ isEdited }) => isEdited)).toEqual([false, false, true]);
    expect(view.people[0]?.hours).toBe(10);
    expect(view.people[0]?.cells[1]?.published?.name).toEqual({ zh: '早班', en: 'Early' });
  });

  it('reads days that are kept no more from what the journal gave', () => {
    const hall = rosterHall([]);
    const shift = { kind: 'early', from: '08:30', to: '13:30', counter: null, swap: null };
    const view = rosterView(hall.state, hall.atMs, {
      from: '2026-01-05',
      dayCount: 1,
      holidays: new Map([['2026-01-05', { zh: '节', en: 'Feast' }]]),
      older: { '2026-01-05': { '1001': shift } },
    });
    expect(view.people[0]?.cells[0]?.published?.kind).toBe('early');
    expect(view.days[0]).toMatchObject({ isPast: true, gaps: [], holiday: { en: 'Feast' } });
  });

  it('[swap-limits] shows each their own shifts and requests, and counts what a manager decides', () => {
    const hall = rosterHall([
      ['2026-03-03', '1001', 'early'],
      ['2026-03-04', '1002', 'late'],
    ]);
    const swap = asked(hall, '1001', '2026-03-03', '1002', '2026-03-04');
    expect(requestsToDecide(hall.state)).toBe(0);
    hall.do('agree-swap', { swap }, clerk('1002'));
    expect(requestsToDecide(hall.state)).toBe(1);
    const mine = myRosterView(hall.state, hall.atMs, '1002', span);
    expect(mine.days.map(({ shift }) => shift?.kind ?? null)).toEqual([null, null, 'late']);
    expect(mine.swaps.map((each) => [each.asker.name, each.state])).toEqual([['李敏', 'agreed']]);
    expect(mine.colleagues.map(({ badge }) => badge)).toEqual(['1001']);
    expect(mine).toMatchObject({ swapsThisMonth: 0, swapsAMonth: 3 });
    hall.do('approve-swap', { swap });
    expect(myRosterView(hall.state, hall.atMs, '1002', span).swapsThisMonth).toBe(1);
    expect(myRosterView(hall.state, hall.atMs, '1003', span).swaps).toEqual([]);
  });
});

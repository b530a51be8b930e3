import { describe, expect, it } from 'vitest';
import type { HallEvent } from '#core/events.ts';
import { dayReport, foldDay } from '#projections/day-report.ts';
import type { Breach } from '#projections/facts/breaches.ts';
import { factsOfDay } from '#projections/facts/day-facts.ts';
import { createMonthFold, createRecordsFold } from '#projections/month-sheets.ts';
import { reportTables, tableOf } from '#protocol/report-tables/tables.ts';
import { testConfig, testPolicy } from '#test/support/hall-config.ts';
import { clerk, hallDay, hub, supervisor } from '#test/support/hall-day.ts';
import { rosterHall, swapped } from '../core/rules/roster-hall.ts';

const meeting = { meeting: true, items: {} };
const record = {
  equipment: 'fine',
  hardCases: 'none',
  staffChanges: 'none',
  followUps: [],
  note: null,
};
const day = '2026-03-02';
type Hall = ReturnType<typeof hallDay>;

function breachesOf(hall: Hall): readonly Breach[] {
  return factsOfDay(hall.history).breaches;
}

/** Item, whose, and what a line tells of it, shortest first. */
function told(hall: Hall) {
  return breachesOf(hall).map(({ item, clerk: badge, counter, seconds }) => [
    item,
    badge,
    counter,
    seconds,
  ]);
}

/** Everybody at their posts in time: a day without breaches. */
function morning() {
  return hallDay().at('08:15').open('1', '1001').open('2', '1002').at('10:00');
}

function served(hall: Hall, waitSeconds: number, serviceSeconds: number) {
  const ticket = hall.issue('payment');
  hall.later(waitSeconds).do('call', { counter: '1' }, clerk('1001'));
  hall.do('start', { counter: '1' }, clerk('1001'));
  hall.later(serviceSeconds).do('finish', { counter: '1' }, clerk('1001'));
  return ticket;
}

describe('breaches in the events of a day', () => {
  it('[quality-score] a day in order has none', () => {
    const hall = morning();
    served(hall, 60, 120);
    hall.at('18:40');
    hall.do('close', { counter: '1' }, clerk('1001'));
    expect(told(hall)).toEqual([]);
  });

  it('[ten-minute-promise] is the hall’s where waiting was longer, also the clerk’s where service was', () => {
    const hall = morning();
    const waited = served(hall, 500, 101);
    const long = served(hall, 100, 501);
    served(hall, 300, 300);
    expect(breachesOf(hall)).toMatchObject([
      { item: 'promise-broken', number: waited.number, clerk: null, part: 'waiting', seconds: 1 },
      { item: 'promise-broken', number: long.number, clerk: '1001', part: 'service', seconds: 1 },
    ]);
  });

  it('[ten-minute-promise] who had to fetch papers starts the clock again, service before it too', () => {
    const hall = morning();
    const ticket = hall.issue('payment');
    hall.do('call', { counter: '1' }, clerk('1001'));
    hall.do('start', { counter: '1' }, clerk('1001'));
    hall.later(550).do('park', { counter: '1', missing: ['id'] }, clerk('1001'));
    hall.later(60).do('return-ticket', { ticket: ticket.id });
    hall.later(400).do('call', { counter: '1' }, clerk('1001'));
    hall.do('start', { counter: '1' }, clerk('1001'));
    hall.later(201).do('finish', { counter: '1' }, clerk('1001'));
    expect(breachesOf(hall)).toMatchObject([{ part: 'waiting', clerk: null, seconds: 1 }]);
  });

  it('[no-pause-while-waiting] what a supervisor let pass is counted, what was refused is not', () => {
    const hall = morning();
    hall.issue('payment');
    hall.refused('pause', { counter: '1', kind: 'routine', reason: 'tea' }, clerk('1001'));
    hall.do('pause', { counter: '1', kind: 'routine', reason: 'tea' }, clerk('1001'), {
      by: '9001',
      reason: 'printer jam',
    });
    expect(breachesOf(hall)).toMatchObject([
      {
        item: 'left-waiting',
        rule: 'no-pause-while-waiting',
        clerk: '1001',
        counter: '1',
        text: 'printer jam',
        points: 2,
        most: 20,
      },
    ]);
  });

  it('[never-close-early] is the hall’s alone', () => {
    const hall = morning();
    hall.do('set-intake', { state: 'closed', reason: 'power cut' }, supervisor, {
      by: '9001',
      reason: 'dark',
    });
    expect(told(hall)).toEqual([['closed-early', null, null, null]]);
  });

  it('[no-show-calls] a no-show let pass too soon names its number', () => {
    const hall = morning();
    const ticket = hall.issue('payment');
    hall.do('call', { counter: '1' }, clerk('1001'));
    hall.do('no-show', { counter: '1' }, clerk('1001'), { by: '9001', reason: 'seen leaving' });
    expect(breachesOf(hall)).toMatchObject([
      { item: 'early-no-show', rule: 'no-show-calls', clerk: '1001', number: ticket.number },
    ]);
  });

  it('[apologise-when-away] back within a minute of the sign is in time, a second later is not', () => {
    for (const [seconds, expected] of [
      [660, []],
      [661, [['absence-over', '1001', '1', 61]]],
    ] as const) {
      const hall = morning();
      const away = { counter: '1', kind: 'absence', reason: 'school called', minutes: 10 } as const;
      hall.do('pause', away, clerk('1001'));
      hall.later(seconds).do('resume', { counter: '1' }, clerk('1001'));
      expect(told(hall)).toEqual(expected);
    }
  });

  it('[apologise-when-away] an absence that goes on counts as far as it is over', () => {
    const hall = morning();
    const away = { counter: '1', kind: 'absence', reason: 'unwell', minutes: 10 } as const;
    hall.do('pause', away, clerk('1001'));
    hall.later(900).issue('payment');
    const fold = () => told(hall);
    expect(fold()).toEqual([['absence-over', '1001', '1', 300]]);
    expect(fold()).toEqual(fold());
  });

  it('[ten-minutes-early] late is after ten minutes before opening; a later shift’s relief is not', () => {
    const hall = hallDay().at('08:20').open('1', '1001').at('08:20:01').open('2', '1002');
    hall.at('12:00').do('sign-in', { badge: '1003' }, clerk('1003'));
    hall.do('handover', { counter: '1', to: '1003' }, clerk('1001'));
    hall.do('complete-handover', { counter: '1', record }, clerk('1003'));
    hall.do('sign-in', { badge: '9001' });
    hall.do('sign-in', { badge: '1004' }, clerk('1004'));
    hall.open('3', '1004');
    expect(told(hall)).toEqual([
      ['late-sign-in', '1002', null, 1],
      ['late-sign-in', '1004', '3', 13_200],
    ]);
  });

  it('[ten-minutes-early] where a roster is published, its time counts and nothing else', () => {
    const hall = rosterHall([
      [day, '1001', 'early'],
      [day, '1002', 'late'],
      [day, '1003', 'early'],
    ]);
    hall.at('08:20').do('sign-in', { badge: '1001' }, hub);
    hall.at('08:20:30').do('sign-in', { badge: '1003' }, hub);
    // Off today, and came to help.
    hall.at('10:00').open('3', '1004');
    hall.at('13:21').do('sign-in', { badge: '1002' }, hub);
    hall.open('2', '1002');
    expect(told(hall)).toEqual([
      ['late-sign-in', '1003', null, 30],
      ['late-sign-in', '1002', null, 60],
    ]);
    const late = factsOfDay(hall.history).notes.signIns.filter(({ kind }) => kind === 'late');
    expect(late.map(({ badge, lateMinutes }) => [badge, lateMinutes])).toEqual([
      ['1003', 1],
      ['1002', 1],
    ]);
  });

  it('[swap-limits] nobody came for a shift: whose it was, until they come or leave is approved', () => {
    const hall = rosterHall([
      [day, '1001', 'early', '1'],
      [day, '1002', 'early', '2'],
      [day, '1003', 'early'],
    ]);
    hall.at('08:29:59');
    expect(told(hall)).toEqual([]);
    hall.at('08:31');
    expect(breachesOf(hall)).toMatchObject([
      {
        item: 'shift-missed',
        rule: 'swap-limits',
        clerk: '1001',
        counter: '1',
        points: 3,
        most: 15,
      },
      { item: 'shift-missed', clerk: '1002', counter: '2' },
      { item: 'shift-missed', clerk: '1003', counter: null },
    ]);
    hall.do('ask-leave', { from: day, to: day, note: 'ill' }, clerk('1002'));
    hall.do('approve-leave', { leave: hall.state.roster.leaves[0]?.leave ?? '' });
    hall.do('sign-in', { badge: '1003' }, hub);
    expect(told(hall)).toEqual([
      ['shift-missed', '1001', '1', null],
      ['late-sign-in', '1003', null, 660],
    ]);
  });

  it('[stay-until-relieved] a seat that had to be freed in business hours, not one after them', () => {
    const hall = morning();
    hall.do('release-counter', { counter: '1' });
    hall.at('18:31').do('release-counter', { counter: '2' });
    expect(told(hall)).toEqual([['seat-left', '1001', '1', null]]);
  });

  it('[handover-record] a seat that changed hands without one, or with an empty one', () => {
    const hall = morning();
    hall.do('close', { counter: '1' }, clerk('1001'));
    hall.later(60).open('1', '1001');
    hall.do('close', { counter: '1' }, clerk('1001'));
    hall.later(60).open('1', '1003');
    const empty = { ...record, equipment: '', hardCases: ' ', staffChanges: '' };
    hall.do('handover', { counter: '2', to: '1004' }, clerk('1002'));
    hall.do('complete-handover', { counter: '2', record: empty }, clerk('1004'));
    expect(told(hall).filter(([item]) => item === 'no-handover-record')).toEqual([
      ['no-handover-record', '1001', '1', null],
      ['no-handover-record', '1002', '2', null],
    ]);
  });

  it('[one-handover-at-a-time] a handover past the hall’s minutes is the hall’s', () => {
    for (const [seconds, expected] of [
      [600, []],
      [601, [['late-handover', null, '1', 1]]],
    ] as const) {
      const hall = morning();
      hall.do('handover', { counter: '1', to: '1003' }, clerk('1001'));
      hall.later(seconds).do('complete-handover', { counter: '1', record }, clerk('1003'));
      expect(told(hall)).toEqual(expected);
    }
  });

  it('[first-asked] a matter still open at closing of its day, whose it was then', () => {
    const hall = morning();
    hall.do('open-follow-up', { text: 'today', dueDay: '2026-03-02' }, clerk('1001'));
    hall.do('open-follow-up', { text: 'answered', dueDay: '2026-03-02' }, clerk('1001'));
    hall.do('open-follow-up', { text: 'tomorrow' }, clerk('1001'));
    const [today, answered] = hall.state.followUps;
    hall.do('pass-follow-up', { followUp: today?.id ?? '', to: '1002' }, clerk('1001'));
    hall.do('answer-follow-up', { followUp: answered?.id ?? '', how: 'called' }, clerk('1001'));
    expect(told(hall)).toEqual([]);
    hall.at('18:40');
    expect(breachesOf(hall)).toMatchObject([
      { item: 'follow-up-overdue', clerk: '1002', text: 'today' },
    ]);
  });

  it('[satisfaction] a dissatisfied customer stands with who served them', () => {
    const hall = morning();
    const ticket = served(hall, 10, 60);
    hall.do('rate-ticket', { ticket: ticket.id, rating: 'dissatisfied' });
    const fair = served(hall, 10, 60);
    hall.do('rate-ticket', { ticket: fair.id, rating: 'fair' });
    expect(breachesOf(hall)).toMatchObject([
      { item: 'dissatisfied', clerk: '1001', counter: '1', number: ticket.number },
    ]);
  });

  it('[pre-shift-meeting] where the hall asks for it, none recorded by opening is a breach', () => {
    expect(told(hallDay({ quality: meeting }).at('09:00'))).toEqual([
      ['no-meeting', null, null, null],
    ]);
    const met = hallDay({ quality: meeting }).at('08:15');
    met.do('record-meeting', { attended: ['1001'], points: ['x'] });
    expect(told(met.at('09:00'))).toEqual([]);
    expect(told(hallDay().at('09:00'))).toEqual([]);
  });

  it('[quality-score] the weight is the one in force at the time', () => {
    const own = { meeting: true, items: { 'no-meeting': { points: 7.5, most: 30 } } };
    expect(breachesOf(hallDay({ quality: own }).at('09:00'))).toMatchObject([
      { points: 7.5, most: 30 },
    ]);
  });
});

describe('a month', () => {
  function lived() {
    const hall = hallDay({ ...testConfig, policy: testPolicy, quality: meeting });
    hall.at('08:25').open('1', '1001').at('10:00');
    served(hall, 100, 501);
    hall.do('handover', { counter: '1', to: '1003' }, clerk('1001'));
    hall.do('complete-handover', { counter: '1', record }, clerk('1003'));
    hall.at('18:40').at('09:00', '2026-03-03');
    return hall;
  }

  function monthOf(events: readonly HallEvent[], badge?: string) {
    const fold = createMonthFold('2026-03', { from: '2026-03-01', to: '2026-03-31' });
    const days = Map.groupBy(events, ({ day }) => day);
    for (const [day, some] of days) {
      const records = some.map((event) => ({
        seq: event.seq,
        hash: `h${String(event.seq)}`,
        body: JSON.stringify(event),
      }));
      const folded = foldDay(day, records);
      if (folded !== null) fold.add(folded);
    }
    return fold.read({ isOver: false, ...(badge === undefined ? {} : { badge }) });
  }

  it('[quality-score] has a sheet of the hall and one of each clerk, and is computed again the same', () => {
    const { history } = lived();
    const month = monthOf(history);
    expect(month?.sheets.map(({ badge }) => badge)).toEqual([null, '1001', '1002', '1003', '1004']);
    expect(month?.sheets.map(({ linesCount }) => linesCount)).toEqual([4, 2, 0, 0, 0]);
    expect(month?.range.fromSeq).toBe(history[0]?.seq);
    expect(monthOf(JSON.parse(JSON.stringify(history)) as HallEvent[])).toEqual(month);
    expect(monthOf(history, '1001')?.sheets).toEqual(month?.sheets.slice(1, 2));
  });

  it('[swap-limits] a missed shift goes to the sheet of who answers for it, also when named later', () => {
    const hall = rosterHall([
      [day, '1001', 'early', '1'],
      ['2026-03-03', '1002', 'early'],
    ]);
    swapped(hall, '1001', day, '1002', '2026-03-03');
    hall.at('08:31').at('09:00', '2026-03-03');
    const missedBy = () =>
      monthOf(hall.history)?.sheets.flatMap(({ badge, lines }) =>
        lines
          .filter(({ item, date }) => item === 'shift-missed' && date === day)
          .map(({ text }) => [badge, text]),
      );
    expect(missedBy()).toEqual([
      [null, null],
      ['1002', null],
    ]);
    const reason = 'Told the wrong day.';
    hall.do('name-answerable', { day, badge: '1002', answerable: '1001', reason });
    expect(missedBy()).toEqual([
      [null, reason],
      ['1001', reason],
    ]);
  });

  it('[quality-score] [honest-statistics] remarks stand beside the points and never change them', () => {
    const hall = lived();
    const before = monthOf(hall.history);
    const line = before?.sheets[1]?.lines[0]?.line ?? '';
    const objection = { month: '2026-03', badge: '1001', kind: 'objection', line } as const;
    hall.do('note-quality', { ...objection, text: 'The system was down.' }, clerk('1001'));
    hall.do('note-quality', {
      month: '2026-03',
      badge: null,
      kind: 'inspection',
      text: 'Tidy hall.',
    });
    const after = monthOf(hall.history);
    const points = (month: typeof after) =>
      month?.sheets.map(({ remarks: _, ...rest }) => rest) ?? [];
    expect(points(after)).toEqual(points(before));
    expect(after?.sheets[1]?.remarks).toMatchObject([
      { kind: 'objection', by: '1001', line, text: 'The system was down.' },
    ]);
    expect(after?.sheets[0]?.remarks).toMatchObject([{ kind: 'inspection', by: '9001' }]);
  });

  it('[pre-shift-meeting] [handover-record] the day’s report tells its meeting and counts the records', () => {
    const hall = lived();
    hall.do('record-meeting', { attended: ['1001', '1002'], points: ['New tariffs'] });
    const { meeting: id } = hall.state.meetings[0] ?? { meeting: '' };
    hall.later(5).do('sign-meeting', { meeting: id }, clerk('1002'));
    const reportOf = (date: string) =>
      dayReport(
        date,
        hall.history
          .filter((event) => event.day === date)
          .map((event) => ({ seq: event.seq, hash: '', body: JSON.stringify(event) })),
      );
    const before = reportOf('2026-03-02');
    expect([before?.counts.handoverRecords, before?.counts.meetings, before?.meetings]).toEqual([
      1,
      0,
      [],
    ]);
    const report = reportOf('2026-03-03');
    expect([report?.counts.handoverRecords, report?.counts.meetings]).toEqual([0, 1]);
    expect(report?.meetings).toMatchObject([
      {
        at: '2026-03-03T01:00:00.000Z',
        heldBy: '9001',
        attended: ['1001', '1002'],
        points: ['New tariffs'],
        signed: [{ badge: '1002', at: '2026-03-03T01:00:05.000Z' }],
      },
    ]);
    const table = report === null ? null : tableOf(reportTables(report), 'meetings');
    expect(table?.rows.map((row) => [row[0], row[4], row[5]])).toMatchObject([
      ['2026-03-03', expect.stringMatching(/ 1002$/), 'New tariffs'],
    ]);
  });

  it('[handover-record] [pre-shift-meeting] [first-asked] what staff wrote down, newest first', () => {
    const hall = lived();
    hall.do('record-meeting', { attended: ['1001', '1002'], points: ['New tariffs'] });
    const { meeting: id } = hall.state.meetings[0] ?? { meeting: '' };
    hall.later(5).do('sign-meeting', { meeting: id }, clerk('1002'));
    hall.do('open-follow-up', { text: 'call back' }, clerk('1001'));
    const { id: owed } = hall.state.followUps[0] ?? { id: '' };
    hall.later(60).do('answer-follow-up', { followUp: owed, how: 'called' }, clerk('1001'));
    const fold = createRecordsFold({ from: '2026-03-02', to: '2026-03-03' });
    for (const [day, some] of Map.groupBy(hall.history, (event) => event.day)) {
      const folded = foldDay(
        day,
        some.map((event) => ({ seq: event.seq, hash: '', body: JSON.stringify(event) })),
      );
      if (folded !== null) fold.add(folded);
    }
    const records = fold.read();
    expect(records?.handovers).toMatchObject([
      {
        counter: '1',
        from: '1001',
        to: '1003',
        date: '2026-03-02',
        record: { equipment: 'fine' },
        shift: { served: 1, missed: 0, transferred: 0, parked: 0 },
      },
    ]);
    expect(records?.meetings).toMatchObject([
      { heldBy: '9001', attended: ['1001', '1002'], signed: [{ badge: '1002' }] },
    ]);
    expect(records?.answered).toMatchObject([
      { text: 'call back', how: 'called', by: '1001', owner: '1001', openedBy: '1001' },
    ]);
  });
});

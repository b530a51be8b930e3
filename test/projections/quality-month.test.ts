import { describe, expect, it } from 'vitest';
import type { HallEvent } from '#core/events.ts';
import { dayReport, foldDay } from '#projections/day-report.ts';
import { createMonthFold, createRecordsFold } from '#projections/month-sheets.ts';
import { reportTables, tableOf } from '#protocol/report-tables/tables.ts';
import { testConfig, testPolicy } from '#test/support/hall-config.ts';
import { clerk, hallDay } from '#test/support/hall-day.ts';
import { rosterHall, swapped } from '../core/rules/roster-hall.ts';
import { meeting, record, served } from './quality-hall.ts';

const day = '2026-03-02';

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

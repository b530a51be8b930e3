/**
 * A recorded day is played through a hub of its own, and its report is computed again by hand: once
 * from the very file that was recorded, once from the tickets that the hub exports.
 */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { DayReport, GroupFigures } from '#protocol/report.ts';
import { replayDay } from '#server/replay/replay.ts';
import { describeWithRecordedDays, recordedDays } from '../support/recorded-days.ts';
import { recomputed, secondOf, spread, type OpenSeat } from './recomputed.ts';

interface Told {
  readonly report: DayReport;
  /** Rows of the CSV of all tickets, by the English head of their column. */
  readonly tickets: readonly Readonly<Record<string, string>>[];
}

async function told(file: string, day: string): Promise<Told> {
  const found: Told[] = [];
  await replayDay({
    file: recordedDays(`${file}.csv`),
    day,
    hub: null,
    async beforeLeaving(hub, token) {
      const ask = async (query: string) =>
        fetch(`${hub}/api/reports/day/${day}${query}`, {
          headers: { authorization: `Bearer ${token}` },
        });
      const report = (await (await ask('')).json()) as DayReport;
      const csv = await (await ask('?format=csv&table=tickets&lang=en')).text();
      found.push({ report, tickets: rowsOf(csv) });
    },
  });
  const [first] = found;
  if (first === undefined) throw new Error('the hub was not asked');
  return first;
}

/** No cell of these files holds a comma. */
function rowsOf(csv: string): Record<string, string>[] {
  const [head = '', ...lines] = csv.replace('\uFEFF', '').trim().split('\r\n');
  const names = head.split(',');
  return lines
    .filter((line) => !line.startsWith('#'))
    .map((line) => {
      const cells = line.split(',');
      return Object.fromEntries(names.map((name, index) => [name, cells[index] ?? '']));
    });
}

interface Recorded {
  readonly arrivalS: number;
  readonly startS: number;
  readonly endS: number;
}

/** The file's own columns, read here and nowhere else. */
function recorded(file: string, day: string): readonly Recorded[] {
  return readFileSync(recordedDays(`${file}.csv`), 'utf8')
    .split('\n')
    .map((line) => line.split(','))
    .filter(([ofDay]) => ofDay === day)
    .map((cells) => ({
      arrivalS: Number(cells[5]),
      startS: Number(cells[6]),
      endS: Number(cells[7]),
    }));
}

function sessionsOf(file: string, day: string): { openS: number; closeS: number }[] {
  return readFileSync(recordedDays(`${file}-counters.csv`), 'utf8')
    .split('\n')
    .map((line) => line.split(','))
    .filter(([ofDay]) => ofDay === day)
    .map((cells) => ({ openS: Number(cells[2]), closeS: Number(cells[3]) }));
}

/** First come, first served at several counters: when each customer's service begins. */
function startsOf(
  customers: readonly Recorded[],
  sessions: readonly { openS: number; closeS: number }[],
): readonly number[] {
  const free = sessions.map(({ openS, closeS }) => ({ fromS: openS, closeS }));
  return customers.map(({ arrivalS, startS, endS }) => {
    const begins = (desk: { fromS: number }) => Math.max(desk.fromS, arrivalS);
    const open = free.filter((desk) => begins(desk) < desk.closeS);
    const desk = (open.length > 0 ? open : free).toSorted((a, b) => begins(a) - begins(b))[0]!;
    const start = begins(desk);
    desk.fromS = start + (endS - startS);
    return start;
  });
}

/** When which clerk sat where, from the picture of the counters' day. */
function seatsOf({ stretches, timezone }: DayReport): readonly OpenSeat[] {
  const second = (iso: string): number => {
    const wall = new Intl.DateTimeFormat('sv-SE', {
      timeZone: timezone,
      dateStyle: 'short',
      timeStyle: 'medium',
    });
    return secondOf(wall.format(Date.parse(iso)));
  };
  return stretches
    .filter(({ kind }) => kind === 'open')
    .map(({ counter, clerk, from, to }) => ({
      counter,
      clerk: clerk ?? '',
      fromS: second(from),
      toS: second(to),
    }));
}

function countedBy(rows: Told['tickets'], name: string): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const row of rows) counts[row[name] ?? ''] = (counts[row[name] ?? ''] ?? 0) + 1;
  return counts;
}

const seconds = (rows: Told['tickets'], name: string): number[] =>
  rows.flatMap((row) => (row[name] === '' ? [] : [Number(row[name])]));

function expectGroup(group: GroupFigures | undefined, rows: Told['tickets'], where: string): void {
  const served = rows.filter((row) => row['Outcome'] === 'Served');
  expect(group, where).toMatchObject({
    served: served.length,
    serving: spread(seconds(served, 'Service time')),
    total: spread(seconds(served, 'Total')),
    promise: {
      kept: served.filter((row) => row['Promise'] === 'Kept').length,
      broken: served.filter((row) => row['Promise'] === 'Broken').length,
    },
  });
}

describeWithRecordedDays('the report of a replayed day', () => {
  it('[honest-statistics] equals the recorded file, computed by hand', async () => {
    const day = '2022-02-27';
    const { report, tickets } = await told('station2022', day);
    const customers = recorded('station2022', day);
    const starts = startsOf(customers, sessionsOf('station2022', day));
    const services = customers.map(({ startS, endS }) => endS - startS);
    const waits = customers.map(({ arrivalS }, index) => starts[index]! - arrivalS);
    const totals = waits.map((wait, index) => wait + services[index]!);
    expect(customers).toHaveLength(109);
    expect(report.totals).toEqual({ issued: 109, served: 109, missed: 0, cancelled: 0 });
    expect(report.service).toEqual(spread(services));
    expect(report.wait).toEqual(spread(waits));
    expect(report.total).toEqual(spread(totals));
    expect(report.walk).toMatchObject({ count: 109, maxSeconds: 0 });
    const kept = totals.filter((total) => total <= 600).length;
    expect(report.promise).toEqual({ kept, broken: 109 - kept });
    expect(report.busySeconds).toBe(services.reduce((sum, each) => sum + each));
    const hours = new Map<number, number>();
    for (const { arrivalS } of customers) {
      const hour = Math.floor(arrivalS / 3_600);
      hours.set(hour, (hours.get(hour) ?? 0) + 1);
    }
    const shown = report.byHour.filter(({ issued }) => issued > 0);
    expect(new Map(shown.map(({ hour, issued }) => [hour, issued]))).toEqual(hours);
    const arrivals = report.quarters.reduce((sum, quarter) => sum + quarter.arrivals, 0);
    expect(arrivals).toBe(109);
    expect(report.waits.reduce((sum, { count }) => sum + count, 0)).toBe(109);
    // Nobody overtakes where the first who comes is the first who is served.
    expect(report.overtaken.times).toBe(0);

    // Every figure that a report has: from the tickets, which are those of the file, and from when
    // the counters were open, which the file says as well.
    expect(tickets.map((row) => secondOf(row['Issued']!))).toEqual(
      customers.map(({ arrivalS }) => arrivalS),
    );
    expect(tickets.map((row) => secondOf(row['Started']!))).toEqual(starts);
    const seats = seatsOf(report);
    const opened = sessionsOf('station2022', day).map(({ openS }) => openS);
    expect(seats.map(({ fromS }) => fromS).sort()).toEqual(opened.sort());
    const ids = new Map(
      [report.names.services, report.names.classes].flatMap((names) =>
        Object.entries(names).map(([id, name]) => [name.en, id] as const),
      ),
    );
    const again = recomputed(tickets, seats, (name) => ids.get(name) ?? name, 600);
    for (const [figure, value] of Object.entries(again)) {
      expect(report[figure as keyof DayReport], figure).toEqual(value);
    }
    const counted = new Set(['lateSignIns', 'handoverRecords']);
    const lists = Object.keys(report.counts).filter((name) => !counted.has(name));
    const about = [
      'date',
      'complete',
      'timezone',
      'names',
      'hours',
      'stretches',
      'range',
      'counts',
    ];
    expect(Object.keys(report).sort()).toEqual([...Object.keys(again), ...lists, ...about].sort());
    // What has no place in a recorded file: nobody paused, was relieved, let pass or printed twice.
    for (const name of [
      'pauses',
      'absences',
      'handovers',
      'overrides',
      'reprints',
      'faults',
    ] as const) {
      expect(report[name], name).toEqual([]);
    }
    // The clerks, and the supervisor who asks for this report.
    const clerks = seats.map(({ clerk }) => clerk);
    expect(report.signIns.map(({ badge }) => badge)).toEqual([...clerks, '9001'].sort());
    expect(report.counts.lateSignIns).toBe(
      report.signIns.filter(({ at, due }) => due !== null && at > due).length,
    );
  }, 60_000);

  it('[honest-statistics] equals the exported tickets, group by group', async () => {
    const { report, tickets } = await told('clinic2019', '2019-08-20');
    const outcomes = countedBy(tickets, 'Outcome');
    expect(report.totals).toEqual({
      issued: tickets.length,
      served: outcomes['Served'] ?? 0,
      missed: outcomes['No-show'] ?? 0,
      cancelled: outcomes['Left'] ?? 0,
    });
    expect(report.totals.missed).toBeGreaterThan(0);
    expect(report.wait).toEqual(spread(seconds(tickets, 'Wait')));
    const served = tickets.filter((row) => row['Outcome'] === 'Served');
    expect(report.service).toEqual(spread(seconds(served, 'Service time')));
    for (const group of report.byService) {
      const name = report.names.services[group.service]?.en ?? '';
      expectGroup(
        group,
        tickets.filter((row) => row['Service'] === name),
        name,
      );
    }
    for (const group of report.byCounter) {
      expectGroup(
        group,
        tickets.filter((row) => row['Counter'] === group.counter),
        group.counter,
      );
    }
    for (const group of report.byClerk) {
      expectGroup(
        group,
        tickets.filter((row) => row['Badge'] === group.badge),
        group.badge,
      );
    }
    for (const group of report.byHour) {
      const ofHour = tickets.filter((row) => Number(row['Issued']?.slice(11, 13)) === group.hour);
      expect(group.issued).toBe(ofHour.length);
    }
  }, 60_000);
});

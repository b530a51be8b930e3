import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { onTestFinished } from 'vitest';
import { describe, expect, it } from 'vitest';
import type { HallEvent } from '#core/events.ts';
import { openReading } from '#journal/reading.ts';
import { dayReport, foldDay } from '#projections/day-report.ts';
import type { DayReport, RangeReport } from '#protocol/report.ts';
import { keepAhead } from '#server/reports/answer.ts';
import { sourceOfReading } from '#server/reports/day-source.ts';
import { openKeptDays } from '#server/reports/kept-days.ts';
import type { ReportQuestion } from '#server/reports/question.ts';
import { createThreadReports, type Reports } from '#server/reports/reports.ts';
import { livedDay } from '../projections/lived-day.ts';
import { movedBy, testFolder, writeDays } from './recorded-journal.ts';

const date = '2026-03-02';
const askDay: ReportQuestion = {
  kind: 'day',
  from: date,
  to: date,
  format: 'json',
  table: 'summary',
  language: 'zh',
};

function opened(dataDir: string): Reports {
  const reports = createThreadReports(dataDir);
  onTestFinished(() => reports.close());
  return reports;
}

async function asked<T>(reports: Reports, question: ReportQuestion): Promise<T> {
  return JSON.parse(String(await reports.ask(question))) as T;
}

/** A lived day that is over. */
function closedDay(seed: number): readonly HallEvent[] {
  const { events } = livedDay(seed, 120);
  const last = events.at(-1)!;
  const figures = { issued: 0, served: 0, missed: 0, cancelled: 0 };
  const actor = { kind: 'clock' } as const;
  const closed = { type: 'HallClosed', data: { figures, openCounters: [] }, actor } as const;
  return [...events, { ...closed, seq: last.seq + 1, day: last.day, atMs: last.atMs }];
}

describe('reports', () => {
  it('[honest-statistics] a thread reads the journal and says what its events say', async () => {
    const dataDir = testFolder();
    await writeDays(dataDir, [closedDay(3)]);
    const report = await asked<DayReport>(opened(dataDir), askDay);
    const reading = openReading(dataDir);
    expect(report).toEqual(JSON.parse(JSON.stringify(dayReport(date, reading.readDay(date)))));
    reading.close();
    expect(report.totals.issued).toBeGreaterThan(5);
    expect(
      await opened(dataDir).ask({ ...askDay, from: '2026-03-09', to: '2026-03-09' }),
    ).toBeNull();
  });

  it('[honest-statistics] finished days are made ready before anybody asks, the newest first', async () => {
    const dataDir = testFolder();
    await writeDays(dataDir, [closedDay(4), movedBy(closedDay(5), 1), movedBy(closedDay(6), 2)]);
    const reading = openReading(dataDir);
    const kept = openKeptDays(join(dataDir, 'reports.sqlite'));
    const isReady = () =>
      reading.days().map((range) => kept.has(range, reading.read(range.toSeq, 1)[0]!.hash));
    const source = sourceOfReading(reading);
    let turns = 0;
    const ready = { source, kept, pause: () => Promise.resolve((turns += 1)).then(() => {}) };

    await keepAhead('2026-03-04', { ...ready, isAbandoned: () => turns > 1 });
    expect(isReady()).toEqual([false, true, false]);
    await keepAhead('2026-03-04', { ...ready, isAbandoned: () => false });
    expect(isReady()).toEqual([true, true, false]);
    const [first] = reading.days();
    expect(kept.has(first!, 'another journal')).toBe(false);
    const found = kept.find(first!, reading.read(first!.toSeq, 1)[0]!.hash);
    expect(found).toEqual(foldDay(date, reading.readDay(date)));
    kept.close();
    reading.close();
  });

  it('[honest-statistics] kept figures are those of the very events, or none', async () => {
    const dataDir = testFolder();
    const kept = join(dataDir, 'reports.sqlite');
    await writeDays(dataDir, [closedDay(4), movedBy(closedDay(5), 1)]);
    const first = await asked<DayReport>(opened(dataDir), askDay);
    const change = (sql: string): void => {
      const db = new DatabaseSync(kept);
      expect(db.prepare('SELECT count(*) AS days FROM day').get()?.['days']).toBe(1);
      db.exec(sql);
      db.close();
    };

    // Whoever changes what was kept, changes no report.
    change(`UPDATE day SET facts = replace(facts, '"complete":true', '"complete":false')`);
    expect(await asked<DayReport>(opened(dataDir), askDay)).toEqual(first);
    change(`UPDATE day SET head_hash = 'another journal'`);
    expect(await asked<DayReport>(opened(dataDir), askDay)).toEqual(first);
    writeFileSync(kept, 'no database at all');
    expect(await asked<DayReport>(opened(dataDir), askDay)).toEqual(first);
    rmSync(kept);
    expect(await asked<DayReport>(opened(dataDir), askDay)).toEqual(first);
    expect(readFileSync(kept).length).toBeGreaterThan(1_000);
  });

  it('[honest-statistics] a range is the days together, and tells how far it is', async () => {
    const dataDir = testFolder();
    const days = [1, 2, 3, 4].map((seed, index) => movedBy(closedDay(seed), index));
    await writeDays(dataDir, days);
    const reports = opened(dataDir);
    const told: number[] = [];
    const question = { ...askDay, kind: 'range', to: '2026-03-05' } as const;
    const text = await reports.ask(question, (_, total) => told.push(total));
    const range = JSON.parse(String(text)) as RangeReport;
    const singles: DayReport[] = [];
    for (const day of ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05']) {
      singles.push(await asked<DayReport>(reports, { ...askDay, from: day, to: day }));
    }
    const sum = (read: (day: DayReport) => number) =>
      singles.reduce((total, day) => total + read(day), 0);
    expect(range).toMatchObject({ from: date, to: '2026-03-05', complete: true });
    expect(range.totals).toEqual({
      issued: sum((day) => day.totals.issued),
      served: sum((day) => day.totals.served),
      missed: sum((day) => day.totals.missed),
      cancelled: sum((day) => day.totals.cancelled),
    });
    expect(range.wait.count).toBe(sum((day) => day.wait.count));
    expect(range.wait.maxSeconds).toBe(Math.max(...singles.map((day) => day.wait.maxSeconds ?? 0)));
    expect(range.overtaken.times).toBe(sum((day) => day.overtaken.times));
    expect(range.counts.pauses).toBe(sum((day) => day.pauses.length));
    expect(range.byDay.map((day) => day.issued)).toEqual(singles.map((day) => day.totals.issued));
    expect(range.byWeekdayHour.map(({ issued }) => issued).reduce((a, b) => a + b)).toBe(
      range.totals.issued,
    );
    expect(range.range).toEqual({
      fromSeq: 1,
      toSeq: days.flat().length,
      headHash: singles.at(-1)!.range.headHash,
    });
    expect(new Set(told)).toEqual(new Set([4]));
  });

  it('a question whose asker is gone is given up, and the next one is answered', async () => {
    const dataDir = testFolder();
    await writeDays(
      dataDir,
      [1, 2, 3].map((seed, index) => movedBy(closedDay(seed), index)),
    );
    const reports = opened(dataDir);
    const gone = new AbortController();
    const question = { ...askDay, kind: 'range', to: '2026-03-04' } as const;
    const given = reports.ask(question, () => {}, gone.signal);
    gone.abort();
    await expect(given).rejects.toThrow('nobody waits');
    expect((await asked<RangeReport>(reports, question)).byDay).toHaveLength(3);
  });

  it('says why when there is no journal to read, and too many are refused', async () => {
    const reports = opened(testFolder());
    await expect(reports.ask(askDay)).rejects.toThrow(/journal/);
    const many = Array.from({ length: 40 }, () => reports.ask(askDay));
    expect(many.filter((each) => each === null)).toHaveLength(8);
    await Promise.allSettled(many.filter((each) => each !== null));
  });
});

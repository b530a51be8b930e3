import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readDays } from '#server/judge/days.ts';
import { BadRecord } from '#server/judge/read-record.ts';

const head = 'day,ticket,leg,service,class,arrival_s,start_s,end_s,server,outcome';
const sessions = 'day,server,open_s,close_s,served';
let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'judge-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

/** A record of days with one ticket each, and its counter sessions beside it. */
async function record(name: string, days: readonly string[]): Promise<string> {
  const file = join(folder, `${name}.csv`);
  const rows = days.map((day) => `${day},1,0,a,,30000,30010,30100,S1,served`);
  await writeFile(file, [head, ...rows, ''].join('\n'));
  const open = days.map((day) => `${day},S1,29000,40000,1`);
  await writeFile(join(folder, `${name}-counters.csv`), [sessions, ...open, ''].join('\n'));
  return file;
}

async function complaint(fit: string, test: string, fitDays: number | null = null) {
  const asked = readDays({ fit: [fit], test: [test], fitDays });
  const error: unknown = await asked.catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(BadRecord);
  return (error as BadRecord).message;
}

describe('the days of the judge', () => {
  it('one file in both places is split after so many days', async () => {
    const file = await record('a', ['2026-03-03', '2026-03-01', '2026-03-02']);
    const { fit, test } = await readDays({ fit: [file], test: [file], fitDays: 2 });
    expect(fit.map(({ day }) => day)).toEqual(['2026-03-01', '2026-03-02']);
    expect(test.map(({ day }) => day)).toEqual(['2026-03-03']);
  });

  it('says what is wrong: a missing file, a missing counters file, a day judged on itself', async () => {
    const a = await record('a', ['2026-03-01', '2026-03-02']);
    const b = await record('b', ['2026-03-02']);
    expect(await complaint(join(folder, 'none.csv'), a)).toContain('none');
    expect(await complaint(a, a)).toContain('--fit-days');
    expect(await complaint(a, a, 2)).toContain('none is left to test');
    expect(await complaint(a, b)).toContain('2026-03-02');
    await rm(join(folder, 'b-counters.csv'));
    expect(await complaint(a, b)).toContain('b-counters.csv: no such file');
  });

  it('names the line or the ticket that is not as the format says', async () => {
    const a = await record('a', ['2026-03-01']);
    const b = await record('b', ['2026-03-02']);
    await writeFile(b, `${head}\n2026-03-02,7,0,a,,30000,29000,30100,S1,served\n`);
    expect(await complaint(a, b)).toContain('ticket 7 of 2026-03-02: starts before it arrives');
    await writeFile(b, 'day;ticket\n');
    expect(await complaint(a, b)).toContain('line 1');
  });
});

import { realpath } from 'node:fs/promises';
import { BadRecord, readRecord, type RecordedDay } from './read-record.ts';

export interface AskedDays {
  readonly fit: readonly string[];
  readonly test: readonly string[];
  readonly fitDays: number | null;
}

export interface Days {
  readonly fit: readonly RecordedDay[];
  readonly test: readonly RecordedDay[];
}

/**
 * The days to learn from and those to be judged on; never the same day in both.
 *
 * @throws BadRecord where a file cannot be read, or the question would judge on what was learned
 */
export async function readDays({ fit, test, fitDays }: AskedDays): Promise<Days> {
  const fitted = await readAll(fit);
  const tested = await readAll(test);
  if (await isSame(fit, test)) {
    const [file] = test;
    const name = file ?? '';
    if (fitDays === null) {
      throw new BadRecord(
        `${name} is in both places: --fit-days N says after how many days to split`,
      );
    }
    if (fitDays >= tested.length) {
      const count = String(tested.length);
      throw new BadRecord(
        `--fit-days ${String(fitDays)}: ${name} has ${count} days, none is left to test`,
      );
    }
    return { fit: tested.slice(0, fitDays), test: tested.slice(fitDays) };
  }
  const kept = fitDays === null ? fitted : fitted.slice(0, fitDays);
  const known = new Set(kept.map(({ day }) => day));
  const twice = tested.find(({ day }) => known.has(day));
  if (twice !== undefined) {
    throw new BadRecord(
      `${twice.day} stands in --fit and in --test: nothing is judged on what it was learned from`,
    );
  }
  return { fit: kept, test: tested };
}

async function readAll(files: readonly string[]): Promise<readonly RecordedDay[]> {
  const days: RecordedDay[] = [];
  for (const file of files) days.push(...(await readRecord(file)));
  days.sort((a, b) => (a.day < b.day ? -1 : 1));
  const twice = days.find(({ day }, index) => days[index - 1]?.day === day);
  if (twice === undefined) return days;
  throw new BadRecord(`${files.join(', ')}: ${twice.day} stands in more than one file`);
}

async function isSame(fit: readonly string[], test: readonly string[]): Promise<boolean> {
  if (fit.length !== test.length) return false;
  const paths = async (files: readonly string[]) =>
    (await Promise.all(files.map((file) => realpath(file)))).sort().join('\n');
  return (await paths(fit)) === (await paths(test));
}

/**
 * The recorded days of real halls are not part of this repository. They lie in ../shared/data beside
 * it, or where PAIHAO_DATA says. Tests that read them are the only ones that may be skipped, and
 * they say so.
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The folder that should hold the recorded days, whether it is there or not. */
export const recordedDaysFolder = resolve(root, process.env.PAIHAO_DATA ?? '../shared/data');

export const hasRecordedDays = existsSync(join(recordedDaysFolder, 'station2022.csv'));

/** The path of a recorded file, e.g. `recordedDays('bank1999.csv')`. */
export function recordedDays(file: string): string {
  return join(recordedDaysFolder, file);
}

/**
 * A `describe` that reads recorded days. Where they are absent its tests count as skipped and the
 * title says why. `tests` must not read files while it declares tests, only inside of them.
 */
export function describeWithRecordedDays(title: string, tests: () => void): void {
  if (hasRecordedDays) {
    describe(title, tests);
    return;
  }
  const reason = `skipped: no recorded days in ${recordedDaysFolder}, set PAIHAO_DATA`;
  console.warn(`${title}: ${reason}`);
  describe.skip(`${title} (${reason})`, tests);
}

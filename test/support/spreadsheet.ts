/** A real spreadsheet program, for tests that open what the hub writes. */
import { execFile, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe } from 'vitest';

/** Comma, quote, UTF-8, from line 1, as shown, every sheet in a file of its own. */
const everySheet = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1';
const convertMs = 80_000;

/** A `describe` that opens workbooks; without LibreOffice its tests count as skipped and say why. */
export function describeWithSpreadsheet(title: string, tests: () => void): void {
  if (spawnSync('soffice', ['--version'], { timeout: 30_000 }).status === 0) {
    describe(title, tests);
    return;
  }
  const reason = 'skipped: no soffice, install libreoffice-calc-nogui';
  console.warn(`${title}: ${reason}`);
  describe.skip(`${title} (${reason})`, tests);
}

/** Opens a workbook of a folder and writes each sheet as it is shown: `FILE-SHEET.csv`. */
export async function showSheets(folder: string, file: string): Promise<void> {
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const args = [profile, '--headless', '--convert-to', everySheet, '--outdir', folder, file];
  await promisify(execFile)('soffice', args, { cwd: folder, timeout: convertMs });
}

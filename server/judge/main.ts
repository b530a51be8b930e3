import { parseArgs } from 'node:util';
import { createLearnedEstimator } from '#estimate/learned.ts';
import { BadRecord } from './read-record.ts';
import { judge } from './judge.ts';
import { readDays } from './days.ts';
import { progressBar, tableOf } from './show.ts';

const usage =
  'usage: npm run estimate -- --fit A.csv[,B.csv] --test C.csv [--fit-days N] [--json]\n' +
  '  NAME.csv has its counter sessions beside it in NAME-counters.csv.\n' +
  '  With one file in both places, --fit-days N learns from its first N days and tests on the rest.';

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  try {
    const { json, ...asked } = optionsOf(args);
    const days = await readDays(asked);
    const estimator = createLearnedEstimator();
    const judgement = judge({ ...days, estimator, onDay: progressBar(process.stderr) });
    console.log(json ? JSON.stringify(judgement) : tableOf(judgement));
    return 0;
  } catch (error) {
    if (!(error instanceof BadRecord)) throw error;
    console.error(error.message);
    return 2;
  }
}

/** @throws BadRecord saying which option is wrong, and how it is used */
function optionsOf(args: readonly string[]) {
  const { values } = parsed(args);
  const { fit, test, json } = values;
  const filesOf = (list: string | undefined) =>
    (list ?? '').split(',').filter((file) => file !== '');
  if (filesOf(fit).length === 0) throw new BadRecord(`--fit is missing\n${usage}`);
  if (filesOf(test).length === 0) throw new BadRecord(`--test is missing\n${usage}`);
  const fitDays = values['fit-days'];
  if (fitDays !== undefined && !/^[1-9]\d{0,4}$/.test(fitDays)) {
    throw new BadRecord(`--fit-days ${fitDays}: a whole number of days, 1 or more`);
  }
  return {
    fit: filesOf(fit),
    test: filesOf(test),
    fitDays: fitDays === undefined ? null : Number(fitDays),
    json,
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        fit: { type: 'string' },
        test: { type: 'string' },
        'fit-days': { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new BadRecord(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}

import { baselineNames } from './baselines.ts';
import type { Figures } from './figures.ts';
import type { Judgement } from './judge.ts';

const barWidth = 30;

/** A bar of the days done: drawn over itself at a terminal, a line for each tenth elsewhere. */
export function progressBar(out: { readonly isTTY?: boolean; write(text: string): unknown }) {
  let shownTenths = 0;
  return (doneCount: number, dayCount: number, day: string): void => {
    const share = doneCount / dayCount;
    const filled = Math.round(share * barWidth);
    const bar = `${'█'.repeat(filled)}${'░'.repeat(barWidth - filled)}`;
    const line = `${bar} ${String(Math.round(share * 100)).padStart(3)} % ${day}`;
    if (out.isTTY === true) {
      out.write(`\r${line}${share === 1 ? '\n' : ''}`);
      return;
    }
    const tenths = Math.floor(share * 10);
    if (tenths > shownTenths) out.write(`${line}\n`);
    shownTenths = tenths;
  };
}

const heads = ['n', 'mean wait', 'MAE', 'RMSE', 'bias', 'cover 90', 'pinball 90'];

export function tableOf(judgement: Judgement): string {
  const { groups, baselines, unknown, fitDays, testDays } = judgement;
  const names = [
    'this estimate, by service',
    ...groups.map(({ service }) => service),
    ...baselineNames,
  ];
  const width = Math.max(...names.map((name) => name.length)) + 2;
  const row = (name: string, cells: readonly string[]) =>
    name.padEnd(width) + cells.map((cell) => cell.padStart(11)).join('');
  const part = (of: 'all' | 'waited', title: string) => [
    row(title, heads),
    ...groups.map((group) => row(group.service, cellsOf(group[of]))),
    ...baselineNames.map((name) => row(name, cellsOf(baselines[name][of]))),
    '',
  ];
  return [
    `learned from ${String(fitDays)} days, judged on ${String(testDays)}; seconds`,
    '',
    ...part('all', 'all served'),
    ...part('waited', 'those who waited'),
    `no estimate was given to ${String(unknown)} served; they are judged as if told 0`,
  ].join('\n');
}

function cellsOf(figures: Figures): readonly string[] {
  const { n, meanWait, mae, rmse, bias, coverage90, pinball90 } = figures;
  const fixed = (value: number | null, digits: number) => value?.toFixed(digits) ?? '–';
  return [
    String(n),
    fixed(meanWait, 1),
    fixed(mae, 1),
    fixed(rmse, 1),
    fixed(bias, 1),
    fixed(coverage90, 3),
    fixed(pinball90, 1),
  ];
}

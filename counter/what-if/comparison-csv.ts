import type { DayTold, WhatIfAnswer } from '#protocol/what-if.ts';
import { timeOfDay } from '#ui/locale/index.ts';
import { figures, tenths } from './comparison-figures.ts';
import { words } from './locale.ts';

/** Says to spreadsheets that this is UTF-8. */
const byteOrderMark = '\uFEFF';

/**
 * What the page shows of an answer as CSV (RFC 4180): the figures side by side, then the half hours.
 * Times are the hall's own.
 */
export function comparisonCsv({ asItWas, asAsked }: WhatIfAnswer, timezone: string): string {
  const say = (day: DayTold, index: number): string => {
    const figure = figures[index];
    const value = figure?.read(day) ?? null;
    return figure === undefined || value === null ? '' : figure.write(value, timezone);
  };
  const asked = new Map(asAsked.halfHours.map((slot) => [slot.from, slot]));
  const heads = (name: 'broken' | 'open-counters'): string[] => [
    `${words.t(name)} · ${words.t('as-was')}`,
    `${words.t(name)} · ${words.t('as-asked')}`,
  ];
  const lines = [
    [words.t('figure'), words.t('as-was'), words.t('as-asked')],
    ...figures.map(({ name }, index) => [words.t(name), say(asItWas, index), say(asAsked, index)]),
    [],
    [words.t('time'), words.t('issued'), ...heads('broken'), ...heads('open-counters')],
    ...asItWas.halfHours.map(({ from, issued, broken, openCounters }) => [
      timeOfDay(from, timezone),
      String(issued),
      String(broken),
      String(asked.get(from)?.broken ?? 0),
      tenths(openCounters),
      tenths(asked.get(from)?.openCounters ?? 0),
    ]),
  ];
  return byteOrderMark + lines.map((line) => `${line.map(quoted).join(',')}\r\n`).join('');
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

import type { DayTold } from '#protocol/what-if.ts';
import { minutesSeconds, timeOfDay } from '#ui/locale/index.ts';
import { percent } from './percent.ts';

type FigureName =
  | 'kept'
  | 'wait-mean'
  | 'wait-p90'
  | 'wait-max'
  | 'served'
  | 'missed'
  | 'cancelled'
  | 'counter-hours'
  | 'load'
  | 'ends';

export interface Figure {
  readonly name: FigureName;
  /** Null where nothing was measured. */
  readonly read: (day: DayTold) => number | null;
  readonly write: (value: number, timezone: string) => string;
  /** The difference; instants differ by a span. */
  readonly writeChange: (value: number) => string;
  /** Which way is better; null: neither. */
  readonly better: 'more' | 'less' | null;
}

const signed =
  (write: (value: number) => string) =>
  (value: number): string => {
    const size = write(Math.abs(value));
    return size === write(0) ? '0' : `${value > 0 ? '+' : '−'}${size}`;
  };
const whole = (value: number): string => String(Math.round(value));
export const tenths = (value: number): string => (Math.round(value * 10) / 10).toFixed(1);

export const figures: readonly Figure[] = [
  {
    name: 'kept',
    read: ({ figures: { promise } }) => shareOf(promise.kept, promise.kept + promise.broken),
    write: percent,
    writeChange: signed(percent),
    better: 'more',
  },
  spanOf('wait-mean', ({ figures: { wait } }) => wait.meanSeconds),
  spanOf('wait-p90', ({ figures: { wait } }) => wait.p90Seconds),
  spanOf('wait-max', ({ figures: { wait } }) => wait.maxSeconds),
  countOf('served', ({ totals }) => totals.served, null),
  countOf('missed', ({ totals }) => totals.missed, null),
  countOf('cancelled', ({ totals }) => totals.cancelled, 'less'),
  {
    name: 'counter-hours',
    read: ({ counterHours }) => counterHours,
    write: tenths,
    writeChange: signed(tenths),
    better: 'less',
  },
  {
    name: 'load',
    read: ({ figures: { byCounter } }) =>
      shareOf(
        byCounter.reduce((sum, { busySeconds }) => sum + busySeconds, 0),
        byCounter.reduce((sum, { openSeconds }) => sum + openSeconds, 0),
      ),
    write: percent,
    writeChange: signed(percent),
    better: null,
  },
  {
    name: 'ends',
    read: ({ endsAt }) => Date.parse(endsAt),
    write: timeOfDay,
    writeChange: signed((ms) => minutesSeconds(ms / 1000)),
    better: 'less',
  },
];

function shareOf(part: number, all: number): number | null {
  return all === 0 ? null : Math.min(part / all, 1);
}

function spanOf(name: FigureName, read: (day: DayTold) => number | null): Figure {
  return { name, read, write: minutesSeconds, writeChange: signed(minutesSeconds), better: 'less' };
}

function countOf(
  name: FigureName,
  read: (figures: DayTold['figures']) => number,
  better: Figure['better'],
): Figure {
  return {
    name,
    read: (day) => read(day.figures),
    write: whole,
    writeChange: signed(whole),
    better,
  };
}

import type { BusinessDay, InstantMs } from '#core/vocabulary.ts';
import {
  reportLists,
  type AwayLine,
  type HandoverLine,
  type RangeReport,
  type ReportFigures,
  type ReportList,
  type ReportNames,
} from '#protocol/report.ts';
import type { Handover, Stretch } from './away.ts';
import type { DayFacts } from './facts/day-facts.ts';
import { factKinds, type FactColumns } from './facts/facts.ts';
import { iso } from './facts/notes.ts';
import { localTime } from './local-time.ts';
import {
  createHeat,
  createOvertakenSum,
  createQuarters,
  createSeatSums,
  createWaitSpans,
} from './report-sums.ts';
import { mergedNames } from './report-names.ts';
import { spreadOf } from './spread.ts';
import { compareIds, count, emptyTally, figuresOf, talliesBy, type Tally } from './tallies.ts';

type Lists = { [N in ReportList]: ReportFigures[N][number][] };

export interface ReportFold {
  add(date: BusinessDay, facts: DayFacts): void;
  /** @param linesMax the most lines of each list; the newest are kept */
  read(linesMax?: number): FoldedFigures;
}

export interface FoldedFigures {
  readonly about: Pick<RangeReport, 'complete' | 'timezone' | 'names'>;
  readonly figures: ReportFigures;
  /** What only a report of several days tells. */
  readonly days: Pick<RangeReport, 'byDay' | 'byWeekdayHour'>;
}

/**
 * Rule honest-statistics: figures of one day or of many, from the days' facts and nothing else.
 * Percentiles are those of all durations together, never means of the days' percentiles.
 */
export function createReportFold(): ReportFold {
  const whole = emptyTally();
  const by = {
    service: talliesBy(),
    class: talliesBy(),
    counter: talliesBy(),
    clerk: talliesBy(),
    hour: talliesBy(),
    day: talliesBy(),
  };
  const seats = createSeatSums();
  const waits = createWaitSpans();
  const quarters = createQuarters();
  const heat = createHeat();
  const overtaken = createOvertakenSum();
  const lists = Object.fromEntries(reportLists.map((name) => [name, []])) as unknown as Lists;
  let handoverRecords = 0;
  let meetings = 0;
  const days: { date: BusinessDay; complete: boolean; open: boolean }[] = [];
  let names: ReportNames = { hall: { zh: '', en: '' }, services: {}, classes: {}, clerks: {} };
  let timezone = 'UTC';
  let openDays = 0;

  /** Hundreds of thousands of facts in a month: groups are found by place, once a day. */
  function addTickets(date: BusinessDay, facts: DayFacts): void {
    const local = localTime(facts.timezone);
    const { columns, of } = placesOf(facts.tickets);
    const ofDay = by.day.of(date);
    const services = of(by.service);
    const classes = of(by.class);
    const counters = of(by.counter);
    const clerks = of(by.clerk);
    const hours = Array.from({ length: 24 }, (_, hour) => () => by.hour.of(String(hour)));
    for (let index = 0; index < columns.kind.length; index += 1) {
      const kind = factKinds[columns.kind[index] ?? 0] ?? 'issued';
      const value = columns.value[index] ?? 0;
      const minute = local.minuteOfDay(columns.atMs[index] ?? 0);
      const hour = Math.floor(minute / 60);
      count(whole, kind, value);
      count(ofDay, kind, value);
      count(services(columns.service[index]), kind, value);
      count(classes(columns.class[index]), kind, value);
      count(counters(columns.counter[index]), kind, value);
      count(clerks(columns.clerk[index]), kind, value);
      count(hours[hour]?.() ?? null, kind, value);
      if (kind === 'wait') waits.add(value);
      quarters.addFact(kind, minute);
      heat.add(hour, kind, value);
    }
    for (const { fromMs, waitingMs, staffedMs } of facts.quarters) {
      quarters.addTime(local.minuteOfDay(fromMs), waitingMs, staffedMs);
    }
  }

  function addSeats({ stretches, handovers, idle }: DayFacts): void {
    for (const stretch of stretches) {
      seats.addStretch('hall', stretch);
      seats.addStretch(`counter ${stretch.counter}`, stretch);
      by.counter.of(stretch.counter);
      if (stretch.clerk === null) continue;
      seats.addStretch(`clerk ${stretch.clerk}`, stretch);
      by.clerk.of(stretch.clerk);
    }
    for (const each of idle) {
      seats.addIdle('hall', each);
      seats.addIdle(`counter ${each.counter}`, each);
      seats.addIdle(`clerk ${each.clerk}`, each);
    }
    lists.pauses.push(...awayLines(stretches, 'paused'));
    lists.absences.push(...awayLines(stretches, 'absent'));
    lists.handovers.push(...handovers.map(handoverLine));
  }

  return {
    add(date, facts) {
      const isOpen = facts.hours !== null || facts.tickets.kind.length > 0;
      days.push({ date, complete: facts.complete, open: isOpen });
      timezone = facts.timezone;
      names = mergedNames(names, facts.names);
      if (isOpen) openDays += 1;
      heat.begin(date, isOpen);
      addTickets(date, facts);
      addSeats(facts);
      overtaken.add(facts.overtaking);
      const { notes, records } = facts;
      handoverRecords += records.handovers.length;
      meetings += records.meetings.length;
      lists.overrides.push(...notes.overrides);
      lists.signIns.push(...notes.signIns.toSorted((a, b) => compareIds(a.badge, b.badge)));
      lists.signOffs.push(...notes.signOffs);
      lists.earlyClosings.push(...notes.earlyClosings);
      lists.reprints.push(...notes.reprints);
      lists.faults.push(...notes.faults);
    },
    read(linesMax = Number.POSITIVE_INFINITY) {
      const { issued, served, missed, cancelled } = whole;
      const { kept, broken, recalls, transfers, parked } = whole;
      const newest = Object.fromEntries(
        reportLists.map((name) => [name, lists[name].slice(-linesMax)]),
      ) as unknown as Lists;
      const figures: ReportFigures = {
        totals: { issued, served, missed, cancelled },
        wait: spreadOf(whole.waitsMs),
        walk: spreadOf(whole.walksMs),
        service: spreadOf(whole.servicesMs),
        total: spreadOf(whole.totalsMs),
        promise: { kept, broken },
        byService: by.service
          .entries()
          .map(([service, tally]) => ({ service, ...figuresOf(tally) })),
        byClass: by.class.entries().map(([id, tally]) => ({ class: id, ...figuresOf(tally) })),
        byCounter: by.counter.entries().map(([counter, tally]) => ({
          counter,
          ...figuresOf(tally),
          ...seats.times(`counter ${counter}`),
        })),
        byClerk: by.clerk.entries().map(([badge, tally]) => ({
          badge,
          ...figuresOf(tally),
          ...seats.times(`clerk ${badge}`),
        })),
        byHour: by.hour
          .entries()
          .map(([hour, tally]) => ({ hour: Number(hour), ...figuresOf(tally) })),
        seats: seats.times('hall'),
        waits: waits.read(),
        quarters: quarters.read(Math.max(openDays, 1)),
        ratings: { ...whole.ratings },
        recalls,
        transfers,
        parked,
        busySeconds: Math.round(whole.busyMs / 1000),
        overtaken: overtaken.read(whole.overtakings),
        counts: { ...countsOf(lists), handoverRecords, meetings },
        ...newest,
      };
      return {
        about: { complete: days.every(({ complete }) => complete), timezone, names },
        figures,
        days: {
          byDay: days.map((day) => ({ ...day, ...figuresOf(by.day.of(day.date)) })),
          byWeekdayHour: heat.read(),
        },
      };
    },
  };
}

/** Tallies by a word's place in the columns; null for no word. */
function placesOf(columns: FactColumns) {
  const { words } = columns;
  const of = (tallies: ReturnType<typeof talliesBy>) => {
    const found: (Tally | undefined)[] = [];
    return (place: number | undefined): Tally | null => {
      const word = place === undefined ? undefined : words[place];
      if (place === undefined || word === undefined) return null;
      return (found[place] ??= tallies.of(word));
    };
  };
  return { columns, of };
}

function countsOf(lists: Lists): Record<ReportList | 'lateSignIns', number> {
  const isLate = ({ kind }: Lists['signIns'][number]): boolean =>
    kind === 'late' || kind === 'after';
  return {
    ...(Object.fromEntries(reportLists.map((name) => [name, lists[name].length])) as Record<
      ReportList,
      number
    >),
    lateSignIns: lists.signIns.filter(isLate).length,
  };
}

function awayLines(stretches: readonly Stretch[], kind: 'paused' | 'absent'): readonly AwayLine[] {
  return stretches
    .filter((each) => each.kind === kind)
    .map(({ counter, clerk, fromMs, toMs, reason, untilMs, ongoing }) => ({
      counter,
      clerk,
      from: iso(fromMs),
      to: ongoing ? null : iso(toMs),
      seconds: rounded(toMs - fromMs),
      reason,
      overSeconds: untilMs === null ? null : Math.max(0, rounded(toMs - untilMs)),
    }));
}

function handoverLine({ counter, from, to, fromMs, toMs, ended }: Handover): HandoverLine {
  return { counter, from, to, at: iso(fromMs), seconds: rounded(toMs - fromMs), ended };
}

function rounded(ms: InstantMs): number {
  return Math.round(ms / 1000);
}

import { aheadOfNew } from '#core/disciplines/pick.ts';
import type { HallEvent, NewEvent } from '#core/events.ts';
import { evolve } from '#core/evolve.ts';
import type { HallConfig } from '#core/hall-config.ts';
import { initialDay, type HallDay } from '#core/state.ts';
import type { Estimate } from '#core/vocabulary.ts';
import type { Estimator } from '#estimate/estimator.ts';
import { type Baseline, baselineNames, createBaselines } from './baselines.ts';
import { createPair, type Figures } from './figures.ts';
import { type RecordedDay } from './read-record.ts';
import { recordedConfig } from './recorded-config.ts';
import { type Arrival, classOfRow, happeningsOf, queueOf } from './recorded-events.ts';

export interface JudgedGroup {
  /** A service's id; `*` for all of them. */
  readonly service: string;
  readonly all: Figures;
  readonly waited: Figures;
}

export interface Judgement {
  readonly groups: readonly JudgedGroup[];
  readonly baselines: Readonly<
    Record<Baseline, { readonly all: Figures; readonly waited: Figures }>
  >;
  /** Served tickets for which the estimator said that it does not know; judged as if it said 0. */
  readonly unknown: number;
  readonly fitDays: number;
  readonly testDays: number;
}

/** What was said to one ticket at its arrival, and what became of it. */
export interface Said {
  readonly day: string;
  readonly ticket: string;
  readonly leg: number;
  readonly service: string;
  readonly waitS: number | null;
  readonly estimate: Estimate | null;
  readonly baselines: Readonly<Record<Baseline, number>>;
}

export interface JudgeOptions {
  readonly fit: readonly RecordedDay[];
  readonly test: readonly RecordedDay[];
  readonly estimator: Estimator;
  readonly onDay?: (doneCount: number, dayCount: number, day: string) => void;
  /** Called for every row of the test days, in the order of arrival. */
  readonly onSaid?: (said: Said) => void;
}

/**
 * Replays recorded days through an estimator: first those it may learn from, then those it is
 * judged on (it goes on learning there, as it would in a hall). It is asked at each arrival, knows
 * what had happened by then, and is told of a wait only when it ends.
 */
export function judge({ fit, test, estimator, onDay, onSaid }: JudgeOptions): Judgement {
  const days = [...fit, ...test];
  const config = configFor(days);
  const groups = new Map<string, ReturnType<typeof createPair>>();
  const beside = new Map(baselineNames.map((name) => [name, createPair()]));
  const baselines = createBaselines();
  let unknown = 0;
  let seq = 0;

  const score = (said: Said): void => {
    onSaid?.(said);
    if (said.waitS === null) return;
    const { p50Seconds, p90Seconds } = said.estimate ?? { p50Seconds: 0, p90Seconds: 0 };
    if (said.estimate === null) unknown += 1;
    for (const name of ['*', said.service]) {
      let group = groups.get(name);
      if (group === undefined) groups.set(name, (group = createPair()));
      group.add(said.waitS, p50Seconds, p90Seconds);
    }
    for (const [name, pair] of beside) {
      pair.add(said.waitS, said.baselines[name], said.baselines[name]);
    }
  };

  days.forEach((day, index) => {
    const saidOfDay = replayDay(day, index >= fit.length);
    saidOfDay.forEach(score);
    onDay?.(index + 1, days.length, day.day);
  });

  function replayDay({ day, rows, sessions }: RecordedDay, judged: boolean): readonly Said[] {
    const midnightMs = Date.parse(`${day}T00:00:00Z`);
    const said: Said[] = [];
    let state: HallDay = initialDay;
    const tell = (event: NewEvent, atMs: number): void => {
      seq += 1;
      const full: HallEvent = { seq, day, atMs, actor: { kind: 'hub' }, ...event };
      estimator.apply(full);
      baselines.apply(full, state);
      state = evolve(state, full);
    };
    tell(dayBegan(day, config), midnightMs);
    for (const happening of happeningsOf(rows, sessions)) {
      const atMs = midnightMs + Math.round(happening.atS * 1000);
      if (happening.kind === 'events') for (const event of happening.events) tell(event, atMs);
      else {
        const { row } = happening;
        const className = classOfRow(row);
        const queue = queueOf(row);
        const ahead = aheadOfNew(state, queue, className, atMs);
        const estimate = estimator.forNew(state, queue, className, ahead, atMs);
        if (judged) {
          const { ticket, leg, service } = row;
          said.push({
            day,
            ticket,
            leg,
            service,
            waitS: waitOf(happening),
            estimate,
            baselines: baselines.predict(state, queue, atMs),
          });
        }
        tell(issued(happening, className, ahead, estimate), atMs);
      }
    }
    return said;
  }

  return {
    groups: ['*', ...[...groups.keys()].filter((name) => name !== '*').sort()].map((service) => ({
      service,
      ...(groups.get(service) ?? createPair()).figures(),
    })),
    baselines: Object.fromEntries(
      baselineNames.map((name) => [name, beside.get(name)?.figures()]),
    ) as Judgement['baselines'],
    unknown,
    fitDays: fit.length,
    testDays: test.length,
  };
}

function waitOf({ row }: Arrival): number | null {
  return row.outcome === 'served' && row.startS !== null ? row.startS - row.arrivalS : null;
}

function configFor(days: readonly RecordedDay[]): HallConfig {
  const services = new Set(days.flatMap(({ rows }) => rows.map(queueOf)));
  const servers = new Set(days.flatMap(({ sessions }) => sessions.map(({ server }) => server)));
  const spares = Math.max(0, ...days.map(({ rows }) => servedAtOnceMax(rows)));
  return recordedConfig([...services].sort(), [...servers].sort(), spares);
}

function servedAtOnceMax(rows: RecordedDay['rows']): number {
  const changes = rows.flatMap(({ startS, endS, outcome }) =>
    outcome === 'served' && startS !== null
      ? [
          { atS: startS, by: 1 },
          { atS: Math.max(endS ?? Number.POSITIVE_INFINITY, startS + 1), by: -1 },
        ]
      : [],
  );
  changes.sort((a, b) => a.atS - b.atS || b.by - a.by);
  let served = 0;
  return changes.reduce((most, { by }) => Math.max(most, (served += by)), 0);
}

function dayBegan(day: string, config: HallConfig): NewEvent {
  return {
    type: 'DayBegan',
    data: {
      day,
      config,
      configRevision: 1,
      hours: null,
      followUps: [],
      notices: [],
      counters: [],
    },
  };
}

function issued(
  { ticket, row }: Arrival,
  className: string,
  ahead: number,
  estimate: Estimate | null,
): NewEvent {
  return {
    type: 'TicketIssued',
    data: {
      ticket,
      number: row.leg === 0 ? row.ticket : `${row.ticket}/${String(row.leg)}`,
      prefix: '',
      service: queueOf(row),
      class: className,
      language: 'en',
      source: 'kiosk',
      customer: null,
      need: null,
      estimate,
      ahead,
    },
  };
}

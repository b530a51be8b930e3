/**
 * A day on which everybody was served, computed again from the rows of its tickets and from when
 * the counters were open, second by second and sharing no code with the reports.
 */

type Row = Readonly<Record<string, string>>;

export interface OpenSeat {
  readonly counter: string;
  readonly clerk: string;
  /** Seconds since midnight, in the hall's own time. */
  readonly fromS: number;
  readonly toS: number;
}

interface Visit {
  readonly service: string;
  readonly class: string;
  readonly counter: string;
  readonly clerk: string;
  readonly calls: number;
  readonly issuedS: number;
  readonly calledS: number;
  readonly startedS: number;
  readonly finishedS: number;
}

export function spread(seconds: readonly number[]) {
  const sorted = [...seconds].sort((a, b) => a - b);
  const rank = (percent: number) => {
    const needed = Math.ceil((percent * sorted.length) / 100);
    const value = sorted[Math.max(needed, 1) - 1];
    return value === undefined ? null : Math.round(value);
  };
  const sum = sorted.reduce((total, each) => total + each, 0);
  return {
    count: sorted.length,
    meanSeconds: sorted.length === 0 ? null : Math.round(sum / sorted.length),
    p50Seconds: rank(50),
    p90Seconds: rank(90),
    maxSeconds: rank(100),
  };
}

/** `2022-02-27 09:31:07` as seconds since midnight. */
export function secondOf(wallTime: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = wallTime.slice(11).split(':').map(Number);
  return (hours * 60 + minutes) * 60 + seconds;
}

/**
 * @param rows of the CSV of all tickets, by the English head of their column
 * @param idOf the id of a service or a class by its English name
 */
export function recomputed(
  rows: readonly Row[],
  seats: readonly OpenSeat[],
  idOf: (name: string) => string,
  promiseS: number,
) {
  const visits = rows.map((row): Visit => {
    const at = (name: string) => secondOf(row[name] ?? '');
    return {
      service: idOf(row['Service'] ?? ''),
      class: idOf(row['Class'] ?? ''),
      counter: row['Counter'] ?? '',
      clerk: row['Badge'] ?? '',
      calls: Number(row['Calls']),
      issuedS: at('Issued'),
      calledS: at('First called'),
      startedS: at('Started'),
      finishedS: at('Finished'),
    };
  });
  const passed = (visit: Visit) =>
    visits.filter((other) => other.issuedS < visit.issuedS && other.calledS > visit.calledS);

  /** What of each step of a visit counts for a group: those of an hour lie in that hour. */
  function figures(of: (visit: Visit, atS: number) => boolean, isPlace = false) {
    const issued = visits.filter((each) => of(each, each.issuedS));
    const called = visits.filter((each) => of(each, each.calledS));
    const started = visits.filter((each) => of(each, each.startedS));
    const finished = visits.filter((each) => of(each, each.finishedS));
    const kept = finished.filter((each) => each.finishedS - each.issuedS <= promiseS).length;
    const served = finished.map((each) => each.finishedS - each.startedS);
    return {
      issued: isPlace ? 0 : issued.length,
      served: finished.length,
      missed: 0,
      cancelled: 0,
      wait: spread(called.map((each) => each.calledS - each.issuedS)),
      walk: spread(started.map((each) => each.startedS - each.calledS)),
      serving: spread(served),
      total: spread(finished.map((each) => each.finishedS - each.issuedS)),
      promise: { kept, broken: finished.length - kept },
      recalls: called.reduce((sum, each) => sum + each.calls - 1, 0),
      transfers: 0,
      parked: 0,
      overtakings: called.reduce((sum, each) => sum + passed(each).length, 0),
      busySeconds: served.reduce((sum, each) => sum + each, 0),
      ratings: { satisfied: 0, fair: 0, dissatisfied: 0 },
    };
  }

  /** The time of seats, looked at second by second. */
  function times(of: (seat: OpenSeat) => boolean) {
    let openSeconds = 0;
    let idleEmptySeconds = 0;
    let idleWaitingSeconds = 0;
    for (const seat of seats.filter(of)) {
      for (let second = seat.fromS; second < seat.toS; second += 1) {
        openSeconds += 1;
        const isBusy = visits.some(
          ({ counter, calledS, finishedS }) =>
            counter === seat.counter && calledS <= second && second < finishedS,
        );
        if (isBusy) continue;
        if (visits.some(({ issuedS, calledS }) => issuedS <= second && second < calledS)) {
          idleWaitingSeconds += 1;
        } else idleEmptySeconds += 1;
      }
    }
    const away = { pausedSeconds: 0, absentSeconds: 0, handoverSeconds: 0 };
    return { openSeconds, idleEmptySeconds, idleWaitingSeconds, ...away };
  }

  function quarter(index: number) {
    const [fromS, toS] = [index * 900, (index + 1) * 900];
    const within = (atS: number) => atS >= fromS && atS < toS;
    const overlap = (a: number, b: number) => Math.max(0, Math.min(b, toS) - Math.max(a, fromS));
    const waited = visits.reduce((sum, each) => sum + overlap(each.issuedS, each.calledS), 0);
    const staffed = seats.reduce((sum, seat) => sum + overlap(seat.fromS, seat.toS), 0);
    const two = (value: number) => String(value).padStart(2, '0');
    return {
      from: `${two(Math.floor(fromS / 3_600))}:${two((fromS % 3_600) / 60)}`,
      arrivals: visits.filter(({ issuedS }) => within(issuedS)).length,
      served: visits.filter(({ finishedS }) => within(finishedS)).length,
      waiting: Math.round((waited / 900) * 100) / 100,
      staffed: Math.round((staffed / 900) * 100) / 100,
    };
  }

  const sorted = (values: readonly string[]) =>
    [...new Set(values)].sort((a, b) => Number(a) - Number(b) || (a < b ? -1 : 1));
  const instants = visits.flatMap((each) => [each.issuedS, each.calledS, each.finishedS]);
  const touched = [...instants, ...seats.flatMap(({ fromS, toS }) => [fromS, toS - 1])];
  const firstQuarter = Math.floor(Math.min(...touched) / 900);
  const lastQuarter = Math.floor(Math.max(...touched) / 900);
  const whole = figures(() => true);
  const waitsS = visits.map(({ issuedS, calledS }) => calledS - issuedS);
  const overtakers = visits.filter((each) => passed(each).length > 0);
  const overtaken = visits
    .map((each) => ({ each, by: overtakers.filter((other) => passed(other).includes(each)) }))
    .filter(({ by }) => by.length > 0);
  return {
    totals: { issued: whole.issued, served: whole.served, missed: 0, cancelled: 0 },
    wait: whole.wait,
    walk: whole.walk,
    service: whole.serving,
    total: whole.total,
    promise: whole.promise,
    byService: sorted(visits.map((each) => each.service)).map((service) => ({
      service,
      ...figures((each) => each.service === service),
    })),
    byClass: sorted(visits.map((each) => each.class)).map((name) => ({
      class: name,
      ...figures((each) => each.class === name),
    })),
    byCounter: sorted(seats.map((seat) => seat.counter)).map((counter) => ({
      counter,
      ...figures((each) => each.counter === counter, true),
      ...times((seat) => seat.counter === counter),
    })),
    byClerk: sorted(seats.map((seat) => seat.clerk)).map((badge) => ({
      badge,
      ...figures((each) => each.clerk === badge, true),
      ...times((seat) => seat.clerk === badge),
    })),
    byHour: sorted(instants.map((atS) => String(Math.floor(atS / 3_600)))).map((hour) => ({
      hour: Number(hour),
      ...figures((_, atS) => Math.floor(atS / 3_600) === Number(hour)),
    })),
    seats: times(() => true),
    waits: Array.from({ length: Math.floor(Math.max(...waitsS) / 60) + 1 }, (_, minute) => ({
      fromSeconds: minute * 60,
      toSeconds: (minute + 1) * 60,
      count: waitsS.filter((waitS) => Math.floor(waitS / 60) === minute).length,
    })),
    quarters: Array.from({ length: lastQuarter - firstQuarter + 1 }, (_, index) =>
      quarter(firstQuarter + index),
    ),
    ratings: whole.ratings,
    recalls: whole.recalls,
    transfers: 0,
    parked: 0,
    busySeconds: whole.busySeconds,
    overtaken: {
      times: whole.overtakings,
      tickets: overtaken.length,
      timesMax: Math.max(0, ...overtaken.map(({ by }) => by.length)),
      waitedOn: spread(
        overtaken.map(
          ({ each, by }) => each.calledS - Math.min(...by.map(({ calledS }) => calledS)),
        ),
      ),
      byClass: Object.fromEntries(
        [...Map.groupBy(overtakers, (each) => each.class)].map(([name, all]) => [name, all.length]),
      ),
    },
  };
}

/**
 * Where things stand on the runway. Every waiting person moves right, towards the promise line of
 * the own service; all rows share the line, so a row's length is its service's promise. Places are
 * shares of the track's width, 0 at taking the number.
 */

export interface RunwayQueue {
  readonly service: string;
  readonly promiseSeconds: number;
  readonly expectedSeconds: number;
  readonly count: number;
  readonly dots: readonly RunwayPerson[];
}

export interface RunwayPerson {
  readonly ticket: string;
  readonly number: string;
  readonly waitedSeconds: number;
}

/** `near`: a call must start now; with the usual time of service the promise is just kept. */
export type RunwayState = 'in-time' | 'near' | 'broken';

export interface RunwayMark {
  readonly ticket: string;
  readonly number: string;
  readonly waitedSeconds: number;
  readonly state: RunwayState;
  /** Share of the track. */
  readonly at: number;
  /** Where the number is written out; null: no room beside this mark. */
  readonly label: 'after' | 'before' | null;
  /** Broken ones that no square of their own stands for; they are counted beside this number. */
  readonly unseen: number;
}

export interface RunwayRow {
  readonly hatchFrom: number;
  readonly marks: readonly RunwayMark[];
  /** People beyond the view's list: those who came last. */
  readonly more: number;
  readonly near: number;
  readonly broken: number;
}

export interface RunwaySize {
  /** Width of the track in pixels; of a mark; of one character of a written number. */
  readonly trackPx: number;
  readonly markPx: number;
  readonly charPx: number;
  /** False on narrow screens: marks only, numbers are in the list of the row. */
  readonly labels: boolean;
}

/** The promise line: a sixth of the track is left for those whose promise is broken. */
export const promiseAt = 5 / 6;
const gapPx = 8;

/** @param waitedSeconds on the promise's clock */
export function placeOf(waitedSeconds: number, promiseSeconds: number): number {
  if (promiseSeconds <= 0) return 1;
  return Math.min(Math.max(waitedSeconds / promiseSeconds, 0) * promiseAt, 1);
}

/** The hatch begins where calling must start: the promise less the usual time of service. */
export function hatchFrom(promiseSeconds: number, expectedSeconds: number): number {
  return placeOf(Math.max(promiseSeconds - expectedSeconds, 0), promiseSeconds);
}

export function stateOf(
  waitedSeconds: number,
  promiseSeconds: number,
  expectedSeconds: number,
): RunwayState {
  if (waitedSeconds > promiseSeconds) return 'broken';
  return waitedSeconds >= promiseSeconds - expectedSeconds ? 'near' : 'in-time';
}

/**
 * One row, its marks from left to right.
 * @param elapsedSeconds of the hall since the view was made
 */
export function layOutRow(queue: RunwayQueue, elapsedSeconds: number, size: RunwaySize): RunwayRow {
  const { promiseSeconds, expectedSeconds } = queue;
  const people = queue.dots
    .map((dot) => ({ ...dot, waitedSeconds: dot.waitedSeconds + elapsedSeconds }))
    .toSorted((a, b) => a.waitedSeconds - b.waitedSeconds);
  const of = (wanted: RunwayState): typeof people =>
    people.filter(
      ({ waitedSeconds }) => stateOf(waitedSeconds, promiseSeconds, expectedSeconds) === wanted,
    );
  const broken = of('broken');
  const near = of('near');
  const mark = (person: RunwayPerson, state: RunwayState): RunwayMark => ({
    ticket: person.ticket,
    number: person.number,
    waitedSeconds: person.waitedSeconds,
    state,
    at: placeOf(person.waitedSeconds, promiseSeconds),
    label: null,
    unseen: 0,
  });
  return {
    hatchFrom: hatchFrom(promiseSeconds, expectedSeconds),
    marks: [
      ...of('in-time').map((person) => mark(person, 'in-time')),
      ...labelNear(
        near.map((person) => mark(person, 'near')),
        size,
      ),
      ...packBroken(
        broken.map((person) => mark(person, 'broken')),
        size,
      ),
    ],
    more: Math.max(queue.count - queue.dots.length, 0),
    near: near.length,
    broken: broken.length,
  };
}

/** Numbers beside near marks, the most urgent first, wherever they cover no other mark. */
function labelNear(marks: readonly RunwayMark[], size: RunwaySize): readonly RunwayMark[] {
  if (!size.labels || size.trackPx <= 0) return marks;
  const half = size.markPx / 2;
  const centers = marks.map(({ at }) => at * size.trackPx);
  const taken: (readonly [number, number])[] = centers.map((x) => [x - half, x + half]);
  const linePx = promiseAt * size.trackPx;
  const free = (from: number, to: number, own: number): boolean =>
    from >= 0 &&
    to <= linePx - gapPx / 2 &&
    taken.every(([left, right], index) => index === own || to <= left || from >= right);
  const labels = new Map<number, 'after' | 'before'>();
  for (const [index, center] of [...centers.entries()].reverse()) {
    const widthPx = (marks[index]?.number.length ?? 0) * size.charPx + gapPx;
    const after = [center + half, center + half + gapPx + widthPx] as const;
    const before = [center - half - gapPx - widthPx, center - half] as const;
    const side = free(...after, index) ? 'after' : free(...before, index) ? 'before' : null;
    if (side === null) continue;
    labels.set(index, side);
    taken.push(side === 'after' ? after : before);
  }
  return marks.map((each, index) => ({ ...each, label: labels.get(index) ?? null }));
}

/**
 * Behind the line there is room for few: the longest waiting with its number at the right, squares
 * of others as far as they fit between it and the line, the rest counted beside the number.
 */
function packBroken(marks: readonly RunwayMark[], size: RunwaySize): readonly RunwayMark[] {
  const worst = marks.at(-1);
  if (worst === undefined) return [];
  if (size.trackPx <= 0) return marks;
  const half = size.markPx / 2;
  const firstPx = promiseAt * size.trackPx + half + gapPx / 2;
  const place = (labelPx: number): readonly RunwayMark[] => {
    let limitPx = Math.max(size.trackPx - half - labelPx, firstPx);
    const placed: RunwayMark[] = [];
    for (const each of marks.toReversed()) {
      const wishedPx = Math.min(Math.max(each.at * size.trackPx, firstPx), limitPx);
      if (wishedPx < firstPx || limitPx < firstPx) break;
      placed.unshift({ ...each, at: wishedPx / size.trackPx });
      limitPx = wishedPx - size.markPx - 2;
    }
    return placed;
  };
  const labelOf = (unseen: number): number =>
    size.labels
      ? (worst.number.length + (unseen > 0 ? ` +${String(unseen)}`.length : 0)) * size.charPx +
        gapPx * 2
      : unseen > 0
        ? `+${String(unseen)}`.length * size.charPx + gapPx
        : 0;
  let placed = place(labelOf(0));
  if (placed.length < marks.length) placed = place(labelOf(marks.length));
  const unseen = marks.length - placed.length;
  return placed.map((each, index) =>
    index === placed.length - 1
      ? { ...each, label: size.labels ? ('after' as const) : null, unseen }
      : each,
  );
}

export interface RunwayTick {
  readonly minutes: number;
  readonly at: number;
}

/** Minutes along the top; none but the ends where services promise different times. */
export function ticksOf(queues: readonly RunwayQueue[], ticksMax = 5): readonly RunwayTick[] {
  const promise = commonPromise(queues);
  if (promise === null) return [];
  const whole = promise / 60;
  const step = [1, 2, 3, 5, 10, 15, 20, 30, 60].find((each) => whole / each <= ticksMax);
  if (step === undefined) return [];
  const ticks: RunwayTick[] = [];
  for (let minutes = step; minutes <= whole - step * 0.6; minutes += step) {
    ticks.push({ minutes, at: placeOf(minutes * 60, promise) });
  }
  return ticks;
}

/** The promise that all services share, seconds; null where they differ. */
export function commonPromise(queues: readonly RunwayQueue[]): number | null {
  const [first] = queues;
  if (first === undefined) return null;
  return queues.every(({ promiseSeconds }) => promiseSeconds === first.promiseSeconds)
    ? first.promiseSeconds
    : null;
}

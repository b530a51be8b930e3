import type { Rating } from '#core/vocabulary.ts';

/**
 * What a day's figures are made of: one line for each thing that happened to a ticket, with the
 * groups that it counts for. Kept by column, so that a day of thousands is a short text.
 */
export const factKinds = [
  'issued',
  'wait',
  'walk',
  'recalled',
  'finished',
  'total',
  'kept',
  'broken',
  'missed',
  /** A missed customer came back: takes back one `missed`, at the time of that one. */
  'unmissed',
  'transferred',
  'parked',
  'cancelled',
  'busy',
  'rated',
  'overtook',
] as const;
export type FactKind = (typeof factKinds)[number];

/** In the order of `FactColumns.value` of a rating. */
export const ratingOrder: readonly Rating[] = ['satisfied', 'fair', 'dissatisfied'];

export interface Fact {
  readonly kind: FactKind;
  readonly atMs: number;
  readonly service: string;
  readonly class: string;
  /** Null: none of a counter's or a clerk's. */
  readonly counter: string | null;
  readonly clerk: string | null;
  /** Milliseconds of a duration, number of tickets passed, place in `ratingOrder`; else 1. */
  readonly value: number;
}

export interface FactColumns {
  readonly kind: number[];
  readonly atMs: number[];
  /** Places in `words`; -1 for none. */
  readonly service: number[];
  readonly class: number[];
  readonly counter: number[];
  readonly clerk: number[];
  readonly value: number[];
  readonly words: string[];
}

export interface FactList {
  add(fact: Fact): void;
  columns(): FactColumns;
}

export function createFactList(): FactList {
  const words: string[] = [];
  const placeOf = new Map<string, number>();
  const columns: FactColumns = {
    kind: [],
    atMs: [],
    service: [],
    class: [],
    counter: [],
    clerk: [],
    value: [],
    words,
  };
  const place = (word: string | null): number => {
    if (word === null) return -1;
    const known = placeOf.get(word);
    if (known !== undefined) return known;
    placeOf.set(word, words.length);
    words.push(word);
    return words.length - 1;
  };
  return {
    add(fact) {
      columns.kind.push(factKinds.indexOf(fact.kind));
      columns.atMs.push(fact.atMs);
      columns.service.push(place(fact.service));
      columns.class.push(place(fact.class));
      columns.counter.push(place(fact.counter));
      columns.clerk.push(place(fact.clerk));
      columns.value.push(fact.value);
    },
    columns: () => columns,
  };
}

/** The facts one by one, in the order in which they were added. */
export function* factsOf(columns: FactColumns): Generator<Fact> {
  const { words } = columns;
  const word = (place: number | undefined): string | null =>
    place === undefined ? null : (words[place] ?? null);
  for (let index = 0; index < columns.kind.length; index += 1) {
    yield {
      kind: factKinds[columns.kind[index] ?? 0] ?? 'issued',
      atMs: columns.atMs[index] ?? 0,
      service: word(columns.service[index]) ?? '',
      class: word(columns.class[index]) ?? '',
      counter: word(columns.counter[index]),
      clerk: word(columns.clerk[index]),
      value: columns.value[index] ?? 0,
    };
  }
}

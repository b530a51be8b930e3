/**
 * A persistent sequence: every change answers a new sequence and shares what it can with the old
 * one. Kept in chunks, so that a change copies one chunk and the spine instead of the whole; a hall
 * with 100,000 tickets a day costs about what a hall with 100 does. (As the leaves of a B-tree of
 * height two; a deeper tree would pay only beyond a million items.)
 */
export interface Sequence<T> {
  readonly size: number;
  readonly chunks: readonly (readonly T[])[];
  /** So many chunks, from the first, are full: within them an index is found by division. */
  readonly full: number;
}

const chunkSizeMax = 128;

const nothing: Sequence<never> = { size: 0, chunks: [], full: 0 };

export function emptySequence<T>(): Sequence<T> {
  return nothing;
}

/** The item at an index, or undefined outside the sequence. */
export function at<T>(sequence: Sequence<T>, index: number): T | undefined {
  if (index >= 0 && index < sequence.full * chunkSizeMax) {
    return sequence.chunks[Math.floor(index / chunkSizeMax)]?.[index % chunkSizeMax];
  }
  const place = locate(sequence, index);
  return place === null ? undefined : sequence.chunks[place.chunk]?.[place.offset];
}

export function append<T>(sequence: Sequence<T>, item: T): Sequence<T> {
  return insert(sequence, sequence.size, item);
}

export function replace<T>(sequence: Sequence<T>, index: number, item: T): Sequence<T> {
  const place = mustLocate(sequence, index);
  const chunk = (sequence.chunks[place.chunk] as readonly T[]).with(place.offset, item);
  return { ...sequence, chunks: sequence.chunks.with(place.chunk, chunk) };
}

/** Puts an item before the one that now stands at `index`; `index` may equal the size. */
export function insert<T>(sequence: Sequence<T>, index: number, item: T): Sequence<T> {
  if (index === sequence.size) return insertLast(sequence, item);
  const place = mustLocate(sequence, index);
  const chunk = sequence.chunks[place.chunk] as readonly T[];
  const grown = chunk.toSpliced(place.offset, 0, item);
  const pieces =
    grown.length <= chunkSizeMax
      ? [grown]
      : [grown.slice(0, chunkSizeMax / 2), grown.slice(chunkSizeMax / 2)];
  return {
    size: sequence.size + 1,
    chunks: sequence.chunks.toSpliced(place.chunk, 1, ...pieces),
    full: Math.min(sequence.full, place.chunk),
  };
}

export function removeAt<T>(sequence: Sequence<T>, index: number): Sequence<T> {
  const place = mustLocate(sequence, index);
  const chunk = (sequence.chunks[place.chunk] as readonly T[]).toSpliced(place.offset, 1);
  return {
    size: sequence.size - 1,
    chunks:
      chunk.length === 0
        ? sequence.chunks.toSpliced(place.chunk, 1)
        : sequence.chunks.with(place.chunk, chunk),
    full: Math.min(sequence.full, place.chunk),
  };
}

/** Index of the first item that satisfies the test, or -1. Cost grows with the index found. */
export function findIndex<T>(sequence: Sequence<T>, test: (item: T) => boolean): number {
  let index = 0;
  for (const item of items(sequence)) {
    if (test(item)) return index;
    index += 1;
  }
  return -1;
}

export function* items<T>(sequence: Sequence<T>): Generator<T> {
  for (const chunk of sequence.chunks) yield* chunk;
}

function insertLast<T>(sequence: Sequence<T>, item: T): Sequence<T> {
  const last = sequence.chunks.at(-1);
  const chunks =
    last === undefined || last.length >= chunkSizeMax
      ? [...sequence.chunks, [item]]
      : sequence.chunks.with(sequence.chunks.length - 1, [...last, item]);
  const fills = chunks.length === sequence.full + 1 && chunks.at(-1)?.length === chunkSizeMax;
  return { size: sequence.size + 1, chunks, full: fills ? chunks.length : sequence.full };
}

function locate<T>(
  sequence: Sequence<T>,
  index: number,
): { readonly chunk: number; readonly offset: number } | null {
  if (!Number.isInteger(index) || index < 0 || index >= sequence.size) return null;
  let before = sequence.full * chunkSizeMax;
  if (index < before) {
    return { chunk: Math.floor(index / chunkSizeMax), offset: index % chunkSizeMax };
  }
  for (let chunk = sequence.full; chunk < sequence.chunks.length; chunk += 1) {
    const length = (sequence.chunks[chunk] as readonly T[]).length;
    if (index < before + length) return { chunk, offset: index - before };
    before += length;
  }
  return null;
}

function mustLocate<T>(sequence: Sequence<T>, index: number) {
  const place = locate(sequence, index);
  if (place === null) {
    throw new Error(`index ${String(index)} outside a sequence of ${String(sequence.size)}`);
  }
  return place;
}

/**
 * A persistent sequence: every change answers a new sequence and shares what it can with the old
 * one. Kept in chunks, so that a change copies one chunk and the spine instead of the whole; and
 * what is added at the end copies the last chunk alone, for that one stands beside the spine. A
 * hall with 100,000 tickets a day costs about what a hall with 100 does. (As the leaves of a
 * B-tree of height two; a deeper tree would pay only beyond a million items.)
 */
export interface Sequence<T> {
  readonly size: number;
  readonly chunks: readonly (readonly T[])[];
  /** So many chunks, from the first, are full: within them an index is found by division. */
  readonly full: number;
  /** The last chunk; empty only where nothing stands behind the other chunks. */
  readonly tail: readonly T[];
}

const chunkSizeMax = 128;

const nothing: Sequence<never> = { size: 0, chunks: [], full: 0, tail: [] };

export function emptySequence<T>(): Sequence<T> {
  return nothing;
}

/** The item at an index, or undefined outside the sequence. */
export function at<T>(sequence: Sequence<T>, index: number): T | undefined {
  const tailFrom = sequence.size - sequence.tail.length;
  if (index >= tailFrom) return sequence.tail[index - tailFrom];
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
  const { size, chunks, full, tail } = sequence;
  const inTail = tailOffset(sequence, index, size - 1);
  if (inTail >= 0) return { size, chunks, full, tail: tail.with(inTail, item) };
  const place = mustLocate(sequence, index);
  const chunk = (chunks[place.chunk] as readonly T[]).with(place.offset, item);
  return { size, chunks: chunks.with(place.chunk, chunk), full, tail };
}

/** Puts an item before the one that now stands at `index`; `index` may equal the size. */
export function insert<T>(sequence: Sequence<T>, index: number, item: T): Sequence<T> {
  const { size, chunks, full, tail } = sequence;
  const inTail = tailOffset(sequence, index, size);
  if (inTail >= 0) return insertInTail(sequence, inTail, item);
  const place = mustLocate(sequence, index);
  const grown = (chunks[place.chunk] as readonly T[]).toSpliced(place.offset, 0, item);
  const pieces = grown.length <= chunkSizeMax ? [grown] : halvesOf(grown);
  return {
    size: size + 1,
    chunks: chunks.toSpliced(place.chunk, 1, ...pieces),
    full: Math.min(full, place.chunk),
    tail,
  };
}

export function removeAt<T>(sequence: Sequence<T>, index: number): Sequence<T> {
  const { size, chunks, full, tail } = sequence;
  const inTail = tailOffset(sequence, index, size - 1);
  if (inTail >= 0) return { size: size - 1, chunks, full, tail: tail.toSpliced(inTail, 1) };
  const place = mustLocate(sequence, index);
  const chunk = (chunks[place.chunk] as readonly T[]).toSpliced(place.offset, 1);
  return {
    size: size - 1,
    chunks: chunk.length === 0 ? chunks.toSpliced(place.chunk, 1) : chunks.with(place.chunk, chunk),
    full: Math.min(full, place.chunk),
    tail,
  };
}

/** Index of the first item that satisfies the test, or -1. Cost grows with the index found. */
export function findIndex<T>(sequence: Sequence<T>, test: (item: T) => boolean): number {
  let before = 0;
  for (const chunk of sequence.chunks) {
    const found = chunk.findIndex(test);
    if (found >= 0) return before + found;
    before += chunk.length;
  }
  const found = sequence.tail.findIndex(test);
  return found < 0 ? -1 : before + found;
}

export function* items<T>(sequence: Sequence<T>): Generator<T> {
  for (const chunk of sequence.chunks) yield* chunk;
  yield* sequence.tail;
}

function insertInTail<T>(sequence: Sequence<T>, offset: number, item: T): Sequence<T> {
  const { size, chunks, full, tail } = sequence;
  if (tail.length < chunkSizeMax) {
    const grown = offset === tail.length ? [...tail, item] : tail.toSpliced(offset, 0, item);
    return { size: size + 1, chunks, full, tail: grown };
  }
  // A full tail joins the spine: as it is where the item goes behind it, else its first half.
  const isLast = offset === tail.length;
  const [left, right] = isLast ? [tail, [item]] : halvesOf(tail.toSpliced(offset, 0, item));
  const fills = isLast && full === chunks.length;
  return { size: size + 1, chunks: [...chunks, left], full: fills ? full + 1 : full, tail: right };
}

function halvesOf<T>(chunk: readonly T[]): [readonly T[], readonly T[]] {
  return [chunk.slice(0, chunkSizeMax / 2), chunk.slice(chunkSizeMax / 2)];
}

/** The place of an index in the tail, or -1 where it is another chunk's or outside. */
function tailOffset<T>({ size, tail }: Sequence<T>, index: number, last: number): number {
  const offset = index - (size - tail.length);
  return Number.isInteger(index) && index <= last && offset >= 0 ? offset : -1;
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

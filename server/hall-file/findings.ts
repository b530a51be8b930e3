import type { Text } from '#core/vocabulary.ts';

/** A mistake in a hall file, in words, with its place (both counted from 1). */
export interface HallFileProblem {
  readonly line: number;
  readonly column: number;
  /** Such as `services[1].prefix`; empty for the file as a whole. */
  readonly path: string;
  readonly message: Text;
}

export interface Finding {
  readonly offset: number;
  readonly path: string;
  readonly message: Text;
  /** Holds even where the text after it cannot be read: see syntax mistakes in read-hall-file. */
  readonly local: boolean;
}

/** Where a key and its value begin, as offsets in the text; an item of a list has no key. */
export interface Place {
  readonly key: number | null;
  readonly value: number;
}

export type Places = ReadonlyMap<string, Place>;

/** Where something about the whole value is said: at its key, or else where it begins. */
export function startOf(place: Place | undefined): number {
  return place?.key ?? place?.value ?? 0;
}

export function keyPath(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

export function itemPath(path: string, index: number): string {
  return `${path}[${index}]`;
}

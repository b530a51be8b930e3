import type { Text } from '#core/vocabulary.ts';

/** The hall's list of customers as counts: who is on it is told to nobody. */
export interface CustomerCountsView {
  /** Number of the list; it changes when another list takes its place. */
  readonly list: number;
  readonly count: number;
  readonly byClass: readonly { readonly class: string; readonly count: number }[];
}

export const importStates = ['receiving', 'reading', 'ready', 'failed', 'keeping', 'kept'] as const;
export type ImportState = (typeof importStates)[number];

export const keepModes = ['replace', 'add'] as const;
export type KeepMode = (typeof keepModes)[number];

/** The columns of a customers file; `file` is about the file as a whole. */
export type ImportField = 'file' | 'key' | 'class' | 'note';

/** A file on its way into the list: nothing of it counts until somebody keeps it. */
export interface CustomerImportView {
  readonly import: string;
  readonly state: ImportState;
  readonly encoding: 'utf-8' | 'gb18030' | 'utf-16le' | null;
  /** How far reading or keeping is, 0 to 1. */
  readonly progress: number;
  readonly good: number;
  readonly bad: number;
  /** Good rows whose note was longer than the hall keeps. */
  readonly cutNotes: number;
  /** Good rows of customers who stand on the present list already. */
  readonly known: number;
  readonly byClass: readonly { readonly class: string; readonly count: number }[];
  /** Bad rows by reason, the most frequent first. */
  readonly reasons: readonly {
    readonly field: ImportField;
    readonly message: Text;
    readonly count: number;
  }[];
  /** The first bad rows; all of them are to be had as a file. */
  readonly faults: readonly {
    readonly line: number;
    readonly field: ImportField;
    readonly message: Text;
  }[];
  /** The first good rows, the number masked. */
  readonly sample: readonly {
    readonly line: number;
    readonly masked: string;
    readonly class: string;
    readonly note: string;
  }[];
  readonly expiresAt: string;
  /** What was done with it, once it is kept. */
  readonly keptAs: KeepMode | null;
  /** Storage did not take it the last time; the list is what it was. */
  readonly hasStumbled: boolean;
}

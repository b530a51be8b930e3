import { createCsvReader, type CsvRow } from '#server/hall-file/csv.ts';
import {
  createRowJudge,
  faultFields,
  isFault,
  rowFaultWords,
  type CustomerRow,
  type RowFault,
} from '#server/hall-file/customer-rows.ts';
import { createEncodingProbe, type TextEncodingName } from '#server/hall-file/decode-text.ts';
import { limits } from '#server/limits.ts';
import type { CustomerImportView, ImportState, KeepMode } from '#protocol/customer-imports.ts';
import { maskedKey } from '#server/vault/customers.ts';

export interface NamedClass {
  readonly id: string;
  readonly name: { readonly zh: string; readonly en: string };
}

const sampleCount = 5;
const faultsShown = 50;
const reasonsShown = 20;
/** Pieces of a file are judged in bits of this size, between which others have their turn. */
const bitBytes = 16_384;

/** A file that was uploaded: its bytes until they are read, then what came of each row. */
export function createDraft(id: string, list: number, classes: readonly NamedClass[]) {
  const probe = createEncodingProbe();
  let pieces: Uint8Array[] = [];
  let bytes = 0;
  let readBytes = 0;
  let encoding: TextEncodingName | null = null;
  let progress = 0;
  let state: ImportState = 'receiving';
  let keptAs: KeepMode | null = null;
  let hasStumbled = false;
  let good = 0;
  let cutNotes = 0;
  let known = 0;
  const byClass = new Map<string, number>();
  const reasons = new Map<string, { readonly fault: RowFault; count: number }>();
  const faults: RowFault[] = [];
  const sample: CustomerRow[] = [];

  function foundBad(fault: RowFault): void {
    faults.push(fault);
    // Unknown classes one by one, as long as they are few; the others by their kind.
    const isNamed = fault.code === 'unknown-class' && reasons.size < reasonsShown;
    const key = isNamed ? `${fault.code} ${fault.about}` : fault.code;
    const reason = reasons.get(key);
    if (reason !== undefined) reason.count += 1;
    else {
      const about = isNamed || fault.code === 'too-many' ? fault.about : '…';
      reasons.set(key, { fault: { ...fault, about }, count: 1 });
    }
  }

  function foundGood(row: CustomerRow, isKnown: boolean): void {
    good += 1;
    if (row.isCut) cutNotes += 1;
    if (isKnown) known += 1;
    byClass.set(row.class, (byClass.get(row.class) ?? 0) + 1);
    if (sample.length < sampleCount) sample.push(row);
  }

  return {
    id,
    list,
    classes,
    faults,
    get state() {
      return state;
    },
    /** True while the file is within its bound. */
    take(piece: Uint8Array): boolean {
      bytes += piece.length;
      if (bytes > limits.customerFileBytesMax) return false;
      probe.push(piece);
      pieces.push(piece);
      return true;
    },
    /**
     * Judges the whole file, in bits; `keep` gets the good rows of each and answers which of them
     * are on the present list. The bytes are let go as they are read.
     */
    *read(keep: (rows: readonly CustomerRow[]) => readonly boolean[]): Generator<void> {
      state = 'reading';
      encoding = probe.end();
      if (encoding === null) {
        foundBad({ line: 1, code: 'unreadable', about: '' });
        state = 'failed';
        pieces = [];
        return;
      }
      const judge = createRowJudge(classes, limits.customerImportMax);
      const seen = { head: false, end: false };
      let rows: CustomerRow[] = [];
      const csv = createCsvReader((row: CsvRow) => {
        if (seen.end) return;
        const read = judge(row);
        if (read === null) seen.head = true;
        else if (isFault(read)) {
          const isLast = read.code === 'no-head' || read.code === 'too-many';
          foundBad(read.code === 'no-head' ? { ...read, line: 1 } : read);
          seen.end = isLast;
          if (!seen.end && faults.length >= limits.customerFaultsMax) {
            const about = String(limits.customerFaultsMax);
            foundBad({ line: row.line, code: 'too-many', about });
            seen.end = true;
          }
        } else rows.push(read);
      });
      const settle = (): void => {
        const ofBit = rows;
        rows = [];
        if (ofBit.length === 0) return;
        const isKnown = keep(ofBit);
        for (const [index, row] of ofBit.entries()) foundGood(row, isKnown[index] ?? false);
      };
      const decoder = new TextDecoder(encoding);
      for (const [index, piece] of pieces.entries()) {
        for (let from = 0; from < piece.length && !seen.end; from += bitBytes) {
          csv.push(decoder.decode(piece.subarray(from, from + bitBytes), { stream: true }));
          settle();
          progress = (readBytes + from) / Math.max(1, bytes);
          yield;
        }
        readBytes += piece.length;
        pieces[index] = new Uint8Array();
      }
      csv.push(decoder.decode());
      csv.end();
      settle();
      pieces = [];
      if (!seen.head && !seen.end) foundBad({ line: 1, code: 'no-head', about: '' });
      progress = 1;
      state = seen.head ? 'ready' : 'failed';
    },
    began(mode: KeepMode): void {
      state = 'keeping';
      keptAs = mode;
      progress = 0;
      hasStumbled = false;
    },
    moved(share: number): void {
      progress = share;
    },
    kept(): void {
      state = 'kept';
      progress = 1;
    },
    stumbled(): void {
      state = 'ready';
      keptAs = null;
      hasStumbled = true;
    },
    view(expiresAtMs: number): CustomerImportView {
      return {
        import: id,
        state,
        encoding,
        progress,
        good,
        bad: faults.length,
        cutNotes,
        known,
        byClass: [...byClass].map(([each, count]) => ({ class: each, count })),
        reasons: [...reasons.values()]
          .toSorted((a, b) => b.count - a.count)
          .map(({ fault, count }) => ({
            field: faultFields[fault.code],
            message: rowFaultWords(fault),
            count,
          })),
        faults: faults.slice(0, faultsShown).map((fault) => ({
          line: fault.line,
          field: faultFields[fault.code],
          message: rowFaultWords(fault),
        })),
        sample: sample.map(({ line, key, class: ofClass, note }) => ({
          line,
          masked: maskedKey(key),
          class: ofClass,
          note,
        })),
        expiresAt: new Date(expiresAtMs).toISOString(),
        keptAs,
        hasStumbled,
      };
    },
  };
}

export type Draft = ReturnType<typeof createDraft>;

import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { Language } from '#core/vocabulary.ts';
import type {
  CustomerCountsView,
  CustomerImportView,
  KeepMode,
} from '#protocol/customer-imports.ts';
import { faultFields, rowFaultWords } from '#server/hall-file/customer-rows.ts';
import { limits } from '#server/limits.ts';
import { listSlices, type CustomerLists } from '#server/vault/customers.ts';
import { createDraft, type Draft, type NamedClass } from './draft.ts';
import { faultHead, fieldWords } from './words.ts';

export type KeepAnswer = 'begun' | 'gone' | 'not-ready' | 'changed' | 'class-gone';

/** What can be asked about the hall's list and the files on their way into it. */
export interface CustomerWork {
  counts(): Promise<CustomerCountsView>;
  /** Null when too many files are on their way already. */
  begin(classes: readonly NamedClass[]): Promise<string | null>;
  /** False when the file is longer than it may be; then it is forgotten. */
  take(draft: string, piece: Uint8Array): Promise<boolean>;
  /** The file is whole: it is read from now on. */
  finish(draft: string): Promise<CustomerImportView | null>;
  look(draft: string): Promise<CustomerImportView | null>;
  looks(): Promise<readonly CustomerImportView[]>;
  /** A page of the bad rows as CSV; `next` is null at the end. */
  faults(draft: string, from: number, language: Language): Promise<FaultPage | null>;
  /** @param list the one that the manager was shown; `classes`: those that the hall has now */
  keep(
    draft: string,
    mode: KeepMode,
    list: number,
    classes: readonly string[],
  ): Promise<KeepAnswer>;
  /** How it ended, once it has: null for one that is not being kept. */
  outcome(draft: string): Promise<{ readonly mode: KeepMode; readonly count: number } | null>;
  discard(draft: string): Promise<boolean>;
  /** Removes a customer from every list and from what the vault keeps of its last writes. */
  erase(key: string): Promise<boolean>;
  close(): Promise<void>;
}

export interface FaultPage {
  readonly text: string;
  readonly next: number | null;
}

const faultPageLines = 2_000;

/**
 * The work itself, in short pieces between which other work has its turn: it may stand in a thread
 * of its own or, where the vault is no file, in the hub's.
 * @param tidy empties what the vault keeps beside its file of its last writes
 */
export function createCustomerWork(
  lists: CustomerLists,
  { realNow, tidy }: { readonly realNow: () => number; readonly tidy: () => void },
): CustomerWork {
  const drafts = new Map<string, { readonly draft: Draft; readonly sinceMs: number }>();
  let isKeeping = false;
  let keeping: Promise<void> = Promise.resolve();
  let isClosed = false;

  const expiresAtMs = (sinceMs: number): number => sinceMs + limits.customerDraftMs;

  function found(id: string): Draft | null {
    sweep();
    return drafts.get(id)?.draft ?? null;
  }

  function viewOf(id: string): CustomerImportView | null {
    sweep();
    const known = drafts.get(id);
    return known?.draft.view(expiresAtMs(known.sinceMs)) ?? null;
  }

  function sweep(): void {
    for (const [id, { draft, sinceMs }] of drafts) {
      const isBusy = draft.state === 'keeping';
      if (!isBusy && realNow() >= expiresAtMs(sinceMs)) forget(id);
    }
  }

  function forget(id: string): void {
    const known = drafts.get(id);
    if (known === undefined) return;
    drafts.delete(id);
    if (known.draft.state !== 'kept') void drop(known.draft.list);
  }

  async function drop(list: number): Promise<void> {
    for (let slice = 0; slice < listSlices && !isClosed; slice += 1) {
      lists.drop(list, slice);
      await setImmediate();
    }
  }

  async function read(draft: Draft): Promise<void> {
    const bits = draft.read((rows) => {
      const known: boolean[] = [];
      lists.together(() => {
        for (const { key, class: ofClass, note } of rows) {
          known.push(lists.put(draft.list, { key, class: ofClass, note }));
        }
      });
      return known;
    });
    for (;;) {
      // Somebody may have thrown it away meanwhile.
      if (isClosed || !drafts.has(draft.id)) {
        await drop(draft.list);
        return;
      }
      if (bits.next().done === true) return;
      await setImmediate();
    }
  }

  async function keep(draft: Draft, mode: KeepMode): Promise<void> {
    let before: number;
    try {
      for (let slice = 0; slice < listSlices; slice += 1) {
        if (isClosed) return;
        lists.together(() => {
          if (mode === 'add') lists.fill(draft.list, slice);
          lists.align(draft.list, slice);
        });
        draft.moved(slice / listSlices);
        await setImmediate();
      }
      before = lists.choose(draft.list);
      draft.kept();
    } catch {
      // The vault is locked or full: the list is what it was, and the manager may try again.
      draft.stumbled();
      return;
    } finally {
      isKeeping = false;
    }
    // What is not dropped now is dropped at the next start.
    await drop(before).catch(() => undefined);
  }

  return {
    counts: async () => lists.counts(),
    async begin(classes) {
      sweep();
      for (const [id, { draft }] of drafts) if (draft.state === 'kept') forget(id);
      if (drafts.size >= limits.customerDraftsMax) return null;
      const id = randomUUID();
      drafts.set(id, { draft: createDraft(id, lists.begin(), classes), sinceMs: realNow() });
      return id;
    },
    async take(id, piece) {
      const draft = found(id);
      if (draft === null) return false;
      if (draft.take(piece)) return true;
      forget(id);
      return false;
    },
    async finish(id) {
      const draft = found(id);
      if (draft?.state !== 'receiving') return viewOf(id);
      void read(draft).catch(() => {
        forget(id);
      });
      return viewOf(id);
    },
    look: async (id) => viewOf(id),
    async looks() {
      sweep();
      return [...drafts.keys()].flatMap((id) => viewOf(id) ?? []);
    },
    async faults(id, from, language) {
      const draft = found(id);
      if (draft === null) return null;
      const page = draft.faults.slice(from, from + faultPageLines);
      const lines = page.map((fault) =>
        [
          String(fault.line),
          fieldWords[faultFields[fault.code]][language],
          quoted(rowFaultWords(fault)[language]),
        ].join(','),
      );
      const head = from === 0 ? [`\uFEFF${faultHead[language]}`] : [];
      const next = from + page.length < draft.faults.length ? from + page.length : null;
      return { text: [...head, ...lines].map((line) => `${line}\r\n`).join(''), next };
    },
    async keep(id, mode, list, classes) {
      const draft = found(id);
      if (draft === null) return 'gone';
      if (draft.state !== 'ready' || isKeeping) return 'not-ready';
      if (lists.current() !== list) return 'changed';
      const { byClass } = draft.view(0);
      if (byClass.some((each) => !classes.includes(each.class))) return 'class-gone';
      isKeeping = true;
      draft.began(mode);
      keeping = keep(draft, mode);
      return 'begun';
    },
    async outcome(id) {
      await keeping;
      const view = viewOf(id);
      return view?.keptAs == null ? null : { mode: view.keptAs, count: view.good };
    },
    async discard(id) {
      const draft = found(id);
      if (draft === null || draft.state === 'keeping') return false;
      forget(id);
      return true;
    },
    async erase(key) {
      const isErased = lists.eraseKey(key);
      tidy();
      return isErased;
    },
    close() {
      isClosed = true;
      return Promise.resolve();
    },
  };
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

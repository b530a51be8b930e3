import type { Language } from '#core/vocabulary.ts';
import type { LeaseView } from '#protocol/lease.ts';
import type { KioskView } from '#protocol/views.ts';

/**
 * Numbers that this kiosk may give while the hub is away: its lease, where it has come in it, and
 * what it gave that the hub does not know yet. Written to the device before anybody sees a number,
 * so that a reload, or a power cut, gives none twice.
 */

export interface OfflineTicket {
  readonly lease: string;
  readonly day: string;
  readonly proof: string;
  readonly prefix: string;
  readonly no: number;
  readonly number: string;
  readonly service: string;
  readonly class: string;
  readonly language: Language;
  /** In the hall's time. */
  readonly givenAtMs: number;
}

export interface OfflineBook {
  readonly lease: LeaseView | null;
  /** The next number of each prefix of the lease. */
  readonly next: Readonly<Record<string, number>>;
  /** In the order in which they were given. */
  readonly kept: readonly OfflineTicket[];
  /** The hall's time less the device's, and since when (device's time) the hub is away. */
  readonly aheadMs: number;
  readonly awaySinceMs: number | null;
}

const emptyBook: OfflineBook = {
  lease: null,
  next: {},
  kept: [],
  aheadMs: 0,
  awaySinceMs: null,
};

export interface OfflineDeps {
  readonly recollect: () => unknown;
  /** Answers whether it stands on the device: a number that cannot be kept is not given. */
  readonly keep: (book: OfflineBook) => boolean;
  readonly hallNowMs: () => number;
}

export interface Wish {
  readonly service: string;
  readonly class: string;
  readonly language: Language;
}

export function createOfflineNumbers(deps: OfflineDeps) {
  let book = bookOf(deps.recollect());

  function write(change: Partial<OfflineBook>): boolean {
    const next = { ...book, ...change };
    if (!deps.keep(next)) return false;
    book = next;
    return true;
  }

  function prefixOf(lease: LeaseView, { service, class: id }: Omit<Wish, 'language'>) {
    const each = lease.classes.find((one) => one.id === id);
    const ofService = lease.services.find((one) => one.id === service)?.prefix ?? null;
    return each === undefined || ofService === null ? null : (each.prefix ?? ofService);
  }

  function nextOf(lease: LeaseView, prefix: string): number | null {
    const block = lease.blocks.find((one) => one.prefix === prefix);
    const no = book.next[prefix] ?? block?.next ?? 0;
    return block === undefined || no > block.to ? null : no;
  }

  function running(): LeaseView | null {
    const { lease } = book;
    const nowMs = deps.hallNowMs();
    if (lease === null || nowMs < Date.parse(lease.from)) return null;
    return nowMs < Date.parse(lease.until) ? lease : null;
  }

  return {
    book: (): OfflineBook => book,

    /** The hub has leased numbers; of the same lease nothing is given anew. */
    leased(lease: LeaseView): void {
      const isSame = book.lease?.lease === lease.lease;
      const next = Object.fromEntries(
        lease.blocks.map((block) => [
          block.prefix,
          Math.max(block.next, (isSame ? book.next[block.prefix] : null) ?? block.from),
        ]),
      );
      write({ lease, next });
    },

    /** Whether any service still has a number. */
    canGive(): boolean {
      const lease = running();
      return lease !== null && lease.blocks.some(({ prefix }) => nextOf(lease, prefix) !== null);
    },

    /** Null: not this service, not this class, not now, or none left. */
    give(wish: Wish): OfflineTicket | null {
      const lease = running();
      const prefix = lease === null ? null : prefixOf(lease, wish);
      const no = lease === null || prefix === null ? null : nextOf(lease, prefix);
      if (lease === null || prefix === null || no === null) return null;
      const ticket: OfflineTicket = {
        lease: lease.lease,
        day: lease.day,
        proof: lease.proof,
        prefix,
        no,
        number: prefix + String(no).padStart(3, '0'),
        ...wish,
        givenAtMs: Math.round(deps.hallNowMs()),
      };
      const isKept = write({
        next: { ...book.next, [prefix]: no + 1 },
        kept: [...book.kept, ticket],
      });
      return isKept ? ticket : null;
    },

    /** The hub has answered for it. */
    handedIn({ lease, number }: OfflineTicket): void {
      write({ kept: book.kept.filter((one) => one.lease !== lease || one.number !== number) });
    },

    /** The kiosk's view as it can be shown without the hub: what may be taken, and no waits. */
    viewOf(view: KioskView): KioskView {
      const lease = running();
      if (lease === null) return view;
      const classes = view.classes.filter((one) => lease.classes.some(({ id }) => id === one.id));
      return {
        ...view,
        classes,
        services: view.services.map((service) => {
          const wasOpen = service.available || service.reason?.rule === 'outside-hours';
          const prefix = lease.services.find(({ id }) => id === service.id)?.prefix ?? null;
          const available = wasOpen && prefix !== null && nextOf(lease, prefix) !== null;
          return {
            ...service,
            waiting: 0,
            estimate: null,
            available,
            reason: wasOpen ? null : service.reason,
          };
        }),
      };
    },

    /** The hub was heard: how far the device's clock is from the hall's. */
    heard(deviceNowMs: number): void {
      const aheadMs = Math.round(deps.hallNowMs() - deviceNowMs);
      const isFar = Math.abs(aheadMs - book.aheadMs) > clockStepMs;
      if (isFar || book.awaySinceMs !== null) write({ aheadMs, awaySinceMs: null });
    },

    /** Answers since when, in the device's time: also what was so before a reload. */
    away(sinceMs: number): number {
      if (book.awaySinceMs === null) write({ awaySinceMs: sinceMs });
      return Math.min(book.awaySinceMs ?? sinceMs, sinceMs);
    },
  };
}

/** Smaller steps of a clock are not worth writing. */
const clockStepMs = 1_000;

function bookOf(value: unknown): OfflineBook {
  const isBook = typeof value === 'object' && value !== null && 'kept' in value && 'next' in value;
  return isBook ? { ...emptyBook, ...(value as OfflineBook) } : emptyBook;
}

export type OfflineNumbers = ReturnType<typeof createOfflineNumbers>;

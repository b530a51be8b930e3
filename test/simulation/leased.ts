import type { HallEvent } from '#core/events.ts';

type LeaseEvent = Extract<
  HallEvent,
  { readonly type: 'NumbersLeased' | 'HandInRefused' | 'TicketIssued' }
>;

interface KnownLease {
  readonly day: string;
  readonly device: string;
  readonly blocks: readonly {
    readonly prefix: string;
    readonly from: number;
    readonly to: number;
  }[];
  readonly fromMs: number;
  readonly untilMs: number;
}

/** A number as it stands on a kiosk's device. */
export interface GivenOffline {
  readonly lease: string;
  readonly prefix: string;
  readonly no: number;
  readonly number: string;
}

/** Leased numbers begin here: docs/decisions/2026-11-22-numbers-while-the-hub-is-away.md. */
const leasedFrom = 801;
/** A kiosk goes by the hub's clock as it heard it last; faults set that wrong by three minutes. */
const clockErrorMaxMs = 190_000;

/**
 * What may become of numbers that kiosks give without the hub: only from a block that the journal
 * holds for that kiosk, none twice, in its time, and handed in once each, in the order given.
 */
export function createLeasedNumbers() {
  const leases = new Map<string, KnownLease>();
  /** Given and not handed in, by device, in order. */
  const outstanding = new Map<string, GivenOffline[]>();
  /** Everything given, with what became of it. */
  const given = new Map<string, string>();

  function fail(what: string): never {
    throw new Error(what);
  }

  const nameOf = ({ lease, number }: { readonly lease: string; readonly number: string }): string =>
    `${number} of lease ${lease}`;

  function lend(data: Extract<LeaseEvent, { type: 'NumbersLeased' }>['data'], day: string): void {
    for (const { prefix, from, to } of data.blocks) {
      if (from < leasedFrom || to < from) fail(`a block from ${from} to ${to} was leased`);
      const other = blockOf(day, prefix, from, to);
      if (other !== null) fail(`${prefix}${from} to ${prefix}${to} are another kiosk's`);
    }
    leases.set(data.lease, { ...data, day });
  }

  function blockOf(day: string, prefix: string, from: number, to: number) {
    for (const lease of leases.values()) {
      if (lease.day !== day) continue;
      for (const block of lease.blocks) {
        if (block.prefix === prefix && block.from <= to && from <= block.to) return block;
      }
    }
    return null;
  }

  function handIn(device: string, lease: string, number: string, became: string): void {
    const [first] = outstanding.get(device) ?? [];
    if (first?.lease !== lease || first.number !== number) {
      fail(`${device} handed in ${number}, next is ${first?.number ?? 'none'}`);
    }
    outstanding.get(device)?.shift();
    given.set(nameOf(first), became);
  }

  return {
    /** @param isClosed the hall is done with its day */
    take(event: LeaseEvent, isClosed: boolean): void {
      if (event.type === 'NumbersLeased') lend(event.data, event.day);
      else if (event.type === 'HandInRefused') {
        const { lease, number, givenAtMs, why } = event.data;
        const isLate = givenAtMs >= (leases.get(lease)?.untilMs ?? 0);
        if (!isClosed && !isLate) fail(`${number} was refused (${why}) while the hall served`);
        handIn(event.data.device, event.data.lease, event.data.number, event.data.why);
      } else if (event.data.offline !== undefined) {
        const { lease, givenAtMs } = event.data.offline;
        const known = leases.get(lease) ?? fail(`lease ${lease} is not in the journal`);
        if (givenAtMs < known.fromMs || givenAtMs > Math.min(known.untilMs, event.atMs)) {
          fail(`${event.data.number} stands in line as of a time outside its lease`);
        }
        handIn(known.device, lease, event.data.number, 'queued');
      }
    },

    /** The ordinary row passes over what is leased. */
    next(day: string, prefix: string, last: number): number {
      const block = blockOf(day, prefix, last + 1, last + 1);
      return block === null ? last + 1 : block.to + 1;
    },

    /** A number stands on a device, and may be shown from now on. */
    gave(device: string, ticket: GivenOffline, trueMs: number): void {
      const { lease, prefix, no } = ticket;
      const known = leases.get(lease) ?? fail(`${nameOf(ticket)} was given, and no journal has it`);
      if (known.device !== device) fail(`${nameOf(ticket)} was given by ${device}`);
      const isOwn = known.blocks.some(
        (block) => block.prefix === prefix && block.from <= no && no <= block.to,
      );
      if (!isOwn) fail(`${nameOf(ticket)} is in no block of it`);
      if (trueMs > known.untilMs + clockErrorMaxMs || trueMs < known.fromMs - clockErrorMaxMs) {
        fail(`${nameOf(ticket)} was given, and the lease has run out`);
      }
      if (given.has(nameOf(ticket))) fail(`${nameOf(ticket)} was given twice`);
      given.set(nameOf(ticket), 'kept');
      outstanding.set(device, [...(outstanding.get(device) ?? []), ticket]);
    },

    notHandedIn: (): readonly string[] =>
      [...outstanding.values()].flat().map(({ number }) => number),
    get counts() {
      const all = [...given.values()];
      return {
        given: all.length,
        queued: all.filter((each) => each === 'queued').length,
      };
    },
  };
}

export type LeasedNumbers = ReturnType<typeof createLeasedNumbers>;

import type { CommandArgs, CommandContext } from '../commands.ts';
import { aheadOfNew } from '../disciplines/pick.ts';
import type { EventOf, LeaseBlock } from '../events.ts';
import type { HallConfig } from '../hall-config.ts';
import {
  classOf,
  configOf,
  defaultClass,
  leaseOf,
  nextOfBlock,
  offers,
  serviceOf,
  ticketId,
  ticketNumber,
} from '../lookup.ts';
import type { HallDay, Lease } from '../state.ts';
import { accepted, type Decision, type Failure, refusedBy } from '../verdict.ts';
import type { HandInTrouble, InstantMs } from '../vocabulary.ts';

/**
 * `leased-number`: a kiosk holds a block of numbers of its own for the time in which the hub is
 * away. What it gives then, it hands in afterwards; here it is decided what became of each.
 */

/** Leased numbers begin here where the ordinary ones are not there yet: a hall sees which is which. */
export const leasedFrom = 801;

/** Numbers a prefix in one lease: an hour and more of a busy kiosk. */
export const leaseBlockSize = 20;

/** A lease with fewer left of any prefix is followed by a new one. */
const leaseLeftMin = leaseBlockSize / 2;

/** Numbers of lapsed leases that a day keeps account of. */
const refusedHandInsMax = 200;

/** The next ordinary number of a prefix: what is leased is passed over. */
export function nextNumber(state: HallDay, prefix: string): number {
  let no = (state.lastNumberByPrefix[prefix] ?? 0) + 1;
  for (;;) {
    const block = leasedBlock(state, prefix, no);
    if (block === null) return no;
    no = block.to + 1;
  }
}

/** An approved kiosk asks for numbers of its own; the ones it has are enough, or it gets more. */
export function leaseNumbers(state: HallDay, context: CommandContext): Decision {
  const { actor, atMs } = context;
  const { hours } = state;
  const device = actor.kind === 'device' ? actor.device : null;
  if (device === null || hours === null || state.ended || atMs >= hours.closesAtMs) {
    return refusedBy(outsideHours);
  }
  const prefixes = leasedPrefixes(configOf(state));
  const untilMs = hours.closesAtMs;
  if (isEnough(leaseOf(state, device), prefixes, untilMs)) return accepted();
  return accepted({
    type: 'NumbersLeased',
    data: {
      lease: context.freshId,
      device,
      blocks: prefixes.map((prefix) => freshBlock(state, prefix)),
      fromMs: hours.opensAtMs,
      untilMs,
    },
  });
}

/** A number that was given while the hub was away is handed in: queued, or said why not. */
export function handInTicket(
  state: HallDay,
  args: CommandArgs['hand-in-ticket'],
  context: CommandContext,
): Decision {
  const { actor, atMs } = context;
  const device = actor.kind === 'device' ? actor.device : '';
  const number = ticketNumber(args.prefix, args.no);
  const lease = Object.hasOwn(state.leases, args.lease) ? state.leases[args.lease] : undefined;
  if (args.genuine !== true || !isOwn(lease, device, args)) {
    return refusedBy(notGenuine(number));
  }
  if (isHandedIn(state, args.lease, number)) return accepted();
  const givenAtMs = placeInTime(lease, args.givenAtMs, atMs);
  const trouble = troubleOf(state, lease, args);
  if (trouble === 'too-early') return refusedBy(outsideHours);
  if (trouble !== null) {
    // An old lease is not told of without end.
    if (state.refusedHandIns.length >= refusedHandInsMax) {
      return refusedBy(notGenuine(number));
    }
    return accepted({
      type: 'HandInRefused',
      data: {
        lease: args.lease,
        device,
        number,
        service: args.service,
        givenAtMs,
        why: trouble,
      },
    });
  }
  return accepted(issued(state, { args, context, givenAtMs }));
}

function issued(
  state: HallDay,
  given: {
    readonly args: CommandArgs['hand-in-ticket'];
    readonly context: CommandContext;
    readonly givenAtMs: InstantMs;
  },
): EventOf<'TicketIssued'> {
  const { args, context, givenAtMs } = given;
  const config = configOf(state);
  const className = args.class ?? defaultClass(config).id;
  return {
    type: 'TicketIssued',
    data: {
      ticket: ticketId(state.tickets.size, context.freshId),
      number: ticketNumber(args.prefix, args.no),
      prefix: args.prefix,
      service: args.service,
      class: className,
      language: args.language ?? config.hall.languages[0] ?? 'zh',
      source: 'kiosk',
      customer: null,
      need: null,
      // The kiosk could not know one, and told none.
      estimate: null,
      ahead: aheadOfNew(state, args.service, className, givenAtMs),
      offline: { lease: args.lease, givenAtMs },
    },
  };
}

/**
 * When it joins its queue: when it was given, by the kiosk's word. Bounded, so that a wrong or
 * dishonest clock gains nothing: not before what the same kiosk gave last, with the hub or without,
 * not after the lease, not in the future.
 */
function placeInTime(lease: Lease | undefined, givenAtMs: InstantMs, atMs: InstantMs): InstantMs {
  if (lease === undefined) return Math.min(givenAtMs, atMs);
  return Math.min(atMs, lease.untilMs, Math.max(givenAtMs, lease.fromMs, lease.notBeforeMs));
}

function troubleOf(
  state: HallDay,
  lease: Lease | undefined,
  args: CommandArgs['hand-in-ticket'],
): HandInTrouble | 'too-early' | null {
  if (lease === undefined || state.ended) return 'day-over';
  if (args.givenAtMs > lease.untilMs) return 'after-intake';
  // `serve-everyone-queued`: given before intake closed counts, whatever the hall does by now.
  if (state.hallState === 'closed') return 'too-early';
  const config = configOf(state);
  const isServed = config.counters.some((counter) => offers(counter, args.service));
  if (serviceOf(config, args.service) === undefined || !isServed) return 'service-gone';
  if (args.class === undefined) return null;
  const each = classOf(config, args.class);
  return each === undefined || each.needsCustomer ? 'class-gone' : null;
}

/** Of an earlier day nothing is known any more but that the hub signed it. */
function isOwn(
  lease: Lease | undefined,
  device: string,
  { prefix, no }: CommandArgs['hand-in-ticket'],
): boolean {
  if (lease === undefined) return true;
  return (
    lease.device === device &&
    lease.blocks.some((block) => block.prefix === prefix && block.from <= no && no <= block.to)
  );
}

function isHandedIn(state: HallDay, lease: string, number: string): boolean {
  const known = state.leases[lease];
  if (known !== undefined && Object.hasOwn(known.handedIn, number)) return true;
  return state.refusedHandIns.some((one) => one.lease === lease && one.number === number);
}

function isEnough(
  lease: Lease | null,
  prefixes: readonly string[],
  untilMs: InstantMs,
): lease is Lease {
  if (lease === null || lease.untilMs !== untilMs) return false;
  return prefixes.every((prefix) => {
    const block = lease.blocks.find((one) => one.prefix === prefix);
    return block !== undefined && block.to + 1 - nextOfBlock(lease, block) >= leaseLeftMin;
  });
}

/** Of every service, and of the classes that nobody has to be known for. */
function leasedPrefixes({ services, classes }: HallConfig): readonly string[] {
  const ofClasses = classes.filter((each) => !each.needsCustomer).map((each) => each.prefix);
  return [...new Set([...services.map((each) => each.prefix), ...ofClasses])].filter(
    (prefix) => prefix !== null,
  );
}

function freshBlock(state: HallDay, prefix: string): LeaseBlock {
  const lastLeased = Object.values(state.leases)
    .flatMap((lease) => lease.blocks)
    .filter((block) => block.prefix === prefix)
    .reduce((last, block) => Math.max(last, block.to), 0);
  const lastGiven = state.lastNumberByPrefix[prefix] ?? 0;
  const from = Math.max(leasedFrom, lastLeased + 1, lastGiven + 1);
  return { prefix, from, to: from + leaseBlockSize - 1 };
}

function leasedBlock(state: HallDay, prefix: string, no: number): LeaseBlock | null {
  for (const lease of Object.values(state.leases)) {
    for (const block of lease.blocks) {
      if (block.prefix === prefix && block.from <= no && no <= block.to) return block;
    }
  }
  return null;
}

const outsideHours: Failure = {
  rule: 'outside-hours',
  by: { state: 'closed' },
  overridable: false,
};

function notGenuine(number: string): Failure {
  return { rule: 'leased-number', by: { number, state: 'not-genuine' }, overridable: false };
}

import type {
  ClassConfig,
  CounterConfig,
  HallConfig,
  ServiceConfig,
  StaffConfig,
} from './hall-config.ts';
import type { LeaseBlock } from './events.ts';
import { at } from './sequence.ts';
import type { CounterSeat, HallDay, Lease, PrintJob, Ticket } from './state.ts';

/** Digits of a ticket number at least; more are used where a day needs them. */
const numberDigitsMin = 3;

export function ticketNumber(prefix: string, no: number): string {
  return prefix + String(no).padStart(numberDigitsMin, '0');
}

/**
 * A ticket's id is its ordinal (base 36), a dash and 128 random bits: found without an index.
 * Joined, since V8 keeps what a template makes as a chain of its parts, and writes an object with a
 * chain in it as JSON two and a half times as slowly.
 */
export function ticketId(ordinal: number, freshId: string): string {
  return [ordinal.toString(36), freshId].join('-');
}

export function findTicket(state: HallDay, id: string): Ticket | undefined {
  const ticket = at(state.tickets, Number.parseInt(id, 36));
  return ticket?.id === id ? ticket : undefined;
}

/** A ticket that the state itself refers to. */
export function ticketAt(state: HallDay, ordinal: number): Ticket {
  const ticket = at(state.tickets, ordinal);
  if (ticket === undefined) throw new Error(`no ticket with ordinal ${String(ordinal)}`);
  return ticket;
}

/** A ticket that an event names. */
export function ticketOf(state: HallDay, id: string): Ticket {
  const ticket = findTicket(state, id);
  if (ticket === undefined) throw new Error(`no ticket ${id.slice(0, id.indexOf('-'))}`);
  return ticket;
}

/** The paper of a ticket that has one. */
export function printAt(ticket: Ticket): PrintJob {
  if (ticket.print === null) throw new Error(`no paper of ${ticket.number}`);
  return ticket.print;
}

export function seatOf(state: HallDay, counter: string): CounterSeat | undefined {
  return Object.hasOwn(state.counters, counter) ? state.counters[counter] : undefined;
}

/** A seat that the state itself refers to. */
export function seatAt(state: HallDay, counter: string): CounterSeat {
  const seat = seatOf(state, counter);
  if (seat === undefined) throw new Error(`no counter ${counter}`);
  return seat;
}

/** The ticket called or in service at a counter that has one. */
export function ticketAtSeat(state: HallDay, seat: CounterSeat): Ticket {
  if (seat.ticket === null) throw new Error(`nobody at counter ${seat.id}`);
  return ticketAt(state, seat.ticket);
}

/** The clerk of a counter that is open. */
export function clerkAtSeat(seat: CounterSeat): string {
  if (seat.clerk === null) throw new Error(`counter ${seat.id} is closed`);
  return seat.clerk;
}

/** The configuration; a hall without one accepts no command but `configure`. */
export function configOf(state: HallDay): HallConfig {
  if (state.config === null) throw new Error('the hall is not configured');
  return state.config;
}

export function serviceOf(config: HallConfig, id: string): ServiceConfig | undefined {
  return config.services.find((service) => service.id === id);
}

export function classOf(config: HallConfig, id: string): ClassConfig | undefined {
  return config.classes.find((each) => each.id === id);
}

export function counterOf(config: HallConfig, id: string): CounterConfig | undefined {
  return config.counters.find((counter) => counter.id === id);
}

/** A counter that the state itself refers to: seats are those of the configuration. */
export function counterAt(config: HallConfig, id: string): CounterConfig {
  const counter = counterOf(config, id);
  if (counter === undefined) throw new Error(`no counter ${id}`);
  return counter;
}

export function staffOf(config: HallConfig, badge: string): StaffConfig | undefined {
  return config.staff.find((person) => person.badge === badge);
}

export function defaultClass(config: HallConfig): ClassConfig {
  const first = config.classes[0];
  if (first === undefined) throw new Error('a hall has at least one class');
  return first;
}

export function rankOf(config: HallConfig, className: string): number {
  return classOf(config, className)?.rank ?? 0;
}

export function offers(counter: CounterConfig, service: string): boolean {
  return counter.services.includes('*') || counter.services.includes(service);
}

/** The counter that a clerk holds: the seat's own, or as relief once signed in there. */
export function seatHeldBy(state: HallDay, badge: string): CounterSeat | undefined {
  return Object.values(state.counters).find((seat) => {
    if (seat.handover?.relieved === true) return seat.handover.to === badge;
    return seat.clerk === badge;
  });
}

/** Open for the next customer: neither paused, away nor changing over. */
export function isReceiving(seat: CounterSeat): boolean {
  return seat.state === 'idle' || seat.state === 'calling' || seat.state === 'serving';
}

/** The lease that a device gives from: its newest. */
export function leaseOf(state: HallDay, device: string): (Lease & { readonly id: string }) | null {
  const own = Object.entries(state.leases).filter(([, lease]) => lease.device === device);
  const last = own.at(-1);
  return last === undefined ? null : { ...last[1], id: last[0] };
}

/** The first number of a block that was not handed in yet, as far as the hub knows. */
export function nextOfBlock(lease: Lease, block: LeaseBlock): number {
  let no = block.from;
  for (let each = block.from; each <= block.to; each += 1) {
    if (Object.hasOwn(lease.handedIn, ticketNumber(block.prefix, each))) no = each + 1;
  }
  return no;
}

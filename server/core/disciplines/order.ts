import type { HallConfig } from '../hall-config.ts';
import type { Head, Waiting } from './line.ts';
import type { Why } from './why.ts';

/** A total order of waiting tickets at one instant. */
export interface Order {
  /** Negative where `a` is called before `b`; 0 only for a ticket and itself. */
  readonly compare: (a: Waiting, b: Waiting) => number;
  /** What put the picked ticket before the others, the best of the other classes (or lines). */
  readonly explain: (picked: Waiting, others: readonly Waiting[]) => Reason;
}

export type OrderOf = (config: HallConfig, atMs: number) => Order;

export interface Reason {
  readonly key: Why['key'];
  readonly values: Why['values'];
}

export interface Choice extends Reason {
  readonly head: Head;
}

/**
 * The first of these heads. Services of one class stand in one line: there, a ticket put in front
 * goes first whatever its queue time. The firsts of each class then meet by the order. (Comparing
 * all heads at once would let three tickets each go before the next, in a circle.)
 */
export function chooseBy(order: Order, heads: readonly Head[]): Choice {
  const firsts = firstsByClass(order, heads);
  const head = firstOf(order, firsts);
  const rivals = firsts.length > 1 ? firsts : heads;
  const others = rivals.filter((rival) => rival !== head).map((rival) => rival.ticket);
  return { head, ...order.explain(head.ticket, others) };
}

/** The first head of each class that has one. */
export function firstsByClass(order: Order, heads: readonly Head[]): readonly Head[] {
  const firsts = new Map<string, Head>();
  for (const head of heads) {
    const first = firsts.get(head.ticket.class);
    if (first === undefined || compareInClass(order, head.ticket, first.ticket) < 0) {
      firsts.set(head.ticket.class, head);
    }
  }
  return [...firsts.values()];
}

/** The order of two tickets, by which those of one class keep their line. */
export function compareInClass(order: Order, a: Waiting, b: Waiting): number {
  if (a.class === b.class && a.front !== b.front) return a.front ? -1 : 1;
  return order.compare(a, b);
}

/** By queue time, then by sequence: where every order ends. */
export function compareTimes(a: Waiting, b: Waiting): number {
  return a.orderMs - b.orderMs || a.ordinal - b.ordinal;
}

/** The reason among tickets that only their place in the line tells apart. */
export function reasonOfPlace(picked: Waiting, others: readonly Waiting[]): Reason {
  const passed = others.some((other) => other.class === picked.class && !other.front);
  if (picked.front && (passed || others.length === 0)) return { key: 'front', values: {} };
  const level = others.some((other) => other.orderMs === picked.orderMs);
  return { key: level ? 'sequence' : 'queue-time', values: {} };
}

/** The one that would be next among others, or undefined where there are none. */
export function rivalAmong(
  compare: Order['compare'],
  others: readonly Waiting[],
): Waiting | undefined {
  return others.toSorted(compare)[0];
}

/** A value set for a class; `otherwise` where the hall sets none. */
export function settingFor(
  settings: Readonly<Record<string, number>>,
  className: string,
  otherwise: number,
): number {
  return Object.hasOwn(settings, className) ? (settings[className] ?? otherwise) : otherwise;
}

function firstOf(order: Order, heads: readonly Head[]): Head {
  return heads.reduce((best, head) => (order.compare(head.ticket, best.ticket) < 0 ? head : best));
}

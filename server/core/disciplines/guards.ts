import type { DisciplineGuards, HallConfig } from '../hall-config.ts';
import { defaultClass, rankOf } from '../lookup.ts';
import type { DisciplineMemory } from '../state.ts';
import type { Head, Waiting } from './line.ts';
import { compareTimes, settingFor } from './order.ts';

/** The guard `maxWaitMinutes`: whether a ticket has waited longer than its class may. */
export function isOverdue(guards: DisciplineGuards, ticket: Waiting, atMs: number): boolean {
  return atMs - ticket.orderMs > maxWaitMs(guards, ticket.class);
}

/** The oldest overdue head, or undefined where none is. */
export function oldestOverdue(
  guards: DisciplineGuards,
  heads: readonly Head[],
  atMs: number,
): Head | undefined {
  let oldest: Head | undefined;
  for (const head of heads) {
    if (!isOverdue(guards, head.ticket, atMs)) continue;
    if (oldest === undefined || compareTimes(head.ticket, oldest.ticket) < 0) oldest = head;
  }
  return oldest;
}

/** The guard `maxConsecutivePriority`: whether the next call is owed to the default class. */
export function isOwedToDefault(guards: DisciplineGuards, memory: DisciplineMemory): boolean {
  const { maxConsecutivePriority } = guards;
  return maxConsecutivePriority !== null && memory.consecutivePriority >= maxConsecutivePriority;
}

/** Called before the default class by its rank. */
export function isPriority(config: HallConfig, className: string): boolean {
  return rankOf(config, className) > defaultClass(config).rank;
}

function maxWaitMs(guards: DisciplineGuards, className: string): number {
  return settingFor(guards.maxWaitMinutes, className, Number.POSITIVE_INFINITY) * 60_000;
}

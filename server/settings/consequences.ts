import { hoursOf } from '#core/calendar/hours-of.ts';
import type { HallConfig } from '#core/hall-config.ts';
import { counterOf, offers } from '#core/lookup.ts';
import type { HallDay } from '#core/state.ts';
import type { Text } from '#core/vocabulary.ts';
import { clockTime } from '#protocol/words/text.ts';
import { consequenceWords as words } from './words.ts';

/**
 * What saving ends or changes beside the changes themselves, in sentences: for the day that runs,
 * and for the next business day.
 */
export interface Consequences {
  readonly now: readonly Text[];
  readonly next: readonly Text[];
}

/**
 * @param soon what would hold from now on
 * @param later what would hold from the next business day on
 */
export function consequencesOf(state: HallDay, soon: HallConfig, later: HallConfig): Consequences {
  return {
    now: [
      ...endOfLending(state, soon),
      ...otherEnd(state, soon),
      ...turnsAnew(state, soon),
      ...leavers(state.config, soon, words.atOnce),
      ...(state.planned === null ? [] : [words.planStays]),
    ],
    next: [
      ...leavers(state.config, later, words.then),
      ...(state.planned === null ? [] : [words.planGoes]),
    ],
  };
}

/** `disperse-the-crowd` is for the day as it was: every counter gets back what its settings say. */
function endOfLending(state: HallDay, config: HallConfig): readonly Text[] {
  return Object.keys(state.ownServices).flatMap((id) => {
    const counter = counterOf(config, id);
    if (counter === undefined) return [];
    const own = config.services.filter((each) => offers(counter, each.id));
    const isAll = own.length === config.services.length;
    return [words.lendingEnds(id, isAll ? null : own.map(({ name }) => name))];
  });
}

/** Numbers end at another time today. */
function otherEnd({ hours, day }: HallDay, config: HallConfig): readonly Text[] {
  if (day === null || hours === null) return [];
  const { timezone } = config.hall;
  const next = hoursOf(config.hours, timezone, day);
  if (next === null || next.closesAtMs === hours.closesAtMs) return [];
  const until = clockTime(next.closesAtMs, timezone);
  return [words.otherEnd(until, clockTime(hours.closesAtMs, timezone))];
}

/** Shares and runs of priority calls are counted from the last change on. */
function turnsAnew({ memory }: HallDay, { guards }: HallConfig): readonly Text[] {
  const isShared = Object.keys(memory.credits).length > 0;
  const isRun = guards.maxConsecutivePriority !== null && memory.consecutivePriority > 0;
  if (!isShared && !isRun) return [];
  return [words.turnsAnew];
}

function leavers(present: HallConfig | null, config: HallConfig, when: Text): readonly Text[] {
  const staying = new Set(config.staff.map(({ badge }) => badge));
  return (present?.staff ?? [])
    .filter(({ badge }) => !staying.has(badge))
    .map(({ badge, name }) => words.leaves(name, badge, when));
}

import type { Command } from '#core/commands.ts';
import { addDays } from '#core/calendar/business-day.ts';
import type { HallDay } from '#core/state.ts';
import type { Actor } from '#core/vocabulary.ts';
import { clerk, supervisor } from '#test/support/hall-day.ts';

const badges = ['1001', '1002', '1003', '1004'];
/** Two of four work a day, so that a swap gives nobody two shifts. */
const kinds = ['early', null, 'late', null];

/** Random shifts of four days, swaps and leave; each asked for by whoever it may be. */
export function rosterStep(
  { roster, day }: HallDay,
  pick: number,
  who: number,
): { readonly command: Command; readonly actor: Actor } | null {
  if (day === null) return null;
  const badge = badges[who % 4] ?? '1001';
  const swap = roster.swaps.at(-1 - (pick % 2));
  const leave = roster.leaves.at(-1);
  const later = addDays(day, pick % 4);
  const give = (command: Command, by: string): { command: Command; actor: Actor } => ({
    command,
    actor: by === '9001' ? supervisor : clerk(by),
  });
  switch ((pick + who * 5) % 10) {
    case 0:
    case 1: {
      const changes = badges.map((each, index) => ({
        ...{ day: later, badge: each, kind: kinds[(index + pick) % 4] ?? null },
        counter: pick % 2 === 0 ? null : String((index % 3) + 1),
      }));
      return give({ name: 'plan-shifts', args: { changes } }, '9001');
    }
    case 2:
      return give({ name: 'publish-roster', args: { from: day, to: addDays(day, 3) } }, '9001');
    case 3:
    case 4: {
      // Shifts that stand: chance alone would hardly name two of them.
      const shifts = Object.entries(roster.published).flatMap(([on, cells]) =>
        Object.keys(cells ?? {}).map((each) => ({ on, badge: each })),
      );
      const given = shifts.at(-1 - (pick % 6));
      const taken = shifts.findLast((each) => each.badge !== given?.badge);
      if (given === undefined || taken === undefined) return null;
      const args = { with: taken.badge, day: given.on, returnDay: taken.on, note: 'test' };
      return give({ name: 'ask-swap', args }, given.badge);
    }
    case 5:
      return swap === undefined
        ? null
        : give({ name: 'agree-swap', args: { swap: swap.swap } }, swap.partner);
    case 6:
      return swap === undefined
        ? null
        : give({ name: 'approve-swap', args: { swap: swap.swap } }, '9001');
    case 7:
      return swap === undefined
        ? null
        : give({ name: 'withdraw-swap', args: { swap: swap.swap } }, swap.asker);
    case 8: {
      const args = { from: later, to: addDays(later, 1), note: 'test' };
      return give({ name: 'ask-leave', args }, badge);
    }
    default:
      return leave === undefined
        ? null
        : give({ name: 'approve-leave', args: { leave: leave.leave } }, '9001');
  }
}

import type { CommandArgs } from '#core/commands.ts';
import type { HallConfig } from '#core/hall-config.ts';
import { clerk, hallDay, type HallDayDriver } from '#test/support/hall-day.ts';

export type Planned = CommandArgs['plan-shifts']['changes'][number];

export function plan(
  day: string,
  badge: string,
  kind: string | null,
  counter: string | null = null,
): Planned {
  return { day, badge, kind, counter };
}

/** A hall on Monday 2026-03-02, 07:30, with these shifts published: day, badge, kind, counter. */
export function rosterHall(
  shifts: readonly (readonly [string, string, string, string?])[],
  change: Partial<HallConfig> = {},
  today = '2026-03-02',
): HallDayDriver {
  const hall = hallDay(change, today);
  const changes = shifts.map(([day, badge, kind, counter]) => plan(day, badge, kind, counter));
  hall.do('plan-shifts', { changes });
  hall.do('publish-roster', { from: today, to: '2030-01-01' });
  return hall;
}

/** Asks for a swap and answers its id. */
export function asked(
  hall: HallDayDriver,
  asker: string,
  day: string,
  partner: string,
  returnDay: string,
  holidays: readonly string[] = [],
): string {
  const args = { with: partner, day, returnDay, note: 'a family matter', holidays };
  hall.do('ask-swap', args, clerk(asker));
  return hall.state.roster.swaps.at(-1)?.swap ?? '';
}

/** Asked, agreed to and approved. */
export function swapped(
  hall: HallDayDriver,
  asker: string,
  day: string,
  partner: string,
  returnDay: string,
): string {
  const swap = asked(hall, asker, day, partner, returnDay);
  hall.do('agree-swap', { swap }, clerk(partner));
  hall.do('approve-swap', { swap });
  return swap;
}

/** 1001 works odd days early at counter 1, 1002 even days late; both from Tuesday the 3rd on. */
export function hallOfTwo(change: Parameters<typeof rosterHall>[1] = {}): HallDayDriver {
  const shifts = [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20].map((date) => {
    const day = `2026-03-${String(date).padStart(2, '0')}`;
    return date % 2 === 1
      ? ([day, '1001', 'early', '1'] as const)
      : ([day, '1002', 'late', '2'] as const);
  });
  return rosterHall(shifts, change);
}

/** A refusal by `swap-limits`, whole. */
export function limits(by: Record<string, unknown>, overridable: boolean) {
  return {
    kind: 'refused',
    rule: 'swap-limits',
    rules: ['swap-limits'],
    by,
    waysOut: overridable ? [{ command: 'override', label: 'supervisor-pass' }] : [],
    overridable,
  };
}

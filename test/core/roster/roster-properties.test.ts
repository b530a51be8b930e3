import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#core/calendar/business-day.ts';
import type { Command } from '#core/commands.ts';
import { decide } from '#core/decide.ts';
import { applyAll, evolve } from '#core/evolve.ts';
import type { HallEvent } from '#core/events.ts';
import { carriedRoster, unpackRoster } from '#core/roster/carry.ts';
import type { Roster } from '#core/roster/roster.ts';
import { overlap, shiftSpan } from '#core/roster/shift-times.ts';
import { initialDay, type HallDay } from '#core/state.ts';
import type { Actor } from '#core/vocabulary.ts';
import { cases } from '#test/support/cases.ts';
import { testConfig } from '#test/support/hall-config.ts';
import { clerk, hub, supervisor } from '#test/support/hall-day.ts';

/**
 * Random managers and clerks over two months, with daylight saving and the end of a month within:
 * whatever is planned, asked, agreed to and approved, `swap-limits` holds.
 */

const badges = ['1001', '1002', '1003', '1004'];
const first = '2026-03-20';
const dayCount = 24;

interface Step {
  readonly kind: 'plan' | 'publish' | 'ask' | 'agree' | 'approve' | 'leave' | 'allow' | 'wait';
  readonly who: number;
  readonly other: number;
  readonly day: number;
  readonly back: number;
  readonly shift: 'early' | 'late' | 'full' | null;
}

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom(
    'plan',
    'publish',
    'ask',
    'ask',
    'ask',
    'ask',
    'ask',
    'agree',
    'agree',
    'agree',
    'approve',
    'approve',
    'leave',
    'allow',
    'wait',
  ),
  who: fc.nat(3),
  other: fc.nat(3),
  day: fc.nat(dayCount - 1),
  back: fc.nat(dayCount - 1),
  shift: fc.constantFrom('early', 'late', 'full', null),
});

function begin(timezone: string): { state: HallDay; atMs: number; history: HallEvent[] } {
  const config = { ...testConfig, hall: { ...testConfig.hall, timezone } };
  const atMs = Temporal.PlainDate.from(first).toZonedDateTime(timezone).epochMilliseconds;
  const run = { state: initialDay, atMs, history: [] as HallEvent[] };
  give(run, { name: 'configure', args: { config, why: 'test' } }, hub);
  // A roster to begin with: each in turn, early and late.
  const changes = Array.from({ length: dayCount }, (_, index) => [
    { day: addDays(first, index), badge: badges[index % 4] ?? '', kind: 'early', counter: '1' },
    {
      day: addDays(first, index),
      badge: badges[(index + 2) % 4] ?? '',
      kind: 'late',
      counter: '1',
    },
  ]).flat();
  give(run, { name: 'plan-shifts', args: { changes } }, supervisor);
  give(run, { name: 'publish-roster', args: { from: first, to: '2027-01-01' } }, supervisor);
  return run;
}

type Run = ReturnType<typeof begin>;
let fresh = 0;

function give(run: Run, command: Command, actor: Actor): boolean {
  fresh += 1;
  const decision = decide(run.state, command, {
    atMs: run.atMs,
    actor,
    freshId: `f${String(fresh)}`,
  });
  if (decision.kind !== 'accepted') return false;
  const { state, events } = applyAll(run.state, decision.events, run.atMs, actor);
  run.state = state;
  run.history.push(...events);
  return true;
}

function shiftsOf(run: Run, badge: string): readonly string[] {
  const { published } = run.state.roster;
  return Object.keys(published).filter((day) => published[day]?.[badge] !== undefined);
}

function take(run: Run, { kind, who, other, day, back, shift }: Step): void {
  const badge = badges[who] ?? '';
  const on = addDays(first, day);
  const { swaps, leaves } = run.state.roster;
  switch (kind) {
    case 'plan': {
      const changes = [{ day: on, badge, kind: shift, counter: null }];
      give(run, { name: 'plan-shifts', args: { changes } }, supervisor);
      return;
    }
    case 'publish':
      give(run, { name: 'publish-roster', args: { from: first, to: on } }, supervisor);
      return;
    case 'ask': {
      const partner = badges[other] ?? '';
      // Of the shifts that there are: most days nobody has one to give.
      const given = shiftsOf(run, badge);
      const taken = shiftsOf(run, partner);
      const args = {
        with: partner,
        day: given[day % Math.max(1, given.length)] ?? on,
        returnDay: taken[back % Math.max(1, taken.length)] ?? on,
        note: 'x',
      };
      give(run, { name: 'ask-swap', args }, clerk(badge));
      return;
    }
    case 'agree':
      for (const { swap, partner } of swaps) {
        if (partner === badge) give(run, { name: 'agree-swap', args: { swap } }, clerk(badge));
      }
      return;
    case 'approve':
      for (const { swap } of swaps) give(run, { name: 'approve-swap', args: { swap } }, supervisor);
      return;
    case 'leave': {
      const args = { from: on, to: addDays(on, 1), note: 'x' };
      give(run, { name: 'ask-leave', args }, clerk(badge));
      return;
    }
    case 'allow':
      for (const { leave } of leaves) {
        give(run, { name: 'approve-leave', args: { leave } }, supervisor);
      }
      return;
    case 'wait':
      run.atMs += 26 * 3_600_000;
      give(run, { name: 'tick', args: {} }, { kind: 'clock' });
  }
}

/** What must be true of a roster at any time. */
function assertLimits(run: Run, timezone: string, approved: Approved): void {
  const { roster } = run.state;
  for (const [day, shifts = {}] of Object.entries(roster.published)) {
    const all = Object.values(shifts);
    for (const [index, one] of all.entries()) {
      const { fromMs, toMs } = shiftSpan(day, one, timezone);
      expect(fromMs).toBeLessThan(toMs);
      for (const other of all.slice(0, index)) {
        // No seat is filled twice.
        if (one.counter !== null && one.counter === other.counter) {
          expect(overlap(one, other)).toBe(false);
        }
      }
    }
  }
  for (const badge of badges) assertPerson(roster, badge, timezone);
  for (const count of approved.values()) expect(count).toBeLessThanOrEqual(3);
}

function assertPerson(roster: Roster, badge: string, timezone: string): void {
  const worked = Object.keys(roster.published)
    .toSorted()
    .flatMap((day) => {
      const shift = roster.published[day]?.[badge];
      return shift === undefined ? [] : [{ day, shift, ...shiftSpan(day, shift, timezone) }];
    });
  for (const [index, one] of worked.entries()) {
    const before = worked[index - 1];
    // Nobody is in two shifts at once.
    if (before !== undefined) expect(before.toMs).toBeLessThan(one.fromMs);
    const away = roster.leaves.some(
      (leave) =>
        leave.badge === badge &&
        leave.state === 'approved' &&
        leave.from <= one.day &&
        one.day <= leave.to,
    );
    // No leave on a swapped or returned shift.
    if (one.shift.swap !== null) expect(away).toBe(false);
  }
}

/** Approved swaps by person and month, counted from the events alone. */
type Approved = Map<string, number>;

function approvedIn(history: readonly HallEvent[]): Approved {
  const swaps = new Map(
    history.flatMap((event) => (event.type === 'SwapAsked' ? [[event.data.swap, event.data]] : [])),
  );
  const counts: Approved = new Map();
  for (const event of history) {
    if (event.type !== 'SwapApproved') continue;
    const swap = swaps.get(event.data.swap);
    if (swap === undefined) throw new Error('approved but never asked');
    const months = new Set([swap.day.slice(0, 7), swap.returnDay.slice(0, 7)]);
    for (const badge of [swap.asker, swap.partner]) {
      for (const month of months) {
        const key = `${badge} ${month}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    }
  }
  return counts;
}

/** At the moment of approving, no swapped shift stood directly beside another of that clerk. */
function assertNotInARow(before: Roster, event: HallEvent, after: Roster): void {
  if (event.type !== 'SwapApproved') return;
  const swap = before.swaps.find((each) => each.swap === event.data.swap);
  if (swap === undefined) throw new Error('approved but unknown');
  for (const [badge, on] of [
    [swap.asker, swap.returnDay],
    [swap.partner, swap.day],
  ] as const) {
    const days = Object.keys(after.published)
      .filter((day) => after.published[day]?.[badge] !== undefined)
      .toSorted();
    const place = days.indexOf(on);
    for (const near of [days[place - 1], days[place + 1]]) {
      const isNear = near !== undefined && near >= addDays(on, -14) && near <= addDays(on, 14);
      if (isNear) expect(after.published[near]?.[badge]?.swap).toBeNull();
    }
  }
}

describe('a roster with random people', () => {
  it('[swap-limits] holds over any sequence, over a month’s end and daylight saving', () => {
    let approvals = 0;
    fc.assert(
      fc.property(
        // On 2026-03-29 clocks change in Berlin; in Shanghai they never do.
        fc.constantFrom('Europe/Berlin', 'Asia/Shanghai'),
        fc.array(step, { minLength: 30, maxLength: 50 }),
        (timezone, steps) => {
          const run = begin(timezone);
          for (const each of steps) {
            take(run, each);
            if (each.kind === 'approve') assertLimits(run, timezone, new Map());
          }
          const approved = approvedIn(run.history);
          approvals += approved.size;
          assertLimits(run, timezone, approved);
          let state = initialDay;
          for (const event of run.history) {
            const next = evolve(state, event);
            assertNotInARow(state.roster, event, next.roster);
            state = next;
          }
          // The journal tells the very same roster.
          expect(state.roster).toEqual(run.state.roster);
        },
      ),
      cases(10, 25),
    );
    expect(approvals).toBeGreaterThan(10);
  });

  it('is carried over a day’s end without loss of what is needed, and stays small', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 10, maxLength: 40 }), (steps) => {
        const run = begin('Asia/Shanghai');
        for (const each of steps.filter(({ kind }) => kind !== 'wait')) take(run, each);
        const { roster } = run.state;
        const carried = carriedRoster(roster, first);
        const back = unpackRoster(JSON.parse(JSON.stringify(carried)) as typeof carried & object);
        expect(back).toEqual({ ...roster, arrivals: {} });
      }),
      cases(15, 40),
    );
    const people = Array.from({ length: 30 }, (_, index) => String(1001 + index));
    const published = Object.fromEntries(
      Array.from({ length: 93 }, (_, index) => [
        addDays('2026-03-01', index),
        Object.fromEntries(
          people.map((badge, n) => [
            badge,
            { kind: 'early', from: '08:30', to: '13:30', counter: String(n + 1), swap: null },
          ]),
        ),
      ]),
    );
    const carried = carriedRoster({ ...unpackRoster(undefined), published }, '2026-03-31');
    expect(JSON.stringify(carried).length).toBeLessThan(50_000);
  });
});

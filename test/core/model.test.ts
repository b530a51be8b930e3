import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Command } from '#core/commands.ts';
import { decide } from '#core/decide.ts';
import { isDue, nextDue } from '#core/due.ts';
import { applyAll, evolve } from '#core/evolve.ts';
import type { HallEvent } from '#core/events.ts';
import type { HallConfig } from '#core/hall-config.ts';
import { assertWhole } from '#core/invariants.ts';
import { items } from '#core/sequence.ts';
import { initialDay, type HallDay } from '#core/state.ts';
import type { Actor } from '#core/vocabulary.ts';
import { cases } from '#test/support/cases.ts';
import { testConfig, testPolicy } from '#test/support/hall-config.ts';
import { clerk, kiosk, supervisor } from '#test/support/hall-day.ts';
import { deepEvents, savedConfigs } from './model-choices.ts';
import { fittingStates, kinds, recordKinds, type StepKind } from './model-kinds.ts';
import { rosterStep } from './model-roster.ts';

/**
 * Random people in a hall: commands of every kind in any order, time that passes in leaps, a hub
 * that stops and comes back. Whatever they try, the hall keeps what it promises.
 */

const badges = ['1001', '1002', '1003', '1004'];
const counters = ['1', '2', '3'];

interface Step {
  readonly kind: StepKind;
  readonly who: number;
  readonly counter: number;
  readonly pick: number;
  readonly seconds: number;
  readonly pass: boolean;
}

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom(...kinds),
  who: fc.nat(4),
  counter: fc.nat(2),
  pick: fc.nat(11),
  // Mostly moments, sometimes hours: a hub that was away.
  seconds: fc.oneof(
    { weight: 8, arbitrary: fc.nat(180) },
    { weight: 1, arbitrary: fc.nat(14 * 3600) },
  ),
  pass: fc.boolean(),
});

const disciplines = fc.constantFrom(
  { kind: 'fifo' as const },
  { kind: 'strict' as const },
  { kind: 'ratio' as const, shares: { vip: 2, ordinary: 1 } },
  { kind: 'aging' as const, weights: { vip: 3, ordinary: 1 } },
  { kind: 'promise' as const },
);
const readings = fc.constantFrom('strict' as const, 'covered' as const, 'off' as const);

const reached = new Set<string>();
describe('a hall with random people', () => {
  it('[honest-statistics] [serve-everyone-queued] [one-handover-at-a-time] keeps its invariants', () => {
    fc.assert(
      fc.property(
        disciplines,
        readings,
        fc.boolean(),
        fc.array(step, { minLength: 20, maxLength: 120, size: 'max' }),
        (discipline, reading, startOnCall, steps) => {
          const policy = {
            ...testPolicy,
            startOnCall,
            routinePause: reading,
            signOff: reading,
            handover: reading,
          };
          const world = createWorld({ ...testConfig, discipline, policy });
          for (const each of steps) world.take(each);
          world.checkHistory();
        },
      ),
      { ...cases(120, 400), endOnFailure: true },
    );
    // The walk must get everywhere, or what it promises is worth little.
    expect([...deepEvents].filter((type) => !reached.has(type))).toEqual([]);
  });

  it('[serve-everyone-queued] everybody queued before intake closed ends before the hall does', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 20, maxLength: 80, size: 'max' }), (steps) => {
        const world = createWorld(testConfig);
        for (const each of steps) world.take(each);
        world.finishDay();
        world.checkHistory();
        const closings = world.history.filter((event) => event.type === 'HallClosed');
        expect(closings.length).toBeGreaterThan(0);
      }),
      cases(25, 60),
    );
  });
});

describe('a hall whose settings change', () => {
  it('[settings-in-use] [newer-settings] keeps its invariants, whatever is saved and planned', () => {
    const saved = fc.record({ at: fc.nat(6), variant: fc.nat(6), now: fc.boolean() });
    const walk = fc.array(fc.tuple(step, saved), { minLength: 20, maxLength: 80, size: 'max' });
    let taken = 0;
    fc.assert(
      fc.property(walk, (steps) => {
        const world = createWorld(testConfig);
        for (const [each, { at, variant, now }] of steps) {
          world.take(each);
          if (at === 0 && world.save(savedConfigs[variant] ?? testConfig, now, each.pass))
            taken += 1;
        }
        world.checkHistory();
      }),
      cases(35, 80),
    );
    expect(taken).toBeGreaterThan(50);
  });
});

function createWorld(config: typeof testConfig) {
  let atMs = Date.parse('2026-03-02T07:40:00+08:00');
  let fresh = 0;
  let state: HallDay = initialDay;
  const history: HallEvent[] = [];
  const gone = new Set<string>();

  run({ name: 'configure', args: { config, why: 'test' } }, { kind: 'hub' });
  settle();
  run({ name: 'open', args: { counter: '1' } }, clerk('1001'));
  moveTo(Date.parse('2026-03-02T08:31:00+08:00'));

  function run(command: Command, actor: Actor, pass = false): boolean {
    fresh += 1;
    const before = state;
    const decision = decide(state, command, {
      atMs,
      actor,
      freshId: `f${String(fresh)}`,
      ...(pass ? { override: { by: '9001', reason: 'test' } } : {}),
    });
    if (decision.kind !== 'accepted') {
      if (decision.kind === 'refused') {
        // A refusal names its first rule among all that fail, and changes nothing.
        expect(decision.rules[0]).toBe(decision.rule);
      }
      expect(state).toBe(before);
      return false;
    }
    const applied = applyAll(state, decision.events, atMs, actor);
    state = applied.state;
    assertWhole(state);
    for (const event of applied.events) note(event);
    return true;
  }

  function note(event: HallEvent): void {
    history.push(event);
    reached.add(event.type);
    if (event.type === 'TicketCancelled' || event.type === 'TicketLapsed') {
      gone.add(event.data.ticket);
    }
    if (event.type === 'TicketCalled' && gone.has(event.data.ticket)) {
      throw new Error('somebody who left was called');
    }
  }

  function settle(): void {
    if (isDue(state, atMs)) run({ name: 'tick', args: {} }, { kind: 'clock' });
  }

  function moveTo(toMs: number): void {
    for (let round = 0; round < 1000; round += 1) {
      const dueMs = nextDue(state);
      if (dueMs === null || dueMs > toMs) break;
      atMs = Math.max(atMs, dueMs);
      if (!isDue(state, atMs)) break;
      settle();
    }
    atMs = Math.max(atMs, toMs);
    settle();
  }

  /** False where it was refused. */
  function save(wanted: HallConfig, now: boolean, pass: boolean): boolean {
    const args = {
      config: wanted,
      why: 'test',
      base: state.settingsRevision,
      from: now ? ('now' as const) : ('next-opening' as const),
    };
    const isSaved = run({ name: 'configure', args }, supervisor, pass);
    settle();
    return isSaved;
  }

  function take(each: Step): void {
    const leapMs = each.seconds * 1000;
    if (each.kind === 'wait') {
      const name = recordKinds[each.pick % 6] ?? 'open-follow-up';
      run(commandOf(each, name), clerk(badges[each.who % 4] ?? '1001'), each.pass);
      if (each.pick > 8) run(commandOf(each, 'set-counter-services'), supervisor);
      for (const further of [0, 2, 4, 5, 6]) {
        const planned = rosterStep(state, each.pick + further, each.who);
        if (planned !== null) run(planned.command, planned.actor, each.pass);
      }
      moveTo(atMs + leapMs);
      return;
    }
    if (each.kind === 'crash') {
      // The hub is away; what fell due in between falls due at the start, with the clock's time.
      state = history.reduce(evolve, initialDay);
      assertWhole(state);
      atMs += leapMs;
      settle();
      return;
    }
    atMs += Math.min(leapMs, 5_000);
    settle();
    run(commandOf(each), actorOf(each), each.pass);
    settle();
  }

  function commandOf(each: Step, name: Step['kind'] = each.kind): Command {
    const counter = counters[each.counter] ?? '1';
    const ticket = ticketOf(each.pick, name);
    const service = each.pick % 2 === 0 ? 'payment' : 'enquiry';
    const args: Record<string, unknown> = {
      'issue-ticket': {
        service,
        class: ['ordinary', 'special', 'vip'][each.pick % 3],
        ...(each.pick === 7 ? { customer: 'c1' } : {}),
      },
      call: each.pick > 9 ? { counter, ticket } : { counter },
      transfer: {
        counter,
        to: each.pick % 3 === 0 ? { counter: counters[each.pick % 4] ?? '2' } : { service },
        reason: 'test',
        ...(each.pick > 8 ? { place: 'front' } : {}),
      },
      park: { counter, missing: ['id'] },
      pause: {
        counter,
        kind: each.pick % 2 === 0 ? 'routine' : 'absence',
        reason: 'test',
        minutes: each.pick,
      },
      handover: { counter, to: badges[each.pick % 4] ?? '1004', queue: each.pick % 3 === 0 },
      'complete-handover': {
        counter,
        record: { equipment: '', hardCases: '', staffChanges: '', followUps: [], note: null },
      },
      'hand-in-ticket': {
        lease: Object.keys(state.leases).at(-1 - (each.who % 2)) ?? 'none',
        prefix: service === 'payment' ? 'A' : 'B',
        no: 801 + each.pick + each.counter * 20,
        service,
        givenAtMs: atMs - each.pick * 30_000,
        genuine: !each.pass,
      },
      'rate-ticket': { ticket, rating: 'fair' },
      'move-ticket':
        each.pick % 3 === 0
          ? { ticket, place: 'former', reason: 'test' }
          : { ticket, service, reason: 'test' },
      'open-follow-up': { text: 'test' },
      'pass-follow-up': { followUp: followUpOf(each.pick), to: badges[each.pick % 4] ?? '1004' },
      'answer-follow-up': { followUp: followUpOf(each.pick), how: 'test' },
      'record-meeting': { attended: badges.slice(each.pick % 4), points: ['test'] },
      'sign-meeting': { meeting: state.meetings[each.pick % 3]?.meeting ?? 'none' },
      'note-quality': {
        month: state.day?.slice(0, 7) ?? '',
        badge: badges[each.pick % 4] ?? null,
        kind: each.pick % 2 === 0 ? 'inspection' : 'objection',
        text: 'test',
      },
      'set-counter-services': { counter, services: [null, ['payment'], [service]][each.pick % 3] },
      'set-intake': { state: each.pick % 2 === 0 ? 'closed' : 'open', reason: 'test' },
    };
    const byTicket = each.kind.endsWith('-ticket');
    return {
      name,
      args: args[name] ?? (byTicket ? { ticket } : { counter }),
    } as unknown as Command;
  }

  function followUpOf(pick: number): string {
    return state.followUps[pick % 3]?.id ?? 'none';
  }

  /** Often the one whose act it would be, so that deep states are reached. */
  function actorOf(each: Step): Actor {
    const seat = state.counters[counters[each.counter] ?? '1'];
    if (each.kind === 'issue-ticket') return kiosk;
    if (each.kind === 'lease-numbers' || each.kind === 'hand-in-ticket') return kiosk;
    if (each.kind === 'release-counter' || each.kind === 'set-intake') return supervisor;
    if (each.kind.includes('relieve') || each.kind.includes('complete')) {
      return clerk(seat?.handover?.to ?? badges[each.who % 4] ?? '1001');
    }
    if (each.kind !== 'open' && seat?.clerk != null && each.who > 0) return clerk(seat.clerk);
    return clerk(badges[each.who % 4] ?? '1001');
  }

  function ticketOf(pick: number, name: Step['kind']): string {
    const all = [...items(state.tickets)];
    const fitting = all.findLast(({ state: isNow }) => isNow === fittingStates[name]);
    return (fitting ?? all.at(-1 - pick))?.id ?? '0-none';
  }

  /** Willing clerks serve whoever is left, until the hall has closed by itself. */
  function finishDay(): void {
    moveTo(Math.max(atMs, (state.hours?.closesAtMs ?? atMs) + 1000));
    if (state.hallState === 'serving-out') {
      for (const counter of counters)
        run({ name: 'release-counter', args: { counter } }, supervisor);
      settle();
    }
    if (state.hallState === 'serving-out') {
      // It can do everything, unless it was lent.
      run({ name: 'set-counter-services', args: { counter: '2', services: null } }, supervisor);
      run({ name: 'open', args: { counter: '2' } }, clerk('1002'));
    }
    for (let round = 0; round < 500 && state.hallState === 'serving-out'; round += 1) {
      atMs += 30_000;
      for (const name of ['call', 'start', 'finish'] as const) {
        run({ name, args: { counter: '2' } }, clerk('1002'));
        settle();
      }
    }
    expect(state.hallState).toBe('closed');
    for (const ticket of items(state.tickets)) {
      expect(['done', 'cancelled']).toContain(ticket.state);
    }
  }

  function checkHistory(): void {
    expect(history.reduce(evolve, initialDay)).toEqual(state);
    history.forEach((event, index) => {
      expect(event.seq).toBe(index + 1);
    });
    let lastMs = 0;
    const numbers = new Set<string>();
    for (const event of history) {
      expect(event.atMs).toBeGreaterThanOrEqual(lastMs);
      lastMs = event.atMs;
      if (event.type !== 'TicketIssued') continue;
      const once = `${event.day} ${event.data.number}`;
      expect(numbers.has(once)).toBe(false);
      numbers.add(once);
    }
  }

  return { take, save, finishDay, checkHistory, history };
}

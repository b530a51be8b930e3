import type { Command, CommandContext } from '#core/commands.ts';
import { decide } from '#core/decide.ts';
import { isDue, nextDue } from '#core/due.ts';
import { applyAll } from '#core/evolve.ts';
import type { HallEvent } from '#core/events.ts';
import type { HallConfig } from '#core/hall-config.ts';
import { initialDay, type HallDay } from '#core/state.ts';
import type { Decision } from '#core/verdict.ts';
import type { Actor, InstantMs } from '#core/vocabulary.ts';
import type { Answer, Doors, HeldTicket } from '#server/people/doors.ts';

/**
 * A hall without a journal, a clock or a network: the same `decide`, `evolve` and `nextDue` that
 * run a real one, for days that never happened.
 */
export interface HallInMemory {
  readonly doors: Doors;
  /** Moves the clock; everything that falls due on the way happens at its own instant. */
  moveTo(atMs: InstantMs): void;
  readonly state: () => HallDay;
  readonly now: () => InstantMs;
  /** Anything that anybody may do; what it was refused for, or what happened. */
  act(command: Command, actor: Actor): Answer<readonly HallEvent[]>;
  /** What the rules would say to it now; nothing happens. */
  weigh(command: Command, actor: Actor): Decision;
  /** `disperse-the-crowd`: for the rest of the day. */
  lend(counter: string, services: readonly string[]): void;
}

const hub: Actor = { kind: 'hub' };
const clock: Actor = { kind: 'clock' };
const kiosk: Actor = { kind: 'device', device: 'what-if' };
const holder: Actor = { kind: 'customer' };
const manager: Actor = { kind: 'staff', badge: 'what-if', role: 'supervisor' };

/** @param take is given every event, in order */
export function openHallInMemory(
  config: HallConfig,
  beginsAtMs: InstantMs,
  take: (event: HallEvent) => void,
): HallInMemory {
  let state = initialDay;
  let atMs = beginsAtMs;
  let fresh = 0;

  function weigh(command: Command, actor: Actor): Decision {
    const context: CommandContext = { atMs, actor, freshId: String(fresh) };
    return decide(state, command, context);
  }

  function act(command: Command, actor: Actor): Answer<readonly HallEvent[]> {
    fresh += 1;
    const decision = weigh(command, actor);
    if (decision.kind === 'refused') {
      const { rule, by } = decision;
      return { ok: false, problem: { code: 'refused', rule, by } };
    }
    if (decision.kind === 'unknown') return { ok: false, problem: { code: 'unknown' } };
    const applied = applyAll(state, decision.events, atMs, actor);
    state = applied.state;
    for (const event of applied.events) take(event);
    if (command.name !== 'tick' && isDue(state, atMs)) tick();
    return { ok: true, data: applied.events };
  }
  const tick = (): void => void act({ name: 'tick', args: {} }, clock);

  function issued(events: readonly HallEvent[]): HeldTicket {
    for (const event of events) {
      if (event.type !== 'TicketIssued') continue;
      return { id: event.data.ticket, number: event.data.number };
    }
    throw new Error('an accepted ticket was not issued');
  }

  function called(events: readonly HallEvent[]): HeldTicket | null {
    // Numbers are for people; a plan knows its customers by the ticket's id.
    const call = events.find((event) => event.type === 'TicketCalled');
    return call === undefined ? null : { id: call.data.ticket, number: '' };
  }

  const clerkAt = (badge: string): Actor => ({ kind: 'staff', badge, role: 'clerk' });

  act({ name: 'configure', args: { config, why: 'what if' } }, hub);
  return {
    state: () => state,
    now: () => atMs,
    act,
    weigh,
    lend(counter, services) {
      act({ name: 'set-counter-services', args: { counter, services } }, manager);
    },
    moveTo(toMs) {
      for (;;) {
        const dueMs = nextDue(state);
        if (dueMs === null || dueMs > toMs) break;
        atMs = Math.max(atMs, dueMs);
        if (!isDue(state, atMs)) break;
        tick();
      }
      atMs = Math.max(atMs, toMs);
      if (isDue(state, atMs)) tick();
    },
    doors: {
      issue(service, className) {
        const args = { service, ...(className === null ? {} : { class: className }) };
        const answer = act({ name: 'issue-ticket', args }, kiosk);
        return Promise.resolve(answer.ok ? { ok: true, data: issued(answer.data) } : answer);
      },
      cancel: (ticket) => Promise.resolve(act({ name: 'cancel-ticket', args: { ticket } }, holder)),
      clerk(badge, counter, name, body = {}) {
        const { reason, ...to } = body;
        const args = name === 'transfer' ? { counter, to, reason } : { counter, ...body };
        return Promise.resolve(act({ name, args } as unknown as Command, clerkAt(badge)));
      },
      call(badge, counter) {
        const answer = act({ name: 'call', args: { counter } }, clerkAt(badge));
        return Promise.resolve(
          answer.ok ? { ok: true, data: { ticket: called(answer.data) } } : answer,
        );
      },
      close: () => Promise.resolve(),
    },
  };
}

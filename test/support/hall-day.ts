import type { CommandArgs, CommandContext, CommandName, Command } from '#core/commands.ts';
import { decide, type Decision } from '#core/decide.ts';
import { isDue, nextDue } from '#core/due.ts';
import { applyAll, evolve } from '#core/evolve.ts';
import type { EventType, HallEvent } from '#core/events.ts';
import type { HallConfig } from '#core/hall-config.ts';
import { assertWhole } from '#core/invariants.ts';
import { ticketOf } from '#core/lookup.ts';
import type { Refusal } from '#core/refusals.ts';
import { initialDay, type HallDay, type Ticket } from '#core/state.ts';
import type { Actor } from '#core/vocabulary.ts';
import { testConfig } from './hall-config.ts';

const zone = '+08:00';

/**
 * A hall's day for given/when/then: commands at times of day, events and refusals to look at.
 * The hall of the tests opens at 08:30 and closes at 18:30 on 2026-03-02 (a Monday).
 */
export function hallDay(change: Partial<HallConfig> = {}, day = '2026-03-02') {
  let state: HallDay = initialDay;
  let atMs = Date.parse(`${day}T07:30:00${zone}`);
  let fresh = 0;
  const history: HallEvent[] = [];

  const hall = {
    get state(): HallDay {
      return state;
    },
    get atMs(): number {
      return atMs;
    },
    get history(): readonly HallEvent[] {
      return history;
    },
    /** Moves the clock to a time of day, bringing everything that falls due on the way. */
    at(time: string, on = day) {
      hall.moveTo(Date.parse(`${on}T${time.length === 5 ? `${time}:00` : time}${zone}`));
      return hall;
    },
    later(seconds: number) {
      hall.moveTo(atMs + seconds * 1000);
      return hall;
    },
    moveTo(toMs: number) {
      for (;;) {
        const dueMs = nextDue(state);
        if (dueMs === null || dueMs > toMs) break;
        atMs = Math.max(atMs, dueMs);
        if (!isDue(state, atMs)) break;
        hall.tick();
      }
      atMs = toMs;
      if (isDue(state, atMs)) hall.tick();
      return hall;
    },
    /** The hub is away until then: what fell due meanwhile falls due when it is back. */
    awayUntil(time: string) {
      atMs = Date.parse(`${day}T${time}:00${zone}`);
      if (isDue(state, atMs)) hall.tick();
      return hall;
    },
    tick(): readonly HallEvent[] {
      return keep(ask('tick', {}, { kind: 'clock' }), { kind: 'clock' });
    },
    /** The decision, without applying it. */
    ask<N extends CommandName>(
      name: N,
      args: CommandArgs[N],
      actor: Actor = supervisor,
      override?: CommandContext['override'],
    ): Decision {
      return ask(name, args, actor, override);
    },
    /** Applies a command that must be accepted; answers its events and what fell due behind it. */
    do<N extends CommandName>(
      name: N,
      args: CommandArgs[N],
      actor: Actor = supervisor,
      override?: CommandContext['override'],
    ): readonly HallEvent[] {
      const events = keep(ask(name, args, actor, override), actor);
      return isDue(state, atMs) ? [...events, ...hall.tick()] : events;
    },
    /** A command that must be refused. */
    refused<N extends CommandName>(
      name: N,
      args: CommandArgs[N],
      actor: Actor = supervisor,
      override?: CommandContext['override'],
    ): Refusal {
      const decision = ask(name, args, actor, override);
      if (decision.kind !== 'refused') {
        throw new Error(`${name} was ${decision.kind}, not refused`);
      }
      return decision;
    },
    issue(service = 'payment', className = 'ordinary'): Ticket {
      hall.do('issue-ticket', { service, class: className }, kiosk);
      const ticket = [...history].reverse().find((event) => event.type === 'TicketIssued');
      if (ticket?.type !== 'TicketIssued') throw new Error('no ticket was issued');
      return hall.ticket(ticket.data.ticket);
    },
    /** A clerk takes a seat. */
    open(counter: string, badge: string) {
      hall.do('open', { counter }, clerk(badge));
      return hall;
    },
    ticket(id: string): Ticket {
      return ticketOf(state, id);
    },
    types(): readonly EventType[] {
      return history.map((event) => event.type);
    },
  };

  function ask<N extends CommandName>(
    name: N,
    args: CommandArgs[N],
    actor: Actor,
    override?: CommandContext['override'],
  ): Decision {
    fresh += 1;
    return decide(state, { name, args } as unknown as Command, {
      atMs,
      actor,
      freshId: `fresh${String(fresh)}`,
      ...(override === undefined ? {} : { override }),
    });
  }

  function keep(decision: Decision, actor: Actor): readonly HallEvent[] {
    if (decision.kind === 'refused') {
      throw new Error(`refused: ${decision.rules.join(', ')} ${JSON.stringify(decision.by)}`);
    }
    if (decision.kind === 'unknown') throw new Error(`unknown ${decision.what} ${decision.id}`);
    const applied = applyAll(state, decision.events, atMs, actor);
    state = applied.state;
    assertWhole(state);
    history.push(...applied.events);
    return applied.events;
  }

  keep(ask('configure', { config: { ...testConfig, ...change }, why: 'test' }, hub), hub);
  return hall;
}

export type HallDayDriver = ReturnType<typeof hallDay>;

export const supervisor: Actor = { kind: 'staff', badge: '9001', role: 'supervisor' };
export const kiosk: Actor = { kind: 'device', device: 'kiosk-1' };
export const hub: Actor = { kind: 'hub' };
export const customer: Actor = { kind: 'customer' };
export function clerk(badge: string): Actor {
  return { kind: 'staff', badge, role: 'clerk' };
}

/** The state that a history leads to. */
export function replay(events: readonly HallEvent[]): HallDay {
  return events.reduce(evolve, initialDay);
}

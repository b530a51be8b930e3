import { decide } from '#core/decide.ts';
import type { Command, CommandArgs, CommandName } from '#core/commands.ts';
import { isDue } from '#core/due.ts';
import type { HallEvent } from '#core/events.ts';
import { applyAll, evolve } from '#core/evolve.ts';
import type { HallConfig } from '#core/hall-config.ts';
import { initialDay, type HallDay, type Ticket } from '#core/state.ts';
import { items } from '#core/sequence.ts';
import type { Actor } from '#core/vocabulary.ts';
import { createLearnedEstimator } from '#estimate/learned.ts';
import type { Estimator } from '#estimate/estimator.ts';
import { createHallProjections, type HallProjections } from '#projections/hall-projections.ts';
import type { ViewSources } from '#projections/view-sources.ts';
import { tongtai } from './tongtai.ts';

/** A hall on a steered clock: commands go through the real core, events through the projections. */
export interface Hall {
  state: HallDay;
  nowMs: number;
  readonly events: HallEvent[];
  readonly projections: HallProjections;
  readonly estimator: Estimator;
  /** Lets time pass; what falls due happens. */
  pass(seconds: number): void;
  /** A command that must be accepted; answers its events. */
  run<N extends CommandName>(
    name: N,
    args: CommandArgs[N],
    by?: Actor | string,
    override?: string,
  ): readonly HallEvent[];
  /** A command that may be refused; answers what the core says. */
  ask<N extends CommandName>(
    name: N,
    args: CommandArgs[N],
    by?: Actor | string,
  ): ReturnType<typeof decide>;
  /** Takes a number; answers the ticket. */
  take(service: string, className?: string): Ticket;
  ticket(number: string): Ticket;
  sources(change?: Partial<ViewSources>): ViewSources;
  /** Forgets everything, as before the first event. */
  restart(): void;
  /** Takes in one event of a history. */
  fold(event: HallEvent): void;
  waitingIds(): readonly string[];
}

export const monday = (time: string): number => Date.parse(`2026-03-02T${time}:00+08:00`);

export function openHall(config: HallConfig = tongtai(), at = '08:30'): Hall {
  const projections = createHallProjections();
  const estimator = createLearnedEstimator();
  let fresh = 0;

  const hall: Hall = {
    state: initialDay,
    nowMs: monday('08:00'),
    events: [],
    projections,
    estimator,
    pass(seconds) {
      hall.nowMs += seconds * 1000;
      if (isDue(hall.state, hall.nowMs)) hall.run('tick', {}, { kind: 'clock' });
    },
    ask(name, args, by = { kind: 'hub' }) {
      fresh += 1;
      const context = { atMs: hall.nowMs, actor: actorOf(by), freshId: `id${String(fresh)}` };
      return decide(hall.state, { name, args } as unknown as Command, context);
    },
    run(name, args, by = { kind: 'hub' }, override) {
      fresh += 1;
      const actor = actorOf(by);
      const decision = decide(hall.state, { name, args } as unknown as Command, {
        atMs: hall.nowMs,
        actor,
        freshId: `id${String(fresh)}`,
        ...(override !== undefined && { override: { by: '9001', reason: override } }),
      });
      if (decision.kind !== 'accepted') {
        throw new Error(`${name} was refused: ${JSON.stringify(decision)}`);
      }
      const applied = applyAll(hall.state, decision.events, hall.nowMs, actor);
      hall.state = applied.state;
      hall.events.push(...applied.events);
      projections.apply(applied);
      applied.events.forEach((event) => estimator.apply(event));
      return applied.events;
    },
    take(service, className) {
      const args = {
        service,
        ...(className !== undefined && { class: className, customer: `c${String(fresh)}` }),
      };
      const [issued] = hall.run('issue-ticket', args, { kind: 'device', device: 'kiosk-1' });
      if (issued?.type !== 'TicketIssued') throw new Error('no ticket');
      return hall.ticket(issued.data.number);
    },
    ticket(number) {
      for (const ticket of items(hall.state.tickets)) if (ticket.number === number) return ticket;
      throw new Error(`no ticket ${number}`);
    },
    sources: (change = {}) => ({
      state: hall.state,
      nowMs: hall.nowMs,
      clockSpeed: 1,
      projections,
      devices: [],
      estimate: estimator,
      baseUrl: 'http://127.0.0.1:8080',
      ...change,
    }),
    restart() {
      hall.state = initialDay;
    },
    fold(event) {
      hall.state = evolve(hall.state, event);
      projections.apply({ state: hall.state, events: [event] });
      estimator.apply(event);
    },
    waitingIds: () =>
      [...items(hall.state.tickets)].flatMap(({ id, state }) => (state === 'waiting' ? [id] : [])),
  };
  hall.run('configure', { config, why: 'test' });
  hall.pass((monday(at) - hall.nowMs) / 1000);
  return hall;
}

function actorOf(by: Actor | string): Actor {
  if (typeof by !== 'string') return by;
  return { kind: 'staff', badge: by, role: by === '9001' ? 'supervisor' : 'clerk' };
}

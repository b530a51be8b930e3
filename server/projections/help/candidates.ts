import type { Command, CommandArgs, CommandName } from '#core/commands.ts';
import { decide } from '#core/decide.ts';
import { applyAll } from '#core/evolve.ts';
import { configOf, isReceiving, offers, ticketAt } from '#core/lookup.ts';
import type { HallDay, Ticket } from '#core/state.ts';
import type { Actor } from '#core/vocabulary.ts';
import { countersOffering, lineLength, servicesAt } from '../scene.ts';
import { staffToday } from '../staff-today.ts';
import { supervisorActor } from '../supervisor-actor.ts';
import type { ViewSources } from '../view-sources.ts';
import type { Foresight } from './foresight.ts';

/** Something that might keep a promise, and the hall as it would be then. */
export type Candidate = {
  readonly counter: string;
  readonly supposed: HallDay;
} & (
  | { readonly kind: 'open-counter'; readonly clerk: string | null }
  | { readonly kind: 'end-pause'; readonly clerk: string | null }
  | { readonly kind: 'lend-counter'; readonly service: string }
  | { readonly kind: 'call-first'; readonly ticket: Ticket }
);

/** The most of each kind that are looked into: each costs a walk down the line. */
const openMax = 3;
const resumeMax = 4;
const lendServicesMax = 2;
const lendCountersMax = 2;
const firstMax = 2;

type Sources = Pick<ViewSources, 'state' | 'nowMs' | 'projections'>;

/**
 * What a supervisor could set about, for those who would be late. Only what the core accepts of
 * whoever would do it; each with the state that the core makes of it. At most 13.
 */
export function candidatesFor(sources: Sources, { late }: Foresight): readonly Candidate[] {
  const { state } = sources;
  const byService = new Map<string, number>();
  for (const { ordinal } of late) {
    const { service, reservedFor } = ticketAt(state, ordinal);
    if (reservedFor === null) byService.set(service, (byService.get(service) ?? 0) + 1);
  }
  const wanted = [...byService].sort((a, b) => b[1] - a[1]).map(([service]) => service);
  return [
    ...ends(sources, wanted),
    ...opens(sources, wanted),
    ...lends(sources, wanted),
    ...firsts(sources, late),
  ];
}

/** A closed counter, with somebody who is there and holds none; else with whoever can be spared. */
function opens(sources: Sources, wanted: readonly string[]): readonly Candidate[] {
  const { state } = sources;
  const config = configOf(state);
  const free = staffToday(sources).find(
    ({ state: now, role }) => now === 'free' && role === 'clerk',
  );
  const actor: Actor =
    free === undefined
      ? supervisorActor(state)
      : { kind: 'staff', badge: free.badge, role: free.role };
  const kinds = new Set<string>();
  const found: Candidate[] = [];
  for (const counter of config.counters) {
    if (found.length >= openMax) break;
    if (state.counters[counter.id]?.state !== 'closed') continue;
    if (!wanted.some((service) => offers(counter, service))) continue;
    // Two closed counters for the same services would help alike: the first is named.
    const kind = servicesAt(config, counter.id).join('|');
    if (kinds.has(kind)) continue;
    const supposed = suppose(sources, actor, 'open', { counter: counter.id });
    if (supposed === null) continue;
    kinds.add(kind);
    const clerk = free?.badge ?? null;
    found.push({ kind: 'open-counter', counter: counter.id, clerk, supposed });
  }
  return found;
}

function ends(sources: Sources, wanted: readonly string[]): readonly Candidate[] {
  const { state } = sources;
  const found: Candidate[] = [];
  for (const counter of configOf(state).counters) {
    const seat = state.counters[counter.id];
    if (found.length >= resumeMax) break;
    if (seat?.state !== 'paused' && seat?.state !== 'absent') continue;
    if (seat.clerk === null || !wanted.some((service) => offers(counter, service))) continue;
    const actor = { kind: 'staff', badge: seat.clerk, role: 'clerk' } as const;
    const supposed = suppose(sources, actor, 'resume', { counter: counter.id });
    if (supposed !== null) {
      found.push({ kind: 'end-pause', counter: counter.id, clerk: seat.clerk, supposed });
    }
  }
  return found;
}

/** A counter that receives customers takes a service that it does not offer. */
function lends(sources: Sources, wanted: readonly string[]): readonly Candidate[] {
  const { state } = sources;
  const config = configOf(state);
  const found: Candidate[] = [];
  for (const service of wanted.slice(0, lendServicesMax)) {
    const able = config.counters
      .filter((counter) => {
        const seat = state.counters[counter.id];
        return seat !== undefined && isReceiving(seat) && !offers(counter, service);
      })
      .map(({ id }) => ({ id, isIdle: state.counters[id]?.state === 'idle' }))
      .sort(
        (a, b) =>
          Number(b.isIdle) - Number(a.isIdle) || lineLength(state, a.id) - lineLength(state, b.id),
      )
      .slice(0, lendCountersMax);
    for (const { id } of able) {
      const services = [...servicesAt(config, id), service];
      const args = { counter: id, services };
      const supposed = suppose(sources, supervisorActor(state), 'set-counter-services', args);
      if (supposed === null) continue;
      found.push({
        kind: 'lend-counter',
        counter: id,
        service,
        supposed: asAnyClerk(supposed, id),
      });
    }
  }
  return found;
}

/**
 * What a clerk has served so far says nothing of what they do once they may: the estimator takes
 * one whom it does not know yet for able.
 */
function asAnyClerk(state: HallDay, counter: string): HallDay {
  const seat = state.counters[counter];
  if (seat === undefined) return state;
  return { ...state, counters: { ...state.counters, [counter]: { ...seat, clerk: '' } } };
}

/** The first to be late, led to the front of a counter that can take them. */
function firsts(sources: Sources, late: Foresight['late']): readonly Candidate[] {
  const { state, nowMs } = sources;
  const found: Candidate[] = [];
  const soonest = late
    .filter(({ breaksAtMs }) => breaksAtMs > nowMs)
    .toSorted((a, b) => a.breaksAtMs - b.breaksAtMs);
  for (const { ordinal } of soonest) {
    if (found.length >= firstMax) break;
    const ticket = ticketAt(state, ordinal);
    const counter = shortestFor(state, ticket.service);
    // Whoever stands in front already is next anyway, and would not come back there by an undo.
    if (counter === null || ticket.reservedFor !== null || ticket.front) continue;
    const args = {
      ticket: ticket.id,
      counter,
      place: 'front',
      reason: 'ten-minute-promise',
    } as const;
    const supposed = suppose(sources, supervisorActor(state), 'move-ticket', args);
    if (supposed !== null) found.push({ kind: 'call-first', counter, ticket, supposed });
  }
  return found;
}

function shortestFor(state: HallDay, service: string): string | null {
  const able = (countersOffering(configOf(state)).get(service) ?? []).filter((id) => {
    const seat = state.counters[id];
    return seat !== undefined && isReceiving(seat);
  });
  const [first] = able.toSorted((a, b) => lineLength(state, a) - lineLength(state, b));
  return first ?? null;
}

/** The hall after a command, or null where the core would refuse it or nothing would happen. */
function suppose<N extends CommandName>(
  { state, nowMs }: Sources,
  actor: Actor,
  name: N,
  args: CommandArgs[N],
): HallDay | null {
  const command = { name, args } as unknown as Command;
  const decision = decide(state, command, { atMs: nowMs, actor, freshId: 'supposed' });
  if (decision.kind !== 'accepted' || decision.events.length === 0) return null;
  return applyAll(state, decision.events, nowMs, actor).state;
}

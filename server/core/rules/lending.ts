import type { CommandArgs, CommandContext } from '../commands.ts';
import type { CounterConfig, HallConfig } from '../hall-config.ts';
import { configOf, isReceiving, offers, seatOf, serviceOf } from '../lookup.ts';
import type { HallDay } from '../state.ts';
import { accepted, answer, type Decision, type Guard, unknown } from '../verdict.ts';

/**
 * `disperse-the-crowd`: a supervisor lets a counter serve other services for the rest of the day.
 * Null gives it back what the hall's file says; so does the next business day.
 */
export function setCounterServices(
  state: HallDay,
  args: CommandArgs['set-counter-services'],
  context: CommandContext,
): Decision {
  const config = configOf(state);
  const counter = config.counters.find(({ id }) => id === args.counter);
  if (counter === undefined) return unknown('counter', args.counter);
  const stranger = args.services?.find((id) => serviceOf(config, id) === undefined);
  if (stranger !== undefined) return unknown('service', stranger);
  const own = state.ownServices[counter.id] ?? counter.services;
  const wanted = args.services ?? own;
  const services = sameServices(config, wanted, own) ? own : [...new Set(wanted)];
  if (sameServices(config, services, counter.services)) return accepted();
  return answer(context, [strandsNobody(state, counter, { ...counter, services })], () => [
    {
      type: 'CounterServicesSet',
      data: { counter: counter.id, services, lent: services !== own },
    },
  ]);
}

/** The configuration as the hall's file has it, whatever was lent today. */
export function ownConfig(state: HallDay): HallConfig {
  const config = configOf(state);
  const counters = config.counters.map((counter) => {
    const services = state.ownServices[counter.id];
    return services === undefined ? counter : { ...counter, services };
  });
  return Object.keys(state.ownServices).length === 0 ? config : { ...config, counters };
}

/** Whoever waits for what this counter would leave off needs another that receives customers. */
function strandsNobody(state: HallDay, before: CounterConfig, after: CounterConfig): Guard {
  // A closed one calls nobody; yet it may be the last that could, once it opens.
  const isClosed = seatOf(state, before.id)?.state === 'closed';
  const others = configOf(state).counters.filter(({ id }) => {
    const seat = seatOf(state, id);
    return id !== before.id && seat !== undefined && (isClosed || isReceiving(seat));
  });
  let count = 0;
  for (const { service, reservedFor, ordinals } of Object.values(state.queues)) {
    // Who is kept for this counter is called here whatever it offers.
    if (reservedFor !== null || !offers(before, service) || offers(after, service)) continue;
    if (!others.some((other) => offers(other, service))) count += ordinals.size;
  }
  if (count === 0) return null;
  return { rule: 'right-counter', by: { counter: before.id, count }, overridable: false };
}

function sameServices(config: HallConfig, some: readonly string[], other: readonly string[]) {
  const all = config.services.map(({ id }) => id);
  const named = (list: readonly string[]) => (list.includes('*') ? all : list);
  const [first, second] = [new Set(named(some)), new Set(named(other))];
  return first.size === second.size && [...first].every((id) => second.has(id));
}

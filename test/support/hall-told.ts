import type { CommandArgs, CommandContext, CommandName } from '#core/commands.ts';
import type { RuleId } from '#core/rules.ts';
import { items } from '#core/sequence.ts';
import type { HallDay } from '#core/state.ts';
import type { Actor } from '#core/vocabulary.ts';
import { supervisor, type HallDayDriver } from './hall-day.ts';

/**
 * What becomes of a command, stated whole, for tests that leave nothing out: the refusal with all
 * that it names; or the events with all that they carry, and what they changed of the state.
 * Tickets are told by their numbers, instants by the time of day (`09:00:00`, with milliseconds
 * where there are any).
 */
export function outcome<N extends CommandName>(
  hall: HallDayDriver,
  name: N,
  args: CommandArgs[N],
  actor: Actor = supervisor,
  override?: CommandContext['override'],
): unknown {
  const decision = hall.ask(name, args, actor, override);
  if (decision.kind !== 'accepted') {
    const { kind: _, ...rest } = decision;
    return told(hall, rest);
  }
  const before = hall.state;
  const events = hall
    .do(name, args, actor, override)
    .map(({ type, data, override: pass, actor: by }) => ({
      [type]: data,
      ...(pass === undefined ? {} : { override: pass }),
      ...(by.kind === 'clock' && actor.kind !== 'clock' ? { by: 'clock' } : {}),
    }));
  return { events: told(hall, events), became: became(hall, before) };
}

/** A refusal for one rule with all that it names, as `outcome` tells it. */
export function refusedBy(
  rule: RuleId,
  by: object,
  rest: { readonly waysOut?: readonly unknown[]; readonly overridable?: boolean } = {},
) {
  return { rule, rules: [rule], by, waysOut: [], overridable: false, ...rest };
}

/** What is different from before; `gone` where something is no longer there. */
export function became(hall: HallDayDriver, before: HallDay): unknown {
  const {
    seq: _,
    lastAtMs: __,
    ...change
  } = (difference(plain(before), plain(hall.state)) ?? {}) as Record<string, unknown>;
  return told(hall, change);
}

/** A value of the hall in the words of the tests. */
export function told(hall: HallDayDriver, value: unknown, key = ''): unknown {
  if (typeof value === 'number') return key.endsWith('Ms') ? timeOfDay(value) : value;
  if (typeof value === 'string') return withNumbers(hall, value);
  if (Array.isArray(value)) return value.map((each) => told(hall, each, key));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [withNumbers(hall, name), told(hall, each, name)]),
  );
}

function withNumbers(hall: HallDayDriver, text: string): string {
  if (!text.includes('-fresh')) return text;
  return [...items(hall.state.tickets)].reduce(
    (said, { id, number }) =>
      said === id || said.startsWith(`${id}.`) ? said.replace(id, number) : said,
    text,
  );
}

/** Durations stay numbers. */
function timeOfDay(atMs: number): string | number {
  if (atMs < 1e12) return atMs;
  const time = new Date(atMs + 8 * 3_600_000).toISOString();
  const [date = '', clock = ''] = time.slice(0, -1).split('T');
  const short = clock.endsWith('.000') ? clock.slice(0, -4) : clock;
  return date === '2026-03-02' ? short : `${date} ${short}`;
}

/** Tickets by number, other sequences as lists. */
function plain(state: HallDay): unknown {
  return {
    ...state,
    tickets: Object.fromEntries([...items(state.tickets)].map((each) => [each.number, each])),
    queues: Object.fromEntries(
      Object.entries(state.queues).map(([key, queue]) => [
        key,
        { ...queue, ordinals: [...items(queue.ordinals)] },
      ]),
    ),
  };
}

function difference(before: unknown, after: unknown): unknown {
  if (!isRecord(before) || !isRecord(after)) {
    return JSON.stringify(before) === JSON.stringify(after) ? undefined : after;
  }
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  const changed = [...names].flatMap((name) => {
    if (!Object.hasOwn(after, name)) return [[name, 'gone'] as const];
    const own = Object.hasOwn(before, name) ? difference(before[name], after[name]) : after[name];
    return own === undefined ? [] : [[name, own] as const];
  });
  return changed.length === 0 ? undefined : Object.fromEntries(changed);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

import type { HallEvent } from '#core/events.ts';
import type { HallDay } from '#core/state.ts';
import type { Asked, CommandResult, Outcome } from './dispatch.ts';

/** What a door words its answer from: ids that the command made or touched, and its own words. */
export function resultOf(
  asked: Asked,
  events: readonly HallEvent[],
  state: HallDay,
  atMs: number,
): CommandResult {
  const find = (key: 'ticket' | 'counter' | 'notice'): string | null => {
    for (const event of events) {
      const value = (event.data as Readonly<Record<string, unknown>>)[key];
      if (typeof value === 'string') return value;
    }
    const given = (asked.command.args as Readonly<Record<string, unknown>>)[key];
    return key !== 'ticket' && typeof given === 'string' ? given : null;
  };
  return {
    ticket: find('ticket'),
    counter: find('counter'),
    notice: find('notice'),
    answer: asked.render?.({ state, events, atMs }) ?? null,
  };
}

/** Answers of the rules: the same key gets them again. Failures of the moment may be retried. */
export function isVerdict(outcome: Outcome): boolean {
  return outcome.kind === 'refused' || outcome.kind === 'unknown';
}

import type { Command, CommandArgs, CommandName } from '#core/commands.ts';
import { decide, type Decision } from '#core/decide.ts';
import type { Actor } from '#core/vocabulary.ts';
import type { ViewSources } from './view-sources.ts';

/**
 * Asks the core what it would say to a command now, and forgets the answer: a key that is shown as
 * refused and the refusal itself come from the same code.
 */
export function dryRun<N extends CommandName>(
  { state, nowMs }: ViewSources,
  actor: Actor,
  name: N,
  args: CommandArgs[N],
): Decision {
  const command = { name, args } as unknown as Command;
  return decide(state, command, { atMs: nowMs, actor, freshId: '' });
}

/** Accepted, and something would happen. */
export function wouldDo(decision: Decision): boolean {
  return decision.kind === 'accepted' && decision.events.length > 0;
}

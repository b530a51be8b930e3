import type { Actor, VaultChange } from '#core/vocabulary.ts';
import type { Hall } from './hall-port.ts';
import { problemOfOutcome } from './outcome-problem.ts';

/**
 * Writes into the journal that something in the vault is changed, and by whom; never what.
 * @returns the revision
 * @throws HubProblem when the journal cannot write
 */
export async function noteVaultChange(
  { dispatch, clock }: Pick<Hall, 'dispatch' | 'clock'>,
  change: VaultChange,
  actor: Actor,
): Promise<number> {
  const name = 'note-vault-change';
  const outcome = await dispatch.submit({ command: { name, args: change }, actor });
  if (outcome.kind === 'done') return outcome.revision;
  const state = dispatch.state();
  throw problemOfOutcome(outcome, { command: name, state, nowMs: clock.now() });
}

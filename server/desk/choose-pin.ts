import { randomInt } from 'node:crypto';
import type { Actor } from '#core/vocabulary.ts';
import { isWeakPin } from '#server/vault/weak-pins.ts';
import { isTraining, type Hall } from './hall-port.ts';
import { badInput } from './hub-problem.ts';
import { noteVaultChange } from './vault-change.ts';

/** @throws HubProblem `bad-input` naming `field`, for a pin that is guessed first */
export function refuseWeakPin(
  hall: Pick<Hall, 'dispatch'>,
  badge: string,
  pin: string,
  field: string,
): void {
  if (isWeakPin(pin, knownOf(hall, badge)))
    throw badInput([{ field, word: 'easilyGuessed', parameter: '' }]);
}

/** Six digits that are not guessed first, to be handed over and changed at the first sign-in. */
export function freshPin(hall: Pick<Hall, 'dispatch'>, badge: string): string {
  for (;;) {
    const made = String(randomInt(0, 1_000_000)).padStart(6, '0');
    if (!isWeakPin(made, knownOf(hall, badge))) return made;
  }
}

/**
 * A pin that its owner has chosen. The journal first: a pin that is in force is known to be theirs.
 * @returns the revision
 * @throws HubProblem for a weak pin, or when the journal cannot write
 */
export async function choosePin(
  hall: Hall,
  badge: string,
  pin: string,
  actor: Actor,
): Promise<number> {
  refuseWeakPin(hall, badge, pin, 'newPin');
  const revision = await noteVaultChange(hall, { change: 'pin-chosen', badge }, actor);
  await hall.vault.pins.set(badge, pin, { isOneTime: false, training: isTraining(hall) });
  return revision;
}

function knownOf({ dispatch }: Pick<Hall, 'dispatch'>, badge: string): readonly string[] {
  const { config } = dispatch.state();
  return config === null ? [badge] : [badge, config.hall.id];
}

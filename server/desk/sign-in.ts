import { staffOf } from '#core/lookup.ts';
import type { StaffConfig } from '#core/hall-config.ts';
import { anonymous } from '#protocol/identity.ts';
import { comeBack, plainProblem, tooMany } from './hub-problem.ts';
import type { Hall } from './hall-port.ts';
import type { RefusalLog } from './refusal-log.ts';

/**
 * Checks a badge and its pin. Tries for one badge run one after the other, so that a hundred
 * guesses at once are slowed like a hundred in a row.
 */
export function createPinCheck(
  hall: Pick<Hall, 'dispatch' | 'vault' | 'metrics'>,
  turnedAway: RefusalLog,
) {
  const { vault, metrics } = hall;
  const lastTry = new Map<string, Promise<unknown>>();

  async function tryOnce(
    badge: string,
    pin: string,
    address: string,
    isChoosing: boolean,
  ): Promise<StaffConfig> {
    const waitMs = vault.failures.waitMs(badge, address);
    if (waitMs > 0) {
      metrics.signIns.inc({ outcome: 'slowed' });
      throw tooMany(waitMs);
    }
    const isRight = await vault.pins.check(badge, pin);
    if (isRight === null) throw comeBack('busy', 2);
    const { config } = hall.dispatch.state();
    const person = config === null ? undefined : staffOf(config, badge);
    if (!isRight || person === undefined) {
      vault.failures.failed(badge, address);
      metrics.signIns.inc({ outcome: 'wrong-pin' });
      turnedAway({
        ...{ code: 'wrong-pin', door: 'pin', identity: anonymous, address },
        ...(person === undefined ? {} : { badge }),
      });
      throw plainProblem('wrong-pin', 'wrong-pin');
    }
    // The pin is right, so that this tells nothing to those who guess.
    if (!isChoosing && vault.pins.isOneTime(badge))
      throw plainProblem('pin-to-choose', 'pin-to-choose');
    vault.failures.succeeded(badge);
    metrics.signIns.inc({ outcome: 'right' });
    return person;
  }

  /**
   * @param isChoosing a pin for one sign-in may be shown, since another one comes with it
   * @throws HubProblem `wrong-pin`, `pin-to-choose`, `too-many` or `busy`
   */
  return async (
    badge: string,
    pin: string,
    address: string,
    isChoosing = false,
  ): Promise<StaffConfig> => {
    const before = lastTry.get(badge) ?? Promise.resolve();
    const mine = before.then(() => tryOnce(badge, pin, address, isChoosing));
    const settled = mine.catch(() => undefined);
    lastTry.set(badge, settled);
    void settled.then(() => {
      if (lastTry.get(badge) === settled) lastTry.delete(badge);
    });
    return mine;
  };
}

export type PinCheck = ReturnType<typeof createPinCheck>;

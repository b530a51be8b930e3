import { nextHallDue } from '#core/due.ts';
import type { HallDay } from '#core/state.ts';
import type { Outcome } from '#dispatch/dispatch.ts';
import { problemOfRefusal, problemOfUnknown } from '#protocol/words/problems.ts';
import { limits } from '#server/limits.ts';
import { comingConfig, nextOpeningMs } from '#projections/scene.ts';
import { clockBehind, comeBack, hubProblem, plainProblem, type HubProblem } from './hub-problem.ts';

/** A refusal, a lost race, bad input and a broken disk are four different answers. */
export function problemOfOutcome(
  outcome: Exclude<Outcome, { kind: 'done' }>,
  about: { readonly command: string; readonly state: HallDay; readonly nowMs: number },
): HubProblem {
  switch (outcome.kind) {
    case 'refused': {
      const { state } = about;
      const facts = {
        config: state.config,
        command: about.command,
        nowMs: about.nowMs,
        nextOpensAtMs: numbersAgainMs(state, about.nowMs),
        closesAtMs: state.hours?.closesAtMs ?? null,
      };
      return hubProblem((language) => problemOfRefusal(outcome, facts, language));
    }
    case 'unknown':
      return hubProblem((language) => problemOfUnknown(outcome, language));
    case 'key-reused':
      return plainProblem('key-reused', 'key-reused');
    case 'storage-cannot-write':
      return plainProblem('storage-cannot-write', 'storage-cannot-write');
    case 'clock-behind':
      return clockBehind(outcome.behindMs);
    case 'busy':
      return comeBack('busy', 1);
    case 'stopping':
      return comeBack('stopping', limits.stoppingRetryAfterSeconds);
    case 'internal':
      return plainProblem('internal');
  }
}

/** When numbers are given again; null while they are, or until a supervisor says so. */
function numbersAgainMs(state: HallDay, nowMs: number): number | null {
  switch (state.hallState) {
    case 'closed':
      return nextHallDue(state);
    case 'serving-out':
      return nextOpeningMs(comingConfig(state), nowMs);
    case 'open':
    case 'closing':
      return null;
  }
}

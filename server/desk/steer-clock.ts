import { nextDue } from '#core/due.ts';
import type { Hall } from './hall-port.ts';
import { isSteerable, isTraining } from './hall-port.ts';
import { badInput, hubProblem, plainProblem } from './hub-problem.ts';
import { limits } from '#server/limits.ts';
import { problemDetails, type ProblemDetail } from '#protocol/problem-words.ts';

export interface ClockAsked {
  readonly advanceSeconds?: number;
  readonly to?: string;
  readonly speed?: number;
}

export interface ClockAnswer {
  readonly revision: number;
  readonly now: string;
  readonly clockSpeed: number;
}

/**
 * Moves a training hall's clock. It stops at every instant at which something falls due, so that
 * each thing is stamped with its own time, and answers when all of it is on stable storage.
 */
export function createClockSteering(hall: Hall) {
  let last: Promise<unknown> = Promise.resolve();

  async function steer(asked: ClockAsked): Promise<ClockAnswer> {
    const { clock, dispatch } = hall;
    if (!isSteerable(clock) || !isTraining(hall)) {
      throw plainProblem('forbidden', 'training-only');
    }
    const targetMs = targetOf(asked, clock.now());
    let steps = 0;
    await dispatch.settle();
    for (;;) {
      const dueMs = nextDue(dispatch.state());
      if (dueMs === null || dueMs > targetMs || dueMs <= clock.now()) break;
      if ((steps += 1) > limits.clockStepsMax) break;
      clock.moveTo(dueMs);
      await dispatch.settle();
    }
    if (targetMs > clock.now()) clock.moveTo(targetMs);
    if (asked.speed !== undefined) clock.setSpeed(asked.speed);
    await dispatch.settle();
    if (!dispatch.health().writable) {
      throw plainProblem('storage-cannot-write', 'storage-cannot-write');
    }
    return {
      revision: dispatch.state().seq,
      now: new Date(clock.now()).toISOString(),
      clockSpeed: clock.speed(),
    };
  }

  /** One after the other: two hands on one clock would step over each other's instants. */
  return (asked: ClockAsked): Promise<ClockAnswer> => {
    const mine = last.then(() => steer(asked));
    last = mine.catch(() => undefined);
    return mine;
  };
}

function targetOf({ advanceSeconds, to }: ClockAsked, nowMs: number): number {
  if (to === undefined && advanceSeconds === undefined) return nowMs;
  const targetMs = to === undefined ? nowMs + (advanceSeconds ?? 0) * 1_000 : Date.parse(to);
  const field = to === undefined ? 'advanceSeconds' : 'to';
  if (targetMs < nowMs) throw wrong(field, 'clock-forward-only');
  if (targetMs - nowMs > limits.clockAdvanceDaysMax * 86_400_000) {
    throw wrong(field, 'clock-too-far');
  }
  return Math.floor(targetMs);
}

function wrong(field: string, detail: ProblemDetail) {
  return hubProblem((language) => ({
    ...badInput([{ field, word: 'other', parameter: '' }]).inLanguage(language),
    detail: problemDetails[detail][language],
    fields: [{ field, message: problemDetails[detail][language] }],
  }));
}

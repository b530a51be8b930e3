import type { Language } from '#core/vocabulary.ts';
import {
  clockBehindWords,
  problemDetails,
  waitWords,
  type ProblemDetail,
} from '#protocol/problem-words.ts';
import type { Problem, ProblemCode } from '#protocol/problem.ts';
import { wordFaults, type FieldFault } from '#protocol/validator.ts';
import { problemOf } from '#protocol/words/problems.ts';

/**
 * A problem on its way to a door: worded there, in the asker's language. Thrown inside the edge
 * only, and caught at one boundary a door (the error handler, the socket's guard).
 */
export interface HubProblem extends Error {
  readonly name: 'HubProblem';
  readonly inLanguage: (language: Language) => Problem;
}

export function isHubProblem(value: unknown): value is HubProblem {
  return value instanceof Error && value.name === 'HubProblem';
}

export function hubProblem(inLanguage: (language: Language) => Problem): HubProblem {
  const error = new Error(inLanguage('en').title);
  return Object.assign(error, { name: 'HubProblem', inLanguage } as const);
}

export function plainProblem(code: ProblemCode, detail?: ProblemDetail): HubProblem {
  return hubProblem((language) => ({
    ...problemOf(code, language),
    ...(detail === undefined ? {} : { detail: problemDetails[detail][language] }),
  }));
}

export function badInput(faults: readonly FieldFault[]): HubProblem {
  return hubProblem((language) => {
    const fields = wordFaults(faults, language);
    return {
      ...problemOf('bad-input', language),
      detail: fields
        .map(({ field, message }) =>
          language === 'zh' ? `${field}：${message}` : `${field} ${message}`,
        )
        .join(language === 'zh' ? '；' : '; '),
      fields,
    };
  });
}

export function tooMany(waitMs: number): HubProblem {
  const retryAfterSeconds = Math.max(1, Math.ceil(waitMs / 1_000));
  return hubProblem((language) => ({
    ...problemOf('too-many', language),
    detail: waitWords(retryAfterSeconds)[language],
    retryAfterSeconds,
  }));
}

export function clockBehind(behindMs: number): HubProblem {
  const behindSeconds = Math.max(1, Math.ceil(behindMs / 1_000));
  return hubProblem((language) => ({
    ...problemOf('clock-behind', language),
    detail: clockBehindWords(behindSeconds)[language],
    retryAfterSeconds: behindSeconds,
  }));
}

/** Asks to come back soon: the hub stops or is busy. */
export function comeBack(
  code: 'stopping' | 'busy',
  retryAfterSeconds: number,
  detail: ProblemDetail = code,
): HubProblem {
  return hubProblem((language) => ({
    ...problemOf(code, language),
    detail: problemDetails[detail][language],
    retryAfterSeconds,
  }));
}

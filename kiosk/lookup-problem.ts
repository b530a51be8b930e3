import type { Problem } from '#protocol/problem.ts';
import { common } from '#ui/locale/index.ts';
import { words } from './locale.ts';

/** Why a customer's number was not found, for the screen that asks for it. */
export function lookupProblem(problem: Problem | null): string {
  if (problem === null) return common.t('not-recorded');
  return problem.code === 'unknown' || problem.code === 'bad-input'
    ? words.t('number-unknown')
    : (problem.detail ?? problem.title);
}

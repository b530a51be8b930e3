import type { Problem } from '#protocol/problem.ts';
import { words } from './locale.ts';

/** Why a badge and a pin opened nothing, in one line; null is a hub that was not reached. */
export function signInComplaint(problem: Problem | null): string {
  if (problem === null) return words.t('not-reached');
  if (problem.fields?.some(({ field }) => field === 'newPin') === true) return words.t('pin-weak');
  const said = problem.detail ?? problem.title;
  if (problem.retryAfterSeconds === undefined) return said;
  return `${said} ${words.t('too-many', { seconds: problem.retryAfterSeconds })}`;
}

import type { Role } from '#core/vocabulary.ts';
import type { Problem } from '#protocol/problem.ts';
import { passCommand } from './acts.ts';

/**
 * The refusal with the ways out that this reader can take: a clerk is not offered what only a
 * supervisor may do alone, and where an override would let it pass, a supervisor can be asked.
 * @param passLabel of that last way
 */
export function withReadersWays(problem: Problem, role: Role, passLabel: string): Problem {
  const ways = (problem.waysOut ?? []).filter(
    ({ command }) => command !== 'release-counter' || role === 'supervisor',
  );
  const pass = problem.overridable === true ? [{ command: passCommand, label: passLabel }] : [];
  return { ...problem, waysOut: [...ways, ...pass] };
}

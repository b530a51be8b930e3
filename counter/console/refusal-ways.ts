import type { Role } from '#core/vocabulary.ts';
import type { Problem } from '#protocol/problem.ts';

/** A refusal with the ways out that its reader can take: only a supervisor can free a seat. */
export function withReadersWays(problem: Problem, role: Role): Problem {
  const ways = (problem.waysOut ?? []).filter(
    ({ command }) => command !== 'release-counter' || role === 'supervisor',
  );
  return { ...problem, waysOut: ways };
}

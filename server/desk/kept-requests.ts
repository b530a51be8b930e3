import { limits } from '#server/limits.ts';
import { bodyHash } from './canonical.ts';
import { plainProblem } from './hub-problem.ts';

/**
 * Idempotency of the posts that are no commands of the hall (sign-in, pairing, clock): the loop
 * keeps the commands' answers with the journal, these stand in memory, because some hold a token.
 */
export function createKeptRequests() {
  const kept = new Map<string, { readonly hashed: string; readonly answer: Promise<unknown> }>();

  /** Runs once a key; a repeat with the same body gets the same answer, another body is refused. */
  return async <T>(
    idempotency: { readonly scope: string; readonly key: string } | null,
    body: unknown,
    run: () => Promise<T>,
  ): Promise<T> => {
    if (idempotency === null) return run();
    const name = `${idempotency.scope} ${idempotency.key}`;
    const hashed = bodyHash(body);
    const known = kept.get(name);
    if (known !== undefined) {
      if (known.hashed !== hashed) throw plainProblem('key-reused', 'key-reused');
      return known.answer as Promise<T>;
    }
    const answer = run();
    kept.set(name, { hashed, answer });
    if (kept.size > limits.keptAnswersMax) {
      const oldest = kept.keys().next().value;
      if (oldest !== undefined) kept.delete(oldest);
    }
    // What failed may be tried again with the same key.
    answer.catch(() => kept.delete(name));
    return answer;
  };
}

export type KeptRequests = ReturnType<typeof createKeptRequests>;

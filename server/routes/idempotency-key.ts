import type { FastifyRequest } from 'fastify';
import { scopeOf } from '#server/desk/desk.ts';
import { badInput } from '#server/desk/hub-problem.ts';
import { limits } from '#server/limits.ts';

/** @throws HubProblem `bad-input` for a key that is empty or too long */
export function idempotencyKey(request: FastifyRequest): string | null {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return null;
  const only = Array.isArray(key) ? key.join(',') : key;
  if (only.trim() === '') {
    throw badInput([{ field: 'Idempotency-Key', word: 'blank', parameter: '' }]);
  }
  if (only.length > limits.idempotencyKeyLengthMax) {
    const parameter = String(limits.idempotencyKeyLengthMax);
    throw badInput([{ field: 'Idempotency-Key', word: 'maxLength', parameter }]);
  }
  return only;
}

/** For posts that are no commands: key and scope, with the door's name so that doors stay apart. */
export function ownIdempotency(request: FastifyRequest, door: string) {
  const key = idempotencyKey(request);
  return key === null ? null : { scope: `${door} ${scopeOf(request.identity, request.ip)}`, key };
}

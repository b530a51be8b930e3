import type { ProblemCode } from '#protocol/problem.ts';
import type { Identity } from '#protocol/identity.ts';
import { limits } from '#server/limits.ts';
import { createTokenBucket } from './token-bucket.ts';

/** Somebody was turned away at a door. No body, no address of a ticket, no name. */
export interface TurnedAway {
  readonly code: ProblemCode;
  /** The door's pattern or a socket's word; never the path that was asked. */
  readonly door: string;
  readonly identity: Identity;
  readonly address: string;
  /** Whose pin was wrong, where it is somebody of the staff: people mistype numbers of others. */
  readonly badge?: string;
}

export type RefusalLog = (turned: TurnedAway) => void;

/**
 * What may be an attempt to get past a door is told (ASVS 16.3); what a page asks in the course of a
 * day is not. Rules have their own line (`command`, outcome `refused`).
 */
const told: ReadonlySet<ProblemCode> = new Set([
  'wrong-pin',
  'pin-to-choose',
  'not-signed-in',
  'forbidden',
  'too-many',
  'bad-input',
  'too-large',
  'unsupported-media-type',
]);

/**
 * @param warn writes a line of the log
 * @param now milliseconds that only go forward
 */
export function createRefusalLog(
  warn: (line: object, message: string) => void,
  now: () => number = () => performance.now(),
): RefusalLog {
  const perMinute = limits.refusalLinesPerMinuteMax;
  const lines = createTokenBucket(perMinute / 60, perMinute, now);
  let untold = 0;
  return ({ code, door, identity, address, badge }) => {
    if (!told.has(code)) return;
    if (lines.take() > 0) {
      untold += 1;
      return;
    }
    const by = byOf(identity);
    const before = untold === 0 ? {} : { untold };
    untold = 0;
    warn(
      { code, door, by, address, ...(badge === undefined ? {} : { badge }), ...before },
      'refused',
    );
  };
}

function byOf(identity: Identity): string {
  switch (identity.kind) {
    case 'anonymous':
      return 'anyone';
    case 'staff':
      return `staff:${identity.badge}`;
    case 'device':
      return `device:${identity.device}`;
  }
}

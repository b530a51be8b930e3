import { randomFillSync } from 'node:crypto';

const idBytes = 16;
const poolIds = 256;

/**
 * 128 random bits in base64url, 22 characters. Drawn from the system for many ids at once: a draw
 * costs about as much for one as for all of them. A used part of the pool is overwritten before
 * it would be used again.
 */
export function createFreshIds(): () => string {
  const pool = Buffer.alloc(idBytes * poolIds);
  let next = pool.length;
  return () => {
    if (next === pool.length) {
      randomFillSync(pool);
      next = 0;
    }
    const id = pool.toString('base64url', next, next + idBytes);
    next += idBytes;
    return id;
  };
}

import type { DatabaseSync } from 'node:sqlite';
import { limits } from '#server/limits.ts';

/** Wrong pins cost time: for the badge and for the address, across a restart. */
export interface Failures {
  /** Milliseconds until the next try is looked at; 0 when at once. */
  waitMs(badge: string, address: string): number;
  /** The same for the badge alone, whoever tries. */
  badgeWaitMs(badge: string): number;
  failed(badge: string, address: string): void;
  /** A right pin clears the badge; the address keeps its record, or one good badge would wash it. */
  succeeded(badge: string): void;
}

interface Record {
  readonly count: number;
  readonly lastMs: number;
  readonly untilMs: number;
}

/** @param subjectOf hides badges and addresses behind the vault's key */
export function createFailures(
  db: DatabaseSync,
  subjectOf: (text: string) => string,
  realNow: () => number,
): Failures {
  const records = new Map<string, Record>();
  const upsert = db.prepare(
    'INSERT OR REPLACE INTO failures (subject, count, last_ms, until_ms) VALUES (?, ?, ?, ?)',
  );
  const remove = db.prepare('DELETE FROM failures WHERE subject = ?');
  for (const row of db.prepare('SELECT subject, count, last_ms, until_ms FROM failures').all()) {
    records.set(row.subject as string, {
      count: row.count as number,
      lastMs: row.last_ms as number,
      untilMs: row.until_ms as number,
    });
  }

  function current(subject: string): Record | undefined {
    const record = records.get(subject);
    if (record === undefined) return undefined;
    const forgottenMs = Math.max(record.untilMs, record.lastMs) + limits.failureForgottenMs;
    if (realNow() < forgottenMs) return record;
    forget(subject);
    return undefined;
  }

  function forget(subject: string): void {
    records.delete(subject);
    remove.run(subject);
  }

  function count(subject: string, freeCount: number): void {
    const now = realNow();
    const failed = (current(subject)?.count ?? 0) + 1;
    const doublings = Math.min(Math.max(failed - freeCount - 1, 0), 20);
    const delayMs = Math.min(limits.failureDelayFirstMs * 2 ** doublings, limits.failureDelayMaxMs);
    const untilMs = failed > freeCount ? now + delayMs : now;
    if (records.size >= limits.failureRowsMax) dropOldest();
    records.delete(subject);
    records.set(subject, { count: failed, lastMs: now, untilMs });
    upsert.run(subject, failed, now, untilMs);
  }

  function dropOldest(): void {
    const oldest = records.keys().next().value;
    if (oldest !== undefined) forget(oldest);
  }

  const badgeSubject = (badge: string): string => subjectOf(`badge ${badge}`);
  const addressSubject = (address: string): string => subjectOf(`address ${address}`);

  return {
    waitMs(badge, address) {
      const untilMs = Math.max(
        current(badgeSubject(badge))?.untilMs ?? 0,
        current(addressSubject(address))?.untilMs ?? 0,
      );
      // A clock set back must not lock anybody out for longer than the longest delay.
      return Math.min(Math.max(untilMs - realNow(), 0), limits.failureDelayMaxMs);
    },
    badgeWaitMs(badge) {
      const untilMs = current(badgeSubject(badge))?.untilMs ?? 0;
      return Math.min(Math.max(untilMs - realNow(), 0), limits.failureDelayMaxMs);
    },
    failed(badge, address) {
      count(badgeSubject(badge), limits.failuresFreeCount);
      count(addressSubject(address), limits.addressFailuresFreeCount);
    },
    succeeded(badge) {
      const subject = badgeSubject(badge);
      if (records.has(subject)) forget(subject);
    },
  };
}

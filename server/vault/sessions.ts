import type { DatabaseSync } from 'node:sqlite';
import { limits } from '#server/limits.ts';
import { freshToken, handleOf, tokenHash } from './secrets.ts';

const hourMs = 3_600_000;

/** A sign-in of staff to the program. Times are real ones: a training clock ends no session. */
export interface Session {
  /** Names the session without opening it. */
  readonly session: string;
  readonly badge: string;
  readonly expiresAtMs: number;
}

/** One of somebody's sign-ins, as its owner may see it. */
export interface SeenSession extends Session {
  readonly beganAtMs: number;
  readonly seenAtMs: number;
}

export interface Sessions {
  begin(badge: string): Session & { readonly token: string };
  /** The living session of a token; looking counts as use. */
  find(token: string): Session | null;
  /** Is it still alive? Without counting as use. */
  isAlive(session: string): boolean;
  /** When it ends at the latest; null when it is over. Without counting as use. */
  expiresAtMs(session: string): number | null;
  /** Counts as use: commands of an open socket keep its session awake. */
  touch(session: string): void;
  end(session: string): void;
  /** How many living sessions a badge has. */
  countOf(badge: string): number;
  /** Living sessions of a badge, the oldest first. */
  listOf(badge: string): readonly SeenSession[];
  /** Ends all sessions of a badge but this one. Their count. */
  endOthersOf(badge: string, session: string): number;
  /** Ends all sessions of a badge: its pin or role has changed, or a supervisor says so. Their count. */
  endAllOf(badge: string): number;
}

interface Living {
  readonly hashed: string;
  readonly session: string;
  readonly badge: string;
  readonly beganAtMs: number;
  readonly expiresAtMs: number;
  seenMs: number;
  writtenMs: number;
}

export function createSessions(db: DatabaseSync, realNow: () => number): Sessions {
  const byHash = new Map<string, Living>();
  const byHandle = new Map<string, Living>();
  const insert = db.prepare(
    `INSERT INTO sessions (token_hash, badge, created_ms, seen_ms, expires_ms)
     VALUES (?, ?, ?, ?, ?)`,
  );
  const see = db.prepare('UPDATE sessions SET seen_ms = ? WHERE token_hash = ?');
  const remove = db.prepare('DELETE FROM sessions WHERE token_hash = ?');
  const rows = db.prepare(
    'SELECT token_hash, badge, created_ms, seen_ms, expires_ms FROM sessions ORDER BY created_ms',
  );
  for (const row of rows.all()) {
    add({
      hashed: row.token_hash as string,
      session: handleOf(row.token_hash as string),
      badge: row.badge as string,
      beganAtMs: row.created_ms as number,
      expiresAtMs: row.expires_ms as number,
      seenMs: row.seen_ms as number,
      writtenMs: row.seen_ms as number,
    });
  }

  function add(living: Living): void {
    byHash.set(living.hashed, living);
    byHandle.set(living.session, living);
  }

  function drop(living: Living): void {
    byHash.delete(living.hashed);
    byHandle.delete(living.session);
    remove.run(living.hashed);
  }

  function alive(living: Living | undefined): Living | null {
    if (living === undefined) return null;
    const now = realNow();
    const idleMs = limits.sessionIdleHoursMax * hourMs;
    if (now < living.expiresAtMs && now < living.seenMs + idleMs) return living;
    drop(living);
    return null;
  }

  function use(living: Living): void {
    living.seenMs = realNow();
    if (living.seenMs - living.writtenMs < limits.seenWriteMs) return;
    living.writtenMs = living.seenMs;
    see.run(living.seenMs, living.hashed);
  }

  return {
    begin(badge) {
      const token = freshToken();
      const hashed = tokenHash(token);
      const now = realNow();
      const expiresAtMs = now + limits.sessionHoursMax * hourMs;
      if (byHash.size >= limits.sessionsMax) {
        for (const living of [...byHash.values()]) alive(living);
        const oldest = byHash.values().next().value;
        if (byHash.size >= limits.sessionsMax && oldest !== undefined) drop(oldest);
      }
      insert.run(hashed, badge, now, now, expiresAtMs);
      add({
        hashed,
        session: handleOf(hashed),
        badge,
        beganAtMs: now,
        expiresAtMs,
        seenMs: now,
        writtenMs: now,
      });
      return { token, session: handleOf(hashed), badge, expiresAtMs };
    },
    find(token) {
      const living = alive(byHash.get(tokenHash(token)));
      if (living !== null) use(living);
      return living;
    },
    isAlive: (session) => alive(byHandle.get(session)) !== null,
    expiresAtMs: (session) => alive(byHandle.get(session))?.expiresAtMs ?? null,
    touch(session) {
      const living = alive(byHandle.get(session));
      if (living !== null) use(living);
    },
    end(session) {
      const living = byHandle.get(session);
      if (living !== undefined) drop(living);
    },
    countOf: (badge) =>
      [...byHash.values()].filter((living) => living.badge === badge && alive(living) !== null)
        .length,
    listOf: (badge) =>
      [...byHash.values()]
        .filter((living) => living.badge === badge && alive(living) !== null)
        .map(({ session, beganAtMs, expiresAtMs, seenMs }) => ({
          ...{ session, badge, beganAtMs, expiresAtMs },
          seenAtMs: seenMs,
        })),
    endOthersOf(badge, session) {
      const others = [...byHash.values()].filter(
        (living) => living.badge === badge && living.session !== session,
      );
      for (const living of others) drop(living);
      return others.length;
    },
    endAllOf(badge) {
      const theirs = [...byHash.values()].filter((living) => living.badge === badge);
      for (const living of theirs) drop(living);
      return theirs.length;
    },
  };
}

import { randomInt, randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { limits } from '#server/limits.ts';
import type { DeviceKind } from '#protocol/identity.ts';
import { freshToken, tokenHash } from './secrets.ts';

export type DeviceState = 'pending' | 'approved' | 'revoked';

export interface Device {
  readonly device: string;
  readonly kind: DeviceKind;
  readonly name: string;
  readonly state: DeviceState;
  /** Shown on the device and in the supervisor's list, so that the right one is approved. */
  readonly code: string;
  readonly lastSeenAtMs: number | null;
}

export interface Devices {
  /** Null when the list is full of devices in use. */
  register(kind: DeviceKind, name: string): (Device & { readonly token: string }) | null;
  /** Also a revoked one, so that it can be told. */
  findByToken(token: string): Device | null;
  get(device: string): Device | undefined;
  setState(device: string, state: 'approved' | 'revoked'): void;
  touch(device: string): void;
  rename(device: string, name: string): void;
  /** Takes it off the list; its token opens nothing any more. */
  forget(device: string): void;
  list(): readonly Device[];
  /** By the clock that `lastSeenAtMs` is told by. */
  now(): number;
}

interface Known extends Device {
  readonly hashed: string;
  readonly createdMs: number;
  name: string;
  state: DeviceState;
  lastSeenAtMs: number | null;
  writtenMs: number;
}

export function createDevices(db: DatabaseSync, realNow: () => number): Devices {
  const byId = new Map<string, Known>();
  const byHash = new Map<string, Known>();
  const insert = db.prepare(
    `INSERT INTO devices (device, kind, name, token_hash, state, code, created_ms, seen_ms)
     VALUES (?, ?, ?, ?, 'pending', ?, ?, ?)`,
  );
  const see = db.prepare('UPDATE devices SET seen_ms = ? WHERE device = ?');
  const write = db.prepare('UPDATE devices SET state = ? WHERE device = ?');
  const remove = db.prepare('DELETE FROM devices WHERE device = ?');
  for (const row of db.prepare('SELECT * FROM devices ORDER BY created_ms').all()) {
    add({
      device: row.device as string,
      kind: row.kind as DeviceKind,
      name: row.name as string,
      state: row.state as DeviceState,
      code: row.code as string,
      hashed: row.token_hash as string,
      createdMs: row.created_ms as number,
      lastSeenAtMs: row.seen_ms as number | null,
      writtenMs: (row.seen_ms as number | null) ?? 0,
    });
  }

  function add(known: Known): void {
    byId.set(known.device, known);
    byHash.set(known.hashed, known);
  }

  function drop(known: Known): void {
    byId.delete(known.device);
    byHash.delete(known.hashed);
    remove.run(known.device);
  }

  /** Makes room: pending devices that nobody approved, then revoked ones, oldest first. */
  function prune(): void {
    const pendingMs = limits.devicePendingDaysMax * 86_400_000;
    for (const known of [...byId.values()]) {
      if (known.state === 'pending' && realNow() - known.createdMs > pendingMs) drop(known);
    }
    for (const state of ['revoked', 'pending'] as const) {
      for (const known of [...byId.values()]) {
        if (byId.size < limits.devicesMax) return;
        if (known.state === state) drop(known);
      }
    }
  }

  function freshCode(): string {
    const taken = new Set([...byId.values()].map(({ code }) => code));
    for (;;) {
      const code = String(randomInt(0, 1_000_000)).padStart(6, '0');
      if (!taken.has(code)) return code;
    }
  }

  return {
    register(kind, name) {
      if (byId.size >= limits.devicesMax) prune();
      if (byId.size >= limits.devicesMax) return null;
      const token = freshToken();
      const now = realNow();
      const known: Known = {
        device: randomUUID(),
        kind,
        name,
        state: 'pending',
        code: freshCode(),
        hashed: tokenHash(token),
        createdMs: now,
        lastSeenAtMs: now,
        writtenMs: now,
      };
      insert.run(known.device, kind, name, known.hashed, known.code, now, now);
      add(known);
      return { ...known, token };
    },
    findByToken: (token) => byHash.get(tokenHash(token)) ?? null,
    get: (device) => byId.get(device),
    setState(device, state) {
      const known = byId.get(device);
      if (known === undefined) return;
      known.state = state;
      write.run(state, device);
    },
    touch(device) {
      const known = byId.get(device);
      if (known === undefined) return;
      known.lastSeenAtMs = realNow();
      if (known.lastSeenAtMs - known.writtenMs < limits.seenWriteMs) return;
      known.writtenMs = known.lastSeenAtMs;
      see.run(known.lastSeenAtMs, device);
    },
    rename(device, name) {
      const known = byId.get(device);
      if (known === undefined) return;
      known.name = name;
      db.prepare('UPDATE devices SET name = ? WHERE device = ?').run(name, device);
    },
    forget(device) {
      const known = byId.get(device);
      if (known !== undefined) drop(known);
    },
    list: () => [...byId.values()],
    now: realNow,
  };
}

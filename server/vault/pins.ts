import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { limits } from '#server/limits.ts';

export interface Pins {
  /** Replaces all pins: hashed off the event loop. `training` keeps them readable as well. */
  replace(pins: ReadonlyMap<string, string>, training: boolean): Promise<void>;
  /** One pin, in place of the one before. `isOneTime`: good until its owner has chosen another. */
  set(badge: string, pin: string, how: { isOneTime: boolean; training: boolean }): Promise<void>;
  isOneTime(badge: string): boolean;
  /** Of people who left the staff. */
  remove(badge: string): void;
  /** True for the right pin. An unknown badge costs the same time. Null when too many wait. */
  check(badge: string, pin: string): Promise<boolean | null>;
  /** Pins of a training hall, shown on its start page; empty in a working hall. */
  training(): ReadonlyMap<string, string>;
  badges(): readonly string[];
}

interface PinRow {
  readonly badge: string;
  readonly salt: Uint8Array;
  readonly hash: Uint8Array;
  readonly cost: number;
}

const hashBytes = 32;

/** @param cost scrypt's N; tests lower it, the program never does */
export function createPins(db: DatabaseSync, cost: number = limits.scryptCost): Pins {
  const run = createTurnstile(limits.pinChecksAtOnceMax, limits.pinChecksWaitingMax);
  const select = db.prepare('SELECT badge, salt, hash, cost FROM pins WHERE badge = ?');
  const nobody: PinRow = {
    badge: '',
    salt: randomBytes(16),
    hash: randomBytes(hashBytes),
    cost,
  };

  return {
    async replace(pins, training) {
      const rows = await Promise.all(
        [...pins].map(async ([badge, pin]) => {
          const salt = randomBytes(16);
          return { badge, pin, salt, hash: await derive(pin, salt, cost) };
        }),
      );
      const insert = db.prepare('INSERT INTO pins (badge, salt, hash, cost) VALUES (?, ?, ?, ?)');
      const show = db.prepare('INSERT INTO training_pins (badge, pin) VALUES (?, ?)');
      db.exec('BEGIN IMMEDIATE; DELETE FROM pins; DELETE FROM training_pins');
      for (const row of rows) {
        insert.run(row.badge, row.salt, row.hash, cost);
        if (training) show.run(row.badge, row.pin);
      }
      db.exec('COMMIT');
    },
    async set(badge, pin, { isOneTime, training }) {
      const salt = randomBytes(16);
      const hash = await derive(pin, salt, cost);
      db.exec('BEGIN IMMEDIATE');
      db.prepare(
        'INSERT OR REPLACE INTO pins (badge, salt, hash, cost, one_time) VALUES (?, ?, ?, ?, ?)',
      ).run(badge, salt, hash, cost, isOneTime ? 1 : 0);
      db.prepare('DELETE FROM training_pins WHERE badge = ?').run(badge);
      if (training) {
        db.prepare('INSERT INTO training_pins (badge, pin) VALUES (?, ?)').run(badge, pin);
      }
      db.exec('COMMIT');
    },
    isOneTime: (badge) =>
      db.prepare('SELECT 1 FROM pins WHERE badge = ? AND one_time = 1').get(badge) !== undefined,
    remove(badge) {
      db.prepare('DELETE FROM pins WHERE badge = ?').run(badge);
      db.prepare('DELETE FROM training_pins WHERE badge = ?').run(badge);
    },
    async check(badge, pin) {
      const row = (select.get(badge) as PinRow | undefined) ?? nobody;
      const derived = await run(() => derive(pin, row.salt, row.cost));
      if (derived === null) return null;
      return timingSafeEqual(derived, row.hash) && row !== nobody;
    },
    training() {
      const rows = db.prepare('SELECT badge, pin FROM training_pins ORDER BY badge').all();
      return new Map((rows as { badge: string; pin: string }[]).map((row) => [row.badge, row.pin]));
    },
    badges() {
      const rows = db.prepare('SELECT badge FROM pins ORDER BY badge').all();
      return (rows as { badge: string }[]).map((row) => row.badge);
    },
  };
}

function derive(pin: string, salt: Uint8Array, cost: number): Promise<Buffer> {
  const options = {
    N: cost,
    r: limits.scryptBlockSize,
    p: limits.scryptParallelization,
    maxmem: 256 * cost * limits.scryptBlockSize,
  };
  return new Promise((resolve, reject) => {
    scrypt(pin.normalize('NFKC'), salt, hashBytes, options, (error, key) => {
      if (error === null) resolve(key);
      else reject(error);
    });
  });
}

/** At most `atOnce` run, at most `waitingMax` wait; beyond that the answer is null. */
function createTurnstile(atOnce: number, waitingMax: number) {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async <T>(work: () => Promise<T>): Promise<T | null> => {
    if (running >= atOnce) {
      if (waiting.length >= waitingMax) return null;
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else {
      running += 1;
    }
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}

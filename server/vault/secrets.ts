import { createHmac, hash, randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';

/** 256 random bits for the holder; the vault keeps only the hash, so a stolen file opens nothing. */
export function freshToken(): string {
  return randomBytes(32).toString('base64url');
}

const knownHashes = new Map<string, string>();
const knownHashesMax = 2_000;
const tokenLengthMax = 100;

/**
 * A page asks with the same token each time: its hash is kept, and what the hash opens is looked
 * up anew, so that an ended session or a revoked device is out at once.
 */
export function tokenHash(token: string): string {
  const known = knownHashes.get(token);
  if (known !== undefined) return known;
  const made = hash('sha256', token, 'hex');
  if (token.length > tokenLengthMax) return made;
  // Whoever invents tokens empties the table, which costs the others one hash each.
  if (knownHashes.size >= knownHashesMax) knownHashes.clear();
  knownHashes.set(token, made);
  return made;
}

/** A short public name for what a hash stands for: for logs and lists. */
export function handleOf(hashed: string): string {
  return hashed.slice(0, 16);
}

/**
 * HMAC under a key that never leaves the vault: phone numbers are few enough to be tried out
 * against a plain hash. (A thief of the whole vault still can; the key keeps out everybody else.)
 */
export function createKeyedHash(db: DatabaseSync): (purpose: string, text: string) => Buffer {
  const stored = db.prepare("SELECT value FROM meta WHERE name = 'hmac-key'").get() as
    { readonly value: Uint8Array } | undefined;
  const key = stored?.value ?? randomBytes(32);
  if (stored === undefined) {
    db.prepare("INSERT INTO meta (name, value) VALUES ('hmac-key', ?)").run(key);
  }
  return (purpose, text) => createHmac('sha256', key).update(`${purpose}\0${text}`).digest();
}

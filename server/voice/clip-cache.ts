import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { voiceLimits } from './limits.ts';

/**
 * Rendered phrases on disk. A file is named for what was asked, for its own content and for its
 * length: `{key}-{hash}-{ms}.wav`. A damaged file is found out by its name, and is made anew.
 */
export interface ClipCache {
  /** Null where it was never rendered, or its file is damaged or gone. */
  find(key: string): Promise<KeptClip | null>;
  keep(key: string, bytes: Uint8Array, durationMs: number): Promise<KeptClip>;
}

export interface KeptClip {
  /** Of the file, without its ending; also its address. */
  readonly name: string;
  readonly durationMs: number;
}

const nameForm = /^(?<key>[0-9a-f]{32})-(?<hash>[0-9a-f]{32})-(?<ms>\d{1,6})$/;

interface Entry {
  readonly name: string;
  readonly bytes: number;
  usedMs: number;
}

/** @param now real milliseconds */
export async function openClipCache(
  folder: string,
  now: () => number = Date.now,
  bounds: { readonly bytesMax: number; readonly filesMax: number } = {
    bytesMax: voiceLimits.cacheBytesMax,
    filesMax: voiceLimits.cacheFilesMax,
  },
): Promise<ClipCache> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const entries = new Map<string, Entry>();
  for (const file of await readdir(folder)) {
    const name = file.replace(/\.wav$/, '');
    const key = nameForm.exec(name)?.groups?.key;
    if (key === undefined || !file.endsWith('.wav')) {
      // What a crash left half written.
      if (file.endsWith('.part')) await rm(join(folder, file), { force: true });
      continue;
    }
    const found = await stat(join(folder, file)).catch(() => null);
    if (found !== null) entries.set(key, { name, bytes: found.size, usedMs: found.mtimeMs });
  }
  let total = [...entries.values()].reduce((sum, { bytes }) => sum + bytes, 0);
  await makeRoom();

  async function makeRoom(): Promise<void> {
    if (total <= bounds.bytesMax && entries.size <= bounds.filesMax) return;
    const oldest = [...entries].sort(([, a], [, b]) => a.usedMs - b.usedMs);
    for (const [key, { name, bytes, usedMs }] of oldest) {
      // A tenth more than needed, so that not every phrase has to make room.
      const isRoomy = total <= bounds.bytesMax * 0.9 && entries.size <= bounds.filesMax * 0.9;
      if (isRoomy || now() - usedMs < voiceLimits.cacheKeepMs) return;
      entries.delete(key);
      total -= bytes;
      await rm(join(folder, `${name}.wav`), { force: true });
    }
  }

  return {
    async find(key) {
      const entry = entries.get(key);
      if (entry === undefined) return null;
      if ((await readClip(folder, entry.name)) === null) {
        entries.delete(key);
        total -= entry.bytes;
        await rm(join(folder, `${entry.name}.wav`), { force: true });
        return null;
      }
      entry.usedMs = now();
      const used = entry.usedMs / 1_000;
      await utimes(join(folder, `${entry.name}.wav`), used, used).catch(() => undefined); // Only its age.
      return kept(entry.name);
    },

    async keep(key, bytes, durationMs) {
      const name = `${key}-${hashOf(bytes)}-${Math.min(Math.round(durationMs), 999_999)}`;
      const path = join(folder, `${name}.wav`);
      // Renamed when it is whole: nobody reads half a phrase.
      await writeFile(`${path}.part`, bytes, { mode: 0o600 });
      await rename(`${path}.part`, path);
      const before = entries.get(key);
      if (before !== undefined) total -= before.bytes;
      entries.set(key, { name, bytes: bytes.length, usedMs: now() });
      total += bytes.length;
      await makeRoom();
      return kept(name);
    },
  };
}

/** The bytes of a kept clip by its address; null for an unknown or damaged one. */
export async function readClip(folder: string, name: string): Promise<Buffer | null> {
  const hash = nameForm.exec(name)?.groups?.hash;
  if (hash === undefined) return null;
  const bytes = await readFile(join(folder, `${name}.wav`)).catch(() => null);
  return bytes !== null && hashOf(bytes) === hash ? bytes : null;
}

/** The name for what is asked: 128 bits of SHA-256. */
export function clipKey(...asked: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(asked)).digest('hex').slice(0, 32);
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 32);
}

function kept(name: string): KeptClip {
  return { name, durationMs: Number(nameForm.exec(name)?.groups?.ms ?? 0) };
}

import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { voiceLimits } from '../limits.ts';
import { recordingFaults, trimmed, type RecordingFault } from '#server/voice/sound/cutting.ts';
import { normalised } from '#server/voice/sound/loudness.ts';
import { durationMs, readWav, writeWav, type WavFault } from '#server/voice/sound/wav.ts';
import { emptyManifest, isClipKey, isPackId, readManifest, type Manifest } from './manifest.ts';
import { readPack, type Pack } from './pack-folder.ts';
import { zipOf } from './zip.ts';

/** Who speaks in a pack and what may be done with it. */
export interface PackAbout {
  readonly name: string;
  readonly speaker: string;
  readonly licence: string;
}

export interface ClipKept {
  readonly ok: true;
  /** Loudness as recorded, and as kept (ITU-R BS.1770-4). */
  readonly lufs: number;
  readonly keptLufs: number;
  readonly ms: number;
  /** What could be better; it was kept all the same. */
  readonly faults: readonly RecordingFault[];
}

export interface ClipRefused {
  readonly ok: false;
  readonly why: WavFault | 'silent' | 'no-pack' | 'bad-key' | 'full' | 'too-long';
}

/** The voice packs of a data folder, one folder each. */
export interface PackStore {
  list(): Promise<readonly Pack[]>;
  read(id: string): Promise<Pack | null>;
  /** Makes the pack where there is none. False: no fit id, or no more room. */
  describe(id: string, about: PackAbout): Promise<boolean>;
  keepClip(id: string, key: string, wav: Uint8Array): Promise<ClipKept | ClipRefused>;
  dropClip(id: string, key: string): Promise<boolean>;
  drop(id: string): Promise<boolean>;
  /** A ZIP archive of the pack, or null. */
  archive(id: string): Promise<Uint8Array | null>;
}

export function createPackStore(folder: string): PackStore {
  const folderOf = (id: string): string => join(folder, id);
  const ids = async (): Promise<readonly string[]> =>
    (await readdir(folder).catch(() => [])).filter(isPackId).sort().slice(0, voiceLimits.packsMax);

  async function manifestOf(id: string): Promise<Manifest | null> {
    if (!isPackId(id)) return null;
    const text = await readFile(join(folderOf(id), 'manifest.json'), 'utf8').catch(() => null);
    return text === null ? null : readManifest(text).manifest;
  }

  /** Whole or not at all. */
  async function writeManifest(id: string, manifest: Manifest): Promise<void> {
    const path = join(folderOf(id), 'manifest.json');
    await writeFile(`${path}.part`, `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
    await rename(`${path}.part`, path);
  }

  return {
    async list() {
      const packs = await Promise.all((await ids()).map((id) => readPack(folderOf(id), id)));
      return packs.filter((pack) => pack !== null);
    },
    read: async (id) => (isPackId(id) ? readPack(folderOf(id), id) : null),

    async describe(id, about) {
      if (!isPackId(id)) return false;
      const before = await manifestOf(id);
      if (before === null && (await ids()).length >= voiceLimits.packsMax) return false;
      await mkdir(folderOf(id), { recursive: true, mode: 0o700 });
      await writeManifest(id, { ...(before ?? emptyManifest), ...about });
      return true;
    },

    async keepClip(id, key, wav) {
      const manifest = await manifestOf(id);
      if (manifest === null) return { ok: false, why: 'no-pack' };
      if (!isClipKey(key)) return { ok: false, why: 'bad-key' };
      const isNew = !(key in manifest.clips);
      if (isNew && Object.keys(manifest.clips).length >= voiceLimits.packClipsMax) {
        return { ok: false, why: 'full' };
      }
      // As spoken, with its rests at both ends, it may be longer than what is kept of it.
      const read = readWav(wav, voiceLimits.clipSecondsMax * 2);
      if (!read.ok) return { ok: false, why: read.fault };
      const speech = trimmed(read.sound);
      const even = speech === null ? null : normalised(speech);
      if (even === null) return { ok: false, why: 'silent' };
      const faults = recordingFaults(read.sound, voiceLimits.clipSecondsMax);
      if (faults.includes('silent')) return { ok: false, why: 'silent' };
      if (faults.includes('too-long')) return { ok: false, why: 'too-long' };
      const bytes = writeWav(even.sound);
      const file = `${key.slice(0, 2)}-${shortHash(key)}.wav`;
      const path = join(folderOf(id), file);
      await writeFile(`${path}.part`, bytes, { mode: 0o600 });
      await rename(`${path}.part`, path);
      await writeManifest(id, { ...manifest, clips: { ...manifest.clips, [key]: { file } } });
      const { lufs, becameLufs, sound } = even;
      return { ok: true, lufs, keptLufs: becameLufs, ms: durationMs(sound), faults };
    },

    async dropClip(id, key) {
      const manifest = await manifestOf(id);
      const clip = manifest?.clips[key];
      if (manifest === null || clip === undefined) return false;
      const { [key]: _dropped, ...clips } = manifest.clips;
      await writeManifest(id, { ...manifest, clips });
      await rm(join(folderOf(id), clip.file), { force: true });
      return true;
    },

    async drop(id) {
      if (!(await ids()).includes(id)) return false;
      await rm(folderOf(id), { recursive: true, force: true });
      return true;
    },

    async archive(id) {
      const manifest = await manifestOf(id);
      if (manifest === null) return null;
      const names = [...new Set(Object.values(manifest.clips).map(({ file }) => file))];
      const files = await Promise.all(
        ['manifest.json', ...names].map(async (name) => {
          const bytes = await readFile(join(folderOf(id), name)).catch(() => null);
          return bytes === null ? [] : [{ name, bytes }];
        }),
      );
      return zipOf(files.flat());
    },
  };
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

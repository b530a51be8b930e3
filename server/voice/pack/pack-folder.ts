import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { voiceLimits } from '../limits.ts';
import { trimmed } from '#server/voice/sound/cutting.ts';
import { normalised } from '#server/voice/sound/loudness.ts';
import { durationMs, readWav, type Sound } from '#server/voice/sound/wav.ts';
import { manifestWords as words } from '../words/faults.ts';
import { emptyManifest, readManifest, type Manifest, type PackFault } from './manifest.ts';

export interface PackClip {
  readonly key: string;
  readonly file: string;
  /** Trimmed and brought to the house's loudness, whatever the file's. */
  readonly sound: Sound;
  /** Of the file, before. */
  readonly lufs: number;
  readonly ms: number;
}

export interface Pack {
  readonly id: string;
  readonly manifest: Manifest;
  readonly clips: ReadonlyMap<string, PackClip>;
  readonly faults: readonly PackFault[];
  /** Changes with every change of any clip. */
  readonly mark: string;
}

/**
 * Reads a voice pack and checks it whole: every fault is named with its place, and a clip with one is
 * left out. Null where there is no folder.
 */
export async function readPack(folder: string, id: string): Promise<Pack | null> {
  const isFolder = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) return null;
  const text = await readFile(join(folder, 'manifest.json'), 'utf8').catch(() => null);
  const { manifest, faults: found } =
    text === null
      ? {
          manifest: emptyManifest,
          faults: [{ place: 'manifest.json', message: words.missing() }],
        }
      : readManifest(text);
  const faults: PackFault[] = [...found];
  const clips = new Map<string, PackClip>();
  const mark = createHash('sha256');
  for (const [key, { file }] of Object.entries(manifest.clips)) {
    const read = await readClip(folder, key, file);
    if ('message' in read) faults.push(read);
    else {
      clips.set(key, read.clip);
      mark.update(key).update(read.hash);
    }
  }
  return { id, manifest, clips, faults, mark: mark.digest('hex').slice(0, 16) };
}

async function readClip(
  folder: string,
  key: string,
  file: string,
): Promise<{ readonly clip: PackClip; readonly hash: Buffer } | PackFault> {
  const place = `clips[${JSON.stringify(key)}]`;
  const found = await stat(join(folder, file)).catch(() => null);
  if (!found?.isFile()) return { place, message: words.noFile(file) };
  if (found.size > voiceLimits.clipBytesMax) return { place, message: words.tooLargeFile(file) };
  const bytes = await readFile(join(folder, file));
  const read = readWav(bytes, voiceLimits.clipSecondsMax);
  if (!read.ok) return { place, message: words.wav(file, read.fault) };
  const speech = trimmed(read.sound);
  const even = speech === null ? null : normalised(speech);
  if (even === null) return { place, message: words.silent(file) };
  const hash = createHash('sha256').update(bytes).digest();
  const { sound, lufs } = even;
  return { clip: { key, file, sound, lufs, ms: durationMs(sound) }, hash };
}

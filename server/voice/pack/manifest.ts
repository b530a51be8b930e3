import type { Text } from '#core/vocabulary.ts';
import { voiceLimits } from '../limits.ts';
import { manifestWords as words } from '../words/faults.ts';

/** `manifest.json` of a voice pack: what each clip says, who speaks, under which licence. */
export interface Manifest {
  readonly format: 1;
  readonly name: string;
  readonly speaker: string;
  readonly licence: string;
  readonly clips: Readonly<Record<string, { readonly file: string }>>;
}

/** A mistake and its place: `clips["zh:请"].file`. */
export interface PackFault {
  readonly place: string;
  readonly message: Text;
}

export interface ManifestRead {
  /** As far as it could be read. */
  readonly manifest: Manifest;
  readonly faults: readonly PackFault[];
}

export const emptyManifest: Manifest = { format: 1, name: '', speaker: '', licence: '', clips: {} };

const known = new Set(['format', 'name', 'speaker', 'licence', 'clips', '$schema']);
/** What the house writes beside `file`; read anew from the clip itself. */
const knownOfClip = new Set(['file', 'lufs', 'ms']);
const textMax = 200;

/** Reads a manifest and names all of its mistakes. What is wrong is left out of the answer. */
export function readManifest(text: string): ManifestRead {
  const fault = (place: string, message: Text): ManifestRead => ({
    manifest: emptyManifest,
    faults: [{ place, message }],
  });
  if (text.length > voiceLimits.manifestBytesMax) return fault('', words.tooLarge());
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return fault('', words.notJson());
  }
  if (!isRecord(given)) return fault('', words.notJson());
  const faults: PackFault[] = [];
  for (const key of Object.keys(given)) {
    if (!known.has(key)) faults.push({ place: key, message: words.unknownKey(key) });
  }
  if (given.format !== 1) faults.push({ place: 'format', message: words.format() });
  const texts = { name: '', speaker: '', licence: '' };
  for (const key of ['name', 'speaker', 'licence'] as const) {
    const value = given[key];
    if (typeof value === 'string' && value.trim() !== '' && value.length <= textMax) {
      texts[key] = value;
    } else faults.push({ place: key, message: words.needsText(key) });
  }
  return {
    manifest: { format: 1, ...texts, clips: clipsOf(given.clips, faults) },
    faults,
  };
}

function clipsOf(given: unknown, faults: PackFault[]): Manifest['clips'] {
  if (!isRecord(given)) {
    faults.push({ place: 'clips', message: words.needsClips() });
    return {};
  }
  const entries = Object.entries(given);
  if (entries.length > voiceLimits.packClipsMax) {
    faults.push({ place: 'clips', message: words.tooManyClips(voiceLimits.packClipsMax) });
    return {};
  }
  const clips: Record<string, { readonly file: string }> = {};
  for (const [key, clip] of entries) {
    const place = `clips[${JSON.stringify(key)}]`;
    if (!isClipKey(key)) {
      faults.push({ place, message: words.badKey() });
      continue;
    }
    if (!isRecord(clip) || typeof clip.file !== 'string' || !isFileName(clip.file)) {
      faults.push({ place: `${place}.file`, message: words.badFile() });
      continue;
    }
    for (const name of Object.keys(clip)) {
      if (!knownOfClip.has(name)) {
        faults.push({ place: `${place}.${name}`, message: words.unknownKey(name) });
      }
    }
    clips[key] = { file: clip.file };
  }
  return clips;
}

/** `zh:请`, `en:please come to counter`. */
export function isClipKey(key: string): boolean {
  return /^(?:zh|en):\S(?:.{0,78}\S)?$/u.test(key);
}

/** A name without a step into another folder, and not hidden. */
function isFileName(file: string): boolean {
  return file.length <= 120 && /^[^./\\\0][^/\\\0]*$/.test(file);
}

/** Ids of packs are names of folders. */
export function isPackId(id: string): boolean {
  return /^[a-z0-9][a-z0-9-]{0,31}$/.test(id);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

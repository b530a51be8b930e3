import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Language, Text } from '#core/vocabulary.ts';
import { openClipCache, clipKey, type ClipCache, type KeptClip } from '../clip-cache.ts';
import { voiceLimits } from '../limits.ts';
import { isPackId, type PackFault } from '../pack/manifest.ts';
import {
  createPackStore,
  type ClipKept,
  type ClipRefused,
  type PackAbout,
} from '../pack/pack-store.ts';
import type { Pack } from '../pack/pack-folder.ts';
import { trimmed } from '#server/voice/sound/cutting.ts';
import { normalised } from '#server/voice/sound/loudness.ts';
import { durationMs, writeWav } from '#server/voice/sound/wav.ts';
import { openEspeak, type EspeakSettings } from '../sources/espeak.ts';
import { packSource } from '../sources/pack-source.ts';
import { openSherpa, type SherpaSettings } from '../sources/sherpa.ts';
import type { OpenedSource, SourceId, SourceReport, SpeechSource } from '../sources/source.ts';
import { faultWords } from '../words/faults.ts';
import { spokenText, type Phrase } from '../words/speech.ts';

/**
 * Where phrases are rendered and packs are kept. It works in a process of its own
 * (remote-studio.ts), so that neither a slow engine nor a crashing one touches the hub; tests use it
 * directly.
 */
export interface Studio {
  /** Opens the sources anew. */
  open(settings: StudioSettings): Promise<StudioReport>;
  report(): Promise<StudioReport>;
  /** Null: no source can say it. */
  render(phrase: Phrase): Promise<Rendered | null>;
  packs(): Promise<readonly PackReport[]>;
  describePack(id: string, about: PackAbout): Promise<boolean>;
  keepClip(id: string, key: string, wav: Uint8Array): Promise<ClipKept | ClipRefused>;
  dropClip(id: string, key: string): Promise<boolean>;
  /** Null: none. False: there is no such pack. */
  choosePack(id: string | null): Promise<boolean>;
  dropPack(id: string): Promise<boolean>;
  archive(id: string): Promise<Uint8Array | null>;
  stop(): Promise<void>;
}

export interface StudioSettings {
  /** By the hall file; null: the one chosen on the voice page. */
  readonly pack: string | null;
  /** Folder of a model, relative to the voice's own, or null. */
  readonly model: string | null;
  readonly voices: Readonly<Record<Language, string | null>>;
  readonly wordsPerMinute: number;
}

export interface Rendered extends KeptClip {
  readonly source: SourceId;
}

export interface StudioReport {
  readonly sources: readonly SourceReport[];
  /** The pack that speaks, by the hall file or chosen. */
  readonly pack: string | null;
}

export interface PackReport extends PackAbout {
  readonly id: string;
  readonly isChosen: boolean;
  readonly clips: readonly { readonly key: string; readonly ms: number; readonly lufs: number }[];
  readonly faults: readonly PackFault[];
}

export interface StudioDeps {
  /** `voice` in the data folder; made where it is missing. */
  readonly folder: string;
  /** Tests bring engines of their own. */
  readonly espeak?: (settings: EspeakSettings) => Promise<OpenedSource>;
  readonly sherpa?: (settings: SherpaSettings) => Promise<OpenedSource>;
}

/** Changes when what is done to a sound changes: older clips are then made anew. */
const renderVersion = 'v1';

export function createStudio(deps: StudioDeps): Studio {
  const { folder } = deps;
  const store = createPackStore(join(folder, 'packs'));
  const chosenFile = join(folder, 'chosen.json');
  let cache: Promise<ClipCache> | null = null;
  let settings: StudioSettings | null = null;
  let sources: readonly SpeechSource[] = [];
  let reports: readonly SourceReport[] = [];
  let pack: string | null = null;
  const underWay = new Map<string, Promise<Rendered>>();

  async function open(next: StudioSettings): Promise<StudioReport> {
    settings = next;
    const model = next.model === null ? null : resolve(folder, next.model);
    const { wordsPerMinute, voices } = next;
    const opened = await Promise.all([
      openPack(),
      (deps.sherpa ?? openSherpa)({ folder: model, wordsPerMinute }),
      (deps.espeak ?? openEspeak)({ voices, wordsPerMinute }),
    ]);
    reports = opened.map(({ report }) => report);
    sources = opened.flatMap(({ source }) => source ?? []);
    return { sources: reports, pack };
  }

  async function openPack(): Promise<OpenedSource> {
    pack = settings?.pack ?? (await chosen());
    if (pack === null) return packClosed('unused', [faultWords.packNotChosen()]);
    const read = await store.read(pack);
    if (read === null) return packClosed('absent', [faultWords.noPack(pack)]);
    const count = read.faults.length;
    const notes = [
      { zh: read.manifest.name, en: read.manifest.name },
      ...(count === 0 ? [] : [faultWords.packFaulty(count)]),
    ];
    if (read.clips.size === 0) return packClosed('refused', notes);
    return { source: packSource(read), report: { id: 'pack', state: 'ready', notes } };
  }

  /** After a change of the pack that speaks. */
  async function packChanged(id: string): Promise<void> {
    if (id !== pack || settings === null) return;
    const opened = await openPack();
    sources = [
      ...(opened.source === null ? [] : [opened.source]),
      ...sources.filter((source) => source.id !== 'pack'),
    ];
    reports = [opened.report, ...reports.filter((report) => report.id !== 'pack')];
  }

  async function chosen(): Promise<string | null> {
    try {
      const kept = JSON.parse(await readFile(chosenFile, 'utf8')) as { readonly pack?: unknown };
      return typeof kept.pack === 'string' && isPackId(kept.pack) ? kept.pack : null;
    } catch {
      return null; // Nothing chosen yet.
    }
  }

  async function openCache(): Promise<ClipCache> {
    cache ??= openClipCache(join(folder, 'cache'));
    return cache;
  }

  async function render(phrase: Phrase): Promise<Rendered | null> {
    if (phrase.tokens.length > voiceLimits.phraseTokensMax) return null;
    for (const source of sources) {
      const mark = source.mark(phrase);
      if (mark === null) continue;
      try {
        return await rendered(source, mark, phrase);
      } catch {
        // The next one may be able to; which one spoke stands in the answer.
      }
    }
    return null;
  }

  async function rendered(source: SpeechSource, mark: string, phrase: Phrase): Promise<Rendered> {
    const key = clipKey(renderVersion, source.id, mark, phrase.language, spokenText(phrase));
    const known = await (await openCache()).find(key);
    if (known !== null) return { ...known, source: source.id };
    const running = underWay.get(key);
    if (running !== undefined) return running;
    const made = make(source, key, phrase).finally(() => underWay.delete(key));
    underWay.set(key, made);
    return made;
  }

  async function make(source: SpeechSource, key: string, phrase: Phrase): Promise<Rendered> {
    const speech = trimmed(await source.say(phrase));
    const even = speech === null ? null : normalised(speech);
    if (even === null) throw new Error(`${source.id} stayed silent`);
    const kept = await (await openCache()).keep(key, writeWav(even.sound), durationMs(even.sound));
    return { ...kept, source: source.id };
  }

  return {
    open,
    report: async () => ({ sources: reports, pack }),
    render,
    async packs() {
      const speaking = settings?.pack ?? (await chosen());
      return (await store.list()).map((each) => reportOf(each, speaking));
    },
    describePack: (id, about) => store.describe(id, about),
    async keepClip(id, key, wav) {
      const kept = await store.keepClip(id, key, wav);
      if (kept.ok) await packChanged(id);
      return kept;
    },
    async dropClip(id, key) {
      const dropped = await store.dropClip(id, key);
      if (dropped) await packChanged(id);
      return dropped;
    },
    async choosePack(id) {
      if (id !== null && (await store.read(id)) === null) return false;
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeFile(`${chosenFile}.part`, JSON.stringify({ pack: id }), { mode: 0o600 });
      await rename(`${chosenFile}.part`, chosenFile);
      if (settings !== null) await open(settings);
      return true;
    },
    async dropPack(id) {
      const dropped = await store.drop(id);
      if (dropped) await packChanged(id);
      return dropped;
    },
    archive: (id) => store.archive(id),
    stop: async () => undefined,
  };
}

function packClosed(state: 'unused' | 'absent' | 'refused', notes: readonly Text[]): OpenedSource {
  return { source: null, report: { id: 'pack', state, notes } };
}

function reportOf(pack: Pack, speaking: string | null): PackReport {
  const { name, speaker, licence } = pack.manifest;
  return {
    id: pack.id,
    name,
    speaker,
    licence,
    isChosen: pack.id === speaking,
    clips: [...pack.clips.values()].map(({ key, ms, lufs }) => ({ key, ms, lufs })),
    faults: pack.faults,
  };
}

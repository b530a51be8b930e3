/** Sounds and folders for tests of the voice. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { spokenTemplates } from '#protocol/words/spoken.ts';
import type { OpenedSource } from '#server/voice/sources/source.ts';
import type { StudioSettings } from '#server/voice/studio/studio.ts';
import { writeWav, type Sound } from '#server/voice/sound/wav.ts';
import {
  phraseOf,
  spokenText,
  type Phrase,
  type SpeechFacts,
  type Wording,
} from '#server/voice/words/speech.ts';

export const plain: Wording = { templates: spokenTemplates, oneAsYao: false };

export function calling(number = 'A012', counter = '3', language: 'zh' | 'en' = 'zh'): Phrase {
  const facts: SpeechFacts = { kind: 'call', number, counter };
  return phraseOf(facts, language, plain);
}

/** A tone with silence at both ends, as a recorder gives it. */
export function recorded(hz = 300, seconds = 0.3, amplitude = 0.4, sampleRate = 24_000): Sound {
  const rest = Math.round(0.25 * sampleRate);
  const length = Math.round(seconds * sampleRate);
  const samples = new Float32Array(length + 2 * rest);
  for (let at = 0; at < length; at += 1) {
    samples[rest + at] = amplitude * Math.sin((2 * Math.PI * hz * at) / sampleRate);
  }
  return { sampleRate, samples };
}

export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'voice-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** A pack on disk; `files` besides or instead of what the manifest names. */
export function writePack(
  folder: string,
  manifest: unknown,
  files: Readonly<Record<string, Uint8Array | string>>,
): void {
  mkdirSync(folder, { recursive: true });
  if (manifest !== null) {
    const text = typeof manifest === 'string' ? manifest : JSON.stringify(manifest);
    writeFileSync(join(folder, 'manifest.json'), text);
  }
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
}

/** Writes a clip for each key; higher keys sound higher. */
export function packOf(folder: string, keys: readonly string[]): void {
  const clips = Object.fromEntries(keys.map((key, at) => [key, { file: `${String(at)}.wav` }]));
  writePack(
    folder,
    { format: 1, name: 'Test', speaker: 'A tone', licence: 'CC0-1.0', clips },
    Object.fromEntries(
      keys.map((_, at) => [`${String(at)}.wav`, writeWav(recorded(200 + 10 * at))]),
    ),
  );
}

export const settings: StudioSettings = {
  pack: null,
  model: null,
  voices: { zh: null, en: null },
  wordsPerMinute: 150,
};

/** An engine that notes what it was asked. */
export function fakeEngine(options: { fails?: boolean; silent?: boolean } = {}) {
  const asked: string[] = [];
  const opened: OpenedSource = {
    source: {
      id: 'espeak-ng',
      mark: () => 'fake',
      async say(phrase) {
        asked.push(spokenText(phrase));
        if (options.fails === true) throw new Error('no');
        return recorded(300, 0.4, options.silent === true ? 0 : 0.3);
      },
    },
    report: { id: 'espeak-ng', state: 'ready', notes: [] },
  };
  return { asked, open: async () => opened };
}

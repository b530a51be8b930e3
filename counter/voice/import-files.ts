import { writeWav } from '#server/voice/sound/wav.ts';
import { decoded } from './microphone.ts';
import { matchFiles } from './pack-files.ts';
import type { PromptView, VoiceApi } from './voice-api.ts';
import type { NamedFile } from './zip-files.ts';

export interface ImportProgress {
  readonly done: number;
  readonly all: number;
}

export interface Imported {
  readonly kept: number;
  /** Names of files without a prompt, and of those that could not be read or kept. */
  readonly unmatched: readonly string[];
  readonly failed: readonly string[];
}

/** Reads sound files in any form that the browser knows and keeps each as its prompt. */
export async function importFiles(
  api: VoiceApi,
  pack: string,
  files: readonly NamedFile[],
  prompts: readonly PromptView[],
  tell: (progress: ImportProgress) => void,
): Promise<Imported> {
  const { matched, unmatched, about } = matchFiles(files, prompts);
  if (about !== null) await api.describe(pack, about);
  const failed: string[] = [];
  for (const [index, { key, file }] of matched.entries()) {
    tell({ done: index, all: matched.length });
    // Decoding takes the bytes away; the file may be a prompt's only copy in memory.
    const sound = await decoded(file.bytes.slice(0));
    const answer =
      sound === null
        ? null
        : await api.keep(pack, key, new Blob([writeWav(sound)], { type: 'audio/wav' }));
    if (answer?.ok !== true) failed.push(file.name);
  }
  return { kept: matched.length - failed.length, unmatched, failed };
}

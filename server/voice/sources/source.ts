import type { Text } from '#core/vocabulary.ts';
import type { Sound } from '#server/voice/sound/wav.ts';
import type { Phrase } from '../words/speech.ts';

/** What can say a phrase. The first source of the list that can is asked. */
export interface SpeechSource {
  readonly id: SourceId;
  /** Everything beside the words that decides how it sounds; null: it cannot say this phrase. */
  mark(phrase: Phrase): string | null;
  /** Rejects when it fails or takes too long. */
  say(phrase: Phrase): Promise<Sound>;
}

/** In the order in which they are asked. */
export const sourceIds = ['pack', 'sherpa-onnx', 'espeak-ng'] as const;
export type SourceId = (typeof sourceIds)[number];

export interface SourceReport {
  readonly id: SourceId;
  /** `unused`: not asked for. `refused`: there, and not fit. */
  readonly state: 'ready' | 'unused' | 'absent' | 'refused';
  /** Which voice speaks, or why none does. */
  readonly notes: readonly Text[];
}

export interface OpenedSource {
  readonly source: SpeechSource | null;
  readonly report: SourceReport;
}

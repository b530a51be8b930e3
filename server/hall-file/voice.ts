import type { VoiceConfig } from '#core/hall-config.ts';
import type { Language } from '#core/vocabulary.ts';
import { defaults } from './defaults.ts';
import type { HallFile } from './schema.ts';

/** The voice of a hall file, defaults filled in. */
export function voiceOf(
  voice: NonNullable<HallFile['voice']>,
  hallLanguages: readonly Language[],
): VoiceConfig {
  return {
    spoken: voice.spoken ?? defaults.spoken,
    volumePercent: voice.volume ?? defaults.volume,
    languages: voice.languages ?? hallLanguages,
    oneAsYao: voice.oneAsYao ?? defaults.oneAsYao,
    quietHours: (voice.quietHours ?? []).map((span) => {
      const [from = '', to = ''] = span.split('-');
      return { from, to };
    }),
    pack: voice.pack ?? null,
    model: voice.model ?? null,
    voices: { zh: voice.voices?.zh ?? null, en: voice.voices?.en ?? null },
    wordsPerMinute: voice.wordsPerMinute ?? defaults.wordsPerMinute,
    screen: voice.screen ?? null,
    templates: { ...voice.templates },
  };
}

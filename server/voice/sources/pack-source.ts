import type { Pack } from '../pack/pack-folder.ts';
import { joined } from '#server/voice/sound/cutting.ts';
import type { Sound } from '#server/voice/sound/wav.ts';
import { clipsFor } from '../words/prompts.ts';
import type { Phrase } from '../words/speech.ts';
import type { SpeechSource } from './source.ts';

/** Rests between clips, by what stands between them: station style, each word by itself. */
const betweenWordsMs = 60;
const betweenFiguresMs = 30;
const commaMs = 220;
const stopMs = 380;
const sampleRate = 24_000;

/** A recorded voice: the clips of a phrase, one after the other. */
export function packSource(pack: Pack): SpeechSource {
  const partsOf = (phrase: Phrase): readonly (Sound | number)[] | null => {
    const parts: (Sound | number)[] = [];
    for (const [index, token] of phrase.tokens.entries()) {
      if (token.kind === 'pause') {
        if (index < phrase.tokens.length - 1) parts.push(token.say === '。' ? stopMs : commaMs);
        continue;
      }
      const keys = clipsFor(token, phrase.language, (key) => pack.clips.has(key));
      if (keys === null) return null;
      const isFigure = token.kind === 'digit' || token.kind === 'number';
      for (const key of keys) {
        const clip = pack.clips.get(key);
        if (clip === undefined) return null;
        const before = parts.at(-1);
        if (before !== undefined && typeof before !== 'number') {
          parts.push(isFigure ? betweenFiguresMs : betweenWordsMs);
        }
        parts.push(clip.sound);
      }
    }
    return parts.length === 0 ? null : parts;
  };

  return {
    id: 'pack',
    mark: (phrase) => (partsOf(phrase) === null ? null : `${pack.id}|${pack.mark}`),
    async say(phrase) {
      const parts = partsOf(phrase);
      if (parts === null) throw new Error(`pack ${pack.id} lacks a clip`);
      return joined(parts, sampleRate);
    },
  };
}

import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Text } from '#core/vocabulary.ts';
import type { Sound } from '#server/voice/sound/wav.ts';
import { faultWords } from '../words/faults.ts';
import { spokenText } from '../words/speech.ts';
import type { OpenedSource } from './source.ts';

/** The part of `sherpa-onnx-node` that is used (its type declarations come with no package). */
export interface SherpaPackage {
  readonly OfflineTts: new (config: object) => {
    generate(asked: { text: string; sid: number; speed: number }): {
      readonly samples: Float32Array;
      readonly sampleRate: number;
    };
  };
}

export interface SherpaSettings {
  /** A VITS model of the sherpa-onnx project, or null. */
  readonly folder: string | null;
  readonly wordsPerMinute: number;
  /** Tests bring their own. */
  readonly load?: () => Promise<SherpaPackage>;
}

/** Speed 1 of these models is about this fast. */
const usualWordsPerMinute = 170;

/**
 * A neural voice that the operator brings along: the npm package `sherpa-onnx-node` and a model
 * folder (`*.onnx`, `tokens.txt`, and `lexicon.txt` or `espeak-ng-data`). Loaded only where both are
 * there. It computes in the studio's process, which the hub ends when it does not answer.
 */
export async function openSherpa(settings: SherpaSettings): Promise<OpenedSource> {
  const { folder } = settings;
  if (folder === null) return closed('unused', []);
  const files = await readdir(folder).catch(() => null);
  if (files === null) return closed('absent', [faultWords.noModelFolder(folder)]);
  const model = files.find((file) => file.endsWith('.onnx'));
  if (model === undefined) return closed('refused', [faultWords.modelWithout('*.onnx')]);
  if (!files.includes('tokens.txt'))
    return closed('refused', [faultWords.modelWithout('tokens.txt')]);
  const inFolder = (file: string): string => (files.includes(file) ? join(folder, file) : '');
  let library: SherpaPackage;
  try {
    library = await (settings.load ?? loadPackage)();
  } catch {
    return closed('absent', [faultWords.noModelPackage()]);
  }
  try {
    const tts = new library.OfflineTts({
      model: {
        vits: {
          model: join(folder, model),
          tokens: join(folder, 'tokens.txt'),
          lexicon: inFolder('lexicon.txt'),
          dataDir: inFolder('espeak-ng-data'),
          dictDir: inFolder('dict'),
        },
        numThreads: 1,
        provider: 'cpu',
      },
      maxNumSentences: 1,
    });
    const speed = settings.wordsPerMinute / usualWordsPerMinute;
    return {
      source: {
        id: 'sherpa-onnx',
        mark: () => [folder, model, speed.toFixed(3)].join('|'),
        say: async (phrase): Promise<Sound> => {
          const { samples, sampleRate } = tts.generate({ text: spokenText(phrase), sid: 0, speed });
          return { samples, sampleRate };
        },
      },
      report: { id: 'sherpa-onnx', state: 'ready', notes: [{ zh: model, en: model }] },
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message.slice(0, 200) : '';
    return closed('refused', [faultWords.modelFailed(reason)]);
  }
}

function closed(state: 'unused' | 'absent' | 'refused', notes: readonly Text[]): OpenedSource {
  return { source: null, report: { id: 'sherpa-onnx', state, notes } };
}

/** Not a dependency of the house: the name is put together so that nobody resolves it early. */
async function loadPackage(): Promise<SherpaPackage> {
  const name: string = ['sherpa', 'onnx', 'node'].join('-');
  const loaded = (await import(name)) as { readonly default?: SherpaPackage } & SherpaPackage;
  return loaded.default ?? loaded;
}

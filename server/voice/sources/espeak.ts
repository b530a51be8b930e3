import { execFile } from 'node:child_process';
import { languages, type Language, type Text } from '#core/vocabulary.ts';
import { voiceLimits } from '../limits.ts';
import { readWav, type Sound } from '#server/voice/sound/wav.ts';
import { espeakText, knowsItsLanguage, probeWords, usualVoices } from '../words/espeak-text.ts';
import { faultWords } from '../words/faults.ts';
import type { OpenedSource, SpeechSource } from './source.ts';

export interface EspeakSettings {
  /** Asked for by the hall file, or null. */
  readonly voices: Readonly<Record<Language, string | null>>;
  readonly wordsPerMinute: number;
  readonly program?: string;
  readonly withinMs?: number;
}

/** A little above its usual pitch: the flat male voice carries badly in a hall. */
const pitch = 58;

/**
 * espeak-ng, a program of its own (GPL), a process a phrase: 10 to 20 ms. Probed here: a voice that
 * does not know its language is refused with the reason, and the next one tried.
 */
export async function openEspeak(settings: EspeakSettings): Promise<OpenedSource> {
  const program = settings.program ?? 'espeak-ng';
  const run = runner(program, settings.withinMs ?? voiceLimits.engineWithinMs);
  const version = await run(['--version'], '').catch(() => null);
  if (version === null) {
    return closed('absent', [faultWords.noEspeak()]);
  }
  const notes: Text[] = [];
  const voices = new Map<Language, string>();
  for (const language of languages) {
    const asked = settings.voices[language];
    for (const voice of [...(asked === null ? [] : [asked]), ...usualVoices[language]]) {
      const fault = await faultOf(run, voice, language);
      if (fault === null) {
        voices.set(language, voice);
        notes.push(faultWords.espeakUses(voice));
        break;
      }
      notes.push(fault);
    }
  }
  if (voices.size === 0) return closed('refused', notes);
  const source: SpeechSource = {
    id: 'espeak-ng',
    mark({ language }) {
      const voice = voices.get(language);
      if (voice === undefined) return null;
      return [version.toString('utf8').slice(0, 60), voice, settings.wordsPerMinute, pitch].join(
        '|',
      );
    },
    async say(phrase) {
      const voice = voices.get(phrase.language);
      if (voice === undefined) throw new Error(`no voice for ${phrase.language}`);
      const rate = String(settings.wordsPerMinute);
      const args = ['-v', voice, '-s', rate, '-p', String(pitch), '--stdout', '--stdin'];
      return soundOf(await run(args, espeakText(phrase)));
    },
  };
  return { source, report: { id: 'espeak-ng', state: 'ready', notes } };
}

function closed(state: 'absent' | 'refused', notes: readonly Text[]): OpenedSource {
  return { source: null, report: { id: 'espeak-ng', state, notes } };
}

type Run = (args: readonly string[], input: string) => Promise<Buffer>;

/** Bounded in time and output; ended with SIGKILL, since a stuck one hears nothing softer. */
function runner(program: string, withinMs: number): Run {
  return (args, input) =>
    new Promise((resolve, reject) => {
      const child = execFile(
        program,
        [...args],
        {
          encoding: 'buffer',
          timeout: withinMs,
          killSignal: 'SIGKILL',
          maxBuffer: voiceLimits.engineBytesMax,
        },
        (error, stdout) => {
          if (error === null) resolve(stdout);
          else reject(new Error(`${program}: ${error.message}`, { cause: error }));
        },
      );
      // It may end before it has read everything.
      child.stdin?.on('error', () => undefined);
      child.stdin?.end(input);
    });
}

async function faultOf(run: Run, voice: string, language: Language): Promise<Text | null> {
  const word = probeWords[language];
  try {
    const phonemes = await run(['-q', '-x', '-v', voice, '--stdin'], word);
    if (phonemes.toString('utf8').trim() === '') return faultWords.espeakNoVoice(voice);
    if (!knowsItsLanguage(phonemes.toString('utf8'), language)) {
      return faultWords.espeakSpells(voice);
    }
    const { samples } = soundOf(await run(['-v', voice, '--stdout', '--stdin'], word));
    return samples.some((sample) => Math.abs(sample) > 0.01)
      ? null
      : faultWords.espeakSilent(voice);
  } catch {
    return faultWords.espeakNoVoice(voice); // espeak-ng leaves with 1 where it lacks the voice.
  }
}

function soundOf(bytes: Buffer): Sound {
  const read = readWav(bytes, voiceLimits.phraseSecondsMax);
  if (!read.ok) throw new Error(`espeak-ng: ${read.fault}`);
  return read.sound;
}

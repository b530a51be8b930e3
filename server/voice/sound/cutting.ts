import { peakOf } from './loudness.ts';
import type { Sound } from './wav.ts';

/** Trimming and joining of clips. Raw ones carry 0.3 to 0.6 s of silence at either end. */

const frameSeconds = 0.01;
/** Softer than the loudest frame by this is silence. */
const silenceDb = -42;
const headSeconds = 0.02;
const tailSeconds = 0.06;
const fadeSeconds = 0.005;

/** Cuts the silence off both ends and fades the cuts. Null where there is nothing but silence. */
export function trimmed(sound: Sound): Sound | null {
  const { samples, sampleRate } = sound;
  const frame = Math.max(Math.round(frameSeconds * sampleRate), 1);
  const levels: number[] = [];
  for (let from = 0; from < samples.length; from += frame) {
    levels.push(rms(samples.subarray(from, from + frame)));
  }
  const loudest = levels.reduce((most, level) => Math.max(most, level), 0);
  if (loudest === 0) return null;
  const heard = (level: number): boolean => level >= loudest * 10 ** (silenceDb / 20);
  const first = levels.findIndex(heard) * frame - Math.round(headSeconds * sampleRate);
  const last = (levels.findLastIndex(heard) + 1) * frame + Math.round(tailSeconds * sampleRate);
  const cut = samples.slice(Math.max(first, 0), Math.min(last, samples.length));
  return faded({ sampleRate, samples: cut });
}

/** So that a cut does not click. */
function faded({ sampleRate, samples }: Sound): Sound {
  const length = Math.min(Math.round(fadeSeconds * sampleRate), Math.floor(samples.length / 2));
  const out = samples.slice();
  for (let index = 0; index < length; index += 1) {
    const gain = index / length;
    out[index] = (out[index] ?? 0) * gain;
    const end = out.length - 1 - index;
    out[end] = (out[end] ?? 0) * gain;
  }
  return { sampleRate, samples: out };
}

/** One sound of several, one after the other; numbers are rests in milliseconds. */
export function joined(parts: readonly (Sound | number)[], sampleRate: number): Sound {
  const pieces = parts.map((part) =>
    typeof part === 'number'
      ? new Float32Array(Math.round((part / 1_000) * sampleRate))
      : resampled(part, sampleRate).samples,
  );
  const samples = new Float32Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    samples.set(piece, at);
    at += piece.length;
  }
  return { sampleRate, samples };
}

/** By straight lines between samples: enough for speech that comes from one recorder. */
export function resampled(sound: Sound, sampleRate: number): Sound {
  if (sound.sampleRate === sampleRate) return sound;
  const ratio = sound.sampleRate / sampleRate;
  const samples = new Float32Array(Math.floor(sound.samples.length / ratio));
  for (let index = 0; index < samples.length; index += 1) {
    const at = index * ratio;
    const low = Math.floor(at);
    const here = sound.samples[low] ?? 0;
    samples[index] = here + ((sound.samples[low + 1] ?? here) - here) * (at - low);
  }
  return { sampleRate, samples };
}

/** What a speaker should mend before a clip is kept. */
export type RecordingFault = 'silent' | 'too-soft' | 'clipped' | 'noisy' | 'too-long';

/** Softer speech would be lifted together with the noise of the room. */
const softPeak = 0.03;
const clippedLevel = 0.999;
const clippedRun = 3;
/** Background that is this close to the speech is heard in the hall. */
const noiseDb = -24;

/** Looks at a raw recording, before it is trimmed. */
export function recordingFaults(sound: Sound, secondsMax: number): readonly RecordingFault[] {
  const peak = peakOf(sound);
  if (peak < 0.003) return ['silent'];
  const faults: RecordingFault[] = [];
  if (peak < softPeak) faults.push('too-soft');
  if (isClipped(sound.samples)) faults.push('clipped');
  if (isNoisy(sound)) faults.push('noisy');
  const speech = trimmed(sound);
  if (speech !== null && speech.samples.length > secondsMax * sound.sampleRate) {
    faults.push('too-long');
  }
  return faults;
}

function isClipped(samples: Float32Array): boolean {
  let run = 0;
  for (const sample of samples) {
    run = Math.abs(sample) >= clippedLevel ? run + 1 : 0;
    if (run >= clippedRun) return true;
  }
  return false;
}

/** The quietest tenth of the frames beside the loudest: rooms hum in the rests. */
function isNoisy({ samples, sampleRate }: Sound): boolean {
  const frame = Math.round(0.03 * sampleRate);
  const levels: number[] = [];
  for (let from = 0; from + frame <= samples.length; from += frame) {
    levels.push(rms(samples.subarray(from, from + frame)));
  }
  if (levels.length < 10) return false;
  levels.sort((a, b) => a - b);
  const quiet = levels[Math.floor(levels.length / 10)] ?? 0;
  const loud = levels[Math.floor((levels.length * 9) / 10)] ?? 0;
  return loud > 0 && 20 * Math.log10(Math.max(quiet, 1e-9) / loud) > noiseDb;
}

function rms(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return samples.length === 0 ? 0 : Math.sqrt(sum / samples.length);
}

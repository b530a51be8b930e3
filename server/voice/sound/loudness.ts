import type { Sound } from './wav.ts';

/**
 * Loudness by ITU-R BS.1770-4: K-weighting, blocks of 400 ms that overlap by three quarters, gates
 * at -70 LKFS and 10 LU below the mean. Peaks say nothing of how loud a voice is: clips of one
 * speaker that all peak alike differ by 6 dB.
 */

/** What every clip and phrase is brought to. */
export const targetLufs = -16;
/** No sample may pass it: 1 dB below full scale. */
export const peakMax = 10 ** (-1 / 20);

const blockSeconds = 0.4;
const overlap = 0.75;
const absoluteGateLufs = -70;
const relativeGateLu = 10;

/**
 * Integrated loudness in LUFS (LKFS), or -Infinity for silence. A sound shorter than a block (a
 * figure of 0.3 s) is measured as one block of its own length: the recommendation is silent on it.
 */
export function loudnessOf(sound: Sound): number {
  const weighted = kWeighted(sound);
  const block = Math.min(Math.round(blockSeconds * sound.sampleRate), weighted.length);
  const step = Math.max(Math.round(block * (1 - overlap)), 1);
  if (block === 0) return -Infinity;
  const powers: number[] = [];
  for (let from = 0; from + block <= weighted.length; from += step) {
    powers.push(meanSquare(weighted, from, from + block));
  }
  const heard = powers.filter((power) => lufs(power) > absoluteGateLufs);
  if (heard.length === 0) return -Infinity;
  const gate = lufs(mean(heard)) - relativeGateLu;
  return lufs(mean(heard.filter((power) => lufs(power) > gate)));
}

export interface Normalised {
  readonly sound: Sound;
  /** Before. */
  readonly lufs: number;
  /** After; lower than the target where a peak allowed no more. */
  readonly becameLufs: number;
  readonly gainDb: number;
}

/** Brings a sound to a loudness by one gain for all of it. Null for silence. */
export function normalised(sound: Sound, target = targetLufs): Normalised | null {
  const loudness = loudnessOf(sound);
  const peak = peakOf(sound);
  if (loudness === -Infinity || peak === 0) return null;
  const gain = Math.min(10 ** ((target - loudness) / 20), peakMax / peak);
  const gainDb = 20 * Math.log10(gain);
  return {
    sound: { ...sound, samples: sound.samples.map((sample) => sample * gain) },
    lufs: loudness,
    becameLufs: loudness + gainDb,
    gainDb,
  };
}

export function peakOf({ samples }: Sound): number {
  return samples.reduce((peak, sample) => Math.max(peak, Math.abs(sample)), 0);
}

interface Biquad {
  readonly b: readonly [number, number, number];
  readonly a: readonly [number, number];
}

/**
 * The two filters of the recommendation for any sample rate: its tables are for 48 kHz, the analogue
 * prototypes behind them are those of libebur128.
 */
export function kFilters(sampleRate: number): readonly [Biquad, Biquad] {
  const shelf = { hz: 1681.974450955533, db: 3.999843853973347, q: 0.7071752369554196 };
  const k = Math.tan((Math.PI * shelf.hz) / sampleRate);
  const high = 10 ** (shelf.db / 20);
  const band = high ** 0.4996667741545416;
  const a0 = 1 + k / shelf.q + k * k;
  const pass = { hz: 38.13547087602444, q: 0.5003270373238773 };
  const p = Math.tan((Math.PI * pass.hz) / sampleRate);
  const c0 = 1 + p / pass.q + p * p;
  return [
    {
      b: [
        (high + (band * k) / shelf.q + k * k) / a0,
        (2 * (k * k - high)) / a0,
        (high - (band * k) / shelf.q + k * k) / a0,
      ],
      a: [(2 * (k * k - 1)) / a0, (1 - k / shelf.q + k * k) / a0],
    },
    { b: [1, -2, 1], a: [(2 * (p * p - 1)) / c0, (1 - p / pass.q + p * p) / c0] },
  ];
}

function kWeighted({ samples, sampleRate }: Sound): Float64Array {
  const [shelf, pass] = kFilters(sampleRate);
  return filtered(filtered(Float64Array.from(samples), shelf), pass);
}

function filtered(samples: Float64Array, { b, a }: Biquad): Float64Array {
  let [x1, x2, y1, y2] = [0, 0, 0, 0];
  return samples.map((x0) => {
    const y0 = b[0] * x0 + b[1] * x1 + b[2] * x2 - a[0] * y1 - a[1] * y2;
    [x2, x1, y2, y1] = [x1, x0, y1, y0];
    return y0;
  });
}

function meanSquare(samples: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let index = from; index < to; index += 1) sum += (samples[index] ?? 0) ** 2;
  return sum / (to - from);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function lufs(power: number): number {
  return power === 0 ? -Infinity : -0.691 + 10 * Math.log10(power);
}

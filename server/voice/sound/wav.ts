/**
 * Sound as the voice handles it, and WAV files of it. Pure, for the hub and for pages alike; layout
 * by the RIFF/WAVE form (Microsoft and IBM, 1991; WAVE_FORMAT_EXTENSIBLE from 1999).
 */

/** One channel; samples from -1 to 1. */
export interface Sound {
  readonly sampleRate: number;
  readonly samples: Float32Array;
}

export type WavFault =
  'not-wav' | 'no-sound' | 'unknown-coding' | 'too-long' | 'odd-rate' | 'cut-off';

export type WavRead =
  { readonly ok: true; readonly sound: Sound } | { readonly ok: false; readonly fault: WavFault };

export const sampleRateMin = 8_000;
export const sampleRateMax = 48_000;

const pcm = 1;
const float = 3;
const extensible = 0xfffe;

/**
 * Reads integer PCM of 8 to 32 bits and 32-bit floats; several channels become one. An unknown
 * length in the header (as a program writes that sends its sound down a pipe) is that of the bytes.
 * Never throws.
 * @param secondsMax a longer sound is refused
 */
export function readWav(bytes: Uint8Array, secondsMax: number): WavRead {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 12 || word(view, 0) !== 'RIFF' || word(view, 8) !== 'WAVE') {
    return { ok: false, fault: 'not-wav' };
  }
  let form: Form | null = null;
  let at = 12;
  while (at + 8 <= bytes.length) {
    const size = view.getUint32(at + 4, true);
    const begins = at + 8;
    const ends = Math.min(begins + size, bytes.length);
    if (word(view, at) === 'fmt ') form = formAt(view, begins, ends);
    if (word(view, at) === 'data') {
      if (form === null) return { ok: false, fault: 'unknown-coding' };
      const isOpenEnded = size >= 0x7f00_0000;
      if (!isOpenEnded && begins + size > bytes.length) return { ok: false, fault: 'cut-off' };
      return readSamples(view, form, begins, ends, secondsMax);
    }
    at = begins + size + (size % 2);
  }
  return { ok: false, fault: form === null ? 'not-wav' : 'no-sound' };
}

interface Form {
  readonly coding: number;
  readonly channels: number;
  readonly sampleRate: number;
  readonly bits: number;
}

function formAt(view: DataView, begins: number, ends: number): Form | null {
  if (ends - begins < 16) return null;
  const tag = view.getUint16(begins, true);
  return {
    // The first two bytes of the sub-format's GUID are the plain tag.
    coding: tag === extensible && ends - begins >= 26 ? view.getUint16(begins + 24, true) : tag,
    channels: view.getUint16(begins + 2, true),
    sampleRate: view.getUint32(begins + 4, true),
    bits: view.getUint16(begins + 14, true),
  };
}

function readSamples(
  view: DataView,
  { coding, channels, sampleRate, bits }: Form,
  begins: number,
  ends: number,
  secondsMax: number,
): WavRead {
  const sampleAt = readerOf(view, coding, bits);
  if (sampleAt === null || channels < 1 || channels > 8) {
    return { ok: false, fault: 'unknown-coding' };
  }
  if (sampleRate < sampleRateMin || sampleRate > sampleRateMax) {
    return { ok: false, fault: 'odd-rate' };
  }
  const frameBytes = channels * (bits / 8);
  const count = Math.floor((ends - begins) / frameBytes);
  if (count === 0) return { ok: false, fault: 'no-sound' };
  if (count > sampleRate * secondsMax) return { ok: false, fault: 'too-long' };
  const samples = new Float32Array(count);
  for (let frame = 0; frame < count; frame += 1) {
    let sum = 0;
    for (let channel = 0; channel < channels; channel += 1) {
      sum += sampleAt(begins + frame * frameBytes + channel * (bits / 8));
    }
    const sample = sum / channels;
    samples[frame] = Number.isFinite(sample) ? sample : 0;
  }
  return { ok: true, sound: { sampleRate, samples } };
}

function readerOf(view: DataView, coding: number, bits: number): ((at: number) => number) | null {
  if (coding === float) return bits === 32 ? (at) => view.getFloat32(at, true) : null;
  if (coding !== pcm) return null;
  switch (bits) {
    case 8:
      return (at) => (view.getUint8(at) - 128) / 128;
    case 16:
      return (at) => view.getInt16(at, true) / 32_768;
    case 24:
      return (at) => (view.getUint16(at, true) + view.getInt8(at + 2) * 65_536) / 8_388_608;
    case 32:
      return (at) => view.getInt32(at, true) / 2_147_483_648;
    default:
      return null;
  }
}

/** A WAV file of 16-bit PCM; what is louder than full scale is cut. */
export function writeWav({ sampleRate, samples }: Sound): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(44 + samples.length * 2);
  const view = new DataView(bytes.buffer);
  put(view, 0, 'RIFF');
  view.setUint32(4, bytes.length - 8, true);
  put(view, 8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, pcm, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, sampleRate, true);
  view.setUint32(28, sampleRate * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  put(view, 36, 'data');
  view.setUint32(40, samples.length * 2, true);
  samples.forEach((sample, index) => {
    const scaled = Math.round(Math.min(Math.max(sample, -1), 1) * 32_767);
    view.setInt16(44 + index * 2, scaled, true);
  });
  return bytes;
}

export function durationMs({ sampleRate, samples }: Sound): number {
  return (samples.length / sampleRate) * 1_000;
}

function word(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((step) => view.getUint8(at + step)));
}

function put(view: DataView, at: number, text: string): void {
  Array.from(text).forEach((sign, index) => {
    view.setUint8(at + index, sign.charCodeAt(0));
  });
}

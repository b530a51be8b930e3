import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joined, recordingFaults, resampled, trimmed } from '#server/voice/sound/cutting.ts';
import {
  kFilters,
  loudnessOf,
  normalised,
  peakMax,
  peakOf,
  targetLufs,
} from '#server/voice/sound/loudness.ts';
import { readWav, writeWav, type Sound } from '#server/voice/sound/wav.ts';

function tone(hz: number, amplitude: number, seconds: number, sampleRate = 48_000): Sound {
  const samples = new Float32Array(Math.round(seconds * sampleRate));
  for (let at = 0; at < samples.length; at += 1) {
    samples[at] = amplitude * Math.sin((2 * Math.PI * hz * at) / sampleRate);
  }
  return { sampleRate, samples };
}
const silence = (seconds: number, sampleRate = 48_000): Sound => ({
  sampleRate,
  samples: new Float32Array(Math.round(seconds * sampleRate)),
});

describe('loudness', () => {
  it('weights as the tables of ITU-R BS.1770-4 say for 48 kHz', () => {
    const [shelf, pass] = kFilters(48_000);
    const expected = [
      [1.53512485958697, -2.69169618940638, 1.19839281085285, -1.69065929318241, 0.73248077421585],
      [1, -2, 1, -1.99004745483398, 0.99007225036621],
    ];
    [shelf, pass].forEach(({ b, a }, index) => {
      [...b, ...a].forEach((value, place) => {
        expect(value).toBeCloseTo(expected[index]![place]!, 6);
      });
    });
  });

  it.each([8_000, 16_000, 22_050, 24_000, 44_100, 48_000])(
    'a full-scale tone of 997 Hz has -3.01 LKFS, at %i Hz too',
    (sampleRate) => {
      const measured = loudnessOf(tone(997, 1, 2, sampleRate));
      // The shelf's place shifts a little where there are few samples a second.
      expect(Math.abs(measured + 3.01)).toBeLessThan(sampleRate < 20_000 ? 0.3 : 0.06);
    },
  );

  it('halving the level takes 6.02 LU', () => {
    const full = loudnessOf(tone(997, 0.5, 1));
    expect(full - loudnessOf(tone(997, 0.25, 1))).toBeCloseTo(6.02, 2);
  });

  it('gates out the rests: a tone with silence around it is as loud as the tone', () => {
    const alone = loudnessOf(tone(997, 0.2, 4));
    const rested = loudnessOf(joined([tone(997, 0.2, 4), 4_000], 48_000));
    expect(Math.abs(rested - alone)).toBeLessThan(0.5);
    expect(loudnessOf(silence(1))).toBe(-Infinity);
    expect(loudnessOf(silence(0))).toBe(-Infinity);
  });

  it('brings any voice to the target, and never over the peak', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.02, max: 1, noNaN: true }),
        fc.double({ min: 0.1, max: 1.2, noNaN: true }),
        (amplitude, seconds) => {
          const after = normalised(tone(440, amplitude, seconds, 24_000))!;
          expect(peakOf(after.sound)).toBeLessThanOrEqual(peakMax + 1e-6);
          expect(loudnessOf(after.sound)).toBeCloseTo(targetLufs, 1);
          expect(after.becameLufs).toBeCloseTo(targetLufs, 1);
        },
      ),
      { numRuns: 30 },
    );
    const click = silence(1);
    click.samples[20_000] = 1;
    expect(peakOf(normalised(click)!.sound)).toBeCloseTo(peakMax, 3);
    expect(normalised(silence(1))).toBeNull();
  });
});

describe('cutting', () => {
  it('takes the silence off both ends and leaves a breath', () => {
    const raw = joined([silence(0.5), tone(300, 0.4, 0.6), silence(0.7)], 48_000);
    const cut = trimmed(raw)!;
    expect(cut.samples.length / 48_000).toBeGreaterThan(0.6);
    expect(cut.samples.length / 48_000).toBeLessThan(0.72);
    expect(cut.samples[0]).toBe(0);
    expect(trimmed(silence(1))).toBeNull();
  });

  it('joins with rests, to the sample', () => {
    const both = joined([tone(300, 0.5, 0.1), 60, tone(300, 0.5, 0.1, 24_000)], 48_000);
    expect(both.samples.length).toBe(4_800 + 2_880 + 4_800);
    expect(resampled(tone(300, 0.5, 1, 24_000), 48_000).samples.length).toBe(48_000);
  });

  it('says what a speaker should mend', () => {
    const good = joined([silence(0.4), tone(300, 0.4, 0.6), silence(0.4)], 48_000);
    const humming = { ...good, samples: good.samples.map((each, at) => each + Math.sin(at) * 0.1) };
    expect(recordingFaults(good, 5)).toEqual([]);
    expect(recordingFaults(humming, 5)).toEqual(['noisy']);
    expect(recordingFaults(silence(1), 5)).toEqual(['silent']);
    expect(recordingFaults(tone(300, 0.01, 0.1), 5)).toEqual(['too-soft']);
    const cut = good.samples.map((each) => Math.min(Math.max(each * 4, -1), 1));
    expect(recordingFaults({ ...good, samples: cut }, 5)).toEqual(['clipped']);
    expect(recordingFaults(good, 0.5)).toEqual(['too-long']);
  });
});

describe('WAV files', () => {
  it('come back as they were written', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 1, maxLength: 400 }),
        (values) => {
          const samples = Float32Array.from(values);
          const read = readWav(writeWav({ sampleRate: 24_000, samples }), 1);
          if (!read.ok) throw new Error(read.fault);
          expect(read.sound.sampleRate).toBe(24_000);
          read.sound.samples.forEach((sample, at) => {
            expect(Math.abs(sample - samples[at]!)).toBeLessThan(1e-4);
          });
        },
      ),
    );
  });

  it('never throws, whatever the bytes', () => {
    const sound = writeWav(tone(300, 0.5, 0.05, 8_000));
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 200 }),
        fc.nat(sound.length),
        fc.nat(60),
        (noise, cut, place) => {
          readWav(noise, 1);
          readWav(sound.slice(0, cut), 1);
          const bent = sound.slice();
          bent.set(noise.slice(0, bent.length - place), place);
          readWav(bent, 1);
        },
      ),
    );
  });

  it('says what is wrong with one', () => {
    const sound = writeWav(tone(300, 0.5, 0.5, 8_000));
    const fault = (bytes: Uint8Array, seconds = 10) => {
      const read = readWav(bytes, seconds);
      return read.ok ? 'none' : read.fault;
    };
    const bent = (place: number, value: number) => {
      const copy = sound.slice();
      copy[place] = value;
      return copy;
    };
    expect(fault(sound)).toBe('none');
    expect(fault(new TextEncoder().encode('{"not": "a sound"}'))).toBe('not-wav');
    expect(fault(sound.slice(0, 200))).toBe('cut-off');
    expect(fault(sound.slice(0, 40))).toBe('no-sound');
    expect(fault(bent(20, 7))).toBe('unknown-coding');
    expect(fault(bent(25, 1))).toBe('odd-rate');
    expect(fault(sound, 0.2)).toBe('too-long');
  });

  it('takes the length of a pipe’s sound from its bytes', () => {
    const sound = writeWav(tone(300, 0.5, 0.1, 8_000));
    new DataView(sound.buffer).setUint32(40, 0x7fff_f000, true);
    const read = readWav(sound, 1);
    expect(read.ok && read.sound.samples.length).toBe(800);
  });
});

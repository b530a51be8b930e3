import type { Sound } from '#server/voice/sound/wav.ts';

/** Every clip is kept at this rate. */
export const clipSampleRate = 24_000;

/** `insecure`: browsers give a microphone only to pages by https or on the machine itself. */
export type MicrophoneFault = 'insecure' | 'refused' | 'none';

export interface Microphone {
  /** 0 to 1. */
  level(): number;
  start(): void;
  /** What was said since; null where nothing could be read. */
  stop(): Promise<Sound | null>;
  close(): void;
}

/** Opens the microphone without the helps of calls: they would pump and gate a single word. */
export async function openMicrophone(): Promise<Microphone | MicrophoneFault> {
  const { mediaDevices } = navigator as { readonly mediaDevices?: MediaDevices };
  if (mediaDevices === undefined) return 'insecure';
  let stream: MediaStream;
  try {
    stream = await mediaDevices.getUserMedia({
      audio: { echoCancellation: false, noiseSuppression: false, autoGainControl: false },
    });
  } catch (error) {
    const name = error instanceof DOMException ? error.name : '';
    return name === 'NotFoundError' ? 'none' : 'refused';
  }
  const context = new AudioContext();
  const analyser = new AnalyserNode(context, { fftSize: 1024 });
  context.createMediaStreamSource(stream).connect(analyser);
  void context.resume();
  const samples = new Float32Array(analyser.fftSize);
  let recorder: MediaRecorder | null = null;
  let parts: Blob[] = [];

  return {
    level() {
      analyser.getFloatTimeDomainData(samples);
      return samples.reduce((peak, sample) => Math.max(peak, Math.abs(sample)), 0);
    },
    start() {
      parts = [];
      const plain = 'audio/webm;codecs=pcm';
      recorder = new MediaRecorder(
        stream,
        MediaRecorder.isTypeSupported(plain)
          ? { mimeType: plain }
          : { audioBitsPerSecond: 256_000 },
      );
      recorder.addEventListener('dataavailable', ({ data }) => parts.push(data));
      recorder.start();
    },
    async stop() {
      const present = recorder;
      if (present === null || present.state === 'inactive') return null;
      const stopped = new Promise((done) => {
        present.addEventListener('stop', done, { once: true });
      });
      present.stop();
      await stopped;
      return decoded(await new Blob(parts).arrayBuffer());
    },
    close() {
      for (const track of stream.getTracks()) track.stop();
      void context.close();
    },
  };
}

/** Any sound that the browser can read, as one channel at the house's rate; null for any other. */
export async function decoded(bytes: ArrayBuffer): Promise<Sound | null> {
  try {
    // A context of the wanted rate resamples by itself.
    const reader = new OfflineAudioContext(1, 1, clipSampleRate);
    const buffer = await reader.decodeAudioData(bytes);
    const samples = new Float32Array(buffer.length);
    for (let channel = 0; channel < buffer.numberOfChannels; channel += 1) {
      const own = buffer.getChannelData(channel);
      own.forEach((sample, at) => {
        samples[at] = (samples[at] ?? 0) + sample / buffer.numberOfChannels;
      });
    }
    return { sampleRate: clipSampleRate, samples };
  } catch {
    return null; // No sound that this browser knows.
  }
}

/** Plays a sound once; answers when it has ended. */
export async function played(sound: Sound): Promise<void> {
  const context = new AudioContext();
  const buffer = context.createBuffer(1, sound.samples.length, sound.sampleRate);
  buffer.copyToChannel(Float32Array.from(sound.samples), 0);
  const source = new AudioBufferSourceNode(context, { buffer });
  source.connect(context.destination);
  await new Promise((done) => {
    source.addEventListener('ended', done, { once: true });
    source.start();
    setTimeout(done, buffer.duration * 1000 + 500);
  });
  await context.close();
}

/**
 * A PulseAudio of the test's own, with one output that goes nowhere, and what came out of it. Only a
 * full Chromium sounds there (Debian's, or CHROMIUM_PATH): the one of @sparticuz/chromium was built
 * without sound output and gives silence.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe } from 'vitest';

const programs = ['pulseaudio', 'parec'];

/** What is missing here for hearing a browser, in words; null where all is there. */
export function whyNotHeard(): string | null {
  const missing = programs.filter((program) => {
    const { error } = spawnSync(program, ['--version'], { stdio: 'ignore' });
    return error !== undefined;
  });
  if (missing.length > 0)
    return `no ${missing.join(' and ')} (Debian: pulseaudio pulseaudio-utils)`;
  return soundingChromium() === null ? 'no Chromium with sound output (Debian: chromium)' : null;
}

export function soundingChromium(): string | null {
  const named = process.env.CHROMIUM_PATH;
  const places = [...(named === undefined || named === '' ? [] : [named]), '/usr/bin/chromium'];
  return places.find((place) => existsSync(place)) ?? null;
}

/** A `describe` that hears the machine's output; where it cannot, its tests count as skipped. */
export function describeWithSound(title: string, tests: () => void): void {
  const missing = whyNotHeard();
  if (missing === null) {
    describe(title, tests);
    return;
  }
  console.warn(`${title}: skipped: ${missing}`);
  describe.skip(`${title} (skipped: ${missing})`, tests);
}

export interface Recording {
  /** Everything since the beginning, once so many seconds more have come in. */
  take(seconds: number): Promise<Int16Array>;
}

const sampleRate = 24_000;

export interface SoundServer {
  /** For the browser that is to sound here. */
  readonly env: Readonly<Record<string, string>>;
  /** Records from now on; `take` answers with the next seconds (16 bits, 24 kHz, one channel). */
  record(): Promise<Recording>;
  close(): Promise<void>;
}

/** Starts it and waits until it takes sound. */
export async function startSoundServer(): Promise<SoundServer> {
  const folder = mkdtempSync(join(tmpdir(), 'sound-'));
  const socket = join(folder, 'sock');
  const env = { HOME: folder, XDG_RUNTIME_DIR: folder, PULSE_SERVER: `unix:${socket}` };
  const server = spawn(
    'pulseaudio',
    [
      ...['-n', '--daemonize=no', '--exit-idle-time=-1', '--use-pid-file=no'],
      ...['-L', `module-native-protocol-unix socket=${socket} auth-anonymous=1`],
      ...['-L', 'module-null-sink sink_name=hall rate=48000'],
    ],
    { env: { ...process.env, ...env }, stdio: 'ignore' },
  );
  const recorders: ChildProcess[] = [];
  const untilMs = Date.now() + 10_000;
  while (!existsSync(socket)) {
    if (Date.now() > untilMs || server.exitCode !== null) {
      await ended(server);
      throw new Error('pulseaudio did not start');
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return {
    env,
    async record() {
      const recorder = spawn(
        'parec',
        ['--device=hall.monitor', '--rate=24000', '--channels=1', '--format=s16le', '--raw'],
        { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'ignore'] },
      );
      recorders.push(recorder);
      const parts: Buffer[] = [];
      let count = 0;
      let waiting: { readonly upTo: number; readonly done: () => void } | null = null;
      await new Promise<void>((begun) => {
        recorder.stdout.on('data', (part: Buffer) => {
          parts.push(part);
          count += part.length >> 1;
          begun();
          if (waiting !== null && count >= waiting.upTo) waiting.done();
        });
      });
      return {
        async take(seconds) {
          await new Promise<void>((done) => {
            waiting = { upTo: count + seconds * sampleRate, done };
          });
          const bytes = Buffer.concat(parts);
          return Int16Array.from({ length: bytes.length >> 1 }, (_, at) =>
            bytes.readInt16LE(at * 2),
          );
        },
      };
    },
    async close() {
      for (const recorder of recorders) await ended(recorder);
      await ended(server);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const left = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 3_000);
  await left;
  clearTimeout(late);
}

/** Root mean square, 0 to 1. */
export function loudnessIn(samples: Int16Array): number {
  const sum = samples.reduce((total, sample) => total + (sample / 32_768) ** 2, 0);
  return samples.length === 0 ? 0 : Math.sqrt(sum / samples.length);
}

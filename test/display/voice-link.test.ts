import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SpeechMessage, VoiceRequest, VoiceStanding } from '#protocol/speech.ts';
import { createStore } from '#ui/hub/store.ts';
import type { Connection } from '#ui/hub/connection.ts';
import { createVoiceLink } from '#display/sound/voice-link.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const live: Connection = { state: 'live', sinceMs: 0, nextTryMs: null, bye: null };
const away: Connection = { ...live, state: 'offline' };

function speech(speechNo: number, change: Partial<SpeechMessage> = {}): SpeechMessage {
  return {
    run: 'r1',
    speechNo,
    callNo: speechNo,
    kind: 'call',
    ageMs: 0,
    clips: [],
    silent: null,
    said: false,
    ...change,
  };
}

/** A hub that keeps what it said and answers like the real one. */
function line() {
  const said: SpeechMessage[] = [];
  const asked: VoiceRequest[] = [];
  const listeners = new Map<string, (message: never) => void>();
  const state = { run: 'r1', speaks: true, answers: true, saidCallNo: 0 };
  /** Set: the next question is left open; answered with null as by a connection that was lost. */
  const lost = { isNext: false, ends: () => {} };
  const standing = (): VoiceStanding => ({
    run: state.run,
    lastSpeechNo: said.length,
    speaks: state.speaks,
    saidCallNo: state.saidCallNo,
    volumePercent: 80,
    renewMs: 3_000,
  });
  const tell = (word: string, message: unknown): void => listeners.get(word)?.(message as never);
  const connection = createStore<Connection>(live);
  const arrived: number[] = [];
  const standings: VoiceStanding[] = [];
  const link = createVoiceLink(
    {
      connection,
      async ask<T>(_word: string, request: object) {
        asked.push(request as VoiceRequest);
        if (lost.isNext) {
          lost.isNext = false;
          return new Promise<null>((answered) => {
            lost.ends = () => answered(null);
          });
        }
        if (!state.answers) return null;
        const { since } = request as VoiceRequest;
        if (since !== undefined) for (const each of said.slice(since)) tell('speech', each);
        return standing() as T;
      },
      hear(word, listener) {
        listeners.set(word, listener);
        return () => listeners.delete(word);
      },
    },
    {
      arrived: ({ speechNo }) => arrived.push(speechNo),
      standing: (each) => standings.push(each),
    },
  );
  return { link, said, asked, state, lost, tell, connection, arrived, standings, standing };
}

describe('a screen’s line to the voice', () => {
  it('says again and again that it is there', async () => {
    const { link, asked } = line();
    link.soundIs('ready');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(asked.length).toBeGreaterThanOrEqual(4);
    expect(asked.at(-1)).toEqual({ sound: 'ready' });
    link.stop();
  });

  it('what was lost on the way is asked for, and each comes once', async () => {
    const { link, said, tell, arrived } = line();
    link.soundIs('ready');
    await vi.advanceTimersByTimeAsync(10);
    said.push(speech(1), speech(2), speech(3));
    tell('speech', speech(1));
    tell('speech', speech(3));
    await vi.advanceTimersByTimeAsync(10);
    tell('speech', speech(2));
    expect(arrived).toEqual([1, 2, 3]);
    link.stop();
  });

  it('a message that nobody announced by a later one is noticed with the next word', async () => {
    const { link, said, arrived } = line();
    link.soundIs('ready');
    await vi.advanceTimersByTimeAsync(10);
    said.push(speech(1));
    await vi.advanceTimersByTimeAsync(3_100);
    expect(arrived).toEqual([1]);
    link.stop();
  });

  it('a hub that was started anew counts from one, and is heard', async () => {
    const { link, said, state, connection, arrived } = line();
    said.push(speech(1), speech(2));
    link.soundIs('ready');
    await vi.advanceTimersByTimeAsync(10);
    connection.set(away);
    said.splice(0, 2, speech(1, { run: 'r2', callNo: 9 }));
    state.run = 'r2';
    connection.set(live);
    await vi.advanceTimersByTimeAsync(10);
    expect(arrived).toEqual([1]);
    expect(await link.speechFor(9, 100)).toMatchObject({ run: 'r2' });
    link.stop();
  });

  it('without an answer it does not speak; what it has to report is kept', async () => {
    const { link, said, state, asked } = line();
    said.push(speech(1));
    link.soundIs('ready');
    await vi.advanceTimersByTimeAsync(10);
    expect(link.speaks()).toBe(true);
    state.answers = false;
    link.became(1, 'said');
    await vi.advanceTimersByTimeAsync(10);
    expect(link.speaks()).toBe(false);
    state.answers = true;
    await vi.advanceTimersByTimeAsync(3_100);
    expect(asked.at(-1)).toEqual({
      sound: 'ready',
      became: [{ speechNo: 1, outcome: 'said' }],
    });
    expect(link.speaks()).toBe(true);
    link.stop();
  });

  it('words for a call are waited for, but not for ever; yesterday’s are no answer', async () => {
    const { link, said, tell } = line();
    link.soundIs('ready');
    await vi.advanceTimersByTimeAsync(10);
    const waiting = link.speechFor(1, 2_500);
    said.push(speech(1));
    tell('speech', speech(1));
    expect(await waiting).toMatchObject({ speechNo: 1 });
    const never = link.speechFor(2, 2_500);
    await vi.advanceTimersByTimeAsync(2_500);
    expect(await never).toBeNull();
    await vi.advanceTimersByTimeAsync(11 * 60_000);
    const tomorrow = link.speechFor(1, 100);
    await vi.advanceTimersByTimeAsync(100);
    expect(await tomorrow).toBeNull();
    link.stop();
  });

  it('a lost connection silences it at once', async () => {
    const { link, connection, standings } = line();
    link.soundIs('ready');
    await vi.advanceTimersByTimeAsync(10);
    connection.set(away);
    expect(standings.at(-1)).toMatchObject({ speaks: false });
    link.stop();
  });

  it('a question that a lost connection left open does not silence the next one', async () => {
    const { link, connection, lost, asked } = line();
    link.soundIs('ready');
    await vi.advanceTimersByTimeAsync(10);
    lost.isNext = true;
    link.became(1, 'said');
    connection.set(away);
    expect(link.speaks()).toBe(false);
    connection.set(live);
    await vi.advanceTimersByTimeAsync(10);
    expect(link.speaks()).toBe(true);
    lost.ends();
    await vi.advanceTimersByTimeAsync(10);
    expect(link.speaks()).toBe(true);
    await vi.advanceTimersByTimeAsync(3_100);
    expect(asked.at(-1)).toMatchObject({ became: [{ speechNo: 1, outcome: 'said' }] });
    link.stop();
  });
});

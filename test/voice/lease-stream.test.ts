import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SpeechClip, SpeechMessage } from '#protocol/speech.ts';
import { voiceLimits } from '#server/voice/limits.ts';
import { createSpeakerLease, type ScreenSound } from '#server/voice/speaker-lease.ts';
import { createSpeechStream } from '#server/voice/speech-stream.ts';

function leaseAt(start = 0, preferred: string | null = null) {
  const clock = { nowMs: start };
  const moves: (string | null)[] = [];
  const lease = createSpeakerLease({
    leaseMs: 9_000,
    now: () => clock.nowMs,
    preferred: () => preferred,
    moved: (holder) => moves.push(holder),
  });
  return { lease, clock, moves };
}

describe('the speaker of a hall', () => {
  it('is the first screen with sound, and stays it while others come', () => {
    const { lease, moves } = leaseAt();
    lease.renew('a', 'a', 'blocked');
    expect(lease.holder()).toBeNull();
    lease.renew('b', 'b', 'ready');
    lease.renew('c', 'c', 'ready');
    lease.renew('a', 'a', 'ready');
    expect(moves).toEqual(['b']);
  });

  it('moves on when it leaves, is blocked, or is not heard of', () => {
    const { lease, clock, moves } = leaseAt();
    lease.renew('a', 'a', 'ready');
    lease.renew('b', 'b', 'ready');
    lease.leave('a');
    lease.renew('c', 'c', 'ready');
    lease.renew('b', 'b', 'blocked');
    clock.nowMs += 9_001;
    lease.renew('b', 'b', 'ready');
    lease.leave('b');
    expect(moves).toEqual(['a', 'b', 'c', 'b', null]);
  });

  it('is the preferred one whenever its sound works', () => {
    const { lease, moves } = leaseAt(0, 'hall');
    lease.renew('a', 'side', 'ready');
    lease.renew('b', 'hall', 'ready');
    lease.renew('b', 'hall', 'unavailable');
    lease.renew('b', 'hall', 'ready');
    expect(moves).toEqual(['a', 'b', 'a', 'b']);
  });

  it('is never one without sound or out of reach, and is somebody when anybody could be', () => {
    const step = fc.record({
      screen: fc.constantFrom('a', 'b', 'c'),
      act: fc.constantFrom('ready', 'blocked', 'unavailable', 'leave', 'wait'),
      waitMs: fc.nat(12_000),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const { lease, clock } = leaseAt();
        const seen = new Map<string, { sound: ScreenSound; atMs: number }>();
        for (const { screen, act, waitMs } of steps) {
          if (act === 'leave') {
            lease.leave(screen);
            seen.delete(screen);
          } else if (act === 'wait') {
            clock.nowMs += waitMs;
            lease.sweep();
          } else {
            lease.renew(screen, screen, act);
            seen.set(screen, { sound: act, atMs: clock.nowMs });
          }
          const able = [...seen].filter(
            ([, { sound, atMs }]) => sound === 'ready' && clock.nowMs - atMs <= 9_000,
          );
          const holder = lease.holder();
          if (able.length === 0) expect(holder).toBeNull();
          else expect(able.map(([id]) => id)).toContain(holder);
        }
      }),
    );
  });
});

const clip = (text: string): SpeechClip => ({ language: 'zh', url: '/x', durationMs: 900, text });
const facts = (number: string) => ({ kind: 'call', number, counter: '1' }) as const;

interface Answer {
  settle: (value: SpeechClip | null) => void;
  fail: (error: Error) => void;
}

function streaming(options: { heard?: boolean; silence?: 'off' | 'quiet' | null } = {}) {
  const state = { heard: options.heard ?? true, nowMs: 0 };
  const sent: SpeechMessage[] = [];
  const asked = new Map<string, Answer>();
  const stream = createSpeechStream({
    now: () => state.nowMs,
    isHeard: () => state.heard,
    silence: () => options.silence ?? null,
    render: ({ number = '' }) => [
      new Promise((settle, fail) => {
        asked.set(number, { settle, fail });
      }),
    ],
    send: (message) => sent.push(message),
    withinMs: 1_500,
  });
  return { stream, sent, asked, state };
}

describe('the stream of what is said', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('goes out in order, though a later phrase is ready sooner', async () => {
    const { stream, sent, asked } = streaming();
    stream.add(facts('A001'), 1);
    stream.add(facts('A002'), 2);
    asked.get('A002')!.settle(clip('two'));
    await vi.advanceTimersByTimeAsync(10);
    expect(sent).toEqual([]);
    asked.get('A001')!.settle(clip('one'));
    await vi.advanceTimersByTimeAsync(10);
    expect(sent.map(({ speechNo, callNo, clips }) => [speechNo, callNo, clips[0]!.text])).toEqual([
      [1, 1, 'one'],
      [2, 2, 'two'],
    ]);
  });

  it('never waits longer than its limit: the chime sounds alone', async () => {
    const { stream, sent, asked } = streaming();
    stream.add(facts('A001'), 1);
    stream.add(facts('A002'), 2);
    asked.get('A002')!.fail(new Error('the studio is gone'));
    await vi.advanceTimersByTimeAsync(1_500);
    expect(sent.map(({ clips, silent }) => [clips, silent])).toEqual([
      [[], 'late'],
      [[], 'no-voice'],
    ]);
    asked.get('A001')!.settle(clip('too late'));
    await vi.advanceTimersByTimeAsync(10);
    expect(sent).toHaveLength(2);
  });

  it.each(['off', 'quiet'] as const)('says nothing while it is %s, and says why', (silence) => {
    const { stream, sent } = streaming({ silence });
    stream.add({ kind: 'closing' }, null);
    expect(sent).toMatchObject([{ speechNo: 1, callNo: null, clips: [], silent: silence }]);
  });

  it('a screen that was away gets what it missed, and learns what another has said', async () => {
    const { stream, asked, state } = streaming();
    for (const number of ['A001', 'A002', 'A003']) {
      stream.add(facts(number), stream.last() + 1);
      asked.get(number)!.settle(clip(number));
    }
    await vi.advanceTimersByTimeAsync(10);
    expect(stream.became(2, 'said')).toBe(true);
    // Its end is told once.
    expect(stream.became(2, 'failed')).toBe(false);
    expect(stream.became(9, 'failed')).toBe(false);
    state.nowMs = 4_000;
    expect(stream.since(1).map(({ speechNo, said, ageMs }) => [speechNo, said, ageMs])).toEqual([
      [2, true, 4_000],
      [3, false, 4_000],
    ]);
    expect(stream.saidCallNo()).toBe(2);
    expect(stream.last()).toBe(3);
  });

  it('while nobody is there it only counts; who comes hears what is still young', async () => {
    const { stream, sent, asked, state } = streaming({ heard: false });
    stream.add(facts('A001'), 1);
    state.nowMs += voiceLimits.staleMs;
    stream.add(facts('A002'), 2);
    expect(asked.size).toBe(0);
    expect(sent.map(({ silent }) => silent)).toEqual(['unheard', 'unheard']);
    state.heard = true;
    stream.wake();
    asked.get('A002')!.settle(clip('two'));
    await vi.advanceTimersByTimeAsync(10);
    expect(asked.has('A001')).toBe(false);
    expect(sent.slice(2)).toMatchObject([{ speechNo: 2, clips: [{ text: 'two' }] }]);
  });

  it('is bounded, and a new business day counts its calls anew', () => {
    const { stream } = streaming({ silence: 'off' });
    for (let callNo = 1; callNo <= voiceLimits.speechesMax + 50; callNo += 1) {
      stream.add(facts('A001'), callNo);
    }
    expect(stream.since(0)).toHaveLength(voiceLimits.speechesMax);
    stream.became(stream.last(), 'said');
    expect(stream.saidCallNo()).toBe(voiceLimits.speechesMax + 50);
    stream.add(facts('A001'), 1);
    expect(stream.saidCallNo()).toBe(0);
  });
});

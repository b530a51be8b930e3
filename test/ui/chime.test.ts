import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { chimeTones, createChime, voiceDelayMs } from '#ui/chime.ts';

/** An audio context that a test moves by hand. */
function fakeContext(resume: () => Promise<void>) {
  const target = new EventTarget();
  const context = Object.assign(target, {
    state: 'suspended',
    currentTime: 0,
    destination: {},
    resume,
    close: async () => undefined,
    become(state: AudioContextState) {
      context.state = state;
      target.dispatchEvent(new Event('statechange'));
    },
  });
  return context;
}
const asAudio = (context: unknown) => context as AudioContext;
const forever = () => new Promise<void>(() => undefined);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the chime', () => {
  it('is a rising fourth; twice for a recall; falling for the closing', () => {
    expect(chimeTones('call').map(({ hz }) => Math.round(hz))).toEqual([659, 880]);
    expect(chimeTones('recall').map(({ hz }) => Math.round(hz))).toEqual([659, 880, 659, 880]);
    expect(chimeTones('closing').map(({ hz }) => Math.round(hz))).toEqual([880, 659]);
    expect(chimeTones('call').map(({ atMs }) => atMs)).toEqual([0, 90]);
    expect(voiceDelayMs('call')).toBe(700);
    expect(voiceDelayMs('recall')).toBeGreaterThan(700);
  });

  it('says blocked when the browser never answers, within a bounded time', async () => {
    const chime = createChime(0.5, () => asAudio(fakeContext(forever)));
    const unlocked = chime.unlock();
    await vi.advanceTimersByTimeAsync(500);
    expect(await unlocked).toBe('blocked');
    expect(chime.play('call')).toBe(0);
  });

  it('says unavailable where there is no sound, and stays silent', async () => {
    const chime = createChime(0.5, () => {
      throw new Error('no audio device');
    });
    expect(chime.state.get()).toBe('unavailable');
    expect(await chime.unlock()).toBe('unavailable');
    expect(chime.play('call')).toBe(0);
  });

  it('tells when a touch has let the sound through, and when it is lost again', async () => {
    const context = fakeContext(forever);
    const chime = createChime(0.5, () => asAudio(context));
    const heard: string[] = [];
    chime.state.subscribe((state) => heard.push(state));
    context.become('running');
    context.become('suspended');
    context.become('closed');
    expect(heard).toEqual(['ready', 'blocked', 'unavailable']);
    chime.close();
    context.become('running');
    expect(heard).toHaveLength(3);
  });
});

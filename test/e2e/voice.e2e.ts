/** Calls that are heard: in the page's own sound, and what happens where there is none. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { at, handsOf } from '../support/hall-hands.ts';
import { runHub } from '../support/running-hub.ts';
import { eventually, open, sees, seesNoMore } from './look.ts';
import { onStage } from './stage.ts';

const stage = onStage({ at: at('08:31') }, async ({ hub, hands }) => {
  // The hub opens its voice when a screen comes; here nobody waits for a loaded machine.
  await hub.get('/api/voice', await hands.token('9001'));
  for (const counter of ['1', '2', '3']) await hands.seat(counter, `100${counter}`);
});

type Lobby = HTMLElement & {
  readonly speaks: boolean;
  readonly sound: { level(): number; readonly state: { get(): string } };
};

/** Waits until the hub gave this screen the word. */
async function speaks(page: Page): Promise<void> {
  await eventually(() =>
    page.locator('ph-lobby-page').evaluate((lobby) => (lobby as unknown as Lobby).speaks),
  ).toBe(true);
}

interface Heard {
  readonly peak: number;
  /** Part of the time with sound, while the chime rings and after it has faded. */
  readonly chime: number;
  readonly voice: number;
}

/** Listens behind the master gain, from the first sound of the next call on. */
async function listen(page: Page, call: () => Promise<unknown>): Promise<Heard> {
  const listening = page.locator('ph-lobby-page').evaluate(async (element) => {
    const lobby = element as unknown as Lobby;
    const isUp = () => lobby.shadowRoot!.querySelector('section.takeover') !== null;
    while (!isUp()) await new Promise(requestAnimationFrame);
    const levels: { atMs: number; level: number }[] = [];
    const isSilent = () => levels.length === 0;
    let begunMs = performance.now();
    while (performance.now() - begunMs < (isSilent() ? 4_000 : 3_300)) {
      const level = lobby.sound.level();
      if (isSilent() && level > 0.01) begunMs = performance.now();
      if (!isSilent() || level > 0.01) levels.push({ atMs: performance.now() - begunMs, level });
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return levels;
  });
  await call();
  const levels = await listening;
  // Weighed by time: a page that is busy looks less often.
  const heard = (fromMs: number, toMs: number): number => {
    let soundMs = 0;
    levels.forEach(({ atMs, level }, index) => {
      const untilMs = Math.min(levels[index + 1]?.atMs ?? atMs, toMs);
      if (level > 0.01) soundMs += Math.max(0, untilMs - Math.max(atMs, fromMs));
    });
    return soundMs / (toMs - fromMs);
  };
  return {
    peak: Math.max(0, ...levels.map(({ level }) => level)),
    chime: heard(0, 450),
    // The chime has died down by then: what sounds is the voice.
    voice: heard(1_200, 3_200),
  };
}

describe('a call', () => {
  it('is heard: the chime, then the voice', async () => {
    const { hands, open: openPage } = stage();
    const { page } = await openPage('lobby');
    await speaks(page);
    await hands.ticket({ service: 'payment' });
    onTestFinished(async () => {
      await hands.at('1', 'start');
      await hands.at('1', 'finish');
    });
    const heard = await listen(page, () => hands.call('1'));
    expect(heard.peak).toBeGreaterThan(0.05);
    expect(heard.chime).toBeGreaterThan(0.25);
    expect(heard.voice).toBeGreaterThan(0.5);
  });

  it('at volume 0 is not heard: the measure above can fail', async () => {
    const hall = readFileSync(
      new URL('../../server/hall-file/sample-hall.yaml', import.meta.url),
      'utf8',
    ).replace(/needsCustomer: true|^customers:.*$/gm, '');
    const mute = await runHub({ at: at('08:31'), hallFile: `${hall}\nvoice: { volume: 0 }\n` });
    onTestFinished(() => mute.close());
    const hands = await handsOf(mute);
    await hands.seat('1', '1001');
    await hands.ticket({ service: 'payment' });
    const { page } = await open(stage().browser, mute, 'lobby');
    await speaks(page);
    const heard = await listen(page, () => hands.call('1'));
    expect(heard).toEqual({ peak: 0, chime: 0, voice: 0 });
  });

  it('sounds from one screen of a hall; another takes over when that one goes', async () => {
    const { hands, open: openPage } = stage();
    const first = await openPage('lobby', { path: '/display?name=first' });
    await speaks(first.page);
    const second = await openPage('lobby', { path: '/display?name=second' });
    await second.page.locator('main.live').waitFor();
    await hands.ticket({ service: 'payment' });
    const silent = await listen(second.page, () => hands.call('2'));
    expect(silent).toEqual({ peak: 0, chime: 0, voice: 0 });
    await first.page.close();
    await speaks(second.page);
    await hands.at('2', 'start');
    await hands.at('2', 'finish');
    await hands.ticket({ service: 'payment' });
    await seesNoMore(second.page.locator('section.takeover'), /./);
    expect((await listen(second.page, () => hands.call('2'))).voice).toBeGreaterThan(0.5);
    await hands.at('2', 'start');
    await hands.at('2', 'finish');
  });

  it('follows the one before: on the timeline nothing overlaps, the second language gives way', async () => {
    const { hands, open: openPage } = stage();
    const { page } = await openPage('lobby', { before: noteSounds });
    await speaks(page);
    for (let each = 0; each < 3; each += 1) await hands.ticket({ service: 'payment' });
    for (const counter of ['1', '2', '3']) await hands.call(counter);
    const sounds = () => page.evaluate(() => Reflect.get(window, 'sounds') as Sounded[]);
    await eventually(async () => (await sounds()).filter(isVoice).length).toBeGreaterThanOrEqual(3);
    const all = (await sounds()).filter(({ stopped }) => !stopped);
    const voices = all.filter(isVoice).sort((a, b) => a.from - b.from);
    voices.slice(1).forEach((voice, index) => {
      expect(voice.from).toBeGreaterThanOrEqual(voices[index]!.to);
    });
    // Every chime begins in silence too.
    for (const { from } of all.filter((each) => !isVoice(each))) {
      expect(voices.some((voice) => from > voice.from && from < voice.to)).toBe(false);
    }
    for (const counter of ['1', '2', '3']) {
      await hands.at(counter, 'start');
      await hands.at(counter, 'finish');
    }
  });
});

interface Sounded {
  readonly kind: 'voice' | 'tone';
  readonly from: number;
  readonly to: number;
  readonly stopped: boolean;
}
const isVoice = ({ kind }: Sounded): boolean => kind === 'voice';

/** Notes what is put on the timeline, in seconds of the audio clock. */
const noteSounds = `{
  window.sounds = [];
  const starts = new Map();
  const { start, stop } = AudioBufferSourceNode.prototype;
  AudioBufferSourceNode.prototype.start = function (at) {
    const noted = { kind: 'voice', from: at, to: at + this.buffer.duration, stopped: false };
    starts.set(this, noted);
    window.sounds.push(noted);
    return start.call(this, at);
  };
  AudioBufferSourceNode.prototype.stop = function (...rest) {
    const noted = starts.get(this);
    if (noted) noted.stopped = true;
    return stop.apply(this, rest);
  };
  const strike = OscillatorNode.prototype.start;
  OscillatorNode.prototype.start = function (at) {
    // The tone that keeps the output awake has no time.
    if (at !== undefined) window.sounds.push({ kind: 'tone', from: at, to: at, stopped: false });
    return strike.call(this, at);
  };
}`;

describe('where the browser blocks sound', () => {
  it('the screen says so, the supervisor is told, and one touch mends it', async () => {
    const { hub, hands } = stage();
    const browser = await launchBrowser({ autoplayBlocked: true });
    onTestFinished(() => browser.close());
    const { page } = await open(browser, hub, 'lobby', { path: '/display?name=blocked' });
    const band = page.locator('button.sound');
    await sees(band, '点一下开声音');
    const alerts = async (): Promise<readonly string[]> => {
      const token = await hands.token('9001');
      const { devices } = await hub.get<{ devices: { name: string; sound: string | null }[] }>(
        '/api/devices',
        token,
      );
      return devices.filter(({ sound }) => sound === 'blocked').map(({ name }) => name);
    };
    await eventually(alerts).toEqual(['blocked']);
    await hands.ticket({ service: 'payment' });
    // The picture comes all the same; the measure hears nothing.
    expect(await listen(page, () => hands.call('3'))).toEqual({ peak: 0, chime: 0, voice: 0 });
    await page.mouse.click(300, 300);
    await seesNoMore(page, '点一下开声音');
    await eventually(alerts).toEqual([]);
    await speaks(page);
    await hands.later(31);
    await seesNoMore(page.locator('section.takeover'), /./);
    expect((await listen(page, () => hands.at('3', 'recall'))).chime).toBeGreaterThan(0.25);
    await hands.at('3', 'start');
    await hands.at('3', 'finish');
  });
});

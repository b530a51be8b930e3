/** A call that leaves the browser: what the machine's sound output got (docs/voice.md). */
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { at, handsOf, type HallHands } from '../support/hall-hands.ts';
import { runHub, type RunningHub } from '../support/running-hub.ts';
import {
  describeWithSound,
  loudnessIn,
  soundingChromium,
  startSoundServer,
} from '../support/sound-server.ts';
import { eventually, open } from './look.ts';

const spokenSeconds = 4;

let hub: RunningHub;
let hands: HallHands;

/** What comes out of the machine in the seconds after a call, heard or muted. */
async function recordedCall(counter: string, heard: boolean): Promise<Int16Array> {
  const server = await startSoundServer();
  onTestFinished(() => server.close());
  const browser = await launchBrowser({
    executablePath: soundingChromium() ?? '',
    env: server.env,
    ...(heard ? { heard: true } : {}),
  });
  onTestFinished(() => browser.close());
  const { page } = await open(browser, hub, 'lobby');
  const lobby = page.locator('ph-lobby-page');
  await eventually(() =>
    lobby.evaluate((element) => (element as unknown as { speaks: boolean }).speaks),
  ).toBe(true);
  await hands.ticket({ service: 'payment' });
  const recording = await server.record();
  await hands.call(counter);
  await page.locator('section.takeover').waitFor();
  return recording.take(spokenSeconds);
}

describeWithSound('the output of the machine', () => {
  beforeAll(async () => {
    hub = await runHub({ at: at('08:31') });
    hands = await handsOf(hub);
    await hub.get('/api/voice', await hands.token('9001'));
    await hands.seat('1', '1001');
    await hands.seat('2', '1002');
  });
  afterAll(() => hub.close());

  it('gets the call', async () => {
    const call = await recordedCall('1', true);
    expect(call.length / 24_000).toBeGreaterThanOrEqual(spokenSeconds);
    expect(loudnessIn(call)).toBeGreaterThan(0.01);
    // Chime and sentence, not a click: sound in a third of the time and more.
    const frames = Array.from({ length: Math.floor(call.length / 1_200) }, (_, index) =>
      loudnessIn(call.subarray(index * 1_200, (index + 1) * 1_200)),
    );
    expect(frames.filter((level) => level > 0.005).length / frames.length).toBeGreaterThan(0.33);
  });

  it('gets exact silence from a muted browser: the measure above can fail', async () => {
    const muted = await recordedCall('2', false);
    expect(muted.length / 24_000).toBeGreaterThanOrEqual(spokenSeconds);
    expect(loudnessIn(muted)).toBe(0);
  });
});

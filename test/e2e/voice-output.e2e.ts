/** A call that leaves the browser: what the machine's sound output got (docs/voice.md). */
import { expect, it, onTestFinished } from 'vitest';
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

/** What comes out of the machine while a call is made, heard or muted. */
async function recordedCall(
  hub: RunningHub,
  hands: HallHands,
  counter: string,
  heard: boolean,
): Promise<Int16Array> {
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
  const stop = await server.record();
  await hands.ticket({ service: 'payment' });
  await hands.call(counter);
  await page.locator('section.takeover').waitFor();
  await page.locator('section.takeover.off').waitFor({ timeout: 25_000 });
  return stop();
}

describeWithSound('the output of the machine', () => {
  it('gets the call; muted, it gets exact silence', async () => {
    const hub = await runHub({ at: at('08:31') });
    onTestFinished(() => hub.close());
    const hands = await handsOf(hub);
    await hub.get('/api/voice', await hands.token('9001'));
    await hands.seat('1', '1001');
    await hands.seat('2', '1002');

    const call = await recordedCall(hub, hands, '1', true);
    expect(call.length / 24_000).toBeGreaterThan(4);
    expect(loudnessIn(call)).toBeGreaterThan(0.01);
    // Chime and sentence, not a click: sound in more than a third of the time.
    const frames = Array.from({ length: Math.floor(call.length / 1_200) }, (_, index) =>
      loudnessIn(call.subarray(index * 1_200, (index + 1) * 1_200)),
    );
    expect(frames.filter((level) => level > 0.005).length / frames.length).toBeGreaterThan(0.33);

    const muted = await recordedCall(hub, hands, '2', false);
    expect(muted.length / 24_000).toBeGreaterThan(4);
    expect(loudnessIn(muted)).toBe(0);
  });
});

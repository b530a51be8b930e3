/** The story's part of the voice: a screen without sound, and the page on which one is recorded. */
import type { Page } from 'playwright-core';
import { writeWav } from '#server/voice/sound/wav.ts';
import { openPair, signedIn, type Studio } from './studio.ts';

/** How many prompts of the pack are there already. */
const recordedCount = 21;

export async function tellVoice(studio: Studio): Promise<void> {
  const lobby = await openPair(studio, 'lobby', { path: '/display' });
  await lobby.each(async (page) => {
    await page.locator('main.live').waitFor();
    // As in a browser that wants a touch first; the studio's plays at once.
    await page.locator('ph-lobby-page').evaluate((element) => {
      const { sound } = element as unknown as { sound: { state: { set(now: string): void } } };
      sound.state.set('blocked');
    });
  });
  await lobby.look('sound-blocked', 'button.sound');
  await lobby.close();

  await recordSome(studio);
  const desk = await openPair(studio, 'supervisor', { prepare: signedIn(studio, '9001') });
  await desk.each(async (page) => {
    await page.locator('ph-supervisor').waitFor();
    await giveMicrophone(page);
    await page.evaluate(() => {
      location.hash = '#/voice';
    });
  });
  await desk.look('voice', 'ph-voice-page .packs li');
  await desk.each((page) => page.locator('ph-voice-page .packs .button').first().click());
  await desk.look('voice-recording', 'ph-prompt-recorder .say');
  await desk.close();
}

/** A pack that is half recorded. */
async function recordSome({ hub, hands }: Studio): Promise<void> {
  const token = await hands.token('9001');
  const about = { name: '李敏的声音', speaker: '李敏', licence: '本厅自用' };
  await hub.ask('PUT', '/api/voice/packs/li-min', about, token);
  const { prompts } = await hub.get<{ readonly prompts: readonly { readonly key: string }[] }>(
    '/api/voice',
    token,
  );
  const samples = Float32Array.from({ length: 9_600 }, (_, at) => 0.3 * Math.sin(at / 12));
  for (const { key } of prompts.slice(0, recordedCount)) {
    await fetch(`${hub.origin}/api/voice/packs/li-min/clips/${encodeURIComponent(key)}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'audio/wav' },
      body: writeWav({ sampleRate: 24_000, samples }),
    });
  }
}

/** One that hears nothing: the machine that takes pictures has none. */
async function giveMicrophone(page: Page): Promise<void> {
  await page.evaluate(() => {
    navigator.mediaDevices.getUserMedia = () =>
      Promise.resolve(new AudioContext().createMediaStreamDestination().stream);
  });
}

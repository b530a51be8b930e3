/** The page on which a hall records its own voice, with a microphone that hears a WAV file. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { zipOf } from '#server/voice/pack/zip.ts';
import { joined } from '#server/voice/sound/cutting.ts';
import { writeWav } from '#server/voice/sound/wav.ts';
import { launchBrowser } from '../support/browser.ts';
import { at, handsOf, type HallHands } from '../support/hall-hands.ts';
import { runHub, type RunningHub } from '../support/running-hub.ts';
import { recorded } from '../voice/sounds.ts';
import { signIn } from './desk.ts';
import { eventually, open, sees, seesNoMore } from './look.ts';

let folder: string;
let browser: Browser;
let hub: RunningHub;
let hands: HallHands;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'microphone-'));
  const spoken = join(folder, 'spoken.wav');
  // Somebody says one syllable, rests, and says it again.
  const syllable = recorded(220, 0.5, 0.2, 48_000);
  writeFileSync(spoken, writeWav(joined([400, syllable, 400], 48_000)));
  [browser, hub] = await Promise.all([
    launchBrowser({ microphone: spoken }),
    runHub({ at: at('08:31') }),
  ]);
  hands = await handsOf(hub);
});
afterAll(async () => {
  await Promise.all([browser.close(), hub.close()]);
  rmSync(folder, { recursive: true, force: true });
});

async function voicePage(language: 'zh' | 'en' = 'zh'): Promise<Page> {
  const { page } = await open(browser, hub, 'supervisor', { language });
  await signIn(page, hands, '9001');
  await page.locator('ph-supervisor').waitFor();
  await page.goto('/counter#/voice');
  await page.reload();
  await page.locator('ph-voice-page h1').waitFor();
  return page;
}

interface State {
  readonly pack: string | null;
  readonly packs: readonly {
    readonly id: string;
    readonly clips: readonly { readonly key: string }[];
  }[];
}
const state = async (): Promise<State> => hub.get('/api/voice', await hands.token('9001'));

describe('a voice of the hall’s own', () => {
  it('is recorded prompt by prompt, and speaks as soon as it is chosen', async () => {
    const page = await voicePage();
    await sees(page, '合成声音 espeak-ng');
    await page.getByLabel('名字').fill('Li Min');
    await page.getByLabel('念的人').fill('李敏');
    await page.getByRole('button', { name: '开始录' }).click();
    await sees(page, /录完了 0 \/ \d+/);
    for (const say of ['请', '号']) {
      await sees(page.locator('.say'), say);
      await page.getByRole('button', { name: '开始', exact: true }).click();
      const meter = page.getByRole('meter');
      // The meter runs all the time: a whole syllable within the take, with the rest before it.
      for (const isHeard of [false, true, false]) {
        await eventually(async () => Number(await meter.getAttribute('aria-valuenow')) > 10).toBe(
          isHeard,
        );
      }
      await page.getByRole('button', { name: '停', exact: true }).click();
      await sees(page, /毫秒，-\d+\.\d LUFS，保留时调到 -16 LUFS/);
      await page.getByRole('button', { name: '保留，下一句' }).click();
    }
    await sees(page, /录完了 2 \/ \d+/);
    // Stopped, and on to the next prompt before the sound was read: it is not kept for that one.
    await page.getByRole('button', { name: '开始', exact: true }).click();
    await page.getByRole('button', { name: '停', exact: true }).waitFor();
    await page.locator('ph-prompt-recorder').evaluate(async (recorder) => {
      const read = new Promise((done) => {
        const { decodeAudioData } = OfflineAudioContext.prototype;
        OfflineAudioContext.prototype.decodeAudioData = function (bytes) {
          return decodeAudioData.call(this, bytes).finally(() => setTimeout(done));
        };
      });
      const [, stop, next] = recorder.shadowRoot!.querySelectorAll<HTMLElement>('.acts .button');
      stop!.click();
      next!.click();
      await read;
    });
    await sees(page.getByRole('button'), '开始');
    await seesNoMore(page, '保留，下一句');
    const [pack] = (await state()).packs;
    expect(pack).toMatchObject({ id: 'li-min' });
    expect(pack!.clips.map(({ key }) => key)).toEqual(['zh:请', 'zh:号']);
    await page.getByRole('button', { name: '回到语音' }).click();
    await page.getByRole('button', { name: '用这套' }).click();
    await sees(page, '正在用');
    expect((await state()).pack).toBe('li-min');
  });

  it('is imported from an archive, and exported again', async () => {
    const token = await hands.token('9001');
    const about = { name: 'Tones', speaker: 'x', licence: 'CC0' };
    await hub.ask('PUT', '/api/voice/packs/tones', about, token);
    const page = await voicePage('en');
    const card = page.locator('.packs > li').filter({ hasText: 'Tones' });
    const files = ['请.wav', 'letter-A.wav', 'zh/三.wav', 'notes.wav', 'broken/到.wav'];
    const archive = zipOf(
      files.map((name) => ({
        name,
        bytes: name.startsWith('broken') ? new TextEncoder().encode('no') : writeWav(recorded()),
      })),
    );
    await card
      .locator('input[accept*=zip]')
      .setInputFiles({ name: 'a.zip', mimeType: 'application/zip', buffer: Buffer.from(archive) });
    await sees(page, '3 prompts were taken in. No prompt for: notes.wav');
    await sees(page, 'Could not be read: broken/到.wav');
    const pack = (await state()).packs.find(({ id }) => id === 'tones');
    expect(pack!.clips.map(({ key }) => key).sort()).toEqual(['zh:a', 'zh:三', 'zh:请']);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      card.getByRole('button', { name: 'Export' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('voice-tones.zip');
  });
});

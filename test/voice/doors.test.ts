import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import type { SpeechMessage, VoiceStanding } from '#protocol/speech.ts';
import { createHallVoice } from '#server/voice/hall-voice.ts';
import { writeWav } from '#server/voice/sound/wav.ts';
import { createStudio } from '#server/voice/studio/studio.ts';
import { startHub, type TestHub } from '#test/support/hub.ts';
import { testConfig } from '#test/support/hall-config.ts';
import { fakeEngine, recorded } from './sounds.ts';

let folder: string;
let hub: TestHub;
let supervisor: string;
const logged: object[] = [];
const engine = fakeEngine();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'voice-'));
  hub = await startHub({
    listen: true,
    config: { ...testConfig, training: true },
    voice: (hall) =>
      createHallVoice({
        hall: {
          state: () => hall.dispatch.state(),
          now: () => hall.clock.now(),
          callsSince: (callNo) => hall.views.callsSince(callNo),
          subscribe: (listener) => hall.subscribe(listener),
        },
        folder,
        log: (fields) => logged.push(fields),
        studio: createStudio({ folder, espeak: engine.open }),
      }),
  });
  supervisor = await hub.signIn('9001');
});
afterAll(async () => {
  await hub.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Screen {
  readonly device: string;
  readonly heard: SpeechMessage[];
  readonly standings: VoiceStanding[];
  voice(request: object): Promise<VoiceStanding & { ok: boolean; problem?: { code: string } }>;
  leave(): void;
}

async function screen(name: string): Promise<Screen> {
  const { token, device } = await hub.device('display', name);
  const socket = hub.socket({ token });
  await new Promise<void>((done) => socket.once('connect', done));
  const heard: SpeechMessage[] = [];
  const standings: VoiceStanding[] = [];
  socket.on('speech', (message: SpeechMessage) => heard.push(message));
  socket.on('standing', (standing: VoiceStanding) => standings.push(standing));
  return {
    device,
    heard,
    standings,
    voice: (request) => socket.emitWithAck('voice', request),
    leave: () => socket.disconnect(),
  };
}

async function call(service = 'payment'): Promise<string> {
  const kiosk = (await hub.device('kiosk')).token;
  await hub.request('POST', '/api/tickets', { token: kiosk, body: { service } });
  const clerk = await hub.signIn('1001');
  await hub.request('POST', '/api/counters/1/open', { token: clerk });
  const answer = await hub.request('POST', '/api/counters/1/call', { token: clerk });
  const { number } = answer.body.ticket;
  await hub.request('POST', '/api/counters/1/start', { token: clerk });
  await hub.request('POST', '/api/counters/1/finish', { token: clerk });
  return number;
}

describe('the screens of a hall', () => {
  it('one speaks, hears each call in order, and hands over when it goes', async () => {
    const [one, other] = [await screen('lobby-1'), await screen('lobby-2')];
    expect(await one.voice({ sound: 'ready' })).toMatchObject({ ok: true, speaks: true });
    expect(await other.voice({ sound: 'ready' })).toMatchObject({ ok: true, speaks: false });

    const numbers = [await call(), await call()];
    await expect.poll(() => one.heard.length).toBe(2);
    expect(one.heard.map(({ speechNo, clips }) => [speechNo, clips.length])).toEqual([
      [1, 2],
      [2, 2],
    ]);
    const [first] = one.heard;
    expect(first!.clips.map(({ language }) => language)).toEqual(['zh', 'en']);
    expect(first!.clips[1]!.text).toContain('please come to counter one.');
    expect(numbers[0]).toMatch(/^A0/);
    await expect.poll(() => other.heard.length).toBe(2);

    const shown = (await hub.request('GET', '/api/devices', { token: supervisor })).body.devices;
    expect(shown).toContainEqual(expect.objectContaining({ device: one.device, speaks: true }));
    await one.voice({ sound: 'ready', became: [{ speechNo: 1, outcome: 'said' }] });
    // Only the speaker's word counts.
    await other.voice({ sound: 'ready', became: [{ speechNo: 2, outcome: 'said' }] });
    one.leave();
    await expect.poll(() => other.standings.at(-1)).toMatchObject({ speaks: true, saidCallNo: 1 });
    other.leave();
  });

  it('a screen that comes back hears what it missed, once', async () => {
    const back = await screen('lobby-3');
    const { lastSpeechNo } = await back.voice({ sound: 'ready' });
    await call();
    await expect.poll(() => back.heard.length).toBe(1);
    const again = await screen('lobby-3');
    await again.voice({ sound: 'ready', since: lastSpeechNo });
    expect(again.heard.map(({ speechNo }) => speechNo)).toEqual([lastSpeechNo + 1]);
    const became = [{ speechNo: lastSpeechNo + 1, outcome: 'failed' as const }];
    await back.voice({ sound: 'ready', became });
    expect(logged).toContainEqual({ screen: 'lobby-3', speechNo: lastSpeechNo + 1 });
    back.leave();
    again.leave();
  });

  it('a blocked screen does not speak, and the supervisor is told', async () => {
    const blocked = await screen('lobby-4');
    expect(await blocked.voice({ sound: 'blocked' })).toMatchObject({ speaks: false });
    const view = hub.hall.views.view('supervisor', {});
    expect(view!.alerts.map(({ kind }) => kind)).toContain('sound-blocked');
    blocked.leave();
  });

  it('nobody else may: kiosks, passers-by, and words that are none', async () => {
    const kiosk = hub.socket({ token: (await hub.device('kiosk')).token });
    expect(await kiosk.emitWithAck('voice', { sound: 'ready' })).toMatchObject({ ok: false });
    expect(await hub.socket().emitWithAck('voice', { sound: 'ready' })).toMatchObject({
      ok: false,
      problem: { code: 'not-signed-in' },
    });
    const odd = await screen('odd');
    expect(await odd.voice({ sound: 'loud' })).toMatchObject({ problem: { code: 'bad-input' } });
    odd.leave();
  });

  it('[closing-reminder] is said once, with the minutes that are left', async () => {
    const lobby = await screen('lobby-5');
    await lobby.voice({ sound: 'ready' });
    hub.clock.moveTo(Date.parse('2026-03-02T18:14:00+08:00'));
    await hub.hall.dispatch.settle();
    hub.clock.moveTo(Date.parse('2026-03-02T18:15:00+08:00'));
    await hub.hall.dispatch.settle();
    await expect.poll(() => lobby.heard.length).toBe(1);
    expect(lobby.heard[0]).toMatchObject({ kind: 'closing-reminder', callNo: null });
    expect(lobby.heard[0]!.clips[0]!.text).toBe(
      '各位顾客，十五分钟后停止取号。只要取到号，今天一定办完。',
    );
    lobby.leave();
  });
});

describe('clips', () => {
  it('stand at addresses that never change, and play as WAV', async () => {
    const body = { language: 'zh', number: 'B107', counter: '12' };
    const trial = await hub.request('POST', '/api/voice/trial', { token: supervisor, body });
    expect(trial.body).toMatchObject({
      text: '请B一零七号到十二号窗口。',
      source: 'espeak-ng',
    });
    const clip = await hub.app.inject(trial.body.url);
    expect(clip.statusCode).toBe(200);
    expect(clip.headers['content-type']).toBe('audio/wav');
    expect(clip.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(clip.headers['x-content-type-options']).toBe('nosniff');
    expect(clip.headers['content-security-policy']).toContain("default-src 'self'");
    expect(clip.rawPayload.subarray(0, 4).toString()).toBe('RIFF');
  });

  it.each(['x.wav', '..%2f..%2fvault.sqlite', '%2e%2e.wav', `${'a'.repeat(32)}.wav`])(
    '%s is none of them',
    async (file) => {
      expect((await hub.request('GET', `/api/voice/clips/${file}`)).status).toBe(404);
    },
  );
});

describe('recorded packs', () => {
  const about = { name: '李敏', speaker: 'Li Min', licence: 'of the hall' };
  const wav = Buffer.from(writeWav(recorded(300, 0.4, 0.2)));
  const put = (path: string, body: Buffer | object, token = supervisor, type = 'audio/wav') =>
    hub.app.inject({
      method: 'PUT',
      url: `/api/voice/packs/${path}`,
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': Buffer.isBuffer(body) ? type : 'application/json',
      },
      payload: Buffer.isBuffer(body) ? body : JSON.stringify(body),
    });
  const clip = (key: string) => `li/clips/${encodeURIComponent(key)}`;

  it('are made, filled, chosen, taken along and removed by a supervisor', async () => {
    expect((await put('li', about)).json()).toMatchObject({ id: 'li', ...about, clips: [] });
    const kept = await put(clip('zh:请'), wav);
    expect(kept.json()).toMatchObject({ ok: true, faults: [] });
    expect(kept.json<{ keptLufs: number }>().keptLufs).toBeCloseTo(-16, 1);
    const chosen = await hub.request('POST', '/api/voice/pack', {
      token: supervisor,
      body: { pack: 'li' },
    });
    expect(chosen.status).toBe(200);
    const state = await hub.request('GET', '/api/voice', { token: supervisor });
    expect(state.body).toMatchObject({
      pack: 'li',
      isPackFixed: false,
      packs: [{ id: 'li', isChosen: true, clips: [{ key: 'zh:请' }], faults: [] }],
      sources: [
        { id: 'pack', state: 'ready' },
        { id: 'sherpa-onnx', state: 'unused' },
        { id: 'espeak-ng', state: 'ready' },
      ],
      discourteous: [],
    });
    const archive = await hub.app.inject({
      url: '/api/voice/packs/li/archive',
      headers: { authorization: `Bearer ${supervisor}` },
    });
    expect(archive.headers['content-disposition']).toBe('attachment; filename="voice-li.zip"');
    expect(archive.rawPayload.subarray(0, 2).toString()).toBe('PK');
    const drop = await hub.request('DELETE', '/api/voice/packs/li', { token: supervisor });
    expect(drop.status).toBe(200);
    expect((await put(clip('zh:请'), wav)).statusCode).toBe(404);
  });

  it('bad input is refused with what is wrong: no sound, no WAV, too large, another type', async () => {
    await put('li', about);
    const refused = async (body: Buffer, type?: string) => {
      const answer = await put(clip('zh:请'), body, supervisor, type);
      return [answer.statusCode, answer.json<{ detail?: string }>().detail];
    };
    expect(await refused(Buffer.from('hello'))).toEqual([400, '不是 WAV 文件']);
    expect(await refused(Buffer.from(writeWav(recorded(300, 0.3, 0))))).toEqual([
      400,
      '没有录到声音，请靠近话筒再念一遍',
    ]);
    expect((await refused(Buffer.alloc(1_700_000)))[0]).toBe(413);
    expect((await refused(wav, 'audio/mpeg'))[0]).toBe(415);
    expect((await put(`li/clips/${encodeURIComponent('../x')}`, wav)).statusCode).toBe(400);
    expect((await put('..%2fother', about)).statusCode).toBe(404);
    expect((await put('li', { name: '' })).statusCode).toBe(400);
  });

  it('are nobody else’s business', async () => {
    const clerk = await hub.signIn('1001');
    for (const [method, path] of [
      ['GET', '/api/voice'],
      ['POST', '/api/voice/trial'],
      ['POST', '/api/voice/pack'],
      ['GET', '/api/voice/packs/li/archive'],
      ['DELETE', '/api/voice/packs/li'],
    ] as const) {
      expect((await hub.request(method, path)).status, path).toBe(401);
      expect((await hub.request(method, path, { token: clerk })).status, path).toBe(403);
    }
    expect((await put(clip('zh:请'), wav, clerk)).statusCode).toBe(403);
  });
});

import { describe, expect, it } from 'vitest';
import type { ProblemCode } from '#protocol/problem.ts';
import type { ApiAnswer, ApiOptions } from '#ui/hub/api.ts';
import { pairDevice, unpairDevice, type PairedDevice } from '#ui/hub/device.ts';
import { useStorage } from './fake-storage.ts';

const fresh: PairedDevice = { device: 'd1', token: 'secret', state: 'pending', code: '4821' };

function problem(code: ProblemCode): ApiAnswer<never> {
  return { ok: false, problem: { type: 'about:blank', title: code, status: 0, code } };
}
const away: ApiAnswer<never> = { ok: false, problem: null };

/** Answers in turn, and notes what was asked. */
function createApi(...answers: ApiAnswer<unknown>[]) {
  const asked: { path: string; options: ApiOptions | undefined }[] = [];
  const api = <T>(path: string, options?: ApiOptions): Promise<ApiAnswer<T>> => {
    asked.push({ path, options });
    const answer = answers[asked.length - 1];
    if (answer === undefined) throw new Error(`nobody expected ${path}`);
    return Promise.resolve(answer as ApiAnswer<T>);
  };
  return { api, asked };
}

describe('a device', () => {
  it('pairs once, and is the same device after a reload, by then approved', async () => {
    useStorage();
    const first = createApi({ ok: true, data: fresh });
    expect(await pairDevice('kiosk', 'door', first.api)).toEqual(fresh);
    expect(first.asked).toEqual([
      { path: '/api/devices', options: { body: { kind: 'kiosk', name: 'door' } } },
    ]);
    const second = createApi({ ok: true, data: { ...fresh, state: 'approved' } });
    expect(await pairDevice('kiosk', 'door', second.api)).toEqual({ ...fresh, state: 'approved' });
    expect(second.asked).toEqual([{ path: '/api/devices/current', options: { token: 'secret' } }]);
  });

  it('is what it last was while the hub cannot be reached or is busy', async () => {
    useStorage();
    await pairDevice('kiosk', 'door', createApi({ ok: true, data: fresh }).api);
    for (const answer of [away, problem('stopping'), problem('too-many')]) {
      expect(await pairDevice('kiosk', 'door', createApi(answer).api)).toEqual(fresh);
    }
  });

  it('pairs anew with a hub that does not know it', async () => {
    useStorage();
    await pairDevice('kiosk', 'door', createApi({ ok: true, data: fresh }).api);
    const other = { ...fresh, device: 'd2', token: 'other' };
    const { api } = createApi(problem('not-signed-in'), { ok: true, data: other });
    expect(await pairDevice('kiosk', 'door', api)).toEqual(other);
    const again = createApi({ ok: true, data: other });
    await pairDevice('kiosk', 'door', again.api);
    expect(again.asked[0]?.options?.token).toBe('other');
  });

  it('is none while it was never paired and the hub is away', async () => {
    useStorage();
    expect(await pairDevice('display', 'lobby', createApi(away).api)).toBeNull();
  });

  it('is another one for another kind or name, and forgets itself when told', async () => {
    useStorage();
    await pairDevice('display', 'lobby', createApi({ ok: true, data: fresh }).api);
    const door = createApi({ ok: true, data: { ...fresh, device: 'd2' } });
    expect((await pairDevice('display', 'door', door.api))?.device).toBe('d2');
    unpairDevice('display', 'lobby');
    const anew = createApi({ ok: true, data: { ...fresh, device: 'd3' } });
    expect((await pairDevice('display', 'lobby', anew.api))?.device).toBe('d3');
  });

  it('pairs at every start where the browser forbids storage', async () => {
    useStorage(null);
    for (const device of ['d1', 'd2']) {
      const { api } = createApi({ ok: true, data: { ...fresh, device } });
      expect((await pairDevice('display', 'lobby', api))?.device).toBe(device);
    }
  });
});

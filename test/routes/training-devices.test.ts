import { afterEach, describe, expect, it } from 'vitest';
import { PNG } from 'pngjs';
import { testConfig } from '#test/support/hall-config.ts';
import { startHub, type TestHub } from '#test/support/hub.ts';

interface Pictured {
  readonly text: string;
  readonly picture: string;
}
interface Shown {
  readonly paper: (Pictured & { readonly number: string }) | null;
  readonly boards: readonly (Pictured & { readonly counter: string })[];
}

let hub: TestHub;
afterEach(() => hub.close());

const look = async (what: 'paper' | 'boards'): Promise<Shown> =>
  (await hub.request('GET', `/api/training/${what}`)).body as unknown as Shown;

const pixels = ({ picture }: Pictured): PNG => {
  const [head, bytes = ''] = picture.split(',');
  expect(head).toBe('data:image/png;base64');
  return PNG.sync.read(Buffer.from(bytes, 'base64'));
};

async function waitingAndOpen(): Promise<{ clerk: string; number: string }> {
  hub = await startHub();
  const clerk = await hub.signIn('1001');
  await hub.request('POST', '/api/counters/1/open', { token: clerk, body: {} });
  const { token } = await hub.device('kiosk', 'door');
  const body = { service: 'payment', language: 'zh' };
  const ticket = await hub.request('POST', '/api/tickets', { token, body });
  return { clerk, number: ticket.body.number };
}

describe('emulated devices of a training hall', () => {
  it('print the newest ticket, and write nothing into the journal', async () => {
    const { number } = await waitingAndOpen();
    const before = hub.hall.dispatch.state().seq;
    const [one, other] = await Promise.all([look('paper'), look('paper')]);
    expect(one.paper?.number).toBe(number);
    expect(one.paper?.text).toContain(number);
    expect(one.paper?.text).toContain(testConfig.hall.name.zh);
    const { width, height } = pixels(one.paper!);
    expect([width, height > 300]).toEqual([640, true]);
    expect(other).toEqual(one);
    expect(hub.hall.dispatch.state().seq).toBe(before);
  });

  it('follow what happens at a counter', async () => {
    const { clerk, number } = await waitingAndOpen();
    const boardOf = async (counter: string) =>
      (await look('boards')).boards.find((each) => each.counter === counter)!;
    const before = await boardOf('1');
    expect(before.text).not.toContain(number);
    await hub.request('POST', '/api/counters/1/call', { token: clerk, body: {} });
    const called = await boardOf('1');
    expect(called.text).toContain(number);
    expect(called.picture).not.toBe(before.picture);
    expect(pixels(called).width).toBeGreaterThan(400);
    expect((await look('boards')).boards.map(({ counter }) => counter)).toEqual(
      testConfig.counters.map(({ id }) => id),
    );
  });

  it('have printed nothing before the first ticket', async () => {
    hub = await startHub();
    expect(await look('paper')).toEqual({ paper: null });
  });

  it('are not known in a working hall', async () => {
    hub = await startHub({ config: { ...testConfig, training: false } });
    for (const what of ['paper', 'boards']) {
      expect((await hub.request('GET', `/api/training/${what}`)).status).toBe(404);
    }
  });
});

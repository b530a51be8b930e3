import { io, type Socket } from 'socket.io-client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LobbyView } from '#protocol/views.ts';
import type { AnnouncedCall } from '#ui/hub/call-stream.ts';
import { createHubClient, type HubClient, type Seen } from '#ui/hub/hub-client.ts';
import { createViewMemory } from '#ui/hub/view-memory.ts';
import { startHub, type TestHub } from '#test/support/hub.ts';

let hub: TestHub;
const clients: HubClient[] = [];

beforeEach(async () => {
  hub = await startHub({ listen: true });
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.close();
  await hub.close();
});

/** A page's client on real sockets, whose cable the test can pull. */
function connect(token: string | null) {
  const sockets: Socket[] = [];
  const client = createHubClient(
    (auth) => {
      const options = { auth, autoConnect: false, reconnection: false, transports: ['websocket'] };
      const socket = io(hub.url, { ...options, forceNew: true });
      sockets.push(socket);
      return socket;
    },
    token,
    () => 'en',
    createViewMemory('test'),
  );
  clients.push(client);
  const pull = (): void => {
    sockets.at(-1)?.io.engine.close();
  };
  return { client, pull };
}

/** Resolves as soon as the subscription has brought what is wanted. */
function first<T, R>(
  subscribe: (listener: (value: T) => void) => () => void,
  find: (value: T) => R | false,
): Promise<R> {
  return new Promise((resolve) => {
    const stop = subscribe((value) => {
      const found = find(value);
      if (found === false) return;
      queueMicrotask(() => {
        stop();
      });
      resolve(found);
    });
  });
}

async function live({ connection }: HubClient): Promise<void> {
  if (connection.get().state === 'live') return;
  await first(connection.subscribe, ({ state }) => state === 'live');
}

/** The first current lobby view of which `find` makes something. */
function lobby<R>(client: HubClient, find: (view: LobbyView) => R | false): Promise<R> {
  return first<Seen<'lobby'>, R>(
    (tell) => client.watch('lobby', {}, tell),
    (seen) => seen.live && find(seen.data),
  );
}

describe('the client at a real hub', () => {
  it('hears the call that a clerk makes, and sees it in its view', async () => {
    const screen = connect(null);
    const clerk = connect(await hub.signIn('1001'));
    const kiosk = connect((await hub.device('kiosk')).token);
    const called = first<AnnouncedCall, AnnouncedCall>(screen.client.calls, (call) => call);
    const shown = lobby(screen.client, (view) => view.calls.length > 0 && view.calls[0]);
    await live(screen.client);
    const issued = await kiosk.client.command('issue-ticket', { service: 'payment' });
    const opened = await clerk.client.command('open', { counter: '1' });
    const answer = await clerk.client.command('call', { counter: '1' });
    expect([issued.ok, opened.ok, answer.ok]).toEqual([true, true, true]);
    expect(await called).toMatchObject({ callNo: 1, number: 'A001', counter: '1', stale: false });
    expect(await shown).toMatchObject({ number: 'A001', counter: '1' });
  });

  it('issues one ticket for a double tap', async () => {
    const kiosk = connect((await hub.device('kiosk')).token);
    await live(kiosk.client);
    const [one, two] = await Promise.all([
      kiosk.client.command('issue-ticket', { service: 'payment' }),
      kiosk.client.command('issue-ticket', { service: 'payment' }),
    ]);
    expect(one).toEqual(two);
    const { client } = connect(null);
    const count = await lobby(client, (view) => view.waitingCount);
    expect(count).toBe(1);
  });

  it('hears what was called while its cable was out, once each and in order', async () => {
    const screen = connect(null);
    const kiosk = connect((await hub.device('kiosk')).token);
    const clerk = connect(await hub.signIn('1001'));
    const heard: number[] = [];
    const third = first<AnnouncedCall, true>(screen.client.calls, ({ callNo }) => {
      heard.push(callNo);
      return callNo === 3 ? true : false;
    });
    await lobby(screen.client, () => true);
    screen.client.watch('lobby', {}, () => undefined);
    for (let ticket = 0; ticket < 3; ticket += 1)
      await kiosk.client.command('issue-ticket', { service: 'payment' });
    await clerk.client.command('open', { counter: '1' });
    const next = async (): Promise<void> => {
      await clerk.client.command('call', { counter: '1' });
      await clerk.client.command('start', { counter: '1' });
      await clerk.client.command('finish', { counter: '1' });
    };
    await next();
    const away = first(screen.client.connection.subscribe, ({ state }) => state === 'offline');
    screen.pull();
    await away;
    await next();
    await next();
    await third;
    expect(heard).toEqual([1, 2, 3]);
  });

  it('is told a refusal in the page’s language', async () => {
    const clerk = connect(await hub.signIn('1001'));
    await live(clerk.client);
    await clerk.client.command('open', { counter: '1' });
    const answer = await clerk.client.command('start', { counter: '1' });
    expect(answer).toMatchObject({ ok: false, problem: { code: 'refused' } });
    const words = answer.ok ? '' : `${answer.problem?.title} ${answer.problem?.detail}`;
    expect(words).not.toMatch(/\p{Script=Han}/u);
    expect(words).toMatch(/[a-z]{3}/);
  });
});

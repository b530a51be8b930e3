import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Problem } from '#protocol/problem.ts';
import type { ViewMessage } from '#protocol/socket-events.ts';
import type { LobbyView, ViewData, ViewName } from '#protocol/views.ts';
import { commandLimits } from '#ui/hub/command-sender.ts';
import { retryDelayMs, retryMaxMs } from '#ui/hub/connection.ts';
import { createHubClient, type Seen } from '#ui/hub/hub-client.ts';
import type { ViewMemory } from '#ui/hub/view-memory.ts';
import { createFakeSockets } from './fake-socket.ts';

const refused: Problem = { type: 'about:blank', title: 'no', status: 403, code: 'forbidden' };
const done = { ok: true, revision: 8, result: { number: 'A001' } } as const;

function lobby(revision: number, lastCallNo = 0): ViewMessage {
  const now = new Date(Date.parse('2026-03-02T01:00:00Z') + revision * 1000).toISOString();
  const data = { now, clockSpeed: 1, lastCallNo } as LobbyView;
  return { view: 'lobby', revision, data };
}

function createMemory(kept: Partial<Record<string, ViewData[ViewName]>> = {}): ViewMemory {
  return {
    keep: (_view, key, data) => (kept[key] = data),
    kept: (_view, key) => kept[key] ?? null,
    flush: () => undefined,
  };
}

/** A client whose hub is the test, already let in unless `closed`. */
function createClient(options: { token?: string; memory?: ViewMemory; away?: boolean } = {}) {
  const fakes = createFakeSockets();
  const client = createHubClient(
    fakes.open,
    options.token ?? null,
    () => 'en',
    options.memory ?? createMemory(),
  );
  if (options.away !== true) fakes.last().open();
  return { client, fakes, socket: fakes.last() };
}

function follow(client: ReturnType<typeof createHubClient>) {
  const seen: Seen<'lobby'>[] = [];
  const problems: Problem[] = [];
  const stop = client.watch(
    'lobby',
    {},
    (each) => seen.push(each),
    (each) => problems.push(each),
  );
  return { seen, problems, stop, last: () => seen.at(-1) };
}

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-03-02T01:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('watching', () => {
  it('tells a view to everybody who watches it, and asks the hub once', () => {
    const { client, socket } = createClient();
    const one = follow(client);
    const two = follow(client);
    socket.hear('view', lobby(5));
    expect(socket.watches()).toEqual([{ view: 'lobby' }]);
    expect(one.last()).toMatchObject({ revision: 5, live: true });
    expect(two.last()).toMatchObject({ revision: 5, live: true });
    one.stop();
    expect(socket.sent.map(({ word }) => word)).not.toContain('unwatch');
    two.stop();
    expect(socket.sent.at(-1)).toEqual({ word: 'unwatch', payload: { view: 'lobby' } });
  });

  it('does not go back to an older revision, except after the hub was away', () => {
    const { client, socket } = createClient();
    const { seen, last } = follow(client);
    socket.hear('view', lobby(5));
    socket.hear('view', lobby(4));
    expect(seen).toHaveLength(1);
    socket.drop();
    socket.open();
    socket.hear('view', lobby(3));
    expect(last()).toMatchObject({ revision: 3, live: true });
  });

  it('shows the last known state as not live while the hub is away', () => {
    const { client, socket } = createClient();
    const { last } = follow(client);
    socket.hear('view', lobby(5));
    socket.drop();
    expect(last()).toMatchObject({ revision: 5, live: false });
  });

  it('watches anew after every reconnection, from the last call it knows', () => {
    const { client, socket } = createClient();
    follow(client);
    socket.hear('view', lobby(5, 12));
    socket.drop();
    socket.open();
    expect(socket.watches()).toEqual([{ view: 'lobby' }, { view: 'lobby', sinceCall: 12 }]);
  });

  it('begins with what the device kept, hollow until the hub speaks', () => {
    const { data } = lobby(2);
    const memory = createMemory({ 'lobby::': data });
    const { client, socket } = createClient({ memory, away: true });
    const { seen } = follow(client);
    expect(seen).toEqual([{ data, revision: 0, live: false }]);
    socket.open();
    socket.hear('view', lobby(3));
    expect(seen.at(-1)).toMatchObject({ revision: 3, live: true });
    expect(memory.kept('lobby', 'lobby::')).toEqual(lobby(3).data);
  });

  it('tells why a view is refused', () => {
    const { client, socket } = createClient();
    const { problems } = follow(client);
    socket.answer('watch', { ok: false, problem: refused });
    expect(problems).toEqual([refused]);
  });

  it('shows the hall’s time from the view, whatever the device’s clock says', () => {
    const { client, socket } = createClient();
    follow(client);
    socket.hear('view', lobby(3_600));
    vi.advanceTimersByTime(2_000);
    expect(new Date(client.clock.now()).toISOString()).toBe('2026-03-02T02:00:02.000Z');
  });
});

describe('calls', () => {
  it('asks for what a view says it missed, and hears each call once', () => {
    const { client, socket } = createClient();
    const heard: number[] = [];
    client.calls(({ callNo }) => heard.push(callNo));
    follow(client);
    socket.hear('view', lobby(1, 3));
    socket.hear('view', lobby(2, 5));
    expect(socket.watches().at(-1)).toEqual({ view: 'lobby', sinceCall: 3 });
    for (const callNo of [4, 5, 5]) {
      const at = '2026-03-02T01:00:00Z';
      socket.hear('call', { callNo, ticket: `t${callNo}`, counter: '1', kind: 'call', at });
    }
    socket.answer('watch', { ok: true });
    expect(heard).toEqual([4, 5]);
  });
});

describe('commands', () => {
  it('sends the same id again after the connection was lost in between', async () => {
    const { client, socket } = createClient();
    const answer = client.command('call', { counter: '1' });
    socket.drop();
    await vi.advanceTimersByTimeAsync(0);
    socket.open();
    await vi.advanceTimersByTimeAsync(0);
    const [first, second] = socket.commands();
    expect(second).toEqual(first);
    expect(first).toMatchObject({ name: 'call', args: { counter: '1' }, language: 'en' });
    expect(first?.id).toMatch(/^[0-9a-f]{32}$/);
    socket.answer('command', done);
    await expect(answer).resolves.toEqual(done);
  });

  it('sends the same id again when the hub does not answer in time', async () => {
    const { client, socket } = createClient();
    const answer = client.command('finish', {});
    await vi.advanceTimersByTimeAsync(commandLimits.ackMs + commandLimits.againMs);
    const ids = socket.commands().map(({ id }) => id);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
    socket.answer('command', done);
    await expect(answer).resolves.toEqual(done);
  });

  it('gives up after its time, saying that the hub was not reached', async () => {
    const { client, socket } = createClient({ away: true });
    const answer = client.command('call', {});
    await vi.advanceTimersByTimeAsync(commandLimits.commandMs + commandLimits.againMs);
    await expect(answer).resolves.toEqual({ ok: false, problem: null });
    expect(socket.commands()).toEqual([]);
  });

  it('takes a double tap as one wish, and the next tap as another', async () => {
    const { client, socket } = createClient();
    const taps = [
      client.command('call', { counter: '1' }),
      client.command('call', { counter: '1' }),
    ];
    const other = client.command('call', { counter: '2' });
    expect(socket.commands()).toHaveLength(2);
    socket.answer('command', done);
    await other;
    void client.command('call', { counter: '1' });
    expect(socket.commands()).toHaveLength(2);
    expect(taps[0]).toBe(taps[1]);
    void client.command('call', { counter: '2' });
    expect(socket.commands()).toHaveLength(3);
  });

  it('hands a refusal over as it is', async () => {
    const { client, socket } = createClient();
    const answer = client.command('pause', {});
    socket.answer('command', { ok: false, problem: refused });
    await expect(answer).resolves.toEqual({ ok: false, problem: refused });
  });

  it('does not carry one clerk’s wish out in the name of the next', async () => {
    const { client, fakes, socket } = createClient({ token: 'first' });
    const answer = client.command('finish', {});
    client.signIn('second');
    fakes.last().open();
    await vi.advanceTimersByTimeAsync(commandLimits.commandMs);
    await expect(answer).resolves.toEqual({ ok: false, problem: null });
    expect(socket.commands()).toHaveLength(1);
    expect(fakes.last().commands()).toEqual([]);
  });
});

describe('the connection', () => {
  it('tells since when it is lost and when it will be tried next, and tries', async () => {
    const { client, socket } = createClient();
    await vi.advanceTimersByTimeAsync(0);
    const lostMs = Date.now();
    socket.drop();
    const { state, sinceMs, nextTryMs } = client.connection.get();
    expect([state, sinceMs]).toEqual(['offline', lostMs]);
    await vi.advanceTimersByTimeAsync((nextTryMs ?? 0) - lostMs);
    expect(socket.tries()).toBe(2);
    socket.refuse();
    expect(client.connection.get()).toMatchObject({ state: 'offline', sinceMs: lostMs });
    socket.open();
    expect(client.connection.get()).toMatchObject({ state: 'live', nextTryMs: null });
  });

  it('waits longer from try to try, five seconds at most and a quarter', () => {
    expect([0, 1, 2, 3, 4, 50].map((attempts) => retryDelayMs(attempts, 0.5))).toEqual([
      500, 1_000, 2_000, 4_000, 5_000, 5_000,
    ]);
    expect(retryDelayMs(50, 1)).toBe(retryMaxMs * 1.25);
    expect(retryDelayMs(0, 0)).toBe(375);
  });

  it('comes back by itself when the hub says that it only restarts', async () => {
    const { client, socket } = createClient();
    await vi.advanceTimersByTimeAsync(0);
    socket.hear('bye', { code: 'stopping', retry: true });
    socket.drop();
    expect(client.connection.get()).toMatchObject({ state: 'offline', bye: { code: 'stopping' } });
    await vi.advanceTimersByTimeAsync(retryMaxMs);
    expect(socket.tries()).toBe(2);
  });

  it('stays away when the hub says goodbye for good, until somebody signs in', async () => {
    const { client, fakes, socket } = createClient({ token: 'old' });
    const { last } = follow(client);
    socket.hear('view', lobby(5));
    socket.hear('bye', { code: 'expired', retry: false });
    socket.drop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(client.connection.get()).toMatchObject({ state: 'ended', bye: { code: 'expired' } });
    expect(socket.tries()).toBe(1);
    expect(last()?.live).toBe(false);
    client.signIn('new');
    fakes.last().open();
    expect(fakes.last().auth).toEqual({ token: 'new', protocol: 1 });
    expect(fakes.last().watches()).toHaveLength(1);
    expect(client.connection.get().state).toBe('live');
  });

  it('does not listen to a connection that was replaced', () => {
    const { client, fakes, socket } = createClient({ token: 'old' });
    const { seen } = follow(client);
    client.signIn('new');
    fakes.last().open();
    socket.hear('view', lobby(9));
    socket.hear('bye', { code: 'replaced', retry: false });
    expect(seen).toEqual([]);
    expect(client.connection.get().state).toBe('live');
  });

  it('tells the state of the sound again after a reconnection', () => {
    const { client, socket } = createClient();
    client.health('blocked');
    client.health('blocked');
    socket.drop();
    client.health('ready');
    socket.open();
    const told = socket.sent.filter(({ word }) => word === 'health');
    expect(told.map(({ payload }) => payload)).toEqual([{ sound: 'blocked' }, { sound: 'ready' }]);
  });

  it('is silent once closed', async () => {
    const { client, socket } = createClient();
    const answer = client.command('call', {});
    client.close();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(socket.tries()).toBe(1);
    expect(vi.getTimerCount()).toBe(0);
    await expect(answer).resolves.toEqual({ ok: false, problem: null });
  });
});

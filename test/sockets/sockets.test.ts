import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Socket } from 'socket.io-client';
import type { CallMessage, ViewMessage } from '#protocol/socket-events.ts';
import type { Problem } from '#protocol/problem.ts';
import { limits } from '#server/limits.ts';
import { testConfig } from '#test/support/hall-config.ts';
import { startHub, type TestHub } from '#test/support/hub.ts';

type Ack = { ok: true; revision: number; result: never } | { ok: false; problem: Problem };

let hub: TestHub;
let kiosk: string;
let clerk: string;
let supervisor: string;

beforeEach(async () => {
  hub = await startHub({ listen: true });
  kiosk = (await hub.device('kiosk')).token;
  clerk = await hub.signIn('1001');
  supervisor = await hub.signIn('9001');
});

afterEach(() => hub.close());

/** Everything that a socket heard, in order, and a way to wait for more. */
function listen(socket: Socket) {
  const views: ViewMessage[] = [];
  const calls: CallMessage[] = [];
  const heard: string[] = [];
  let check: (() => void) | null = null;
  socket.onAny((event: string, message: unknown) => {
    heard.push(event);
    if (event === 'view') views.push(message as ViewMessage);
    if (event === 'call') calls.push(message as CallMessage);
    check?.();
  });
  const until = <T>(find: () => T | undefined | false): Promise<T> =>
    new Promise((resolve) => {
      check = () => {
        const found = find();
        if (found === undefined || found === false) return;
        check = null;
        resolve(found);
      };
      check();
    });
  return { views, calls, heard, until };
}

const watch = (socket: Socket, request: object): Promise<Ack> =>
  socket.emitWithAck('watch', request) as Promise<Ack>;

const command = (socket: Socket, name: string, args: object, id: string = crypto.randomUUID()) =>
  socket.emitWithAck('command', { id, name, args }) as Promise<
    | { ok: true; revision: number; result: Record<string, never> & { [field: string]: never } }
    | { ok: false; problem: Problem }
  >;

const issue = async (service = 'payment'): Promise<string> => {
  const body = { service };
  return (await hub.request('POST', '/api/tickets', { token: kiosk, body })).body.id;
};

const act = (verb: string, counter = '1', token = clerk) =>
  hub.request('POST', `/api/counters/${counter}/${verb}`, { token, body: {} });

const byeOf = (socket: Socket): Promise<object> =>
  new Promise((resolve) => socket.once('bye', resolve));

const gone = (socket: Socket): Promise<string> =>
  new Promise((resolve) => socket.once('disconnect', resolve));

describe('watch', () => {
  it('answers with the whole view at once, then on every change', async () => {
    const socket = hub.socket();
    const { views, until } = listen(socket);
    expect(await watch(socket, { view: 'lobby' })).toEqual({ ok: true });
    expect(views).toHaveLength(1);
    expect(views[0]).toMatchObject({
      view: 'lobby',
      revision: hub.hall.dispatch.state().seq,
      data: { waitingCount: 0, hall: { state: 'open' }, lastCallNo: 0 },
    });
    await issue();
    const after = await until(() => views[1]);
    expect(after).toMatchObject({
      revision: hub.hall.dispatch.state().seq,
      data: { waitingCount: 1 },
    });
  });

  it('of window, ticket, kiosk, door, console and supervisor names its subject', async () => {
    const ticket = await issue();
    const staff = hub.socket({ token: supervisor });
    const { views } = listen(staff);
    for (const request of [
      { view: 'window', counter: '2' },
      { view: 'console', counter: '2' },
      { view: 'ticket', ticket },
      { view: 'kiosk' },
      { view: 'door' },
      { view: 'supervisor' },
    ]) {
      expect(await watch(staff, request)).toEqual({ ok: true });
      const { view, ...subject } = request;
      expect(views.at(-1)).toMatchObject({ view, ...subject });
      expect(views.at(-1)!.data).toHaveProperty('now');
    }
  });

  it('ends with unwatch', async () => {
    const socket = hub.socket();
    const other = hub.socket();
    const { heard } = listen(socket);
    const { views, until } = listen(other);
    await watch(socket, { view: 'lobby' });
    await watch(other, { view: 'lobby' });
    await socket.emitWithAck('unwatch', { view: 'lobby' });
    heard.length = 0;
    await act('open');
    await issue();
    await act('call');
    await until(() => views.find(({ data }) => 'lastCallNo' in data && data.lastCallNo === 1));
    expect(await watch(socket, { view: 'door' })).toEqual({ ok: true });
    expect(heard).toEqual(['view']);
  });

  it('[privacy] is refused where it is not yours, in the language of the connection', async () => {
    await act('open');
    const stranger = hub.socket({ language: 'en' });
    const device = hub.socket({ token: kiosk });
    const colleague = hub.socket({ token: await hub.signIn('1002') });
    const tries: readonly (readonly [Socket, object, string])[] = [
      [stranger, { view: 'kiosk' }, 'not-signed-in'],
      [stranger, { view: 'window', counter: '1' }, 'not-signed-in'],
      [stranger, { view: 'console', counter: '1' }, 'not-signed-in'],
      [stranger, { view: 'supervisor' }, 'not-signed-in'],
      [device, { view: 'console', counter: '1' }, 'forbidden'],
      [device, { view: 'supervisor' }, 'forbidden'],
      [colleague, { view: 'supervisor' }, 'forbidden'],
      [colleague, { view: 'console', counter: '1' }, 'forbidden'],
      [stranger, { view: 'ticket', ticket: '0-guess' }, 'unknown'],
      [device, { view: 'window', counter: '77' }, 'unknown'],
      [stranger, { view: 'ticket' }, 'bad-input'],
      [stranger, { view: 'everything' }, 'bad-input'],
      [stranger, { view: 'lobby', sinceCall: -1, extra: 1 }, 'bad-input'],
    ];
    for (const [socket, request, code] of tries) {
      const answer = await watch(socket, request);
      expect(answer, JSON.stringify(request)).toMatchObject({ ok: false, problem: { code } });
    }
    const refused = await watch(stranger, { view: 'supervisor' });
    expect(refused).toMatchObject({ problem: { title: 'Please sign in first', status: 401 } });
    // A free counter may be looked at before it is opened; one's own always.
    expect(await watch(colleague, { view: 'console', counter: '2' })).toEqual({ ok: true });
  });

  it('lets the relief see the counter that is handed over', async () => {
    await act('open');
    const relief = hub.socket({ token: await hub.signIn('1002') });
    expect(await watch(relief, { view: 'console', counter: '1' })).toMatchObject({ ok: false });
    await hub.request('POST', '/api/counters/1/handover', { token: clerk, body: { to: '1002' } });
    expect(await watch(relief, { view: 'console', counter: '1' })).toEqual({ ok: true });
  });

  it('has a bound a socket', async () => {
    for (let index = 0; index <= limits.watchesPerSocketMax; index += 1) await issue();
    const { body } = await hub.request('GET', '/api/tickets?limit=200', { token: clerk });
    const ids = body.tickets.map(({ id }) => id);
    const socket = hub.socket({ token: clerk });
    const answers: boolean[] = [];
    for (const ticket of ids) answers.push((await watch(socket, { view: 'ticket', ticket })).ok);
    expect(answers.filter((ok) => !ok).length).toBeGreaterThan(0);
    expect(answers.indexOf(false)).toBeGreaterThan(limits.watchesPerSocketMax - 4);
  });
});

describe('changes', () => {
  it('that come together are told together, and the last one is never lost', async () => {
    const socket = hub.socket();
    const { views, until } = listen(socket);
    await watch(socket, { view: 'lobby' });
    await Promise.all(Array.from({ length: 300 }, () => issue()));
    const count = (message: ViewMessage): number =>
      'waitingCount' in message.data ? (message.data.waitingCount) : -1;
    await until(() => views.some((message) => count(message) === 300));
    expect(views.length).toBeLessThan(100);
    const revisions = views.map(({ revision }) => revision);
    expect(revisions).toEqual([...revisions].sort((a, b) => a - b));
  });

  it('reach the phone of the one who is called, and of those who move up', async () => {
    const first = await issue();
    const second = await issue();
    const phone = hub.socket();
    const next = hub.socket();
    const heard = listen(phone);
    const moved = listen(next);
    await watch(phone, { view: 'ticket', ticket: first });
    await watch(next, { view: 'ticket', ticket: second });
    expect(moved.views[0]!.data).toMatchObject({ ahead: 1 });
    await act('open');
    await act('call');
    await heard.until(() =>
      heard.views.some(({ data }) => 'state' in data && data.state === 'called'),
    );
    await moved.until(() => moved.views.some(({ data }) => 'ahead' in data && data.ahead === 0));
  });

  it('are built once for all readers of a room', async () => {
    const sockets = Array.from({ length: 20 }, () => hub.socket());
    const ears = sockets.map(listen);
    await Promise.all(sockets.map((socket) => watch(socket, { view: 'lobby' })));
    const metric = async (): Promise<number> => {
      const { text } = await hub.request('GET', '/metrics');
      return Number(/paihao_views_sent_total\{view="lobby"\} (\d+)/.exec(text)?.[1] ?? 0);
    };
    const before = await metric();
    await issue();
    await Promise.all(ears.map(({ until, views }) => until(() => views.length >= 2)));
    expect((await metric()) - before).toBe(1);
  });
});

describe('calls', () => {
  it('come to every screen in order without gaps, with number, counter and words', async () => {
    const lobby = hub.socket();
    const window = hub.socket({ token: kiosk });
    const ears = [listen(lobby), listen(window)];
    await watch(lobby, { view: 'lobby' });
    await watch(window, { view: 'window', counter: '2' });
    const ticket = await issue();
    await act('open');
    await act('call');
    hub.clock.moveTo(hub.clock.now() + 5_000);
    await act('recall');
    for (const { calls, until } of ears) {
      await until(() => calls.length === 2);
      expect(calls).toMatchObject([
        {
          callNo: 1,
          ticket,
          number: 'A001',
          service: 'payment',
          counter: '1',
          kind: 'call',
          at: '2026-03-02T01:00:00.000Z',
        },
        { callNo: 2, kind: 'recall', at: '2026-03-02T01:00:05.000Z' },
      ]);
      expect(calls[0]!.text).toMatchObject({
        zh: expect.stringContaining('A001') as string,
        en: expect.stringContaining('1') as string,
      });
    }
  });

  it('that were missed come first, in order, then the view', async () => {
    await act('open');
    for (let round = 0; round < 3; round += 1) {
      await issue();
      await act('call');
      await act('start');
      await act('finish');
    }
    const socket = hub.socket();
    const { heard, calls } = listen(socket);
    await watch(socket, { view: 'lobby', sinceCall: 1 });
    expect(heard).toEqual(['call', 'call', 'view']);
    expect(calls.map(({ callNo }) => callNo)).toEqual([2, 3]);
    await watch(socket, { view: 'lobby', sinceCall: 3 });
    expect(calls).toHaveLength(2);
  });
});

describe('command', () => {
  it('mirrors the HTTP doors: ack with revision and result, once an id', async () => {
    const device = hub.socket({ token: kiosk });
    const issued = await command(device, 'issue-ticket', { service: 'payment' }, 'tap-1');
    expect(issued).toMatchObject({ ok: true, result: { number: 'A001', state: 'waiting' } });
    expect(await command(device, 'issue-ticket', { service: 'payment' }, 'tap-1')).toEqual(issued);
    const reused = await command(device, 'issue-ticket', { service: 'enquiry' }, 'tap-1');
    expect(reused).toMatchObject({ ok: false, problem: { code: 'key-reused', status: 422 } });

    const desk = hub.socket({ token: clerk });
    expect(await command(desk, 'call', {})).toMatchObject({ problem: { code: 'unknown' } });
    await command(desk, 'open', { counter: '1' });
    // From here on the clerk's own counter goes without saying.
    const called = await command(desk, 'call', {});
    expect(called).toMatchObject({
      ok: true,
      revision: hub.hall.dispatch.state().seq,
      result: { ticket: { number: 'A001', state: 'called' }, why: { by: 'only-one' } },
    });
    expect(await command(desk, 'call', {})).toMatchObject({
      ok: false,
      problem: { status: 409, rule: 'one-customer-at-a-time' },
    });
    expect(await command(desk, 'start', { counter: '1' })).toMatchObject({ ok: true });
    expect(await command(desk, 'finish', { outcome: 'paid' })).toMatchObject({ ok: true });
    const phone = hub.socket();
    const ticket = hub.hall.dispatch.state().tickets.chunks[0]![0]!.id;
    expect(await command(phone, 'rate-ticket', { ticket, rating: 'satisfied' })).toMatchObject({
      ok: true,
    });
  });

  it.each([
    ['a service', { service: 'enquiry', reason: 'r' }, { service: 'enquiry', counter: null }],
    ['a counter', { counter: '2', reason: 'r' }, { service: 'payment', counter: '2' }],
    [
      'own counter and a service',
      { counter: '1', service: 'enquiry', reason: 'r' },
      { service: 'enquiry' },
    ],
    [
      'own counter and a target',
      { counter: '1', to: { counter: '2' }, reason: 'r', place: 'front' },
      { counter: '2' },
    ],
  ])('transfers to %s', async (_, args, ticket) => {
    await issue();
    const desk = hub.socket({ token: clerk });
    await act('open', '2', await hub.signIn('1002'));
    await command(desk, 'open', { counter: '1' });
    await command(desk, 'call', {});
    expect(await command(desk, 'transfer', args)).toMatchObject({ ok: true, result: { ticket } });
  });

  it('that is badly formed is answered and harms nobody', async () => {
    const socket = hub.socket({ token: clerk, language: 'en' });
    const bad: readonly (readonly [object, string, readonly string[]])[] = [
      [{ name: 'call', args: {} }, 'bad-input', ['id']],
      [{ id: 1, name: 'call', args: [], more: 1 }, 'bad-input', ['more', 'id', 'args']],
      [{ id: 'a', name: 'fly', args: {} }, 'unknown', []],
      [{ id: 'b', name: 'tick', args: {} }, 'unknown', []],
      [{ id: 'c', name: 'configure', args: {} }, 'unknown', []],
      [
        { id: 'd', name: 'pause', args: { kind: 'nap', minutes: 0 } },
        'bad-input',
        ['reason', 'kind', 'minutes'],
      ],
      [{ id: 'e', name: 'transfer', args: { reason: 'r', to: {}, service: 'x' } }, 'bad-input', []],
      [{ id: 'f', name: 'put-back-ticket', args: { ticket: 'x' } }, 'forbidden', []],
    ];
    for (const [request, code, fields] of bad) {
      const answer = (await socket.emitWithAck('command', request)) as Ack;
      expect(answer, JSON.stringify(request)).toMatchObject({ ok: false, problem: { code } });
      if (answer.ok) continue;
      const named = (answer.problem.fields ?? []).map(({ field }) => field);
      expect(named).toEqual(expect.arrayContaining([...fields]));
    }
    // Nothing at all, not an object, no ack: all tolerated.
    socket.emit('command');
    socket.emit('command', null);
    socket.emit('command', 'text', 7);
    socket.emit('watch', () => undefined);
    socket.emit('unwatch', { view: 'lobby' });
    socket.emit('health', { sound: 'loud' });
    socket.emit('nonsense', { a: 1 });
    expect(((await socket.emitWithAck('command', null)) as Ack).ok).toBe(false);
    expect(await command(socket, 'open', { counter: '3' })).toMatchObject({ ok: true });
  });

  it('speaks the language that it asks for', async () => {
    const socket = hub.socket({ token: clerk });
    const ask = (language: string) =>
      socket.emitWithAck('command', {
        id: language,
        name: 'recall',
        args: { counter: '1' },
        language,
      }) as Promise<{ problem: Problem }>;
    const zh = await ask('zh');
    const en = await ask('en');
    expect(zh.problem.detail).toMatch(/[\u4e00-\u9fff]/);
    expect(en.problem.detail).not.toMatch(/[\u4e00-\u9fff]/);
  });

  it('that is too large closes the socket and nothing else', async () => {
    const socket = hub.socket({ token: kiosk });
    const other = hub.socket({ token: kiosk });
    await watch(socket, { view: 'lobby' });
    await watch(other, { view: 'lobby' });
    const left = gone(socket);
    socket.emit('command', { id: 'x'.repeat(limits.bodyBytesMax), name: 'call', args: {} });
    await left;
    expect(await command(other, 'issue-ticket', { service: 'payment' })).toMatchObject({
      ok: true,
    });
  });

  it('in a flood is slowed for passers-by', async () => {
    const socket = hub.socket();
    const answers = await Promise.all(
      Array.from({ length: limits.anonymousMessageBurst + 5 }, () =>
        watch(socket, { view: 'lobby' }),
      ),
    );
    const slowed = answers.filter((answer) => !answer.ok);
    expect(slowed.length).toBeGreaterThanOrEqual(4);
    expect(slowed[0]).toMatchObject({ problem: { code: 'too-many', retryAfterSeconds: 1 } });
  });
});

describe('goodbye', () => {
  it('to a protocol that is not spoken here', async () => {
    for (const protocol of [2, '1', null]) {
      const socket = hub.socket({ protocol });
      const bye = byeOf(socket);
      const left = gone(socket);
      expect(await bye).toEqual({ code: 'protocol', retry: false });
      await left;
    }
  });

  it('to a token that opens nothing', async () => {
    expect(await byeOf(hub.socket({ token: 'yesterday' }))).toEqual({
      code: 'expired',
      retry: false,
    });
  });

  it('to staff who signed out, to a device that was revoked', async () => {
    const console = hub.socket({ token: clerk });
    await watch(console, { view: 'lobby' });
    const signedOut = byeOf(console);
    await hub.request('DELETE', '/api/sessions/current', { token: clerk });
    expect(await signedOut).toEqual({ code: 'expired', retry: false });

    const { device, token } = await hub.device('display');
    const screen = hub.socket({ token });
    await watch(screen, { view: 'lobby' });
    const revoked = byeOf(screen);
    await hub.request('POST', `/api/devices/${device}/revoke`, { token: supervisor, body: {} });
    expect(await revoked).toEqual({ code: 'revoked', retry: false });
    expect(await byeOf(hub.socket({ token }))).toEqual({ code: 'revoked', retry: false });
  });

  it('to all when the hub stops, which then stops at once', async () => {
    const socket = hub.socket();
    await watch(socket, { view: 'lobby' });
    const bye = byeOf(socket);
    const startedMs = performance.now();
    await hub.app.close();
    expect(await bye).toEqual({ code: 'stopping', retry: true });
    expect(performance.now() - startedMs).toBeLessThan(2_000);
  });

  it('waits for what was accepted', async () => {
    const device = hub.socket({ token: kiosk });
    await watch(device, { view: 'lobby' });
    hub.journal.hold();
    const asked = command(device, 'issue-ticket', { service: 'payment' });
    const other = command(device, 'issue-ticket', { service: 'payment' });
    while (hub.hall.dispatch.health().queued < 2) await new Promise(setImmediate);
    const closed = hub.app.close();
    hub.journal.release();
    expect(await asked).toMatchObject({ ok: true, result: { number: 'A001' } });
    expect(await other).toMatchObject({ ok: true, result: { number: 'A002' } });
    await closed;
  });
});

describe('who connects', () => {
  it('from another site’s page is turned away', async () => {
    const { io } = await import('socket.io-client');
    const from = (origin: string): Promise<boolean> =>
      new Promise((resolve) => {
        const socket = io(hub.url, {
          auth: { protocol: 1 },
          transports: ['websocket'],
          reconnection: false,
          forceNew: true,
          extraHeaders: { origin },
        });
        socket.once('connect', () => {
          socket.disconnect();
          resolve(true);
        });
        socket.once('connect_error', () => {
          socket.disconnect();
          resolve(false);
        });
      });
    expect(await from(hub.url)).toBe(true);
    expect(await from('http://evil.example')).toBe(false);
    expect(await from('null')).toBe(false);
  });

  it('with the page’s cookie is who signed in there', async () => {
    const { io } = await import('socket.io-client');
    const socket = io(hub.url, {
      auth: { protocol: 1 },
      transports: ['websocket'],
      reconnection: false,
      extraHeaders: { cookie: `paihao-session=${supervisor}` },
    });
    expect(await watch(socket, { view: 'supervisor' })).toEqual({ ok: true });
    socket.disconnect();
  });

  it('as a device is shown online, with its sound, until it leaves', async () => {
    const { token, device } = await hub.device('display', 'lobby screen');
    const screen = hub.socket({ token });
    const chief = hub.socket({ token: supervisor });
    const { views, until } = listen(chief);
    await watch(chief, { view: 'supervisor' });
    await watch(screen, { view: 'lobby' });
    const state = (message: ViewMessage) =>
      'devices' in message.data
        ? message.data.devices.find((each) => each.device === device)
        : undefined;
    screen.emit('health', { sound: 'blocked' });
    await until(() =>
      views.some((each) => state(each)?.sound === 'blocked' && state(each)?.online),
    );
    screen.disconnect();
    await until(() => state(views.at(-1)!)?.online === false);
  });
});

describe('a pending device', () => {
  it('sees what it asked for the moment it is approved', async () => {
    await hub.close();
    hub = await startHub({ listen: true, config: { ...testConfig, training: false } });
    supervisor = await hub.signIn('9001');
    const { token, device } = await hub.device('kiosk');
    const socket = hub.socket({ token });
    const { views, until } = listen(socket);
    expect(await watch(socket, { view: 'kiosk' })).toMatchObject({
      problem: { code: 'forbidden' },
    });
    expect(await watch(socket, { view: 'lobby' })).toEqual({ ok: true });
    const early = await command(socket, 'issue-ticket', { service: 'payment' });
    expect(early).toMatchObject({ problem: { code: 'forbidden' } });
    await hub.request('POST', `/api/devices/${device}/approve`, { token: supervisor, body: {} });
    await until(() => views.some(({ view }) => view === 'kiosk'));
    expect(await command(socket, 'issue-ticket', { service: 'payment' })).toMatchObject({
      ok: true,
    });
  });
});

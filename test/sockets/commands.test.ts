import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { at } from '#core/sequence.ts';
import { limits } from '#server/limits.ts';
import type { Problem } from '#protocol/problem.ts';
import type { ViewMessage } from '#protocol/socket-events.ts';
import { testConfig } from '#test/support/hall-config.ts';
import { startHub, type TestHub } from '#test/support/hub.ts';
import { byeOf, command, gone, listen, watch, type Ack } from '#test/support/socket-ears.ts';

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

const issue = async (service = 'payment'): Promise<string> => {
  const body = { service };
  return (await hub.request('POST', '/api/tickets', { token: kiosk, body })).body.id;
};

const act = (verb: string, counter = '1', token = clerk) =>
  hub.request('POST', `/api/counters/${counter}/${verb}`, { token, body: {} });

describe('a word that the hub does not know', () => {
  it('is answered as such', async () => {
    const passer = hub.socket();
    const answer: unknown = await passer.emitWithAck('subscribe' as never, { view: 'lobby' });
    expect(answer).toMatchObject({ ok: false, problem: { status: 404, code: 'unknown' } });
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
    const ticket = at(hub.hall.dispatch.state().tickets, 0)!.id;
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

  it('meanwhile other requests are told to come back', async () => {
    const isOpen = () =>
      hub.app.inject('/healthz').then(
        () => true,
        () => false,
      );
    hub.journal.hold();
    const { hostname, port } = new URL(hub.url);
    const line = connect(Number(port), hostname);
    const heard = text(line);
    const head = `Host: ${hostname}\r\nAccept-Language: en\r\n`;
    const body = JSON.stringify({ service: 'payment' });
    line.write(
      `POST /api/tickets HTTP/1.1\r\n${head}Authorization: Bearer ${kiosk}\r\n` +
        `Content-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    );
    while (hub.hall.dispatch.health().queued < 1) await new Promise(setImmediate);
    const closed = hub.app.close();
    while (await isOpen()) await new Promise(setImmediate);
    line.write(`GET /api/hall HTTP/1.1\r\n${head}\r\n`);
    await new Promise(setImmediate);
    hub.journal.release();
    await closed;
    const [accepted, told] = (await heard).split(/(?=HTTP\/1.1 503)/);
    expect(accepted).toContain('HTTP/1.1 201');
    expect(told).toMatch(/content-type: application\/problem\+json/i);
    expect(told).toMatch(/retry-after: 5/i);
    expect(told).toContain('"code":"stopping"');
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
        ? message.data.devices.find((each) => 'sound' in each && each.device === device)
        : undefined;
    const sound = (message: ViewMessage) => {
      const found = state(message);
      return found !== undefined && 'sound' in found ? found.sound : null;
    };
    screen.emit('health', { sound: 'blocked' });
    await until(() => views.some((each) => sound(each) === 'blocked' && state(each)?.online));
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

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Socket } from 'socket.io-client';
import type { ViewMessage } from '#protocol/socket-events.ts';
import { limits } from '#server/limits.ts';
import { startHub, type TestHub } from '#test/support/hub.ts';
import { listen, watch } from '#test/support/socket-ears.ts';

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
      'waitingCount' in message.data ? message.data.waitingCount : -1;
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
    expect(ears[1]?.calls.map((call) => call.ticket)).toEqual([ticket, ticket]);
  });

  it('[privacy] a passer-by hears the calls, but not the ids that open the tickets', async () => {
    const first = hub.socket();
    const passerBy = listen(first);
    await watch(first, { view: 'lobby' });
    const ticket = await issue();
    await act('open');
    await act('call');
    hub.clock.moveTo(hub.clock.now() + 5_000);
    await act('recall');
    await passerBy.until(() => passerBy.calls.length === 2);
    const second = hub.socket();
    const late = listen(second);
    await watch(second, { view: 'lobby', sinceCall: 0 });
    const marks = [...passerBy.calls, ...late.calls].map((call) => call.ticket);
    expect(marks).toHaveLength(4);
    expect(new Set(marks).size).toBe(1);
    expect(marks[0]).not.toContain(ticket.slice(2));
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

describe('a room that would see the same', () => {
  it('is left alone: a window hears of its own counter, and not of every other', async () => {
    const window = hub.socket({ token: supervisor });
    const lobby = hub.socket();
    const atWindow = listen(window);
    const inLobby = listen(lobby);
    await watch(window, { view: 'window', counter: '1' });
    await watch(lobby, { view: 'lobby' });
    const opened = async (counter: string, badge: string): Promise<void> => {
      await act('open', counter, await hub.signIn(badge));
      await inLobby.until(() =>
        inLobby.views.some(
          ({ data }) =>
            'counters' in data &&
            data.counters.some(
              (each) =>
                typeof each === 'object' && each.counter === counter && each.state === 'idle',
            ),
        ),
      );
    };
    // The first change after a newcomer is told whatever it is.
    await opened('2', '1002');
    await atWindow.until(() => atWindow.views[1]);
    await opened('3', '1003');
    await opened('1', '1001');
    const told = await atWindow.until(() => atWindow.views[2]);
    expect(told.data).toMatchObject({ counter: '1', state: 'idle' });
  });
});

import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Problem } from '#protocol/problem.ts';
import type { LobbyView } from '#protocol/views.ts';
import { ClockController, ConnectionController, ViewController } from '#ui/hub/controllers.ts';
import { createHubClient } from '#ui/hub/hub-client.ts';
import { createViewMemory } from '#ui/hub/view-memory.ts';
import { createFakeSockets } from './fake-socket.ts';

/** An element of which only its life is known. */
function createHost() {
  const controllers: ReactiveController[] = [];
  let updates = 0;
  const host = {
    addController: (controller: ReactiveController) => controllers.push(controller),
    removeController: () => undefined,
    requestUpdate: () => (updates += 1),
    updateComplete: Promise.resolve(true),
  } as unknown as ReactiveControllerHost;
  return {
    host,
    updates: () => updates,
    connect: () => {
      for (const each of controllers) each.hostConnected?.();
    },
    disconnect: () => {
      for (const each of controllers) each.hostDisconnected?.();
    },
  };
}

function createHub() {
  const fakes = createFakeSockets();
  const client = createHubClient(fakes.open, null, undefined, createViewMemory('test'));
  fakes.last().open();
  const data = { now: new Date(Date.now()).toISOString(), clockSpeed: 1 } as LobbyView;
  return { client, socket: fakes.last(), view: { view: 'lobby', revision: 1, data } };
}

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-03-02T01:00:00.300Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('controllers', () => {
  it('a view is followed while its element is on the page, and no longer', () => {
    const { client, socket, view } = createHub();
    const element = createHost();
    const controller = new ViewController(element.host, client, 'lobby');
    expect(socket.watches()).toEqual([]);
    element.connect();
    expect([controller.data, controller.live]).toEqual([null, false]);
    socket.hear('view', view);
    expect([controller.data, controller.live, element.updates()]).toEqual([view.data, true, 1]);
    element.disconnect();
    expect(socket.sent.at(-1)?.word).toBe('unwatch');
    socket.hear('view', { ...view, revision: 2 });
    expect(element.updates()).toBe(1);
    element.connect();
    expect(socket.watches()).toHaveLength(2);
  });

  it('a view that is refused says why, until it is shown', () => {
    const { client, socket, view } = createHub();
    const element = createHost();
    const controller = new ViewController(element.host, client, 'lobby');
    element.connect();
    const problem: Problem = { type: '', title: '', status: 403, code: 'forbidden' };
    socket.answer('watch', { ok: false, problem });
    expect(controller.problem).toEqual(problem);
    socket.hear('view', view);
    expect(controller.problem).toBeNull();
  });

  it('another counter is another view: nothing of the former one stays', () => {
    const { client, socket } = createHub();
    const element = createHost();
    const controller = new ViewController(element.host, client, 'window', null);
    element.connect();
    expect(socket.watches()).toEqual([]);
    controller.watch({ counter: '1' });
    socket.hear('view', { view: 'window', counter: '1', revision: 1, data: { counter: '1' } });
    controller.watch({ counter: '2' });
    expect(controller.data).toBeNull();
    expect(socket.sent.map(({ word, payload }) => [word, payload])).toEqual([
      ['watch', { view: 'window', counter: '1' }],
      ['unwatch', { view: 'window', counter: '1' }],
      ['watch', { view: 'window', counter: '2' }],
    ]);
  });

  it('the connection renders its element at every change, and lets go of it', () => {
    const { client, socket } = createHub();
    const element = createHost();
    const controller = new ConnectionController(element.host, client);
    element.connect();
    socket.drop();
    expect([controller.value.state, element.updates()]).toEqual(['offline', 1]);
    element.disconnect();
    socket.open();
    expect(element.updates()).toBe(1);
  });

  it('a clock ticks at the turn of the hall’s second and stops with its element', () => {
    const { client } = createHub();
    const element = createHost();
    const ticks: number[] = [];
    const controller = new ClockController(
      {
        ...element.host,
        requestUpdate: () => ticks.push(controller.nowMs % 1000),
      },
      client,
    );
    element.connect();
    vi.advanceTimersByTime(3_000);
    expect(ticks).toEqual([0, 0, 0]);
    element.disconnect();
    vi.advanceTimersByTime(3_000);
    expect(ticks).toHaveLength(3);
    expect(vi.getTimerCount()).toBe(0);
  });
});

import { describe, expect, it } from 'vitest';
import { createLateSocket } from '#ui/hub/open-socket-late.ts';
import { createFakeSockets } from './fake-socket.ts';

/** A loader that the test lets finish. */
function createLoader() {
  const fakes = createFakeSockets();
  const waiting: { finish: () => void; fail: () => void }[] = [];
  const load = () =>
    new Promise<ReturnType<typeof fakes.last>>((resolve, reject) => {
      waiting.push({
        finish: () => {
          fakes.open({ token: null, protocol: 1 });
          resolve(fakes.last());
        },
        fail: () => {
          reject(new Error('no network'));
        },
      });
    });
  const next = async (how: 'finish' | 'fail'): Promise<void> => {
    waiting.shift()?.[how]();
    await new Promise(setImmediate);
  };
  return { load, next, fakes, waiting };
}

describe('a socket that is loaded when it is wanted', () => {
  it('loads once, then connects and hears like any other', async () => {
    const { load, next, fakes, waiting } = createLoader();
    const socket = createLateSocket(load);
    const heard: string[] = [];
    socket.on('connect', () => heard.push('connect'));
    expect(waiting).toHaveLength(0);
    socket.connect();
    socket.connect();
    expect([waiting.length, socket.connected]).toEqual([1, false]);
    await next('finish');
    expect(fakes.last().tries()).toBe(1);
    fakes.last().open();
    socket.on('view', () => heard.push('view'));
    fakes.last().hear('view', {});
    socket.emit('watch', { view: 'ticket' });
    expect([heard, socket.connected]).toEqual([['connect', 'view'], true]);
    expect(fakes.last().watches()).toEqual([{ view: 'ticket' }]);
  });

  it('is a failed connection when it cannot be loaded, and loads again at the next try', async () => {
    const { load, next, fakes } = createLoader();
    const socket = createLateSocket(load);
    let failures = 0;
    socket.on('connect_error', () => (failures += 1));
    socket.connect();
    await next('fail');
    expect([failures, socket.connected]).toEqual([1, false]);
    socket.connect();
    await next('finish');
    expect(fakes.last().tries()).toBe(1);
  });

  it('does not connect any more when it was given up meanwhile', async () => {
    const { load, next, fakes } = createLoader();
    const socket = createLateSocket(load);
    socket.connect();
    socket.disconnect();
    await next('finish');
    expect(fakes.last().tries()).toBe(0);
  });
});

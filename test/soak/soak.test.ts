import { expect, it } from 'vitest';
import { startHub } from '#test/support/hub.ts';
import { soak } from './soak.ts';

/** The short form of `npm run soak`: three days of a small hall in this process. */
it('three days of traffic leave nothing behind: no ticket, key, room or socket', async () => {
  const hub = await startHub({ listen: true, at: '2026-03-02T08:30:00+08:00' });
  try {
    const kioskToken = (await hub.device('kiosk')).token;
    const clerks = await Promise.all(
      ['1001', '1002'].map(async (badge, at) => {
        return { token: await hub.signIn(badge), counter: String(at + 1) };
      }),
    );
    const sizes: number[] = [];
    const { tickets, served, days } = await soak(
      {
        async post(path, body, token) {
          return hub.request('POST', path, { body, ...(token === undefined ? {} : { token }) });
        },
        async watch() {
          const socket = hub.socket();
          await socket.emitWithAck('watch', { view: 'lobby' });
          return () => {
            socket.disconnect();
          };
        },
        memory: () => {
          sizes.push(hub.hall.dispatch.state().tickets.size);
          return Promise.resolve({
            heapBytes: process.memoryUsage().heapUsed,
            residentBytes: null,
          });
        },
      },
      { hours: 30, ticketsAnHour: 12, screens: 2, kioskToken, clerks },
    );
    expect(tickets).toBe(30 * 12);
    expect(served).toBeGreaterThan(tickets * 0.8);
    expect(days).toHaveLength(3);
    // A day's tickets are gone with the day; a new day begins with none.
    expect(Math.max(...sizes)).toBeLessThanOrEqual(10 * 12);
    expect(hub.hall.dispatch.state().tickets.size).toBe(0);
    expect(hub.hall.dispatch.health().queued).toBe(0);
  } finally {
    await hub.close();
  }
}, 60_000);

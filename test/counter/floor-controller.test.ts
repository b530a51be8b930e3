import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { HubClient } from '#ui/hub/hub-client.ts';
import { FloorController } from '#counter/floor-controller.ts';

const hub = { watch: () => () => {} } as unknown as HubClient;
const host = {
  addController: () => {},
  removeController: () => {},
  requestUpdate: () => {},
  updateComplete: Promise.resolve(true),
};
const heldBy = (badge: string | null) => ({
  counters: [{ counter: '1', clerk: badge === null ? null : { badge } }],
});

/** Questions to the hub as they stand open, the oldest first. */
let asked: ((body: object) => void)[] = [];

beforeEach(() => {
  asked = [];
  vi.useFakeTimers();
  vi.stubGlobal('fetch', () => {
    const { promise, resolve } = Promise.withResolvers<Response>();
    asked.push((body) => {
      resolve(Response.json(body));
    });
    return promise;
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('who holds which counter', () => {
  it('an answer from before a seat was left does not bring the clerk back to it', async () => {
    const floor = new FloorController(host, hub, () => 'token');
    floor.restart();
    await vi.runOnlyPendingTimersAsync();
    floor.restart();
    asked[0]?.(heldBy('1003'));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(floor.counters).toBeNull();
    asked[1]?.(heldBy(null));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(floor.counters).toEqual(heldBy(null).counters);
    expect(asked).toHaveLength(2);
  });

  it('changes that come fast are one question', async () => {
    const floor = new FloorController(host, hub, () => 'token');
    void floor.ask();
    void floor.ask();
    void floor.ask();
    asked[0]?.(heldBy('1003'));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(asked).toHaveLength(2);
  });
});

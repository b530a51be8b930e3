import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { HubClient } from '#ui/hub/hub-client.ts';
import { FloorController } from '#counter/floor-controller.ts';
import { host, openQuestions } from './open-questions.ts';

const hub = { watch: () => () => {} } as unknown as HubClient;
const heldBy = (badge: string | null) => ({
  counters: [{ counter: '1', clerk: badge === null ? null : { badge } }],
});

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('who holds which counter', () => {
  it('an answer from before a seat was left does not bring the clerk back to it', async () => {
    const asked = openQuestions();
    const floor = new FloorController(host, hub, () => 'token');
    floor.restart();
    await vi.runOnlyPendingTimersAsync();
    floor.restart();
    await asked[0]?.answer(heldBy('1003'));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(floor.counters).toBeNull();
    await asked[1]?.answer(heldBy(null));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(floor.counters).toEqual(heldBy(null).counters);
    expect(asked).toHaveLength(2);
  });

  it('changes that come fast are one question', async () => {
    const asked = openQuestions();
    const floor = new FloorController(host, hub, () => 'token');
    void floor.ask();
    void floor.ask();
    void floor.ask();
    await asked[0]?.answer(heldBy('1003'));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(asked).toHaveLength(2);
  });
});

import { describe, expect, it } from 'vitest';
import { createHubClock } from '#ui/hub/hub-clock.ts';

const now = '2026-03-02T01:00:00.000Z';
const nowMs = Date.parse(now);

describe('the hall’s time on a page', () => {
  it('runs on from the last view at the hub’s speed', () => {
    let steadyMs = 500;
    const clock = createHubClock(() => steadyMs);
    clock.adjust({ now, clockSpeed: 60 });
    steadyMs += 1_000;
    expect(clock.now()).toBe(nowMs + 60_000);
    clock.adjust({ now, clockSpeed: 0 });
    steadyMs += 99_000;
    expect(clock.now()).toBe(nowMs);
    clock.adjust({ now, clockSpeed: 1 });
    steadyMs += 250;
    expect(clock.now()).toBe(nowMs + 250);
  });

  it('is the device’s own before the first view', () => {
    const beforeMs = Date.now();
    expect(createHubClock().now()).toBeGreaterThanOrEqual(beforeMs);
  });
});

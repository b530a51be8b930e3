import { describe, expect, it } from 'vitest';
import { latestAsked } from '#ui/hub/latest-asked.ts';

describe('what was asked last', () => {
  it('is wanted until something is asked after it, or nothing is wanted any more', () => {
    const asking = latestAsked();
    const isFirstWanted = asking.begin();
    expect(isFirstWanted()).toBe(true);
    const isNextWanted = asking.begin();
    expect([isFirstWanted(), isNextWanted()]).toEqual([false, true]);
    asking.forget();
    expect([isFirstWanted(), isNextWanted()]).toEqual([false, false]);
    expect(asking.begin()()).toBe(true);
  });
});

import { expect, it } from 'vitest';
import { initialDay } from '#core/state.ts';
import { createBriefEstimates } from '#server/brief-estimates.ts';

function counted() {
  let made = 0;
  const forNew = createBriefEstimates({
    forNew: (_state, _service, _class, ahead) => {
      made += 1;
      return { p50Seconds: ahead * 60, p90Seconds: ahead * 90 };
    },
  });
  return { forNew, count: () => made };
}

const state = { ...initialDay, counters: {} };

it('a forecast of a moment ago stands for a line hardly longer', () => {
  const { forNew, count } = counted();
  const first = forNew(state, 'payment', 'ordinary', 100, 0);
  expect(forNew(state, 'payment', 'ordinary', 102, 249)).toBe(first);
  expect(count()).toBe(1);
});

it('is made anew for another line, other counters, a shorter or longer line, and after a moment', () => {
  const { forNew, count } = counted();
  forNew(state, 'payment', 'ordinary', 100, 0);
  forNew(state, 'enquiry', 'ordinary', 100, 0);
  forNew(state, 'payment', 'vip', 100, 0);
  expect(count()).toBe(3);
  expect(forNew(state, 'payment', 'ordinary', 103, 1)?.p50Seconds).toBe(103 * 60);
  expect(forNew(state, 'payment', 'ordinary', 99, 1)?.p50Seconds).toBe(99 * 60);
  forNew({ ...state, counters: {} }, 'payment', 'ordinary', 99, 1);
  forNew({ ...state, counters: {} }, 'payment', 'ordinary', 99, 251);
  expect(count()).toBe(7);
});

it('at the pace of people each ticket has its own: the second in a short line too', () => {
  const { forNew } = counted();
  expect(
    [0, 1, 2].map((ahead) => forNew(state, 'payment', 'ordinary', ahead, 0)?.p50Seconds),
  ).toEqual([0, 60, 120]);
});

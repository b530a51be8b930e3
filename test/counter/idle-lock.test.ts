import { expect, it } from 'vitest';
import { watchIdle } from '#counter/idle-lock.ts';

function desk(minutes: number) {
  const target = new EventTarget();
  let nowMs = 0;
  let look = (): void => {};
  let isWatched = true;
  let lockedCount = 0;
  const stop = watchIdle(
    () => minutes,
    () => (lockedCount += 1),
    {
      target,
      now: () => nowMs,
      every(_, each) {
        look = each;
        return () => (isWatched = false);
      },
    },
  );
  return {
    stop,
    touch: (kind: string) => target.dispatchEvent(new Event(kind)),
    pass(passedMinutes: number) {
      nowMs += passedMinutes * 60_000;
      if (isWatched) look();
      return lockedCount;
    },
  };
}

it('[privacy] a console that nobody touches locks itself once', () => {
  const { pass } = desk(15);
  expect(pass(14.9)).toBe(0);
  expect(pass(0.1)).toBe(1);
  expect(pass(1)).toBe(1);
});

it('[privacy] a key, a hand or a finger says that somebody is there', () => {
  const { pass, touch } = desk(15);
  for (const kind of ['keydown', 'pointermove', 'pointerdown', 'wheel', 'touchstart']) {
    expect(pass(14)).toBe(0);
    touch(kind);
  }
  expect(pass(15)).toBe(1);
});

it('[privacy] a machine that slept locks when it wakes', () => {
  expect(desk(15).pass(600)).toBe(1);
});

it('never, where the hall says 0, and not after the page is gone', () => {
  expect(desk(0).pass(10_000)).toBe(0);
  const { pass, stop } = desk(15);
  stop();
  expect(pass(60)).toBe(0);
});

import { describe, expect, it } from 'vitest';
import { idleState, idleTiming, slower } from '#kiosk/idle.ts';
import { isZoomKey } from '#kiosk/kiosk-guard.ts';

describe('a kiosk left alone', () => {
  it('is quiet for 45 s, warns for 20 s, then is over', () => {
    expect(idleState(44_999, idleTiming)).toEqual({ kind: 'active' });
    expect(idleState(45_000, idleTiming)).toEqual({ kind: 'warning', secondsLeft: 20 });
    expect(idleState(64_001, idleTiming)).toEqual({ kind: 'warning', secondsLeft: 1 });
    expect(idleState(65_000, idleTiming)).toEqual({ kind: 'over' });
  });

  it('gives twice the time in large text', () => {
    const large = slower(idleTiming);
    expect(idleState(89_999, large)).toEqual({ kind: 'active' });
    expect(idleState(90_000, large)).toEqual({ kind: 'warning', secondsLeft: 40 });
    expect(idleState(130_000, large)).toEqual({ kind: 'over' });
  });
});

describe('zooming', () => {
  it.each([
    [{ ctrlKey: true, metaKey: false, key: '+' }, true],
    [{ ctrlKey: false, metaKey: true, key: '-' }, true],
    [{ ctrlKey: true, metaKey: false, key: '0' }, true],
    [{ ctrlKey: false, metaKey: false, key: '0' }, false],
    [{ ctrlKey: true, metaKey: false, key: 'r' }, false],
  ])('%j: %s', (event, expected) => {
    expect(isZoomKey(event)).toBe(expected);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnnouncedCall } from '#ui/hub/call-stream.ts';
import {
  advance,
  announce,
  drawn,
  dwellMs,
  leaveMs,
  nextChangeMs,
  silentAnnouncer,
  type Announcer,
} from '#display/announcer.ts';

function call(callNo: number, change: Partial<AnnouncedCall> = {}): AnnouncedCall {
  return {
    callNo,
    ticket: `t${String(callNo)}`,
    number: `A${String(callNo).padStart(3, '0')}`,
    service: 'payment',
    counter: '1',
    kind: 'call',
    at: '2026-03-02T01:00:00Z',
    text: { zh: '', en: '' },
    stale: false,
    ...change,
  };
}

/** Lets calls arrive at their times, and notes what was on the screen from when to when. */
function show(arrivals: readonly { readonly atMs: number; readonly call: AnnouncedCall }[]) {
  const shown: { callNo: number; fromMs: number; toMs: number }[] = [];
  let announcer: Announcer = silentAnnouncer;
  let nowMs = 0;
  const left = [...arrivals].sort((a, b) => a.atMs - b.atMs);
  const note = (next: Announcer): void => {
    const before = announcer.showing;
    if (before !== null && next.showing?.call.callNo !== before.call.callNo) {
      const last = shown.at(-1);
      if (last !== undefined) last.toMs = before.leavingUntilMs === null ? nowMs : last.toMs;
    }
    if (next.showing !== null && next.showing.call.callNo !== before?.call.callNo) {
      shown.push({ callNo: next.showing.call.callNo, fromMs: nowMs, toMs: Number.MAX_VALUE });
    }
    const ends = next.showing?.leavingUntilMs;
    const last = shown.at(-1);
    if (ends != null && before?.leavingUntilMs === null && last !== undefined) last.toMs = nowMs;
    announcer = next;
  };
  for (;;) {
    const arrival = left[0];
    const dueMs = nextChangeMs(announcer);
    if (arrival === undefined && dueMs === null) return shown;
    if (arrival !== undefined && (dueMs === null || arrival.atMs <= dueMs)) {
      left.shift();
      nowMs = arrival.atMs;
      note(announce(announcer, arrival.call, nowMs));
    } else if (dueMs !== null) {
      nowMs = dueMs;
      note(advance(announcer, nowMs));
    }
  }
}

describe('what the lobby announces', () => {
  it('thirty calls in ten seconds are all shown, in order, each for its five seconds', () => {
    const arrivals = Array.from({ length: 30 }, (_, n) => ({ atMs: n * 333, call: call(n + 1) }));
    const shown = show(arrivals);
    expect(shown.map(({ callNo }) => callNo)).toEqual(arrivals.map((each) => each.call.callNo));
    for (const { fromMs, toMs } of shown) expect(toMs - fromMs).toBeGreaterThanOrEqual(dwellMs);
  });

  it('never two at once and never less than five seconds, whenever calls come', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(60_000), { maxLength: 40 }), (times) => {
        const arrivals = [...times]
          .sort((a, b) => a - b)
          .map((atMs, n) => ({ atMs, call: call(n + 1) }));
        const shown = show(arrivals);
        expect(shown.map(({ callNo }) => callNo)).toEqual(arrivals.map((each) => each.call.callNo));
        shown.forEach(({ fromMs, toMs }, index) => {
          expect(toMs - fromMs).toBeGreaterThanOrEqual(dwellMs);
          expect(shown[index + 1]?.fromMs ?? toMs).toBeGreaterThanOrEqual(toMs);
        });
      }),
    );
  });

  it('a recall takes the place of its own call that still waits', () => {
    let announcer = announce(silentAnnouncer, call(1), 0);
    announcer = announce(announcer, call(2), 10);
    announcer = announce(announcer, call(3, { ticket: 't2', kind: 'recall' }), 20);
    expect(announcer.waiting.map((each) => [each.callNo, each.kind])).toEqual([[3, 'recall']]);
  });

  it('a stale call is listed, not announced', () => {
    expect(announce(silentAnnouncer, call(1, { stale: true }), 0)).toEqual(silentAnnouncer);
  });

  it('counts its five seconds from when the page has drawn it', () => {
    const up = drawn(announce(silentAnnouncer, call(1), 0), 700);
    expect(nextChangeMs(up)).toBe(700 + dwellMs);
    const leaving = advance(up, 700 + dwellMs);
    expect(drawn(leaving, 6_000)).toEqual(leaving);
    expect(drawn(silentAnnouncer, 0)).toEqual(silentAnnouncer);
  });

  it('draws back when nobody follows, and gives way at once to who comes meanwhile', () => {
    const up = announce(silentAnnouncer, call(1), 0);
    const leaving = advance(up, dwellMs);
    expect(leaving.showing?.leavingUntilMs).toBe(dwellMs + leaveMs);
    expect(advance(leaving, dwellMs + leaveMs)).toEqual(silentAnnouncer);
    expect(announce(leaving, call(2), dwellMs + 100).showing?.call.callNo).toBe(2);
  });
});

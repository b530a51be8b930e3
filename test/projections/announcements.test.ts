import { describe, expect, it } from 'vitest';
import { createHallProjections } from '#projections/hall-projections.ts';
import { callsKept } from '#projections/call-stream.ts';
import { openHall } from './given.ts';
import { livedDay } from './lived-day.ts';
import { tongtai } from './tongtai.ts';

describe('announcements', () => {
  it('a call, a recall and a redirect are numbered in order and worded in both languages', () => {
    const hall = openHall(tongtai({ recallGapSeconds: 0 }));
    hall.run('open', { counter: '2' }, '1002');
    hall.run('open', { counter: '3' }, '1001');
    const ticket = hall.take('payment');
    hall.run('call', { counter: '3' }, '1001');
    hall.run('recall', { counter: '3' }, '1001');
    hall.run('transfer', { counter: '3', to: { counter: '2' }, reason: 'x' }, '1001');
    expect(hall.projections.calls.since(0)).toEqual([
      {
        callNo: 1,
        ticket: ticket.id,
        number: 'A001',
        service: 'payment',
        counter: '3',
        kind: 'call',
        at: '2026-03-02T00:30:00.000Z',
        text: { zh: '请 A001 到 3 号窗口。', en: 'A001, please come to counter 3.' },
      },
      expect.objectContaining({ callNo: 2, kind: 'recall', counter: '3' }),
      expect.objectContaining({
        callNo: 3,
        kind: 'redirect',
        counter: '2',
        text: {
          zh: 'A001，请改到 2 号窗口，您的先后不变。',
          en: 'A001, please go to counter 2 instead. You keep your place.',
        },
      }),
    ]);
    expect(hall.projections.calls.since(2).map(({ callNo }) => callNo)).toEqual([3]);
    expect(hall.projections.calls.recent(2).map(({ callNo }) => callNo)).toEqual([3, 2]);
  });

  it('no number is skipped on any lived day, and each is told once, by the batch that made it', () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const { events, state, projections } = livedDay(seed);
      const again = createHallProjections();
      const told = events.flatMap((event) => again.apply({ state, events: [event] }));
      expect(told.map(({ callNo }) => callNo)).toEqual(told.map((_, index) => index + 1));
      expect(told).toHaveLength(state.lastCallNo);
      expect(projections.calls.since(0)).toEqual(told.slice(-callsKept));
    }
  });

  it('keeps the last 200 of a day, however many there are, and none of the day before', () => {
    const hall = openHall(tongtai({ recallGapSeconds: 0, recallMax: 100_000 }));
    hall.run('open', { counter: '3' }, '1001');
    hall.take('payment');
    hall.run('call', { counter: '3' }, '1001');
    for (let count = 0; count < 3 * callsKept; count += 1)
      hall.run('recall', { counter: '3' }, '1001');
    const { calls } = hall.projections;
    expect(calls.since(0)).toHaveLength(callsKept);
    expect(calls.since(0).at(-1)?.callNo).toBe(3 * callsKept + 1);
    expect(calls.recent(10_000)).toHaveLength(callsKept);
    hall.pass(24 * 3600);
    expect(hall.state.day).toBe('2026-03-03');
    expect(calls.since(0)).toEqual([]);
  });

  it('a hub that starts in the middle of a day knows the same as one that ran through it', () => {
    for (const seed of [3, 4, 5]) {
      const { events, state, projections } = livedDay(seed);
      const started = createHallProjections();
      started.apply({ state, events });
      expect(started.calls.since(0)).toEqual(projections.calls.since(0));
      for (const counter of ['1', '2', '3', '4']) {
        expect(started.figures.shiftAt(counter)).toEqual(projections.figures.shiftAt(counter));
        expect(started.figures.servedAt(counter)).toBe(projections.figures.servedAt(counter));
      }
      expect(started.figures.overrides).toBe(projections.figures.overrides);
    }
  });
});

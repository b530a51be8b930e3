import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CallMessage } from '#protocol/socket-events.ts';
import { createCallStream, staleAfterMs, type AnnouncedCall } from '#ui/hub/call-stream.ts';

const morningMs = Date.parse('2026-03-02T01:00:00Z');

function call(callNo: number, atMs = morningMs + callNo * 1000): CallMessage {
  return {
    callNo,
    ticket: `ticket-${callNo}-${atMs}`,
    number: `A${String(callNo).padStart(3, '0')}`,
    service: 'payment',
    counter: '1',
    kind: 'call',
    at: new Date(atMs).toISOString(),
    text: { zh: '', en: '' },
  };
}

/** A stream with what came out of it, and the questions it has open. */
function listen(nowMs = morningMs) {
  const out: AnnouncedCall[] = [];
  const questions: { since: number; answered: (ok: boolean) => void }[] = [];
  const stream = createCallStream({
    now: () => nowMs,
    announce: (each) => out.push(each),
    ask: (since, answered) => questions.push({ since, answered }),
  });
  return { stream, out, questions, numbers: () => out.map(({ callNo }) => callNo) };
}

describe('the stream of calls', () => {
  it('begins where the first view stands: earlier calls are nobody’s to announce', () => {
    const { stream, numbers } = listen();
    stream.reached(7);
    for (const callNo of [5, 7, 8]) stream.receive(call(callNo));
    expect(numbers()).toEqual([8]);
    expect(stream.last()).toBe(8);
  });

  it('holds a call that is early, asks for what is missing, once, and goes on in order', () => {
    const { stream, numbers, questions } = listen();
    stream.reached(1);
    stream.receive(call(4));
    stream.receive(call(3));
    expect(numbers()).toEqual([]);
    expect(questions.map(({ since }) => since)).toEqual([1]);
    stream.receive(call(2));
    expect(numbers()).toEqual([2, 3, 4]);
  });

  it('does not give up on calls that are on their way, however many views come meanwhile', () => {
    const { stream, numbers, questions } = listen();
    stream.reached(1);
    for (const lastCallNo of [3, 3, 4, 4]) stream.reached(lastCallNo);
    expect(questions).toHaveLength(1);
    for (const callNo of [2, 3, 4]) stream.receive(call(callNo));
    questions[0]?.answered(true);
    expect(numbers()).toEqual([2, 3, 4]);
  });

  it('passes over what the hub itself no longer has, and only that', () => {
    const { stream, numbers, questions } = listen();
    stream.reached(1);
    stream.receive(call(5));
    stream.reached(9);
    stream.receive(call(8));
    questions[0]?.answered(true);
    expect(numbers()).toEqual([5]);
    // What became known while the hub was asked is asked for before it is passed over.
    expect(questions.map(({ since }) => since)).toEqual([1, 5]);
    questions[1]?.answered(true);
    expect(numbers()).toEqual([5, 8]);
    expect(stream.last()).toBe(9);
  });

  it('waits for the next connection when the hub could not be asked', () => {
    const { stream, numbers, questions } = listen();
    stream.reached(1);
    stream.receive(call(3));
    stream.lost();
    questions[0]?.answered(true);
    expect(numbers()).toEqual([]);
    stream.receive(call(2));
    expect(numbers()).toEqual([2, 3]);
  });

  it('tells what is older than 30 s on arrival: shown, not announced', () => {
    const { stream, out } = listen(morningMs + staleAfterMs + 3_000);
    stream.reached(1);
    stream.receive(call(2));
    stream.receive(call(3));
    expect(out.map(({ callNo, stale }) => [callNo, stale])).toEqual([
      [2, true],
      [3, false],
    ]);
  });

  it('counts from one on a new business day, and brings its first calls', () => {
    const { stream, numbers, questions } = listen();
    stream.reached(40);
    stream.receive(call(41));
    stream.reached(2);
    expect(questions.at(-1)?.since).toBe(0);
    const nextDayMs = morningMs + 86_400_000;
    stream.receive(call(1, nextDayMs));
    stream.receive(call(2, nextDayMs + 1000));
    expect(numbers()).toEqual([41, 1, 2]);
  });

  it('never brings one call twice, even where the hub’s count fell back', () => {
    const { stream, numbers, questions } = listen();
    stream.reached(1);
    for (const callNo of [2, 3, 4]) stream.receive(call(callNo));
    // An older copy of the journal was put back, and the hub counts on from there.
    stream.reached(3);
    for (const callNo of [1, 2, 3]) stream.receive(call(callNo));
    questions.at(-1)?.answered(true);
    stream.receive(call(4, morningMs + 60_000));
    expect(numbers()).toEqual([2, 3, 4, 1, 4]);
  });

  it('comes out once each and in order under loss, repeats, reordering and reconnections', () => {
    const step = fc.oneof(
      { weight: 4, arbitrary: fc.record({ kind: fc.constant('call' as const) }) },
      {
        weight: 4,
        arbitrary: fc.record({ kind: fc.constant('deliver' as const), pick: fc.nat(30) }),
      },
      { weight: 2, arbitrary: fc.record({ kind: fc.constant('lose' as const), pick: fc.nat(30) }) },
      {
        weight: 1,
        arbitrary: fc.record({ kind: fc.constant('again' as const), pick: fc.nat(99) }),
      },
      { weight: 2, arbitrary: fc.record({ kind: fc.constant('view' as const) }) },
      { weight: 2, arbitrary: fc.record({ kind: fc.constant('answer' as const) }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('reconnect' as const) }) },
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 120 }), (steps) => {
        const made: CallMessage[] = [];
        const wire: CallMessage[] = [];
        const { stream, numbers, questions } = listen();
        stream.reached(0);
        /** The hub answers a question in full: every call since, then that it is done. */
        const answer = (): void => {
          const question = questions.shift();
          if (question === undefined) return;
          for (const each of made.slice(question.since)) stream.receive(each);
          question.answered(true);
        };
        for (const each of steps) {
          switch (each.kind) {
            case 'call': {
              const next = call(made.length + 1);
              made.push(next);
              wire.push(next);
              break;
            }
            case 'deliver': {
              const [message] = wire.splice(each.pick % Math.max(wire.length, 1), 1);
              if (message !== undefined) stream.receive(message);
              break;
            }
            case 'lose':
              wire.splice(each.pick % Math.max(wire.length, 1), 1);
              break;
            case 'again': {
              const message = made[each.pick % Math.max(made.length, 1)];
              if (message !== undefined) stream.receive(message);
              break;
            }
            case 'view':
              stream.reached(made.length);
              break;
            case 'answer':
              answer();
              break;
            case 'reconnect':
              wire.length = 0;
              questions.length = 0;
              stream.lost();
              for (const message of made.slice(stream.last() ?? 0)) stream.receive(message);
              stream.reached(made.length);
              break;
          }
          expect(numbers()).toEqual(numbers().map((_, place) => place + 1));
        }
        stream.reached(made.length);
        while (questions.length > 0) answer();
        expect(numbers()).toEqual(made.map(({ callNo }) => callNo));
      }),
      { numRuns: 400 },
    );
  });
});

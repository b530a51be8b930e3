import { describe, expect, it } from 'vitest';
import { previewNext } from '#core/disciplines/pick.ts';
import type { Discipline, DisciplineGuards } from '#core/hall-config.ts';
import { classOf, dayOf, drain, drainNames, minuteMs, namesOf, parseLine, tenMs } from './day.ts';

/** The sequences of docs/disciplines.md, called at minute 10 by one counter that offers all. */
interface Row {
  readonly title: string;
  readonly discipline: Discipline;
  readonly guards?: Partial<DisciplineGuards>;
  readonly queue: string;
  readonly calls: string;
}

const vipTwice = { kind: 'ratio', shares: { vip: 2, ordinary: 1 } } as const;

const rows: readonly Row[] = [
  {
    title: 'fifo: queue time alone',
    discipline: { kind: 'fifo' },
    queue: 'O1 V2 O3 S4',
    calls: 'O1 V2 O3 S4',
  },
  {
    title: '[vip-first] [special-needs-first] strict: vip, special, ordinary, each in queue time',
    discipline: { kind: 'strict' },
    queue: 'O1 V2 O3 S4 V5',
    calls: 'V2 V5 S4 O1 O3',
  },
  {
    title: '[vip-first] strict with maxConsecutivePriority 2: an ordinary after each two',
    discipline: { kind: 'strict' },
    guards: { maxConsecutivePriority: 2 },
    queue: 'O1 O2 V3 V4 V5 V6 V7',
    calls: 'V3 V4 O1 V5 V6 O2 V7',
  },
  {
    title: 'ratio 2:1: smooth, and the rest when a class runs out',
    discipline: vipTwice,
    queue: 'V1 V2 V3 V4 O5 O6 O7',
    calls: 'V1 O5 V2 V3 O6 V4 O7',
  },
  {
    title: 'aging 3:1 at minute 10: weight times waited',
    discipline: { kind: 'aging', weights: { vip: 3, ordinary: 1 } },
    queue: 'O0 O5 V6 V9',
    calls: 'V6 O0 O5 V9',
  },
];

describe('sequences that must come out', () => {
  it.each(rows)('$title', ({ discipline, guards, queue, calls }) => {
    const day = dayOf({ discipline, ...(guards && { guards }), tickets: parseLine(queue) });
    expect(drainNames(day)).toBe(calls);
    expect(namesOf(day, previewNext(day, '1', tenMs + 10 * minuteMs, 10))).toBe(calls);
  });

  it('aging: the weighted waits are 12, 10, 5 and 3 minutes', () => {
    const discipline = { kind: 'aging', weights: { vip: 3, ordinary: 1 } } as const;
    const picks = drain(dayOf({ discipline, tickets: parseLine('O0 O5 V6 V9') }));
    const minutes = picks.map(({ why }) => why.values['weightedSeconds']);
    // V6 against O0, then O0 against V9, then O5 against V9; the last is the only one.
    expect(minutes).toEqual([12 * 60, 10 * 60, 5 * 60, undefined]);
    expect(picks.map(({ why }) => why.key).slice(0, 3)).toEqual(Array(3).fill('weighted-wait'));
    expect(picks.at(-1)?.why.by).toBe('only-one');
  });

  it.each(['counter', 'hall'] as const)(
    'profile: platinum twice, gold once, finally silver (calledLess in the scope %s)',
    (scope) => {
      const day = dayOf({
        classes: [classOf('silver', 0), classOf('gold', 1), classOf('platinum', 2)],
        discipline: {
          kind: 'profile',
          rules: [
            { when: { kind: 'calledLess', queue: 'platinum', n: 2, scope }, call: 'platinum' },
            { when: { kind: 'calledLess', queue: 'gold', n: 1, scope }, call: 'gold' },
          ],
          finally: { kind: 'list-order', queues: ['silver'] },
        },
        tickets: parseLine('S1 S2 S3 G4 G5 G6 P7 P8 P9 P10 P11 P12', {
          P: 'platinum',
          G: 'gold',
          S: 'silver',
        }),
      });
      expect(drainNames(day, '1', 8).replaceAll(/\d/g, '')).toBe('P P G S P P G S');
    },
  );

  it('ratio 2:1 goes on as V O V V O V', () => {
    const line = 'V1 V2 V3 V4 V5 V6 V7 V8 V9 O10 O11 O12 O13 O14';
    const day = dayOf({ discipline: vipTwice, tickets: parseLine(line) });
    const letters = drainNames(day, '1', 12).replaceAll(/[\d ]/g, '');
    expect(letters).toBe('VOVVOVVOVVOV');
  });

  it('strict keeps to the sequence number where queue times are equal', () => {
    const tickets = ['O1', 'O2', 'O3'].map((name) => ({ name, class: 'ordinary', minute: 1 }));
    const day = dayOf({ tickets });
    expect(drainNames(day)).toBe('O1 O2 O3');
  });
});

import { describe, expect, it } from 'vitest';
import { pickNext } from '#core/disciplines/pick.ts';
import type { Discipline, ProfileCondition, ProfileFinally } from '#core/hall-config.ts';
import type { HallDay } from '#core/state.ts';
import {
  call,
  classOf,
  counterOf,
  dayOf,
  drain,
  drainNames,
  minuteMs,
  namesOf,
  parseLine,
  serviceOf,
  tenMs,
  type TicketSpec,
} from './day.ts';

const tenPastMs = tenMs + 10 * minuteMs;

function whyNext(state: HallDay, atMs = tenPastMs) {
  return pickNext(state, '1', atMs)?.why;
}

describe('strict', () => {
  it('[vip-first] explains itself by rank where a lower class waits, else by queue time', () => {
    const picks = drain(dayOf({ tickets: parseLine('O1 V2 S4 O5') }));
    expect(picks.map(({ why }) => [why.by, why.key])).toEqual([
      ['strict', 'rank'],
      ['strict', 'rank'],
      ['strict', 'queue-time'],
      ['only-one', 'queue-time'],
    ]);
    expect(picks[0]?.why.values).toEqual({
      class: 'vip',
      waitedSeconds: 480,
      rank: 2,
      over: 'special',
      overRank: 1,
      overtakes: 1,
      overtakenSeconds: 540,
    });
  });

  it('[special-needs-first] is called ahead of ordinary, and says so', () => {
    const day = dayOf({ tickets: parseLine('O1 O2 S3') });
    expect(drainNames(day)).toBe('S3 O1 O2');
    expect(whyNext(day)).toMatchObject({
      key: 'rank',
      values: { class: 'special', rank: 1, over: 'ordinary', overRank: 0, overtakes: 2 },
    });
  });

  it('counts whom a call passes over behind a ticket put in front, and not that one', () => {
    const day = dayOf({
      tickets: [...parseLine('O1 V5'), { ...parseLine('O9')[0]!, front: true }],
    });
    expect(drainNames(day)).toBe('V5 O9 O1');
    expect(whyNext(day)?.values).toMatchObject({ overtakes: 1, overtakenSeconds: 540 });
  });

  it('classes of one rank go by queue time', () => {
    const classes = [classOf('ordinary', 0), classOf('vip', 2), classOf('special', 2)];
    expect(drainNames(dayOf({ classes, tickets: parseLine('O1 V2 S3 V4') }))).toBe('V2 S3 V4 O1');
  });
});

describe('ratio', () => {
  const discipline = { kind: 'ratio', shares: { vip: 2, ordinary: 1 } } as const;

  it('shows the credits compared and what the winner pays', () => {
    const day = dayOf({ discipline, tickets: parseLine('V1 V2 V3 O4 O5') });
    const [first, second] = drain(day);
    expect(first?.why).toMatchObject({
      by: 'ratio',
      key: 'credit',
      values: { 'credit.vip': 2, 'credit.ordinary': 1, paid: 3 },
    });
    expect(second?.why.values).toMatchObject({ 'credit.vip': 1, 'credit.ordinary': 2 });
  });

  it('a class without candidates holds no credit when it comes back', () => {
    const day = dayOf({ discipline, tickets: parseLine('V1 V2') });
    const owed = { ...day, memory: { ...day.memory, credits: { vip: -5, ordinary: 40 } } };
    const after = call(owed, '1', pickNext(owed, '1', tenPastMs)!);
    expect(after.memory.credits).toEqual({ vip: -5 });
  });

  it('equal credit goes to the higher rank', () => {
    const even = { kind: 'ratio', shares: { vip: 1, ordinary: 1 } } as const;
    const day = dayOf({ discipline: even, tickets: parseLine('O1 O2 V3 V4') });
    expect(drainNames(day)).toBe('V3 O1 V4 O2');
    expect(whyNext(day)?.key).toBe('rank');
  });

  it('a class without a share has share 1, one with share 0 waits until it is alone', () => {
    const day = dayOf({ discipline, tickets: parseLine('V1 V2 S3 S4 O5 O6') });
    expect(drainNames(day)).toBe('V1 S3 O5 V2 S4 O6');
    const zero = { kind: 'ratio', shares: { vip: 0, ordinary: 1 } } as const;
    const last = dayOf({ discipline: zero, tickets: parseLine('V1 O2 O3') });
    expect(drainNames(last)).toBe('O2 O3 V1');
  });

  it('is one for the hall: two counters share the turns', () => {
    const counters = [counterOf('1'), counterOf('2')];
    let day = dayOf({ discipline, counters, tickets: parseLine('V1 V2 V3 V4 O5 O6') });
    const picks = ['1', '2', '1', '2', '1', '2'].map((counterId) => {
      const pick = pickNext(day, counterId, tenPastMs)!;
      day = call(day, counterId, pick);
      return pick;
    });
    expect(namesOf(day, picks)).toBe('V1 O5 V2 V3 O6 V4');
  });
});

describe('aging', () => {
  it('a class without a weight weighs 1; level weights go to the higher rank', () => {
    const discipline = { kind: 'aging', weights: { vip: 3 } } as const;
    expect(drainNames(dayOf({ discipline, tickets: parseLine('O0 O5 V6 V9') }))).toBe(
      'V6 O0 O5 V9',
    );
    // V4 has waited 6 minutes twice over, O-2 twelve once.
    const level = { kind: 'aging', weights: { vip: 2 } } as const;
    const day = dayOf({
      discipline: level,
      tickets: [
        { name: 'O', class: 'ordinary', minute: -2 },
        { name: 'V', class: 'vip', minute: 4 },
      ],
    });
    expect(drainNames(day)).toBe('V O');
    expect(whyNext(day)).toMatchObject({
      key: 'rank',
      values: { weight: 2, weightedSeconds: 720, overWeight: 1, overWeightedSeconds: 720 },
    });
  });

  it('the order changes with time', () => {
    const discipline = { kind: 'aging', weights: { vip: 3 } } as const;
    const day = dayOf({ discipline, tickets: parseLine('O0 V6') });
    expect(drainNames({ ...day }, '1')).toBe('V6 O0');
    expect(namesOf(day, drain(day, '1', tenMs + 8 * minuteMs))).toBe('O0 V6');
  });
});

describe('promise', () => {
  const services = [serviceOf('payment', 10, 3), serviceOf('broadband', 20, 8)];
  const discipline = { kind: 'promise' } as const;

  it('[ten-minute-promise] the earliest deadline goes first: promise less expected service', () => {
    // Broadband is due 12 minutes after queueing, a payment 7.
    const tickets: readonly TicketSpec[] = [
      { name: 'B1', class: 'ordinary', service: 'broadband', minute: 1 },
      { name: 'P5', class: 'ordinary', service: 'payment', minute: 5 },
      { name: 'P7', class: 'ordinary', service: 'payment', minute: 7 },
    ];
    const day = dayOf({ services, discipline, tickets });
    expect(drainNames(day)).toBe('P5 B1 P7');
    expect(whyNext(day)).toMatchObject({
      by: 'promise',
      key: 'deadline',
      values: {
        deadlineMs: tenMs + 12 * minuteMs,
        leftSeconds: 120,
        promiseMinutes: 10,
        expectedMinutes: 3,
        overService: 'broadband',
        overDeadlineMs: tenMs + 13 * minuteMs,
      },
    });
  });

  it('the promise of a class counts where it is shorter', () => {
    const classes = [classOf('ordinary', 0), classOf('vip', 2, 5), classOf('special', 1, 60)];
    const day = dayOf({ services, classes, discipline, tickets: parseLine('O1 S2 O3 V4 V7') });
    // Deadlines at 8, 9, 10, 6 and 9 minutes past: V7 and S2 are level, the higher rank goes first.
    expect(drainNames(day)).toBe('V4 O1 V7 S2 O3');
  });
});

describe('profile', () => {
  const max: ProfileFinally = { kind: 'max-wait' };

  function profileOf(
    rules: readonly (readonly [ProfileCondition, string])[],
    last: ProfileFinally = max,
  ): Discipline {
    return { kind: 'profile', rules: rules.map(([when, call]) => ({ when, call })), finally: last };
  }

  it('waitOver: the longest wait of the queue, beyond the limit', () => {
    const discipline = profileOf([[{ kind: 'waitOver', queue: 'special', minutes: 6 }, 'special']]);
    const day = dayOf({ discipline, tickets: parseLine('O1 S4') });
    expect(namesOf(day, drain(day, '1', tenPastMs))).toBe('O1 S4');
    expect(namesOf(day, drain(day, '1', tenPastMs + 1))).toBe('S4 O1');
    expect(whyNext(day, tenPastMs + 1)).toMatchObject({
      by: 'profile',
      key: 'rule',
      values: { rule: 1, queue: 'special', when: 'waitOver', longestSeconds: 360, limitMinutes: 6 },
    });
  });

  it('lengthOver: as many as wait for this counter, called ones no more', () => {
    const discipline = profileOf([[{ kind: 'lengthOver', queue: 'vip', count: 2 }, 'vip']]);
    const day = dayOf({ discipline, tickets: parseLine('O1 O2 V3 V4 V5 V6') });
    expect(drainNames(day)).toBe('V3 V4 O1 O2 V5 V6');
    expect(whyNext(day)?.values).toMatchObject({ when: 'lengthOver', length: 4, limit: 2 });
  });

  it('a queue may be a service, with all its classes by queue time', () => {
    const discipline = profileOf([
      [{ kind: 'lengthOver', queue: 'broadband', count: 0 }, 'broadband'],
    ]);
    const tickets: readonly TicketSpec[] = [
      { name: 'V1', class: 'vip', minute: 1 },
      { name: 'O2', class: 'ordinary', service: 'broadband', minute: 2 },
      { name: 'V3', class: 'vip', service: 'broadband', minute: 3 },
    ];
    expect(drainNames(dayOf({ discipline, tickets }))).toBe('O2 V3 V1');
  });

  it('between: local times of the hall, the end not included', () => {
    const discipline = profileOf([[{ kind: 'between', from: '10:10', to: '10:20' }, 'vip']]);
    const day = dayOf({ discipline, tickets: parseLine('O1 V2') });
    const firstAt = (minute: number) => {
      const atMs = tenMs + minute * minuteMs;
      return namesOf(day, drain(day, '1', atMs, 1));
    };
    expect([9, 10, 19, 20].map(firstAt)).toEqual(['O1', 'V2', 'V2', 'O1']);
    expect(whyNext(day)?.values).toMatchObject({ when: 'between', from: '10:10', to: '10:20' });
  });

  it('all: every condition holds', () => {
    const discipline = profileOf([
      [
        {
          kind: 'all',
          conditions: [
            { kind: 'lengthOver', queue: 'ordinary', count: 1 },
            { kind: 'calledLess', queue: 'vip', n: 1, scope: 'hall' },
          ],
        },
        'vip',
      ],
    ]);
    const day = dayOf({ discipline, tickets: parseLine('O1 O2 O3 V4 V5') });
    // V4 by the rule; V5 not (called once); O1 by finally, which starts the count again.
    expect(drainNames(day)).toBe('V4 O1 V5 O2 O3');
  });

  it('a rule that holds without a candidate falls to the next', () => {
    const discipline = profileOf([
      [{ kind: 'calledLess', queue: 'gold', n: 9, scope: 'hall' }, 'gold'],
      [{ kind: 'calledLess', queue: 'vip', n: 9, scope: 'hall' }, 'vip'],
    ]);
    const day = dayOf({ discipline, tickets: parseLine('O1 V2') });
    expect(whyNext(day)).toMatchObject({ key: 'rule', values: { rule: 2, queue: 'vip' } });
  });

  it('a call counts for its class and for its service, a guard’s call too', () => {
    const discipline = profileOf([
      [{ kind: 'calledLess', queue: 'payment', n: 2, scope: 'hall' }, 'payment'],
      [{ kind: 'calledLess', queue: 'vip', n: 2, scope: 'counter' }, 'vip'],
    ]);
    const guards = { maxWaitMinutes: { vip: 1 } };
    const day = dayOf({ discipline, guards, tickets: parseLine('O1 V2') });
    const pick = pickNext(day, '1', tenPastMs)!;
    expect(pick.why.by).toBe('max-wait');
    expect(call(day, '1', pick).memory.called).toEqual({ 'hall|payment': 1, '1|vip': 1 });
  });

  it('finally starts again its own counter’s counts and the hall’s, no other counter’s', () => {
    const discipline = profileOf([
      [{ kind: 'calledLess', queue: 'vip', n: 1, scope: 'counter' }, 'vip'],
    ]);
    const day = dayOf({ discipline, tickets: parseLine('O1 O2') });
    const called = { '1|vip': 1, '2|vip': 1, 'hall|special': 3 };
    const counted = { ...day, memory: { ...day.memory, called } };
    const pick = pickNext(counted, '1', tenPastMs)!;
    expect(pick.why.values['rule']).toBe('finally');
    expect(call(counted, '1', pick).memory.called).toEqual({ '2|vip': 1 });
  });

  it('counters keep their own turns, the hall’s are shared', () => {
    const counters = [counterOf('1'), counterOf('2')];
    const ofScope = (scope: 'hall' | 'counter') => {
      const discipline = profileOf([[{ kind: 'calledLess', queue: 'vip', n: 1, scope }, 'vip']]);
      let day = dayOf({ discipline, counters, tickets: parseLine('O1 O2 V3 V4') });
      return ['1', '2', '1', '2'].map((counterId) => {
        const pick = pickNext(day, counterId, tenPastMs)!;
        day = call(day, counterId, pick);
        return namesOf(day, [pick]);
      });
    };
    expect(ofScope('hall')).toEqual(['V3', 'O1', 'V4', 'O2']);
    expect(ofScope('counter')).toEqual(['V3', 'V4', 'O1', 'O2']);
  });

  it('finally max-wait: the longest waiting of all', () => {
    const day = dayOf({ discipline: profileOf([]), tickets: parseLine('O1 V2 S3') });
    expect(drainNames(day)).toBe('O1 V2 S3');
    expect(whyNext(day)).toMatchObject({ key: 'queue-time', values: { rule: 'finally' } });
  });

  it('finally list-order: down the list, and whoever is not on it by queue time', () => {
    const last: ProfileFinally = { kind: 'list-order', queues: ['special', 'vip'] };
    const day = dayOf({ discipline: profileOf([], last), tickets: parseLine('O1 V2 S3 V4 O5') });
    expect(drainNames(day)).toBe('S3 V2 V4 O1 O5');
    expect(whyNext(day)).toMatchObject({
      key: 'list-order',
      values: { queue: 'special', rule: 'finally' },
    });
  });

  it('finally ratio: in turns, with credits of its own', () => {
    const last: ProfileFinally = { kind: 'ratio', shares: { vip: 2, ordinary: 1 } };
    const day = dayOf({ discipline: profileOf([], last), tickets: parseLine('V1 V2 O3 V4 O5 V6') });
    expect(drainNames(day)).toBe('V1 O3 V2 V4 O5 V6');
    expect(whyNext(day)).toMatchObject({ key: 'credit', values: { rule: 'finally', paid: 3 } });
  });
});

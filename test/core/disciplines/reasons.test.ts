import { describe, expect, it } from 'vitest';
import { calledAfter } from '#core/disciplines/profile.ts';
import { pickNext } from '#core/disciplines/pick.ts';
import type { Discipline, ProfileCondition } from '#core/hall-config.ts';
import {
  classOf,
  counterOf,
  type DaySpec,
  dayOf,
  minuteMs,
  serviceOf,
  tenMs,
  type TicketSpec,
} from './day.ts';

const atMs = tenMs + 10 * minuteMs;
const why = (spec: DaySpec) => pickNext(dayOf(spec), '1', atMs)?.why;
const t = (name: string, minute: number, more: Partial<TicketSpec> = {}): TicketSpec => ({
  name,
  class: { O: 'ordinary', V: 'vip', P: 'peer' }[name.charAt(0)]!,
  minute,
  ...more,
});
/** `peer` ranks as `ordinary` does. */
const classes = [classOf('ordinary', 0), classOf('peer', 0), classOf('vip', 2)];
const fifo: Discipline = { kind: 'fifo' };
const faults = { service: 'faults' };
const services = [serviceOf('payment'), serviceOf('faults')];

describe('the reason of a call among those of one line', () => {
  it.each<readonly [string, readonly TicketSpec[]]>([
    ['queue-time', [t('O1', 1), t('O2', 2, faults)]],
    ['sequence', [t('O1', 1), t('O2', 1, faults)]],
    ['front', [t('O1', 1), t('O2', 2, { front: true, ...faults })]],
    // Alone it is told as it stands: in front.
    ['front', [t('O2', 2, { front: true })]],
    // Both were put in front: the earlier, as among any two.
    ['queue-time', [t('O1', 1, { front: true }), t('O2', 2, { front: true, ...faults })]],
    // In front of its own class only: of another class it was the earlier.
    ['queue-time', [t('O1', 1, { front: true }), t('P2', 2)]],
    [
      'front',
      [t('O1', 1, { front: true }), t('O2', 2, faults), t('O3', 3, { front: true, service: 'x' })],
    ],
  ])('%s', (key, tickets) => {
    expect(why({ discipline: fifo, classes, services, tickets })?.key).toBe(key);
  });
});

describe('the reason of a call by deadline', () => {
  const promise: Discipline = { kind: 'promise' };
  const values = (minute: number, more: object) => ({
    waitedSeconds: (10 - minute) * 60,
    deadlineMs: tenMs + (minute + 7) * minuteMs,
    leftSeconds: (minute + 7 - 10) * 60,
    promiseMinutes: 10,
    expectedMinutes: 3,
    ...more,
  });

  it('is the earlier deadline', () => {
    expect(why({ discipline: promise, classes, tickets: [t('O1', 1), t('P2', 2)] })).toEqual({
      by: 'promise',
      key: 'deadline',
      values: values(1, {
        class: 'ordinary',
        over: 'peer',
        overService: 'payment',
        overDeadlineMs: tenMs + 9 * minuteMs,
      }),
    });
  });

  it('is the rank where the deadlines are level, and the number where the ranks are', () => {
    const level = { overService: 'payment', overDeadlineMs: tenMs + 8 * minuteMs };
    expect(why({ discipline: promise, classes, tickets: [t('O1', 1), t('V2', 1)] })).toEqual({
      by: 'promise',
      key: 'rank',
      values: values(1, {
        class: 'vip',
        over: 'ordinary',
        ...level,
        overtakes: 1,
        overtakenSeconds: 540,
      }),
    });
    expect(why({ discipline: promise, classes, tickets: [t('O1', 1), t('P2', 1)] })).toEqual({
      by: 'promise',
      key: 'sequence',
      values: values(1, { class: 'ordinary', over: 'peer', ...level }),
    });
  });

  it('is the place in front of its class, whatever the deadlines', () => {
    const tickets = [t('O1', 1), t('O2', 2, { front: true, ...faults })];
    expect(why({ discipline: promise, classes, services, tickets })).toEqual({
      by: 'promise',
      key: 'front',
      values: { class: 'ordinary', waitedSeconds: 480, overtakes: 1, overtakenSeconds: 540 },
    });
    // One of another class in front is passed by the deadline alone.
    const other = [t('O1', 1), t('P2', 2, { front: true })];
    expect(why({ discipline: promise, classes, tickets: other })?.key).toBe('deadline');
  });
});

describe('the reason of a call by credit', () => {
  const ratio: Discipline = { kind: 'ratio', shares: { ordinary: 1, vip: 1, peer: 1 } };
  it('is the rank where the credits are level, and time or number where the ranks are', () => {
    const key = (...tickets: TicketSpec[]) =>
      why({ discipline: ratio, classes, services, tickets })?.key;
    expect(key(t('O1', 1), t('V2', 2))).toBe('rank');
    expect(key(t('O1', 1), t('P2', 2))).toBe('queue-time');
    expect(key(t('O1', 1), t('P2', 1))).toBe('sequence');
    expect(key(t('O1', 1), t('O2', 2, faults))).toBe('queue-time');
    expect(key(t('O1', 1), t('O2', 1, faults))).toBe('sequence');
    expect(key(t('O1', 1), t('O2', 2, { front: true, ...faults }))).toBe('front');
  });
});

describe('the reason of a call by weight', () => {
  it('is the number where weight and rank are level, the rank where the weight is', () => {
    const aging: Discipline = { kind: 'aging', weights: {} };
    const key = (...tickets: TicketSpec[]) => why({ discipline: aging, classes, tickets })?.key;
    expect(key(t('O1', 1), t('P2', 1))).toBe('sequence');
    expect(key(t('O1', 1), t('V2', 1))).toBe('rank');
    expect(key(t('O1', 1), t('V2', 2))).toBe('weighted-wait');
  });
});

describe('the reason of a call by a rule', () => {
  const profile = (when: ProfileCondition): Discipline => ({
    kind: 'profile',
    rules: [{ when, call: 'vip' }],
    finally: { kind: 'max-wait' },
  });
  const tickets = [t('O1', 1), t('V2', 2), t('V3', 3)];
  const said = (when: ProfileCondition) => {
    const { by, key, values } = why({ discipline: profile(when), classes, tickets })!;
    const { class: _, waitedSeconds: __, overtakes: ___, overtakenSeconds: ____, ...rest } = values;
    return { by, key, ...rest };
  };
  const rule = { by: 'profile', key: 'rule', rule: 1, queue: 'vip' };
  const last = { by: 'profile', key: 'queue-time', rule: 'finally' };

  it('tells what its condition has compared', () => {
    expect(said({ kind: 'waitOver', queue: 'vip', minutes: 7 })).toEqual({
      ...rule,
      when: 'waitOver',
      longestSeconds: 480,
      limitMinutes: 7,
    });
    expect(said({ kind: 'waitOver', queue: 'vip', minutes: 8 })).toEqual(last);
    expect(said({ kind: 'waitOver', queue: 'nobody', minutes: 0 })).toEqual(last);
    expect(said({ kind: 'lengthOver', queue: 'vip', count: 1 })).toEqual({
      ...rule,
      when: 'lengthOver',
      length: 2,
      limit: 1,
    });
    expect(said({ kind: 'lengthOver', queue: 'vip', count: 2 })).toEqual(last);
    const less: ProfileCondition = { kind: 'calledLess', queue: 'vip', n: 2, scope: 'hall' };
    expect(said(less)).toEqual({ ...rule, when: 'calledLess', called: 0, limit: 2 });
    expect(said({ kind: 'between', from: '10:00', to: '10:11' })).toEqual({
      ...rule,
      when: 'between',
      from: '10:00',
      to: '10:11',
    });
    expect(said({ kind: 'all', conditions: [less] })).toEqual({ ...rule, when: 'all' });
  });

  it('counts nothing where no rule counts', () => {
    const when: ProfileCondition = { kind: 'between', from: '10:00', to: '10:11' };
    const called = { 'hall|vip': 1 };
    const ticket = { class: 'vip', service: 'payment' };
    const after = calledAfter(profile(when) as never, called, '1', ticket, { rule: 1 });
    expect(after).toBe(called);
  });
});

describe('a call under backup', () => {
  it('says after how long the counter helps', () => {
    const counters = [
      counterOf('1', { services: ['faults'], backup: { services: ['payment'], afterMinutes: 5 } }),
    ];
    const tickets = [t('O1', 1), t('O2', 2)];
    expect(why({ discipline: fifo, classes, services, counters, tickets })).toMatchObject({
      by: 'backup',
      values: { kind: 'fifo', afterMinutes: 5 },
    });
    const soon = [t('O6', 6)];
    expect(why({ discipline: fifo, classes, services, counters, tickets: soon })).toBeUndefined();
  });
});

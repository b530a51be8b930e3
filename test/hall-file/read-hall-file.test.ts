import { describe, expect, it } from 'vitest';
import { join } from 'node:path';
import { readHallFile } from '#server/hall-file/read-hall-file.ts';
import { voiceOf } from '#server/hall-file/voice.ts';
import { configOf, smallHall } from './sample.ts';

const names = 'name: { zh: 名, en: Name }';

describe('a hall file in order', () => {
  it('has its defaults filled in', () => {
    expect(configOf(smallHall())).toEqual({
      hall: {
        id: 'north',
        name: { zh: '北厅', en: 'North Hall' },
        timezone: 'Asia/Shanghai',
        hotline: null,
        languages: ['zh', 'en'],
      },
      training: false,
      hours: {
        weekly: Object.fromEntries(
          ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [
            day,
            { from: '08:30', to: '18:30' },
          ]),
        ),
        exceptions: [],
        closingNoticeMinutes: 15,
      },
      classes: [
        {
          id: 'ordinary',
          rank: 0,
          name: { zh: '普通', en: 'Ordinary' },
          prefix: null,
          promiseMinutes: null,
          needsCustomer: false,
        },
        {
          id: 'vip',
          rank: 2,
          name: { zh: '贵宾', en: 'VIP' },
          prefix: 'V',
          promiseMinutes: null,
          needsCustomer: false,
        },
      ],
      services: [
        {
          id: 'payment',
          name: { zh: '缴费', en: 'Payments' },
          short: { zh: '缴费', en: 'Payments' },
          prefix: 'A',
          promiseMinutes: 10,
          expectedMinutes: 5,
          quotaPerDay: null,
          papers: [],
          icon: 'payment',
        },
        {
          id: 'enquiry',
          name: { zh: '咨询', en: 'Enquiries' },
          short: { zh: '咨询', en: 'Enquiries' },
          prefix: 'B',
          promiseMinutes: 10,
          expectedMinutes: 5,
          quotaPerDay: null,
          papers: [],
          icon: 'enquiry',
        },
      ],
      counters: [
        { id: '1', services: ['payment', 'enquiry'], prefers: [], backup: null, place: null },
        { id: '2', services: ['*'], prefers: ['vip'], backup: null, place: null },
      ],
      staff: [
        { badge: '1001', name: '李敏', role: 'clerk', photo: null, mayCallOutOfOrder: true },
        { badge: '9001', name: '王芳', role: 'supervisor', photo: null, mayCallOutOfOrder: true },
      ],
      discipline: { kind: 'strict' },
      guards: { maxConsecutivePriority: null, maxWaitMinutes: {} },
      policy: {
        routinePause: 'strict',
        signOff: 'strict',
        handover: 'covered',
        noShow: { minCalls: 2, minSeconds: 60, rejoinAfter: 3 },
        recallMax: 5,
        recallGapSeconds: 3,
        startOnCall: false,
        maxOpenTicketsPerPerson: 1,
        handoverMaxMinutes: 10,
        transferPlace: 'keep',
        ratingMinutes: 5,
        openEveryDay: 'strict',
      },
      notices: [],
      voice: voiceOf({}, ['zh', 'en']),
    });
  });

  it('keeps what it says itself', () => {
    const config = configOf(
      smallHall({
        hall: `{ id: s, ${names}, timezone: Europe/Berlin, hotline: "10050", languages: [en] }`,
        services: `
  - { id: a, ${names}, short: { zh: 短, en: S }, prefix: AB, promiseMinutes: 7.5, expectedMinutes: 2, quotaPerDay: 200, papers: [{ zh: 证, en: ID }], icon: fault }`,
        counters: `
  - { id: "1", services: [a], backup: { services: [a], afterMinutes: 6 }, place: { zh: 左, en: left } }`,
        staff: `
  - { badge: "9", name: 王芳, role: supervisor, pin: "735012345678", photo: 王芳.jpg, mayCallOutOfOrder: false }`,
        policy: `
  routinePause: off
  signOff: covered
  handover: strict
  noShow: { minCalls: 1 }
  recallMax: 9
  recallGapSeconds: 0
  startOnCall: true
  maxOpenTicketsPerPerson: 3
  handoverMaxMinutes: 20
  transfer: back
  ratingMinutes: 10
  openEveryDay: off`,
        notices: `
  - { zh: 一, en: one }
  - { id: notice-1, text: { zh: 二, en: two } }
  - { zh: 三, en: three }`,
      }),
    );
    expect(config.hall).toMatchObject({ timezone: 'Europe/Berlin', languages: ['en'] });
    expect(config.services[0]).toMatchObject({
      short: { zh: '短', en: 'S' },
      prefix: 'AB',
      promiseMinutes: 7.5,
      quotaPerDay: 200,
      papers: [{ zh: '证', en: 'ID' }],
      icon: 'fault',
    });
    expect(config.counters[0]).toMatchObject({
      backup: { services: ['a'], afterMinutes: 6 },
      place: { zh: '左', en: 'left' },
    });
    expect(config.staff[0]).toMatchObject({ photo: '王芳.jpg', mayCallOutOfOrder: false });
    expect(config.policy).toEqual({
      routinePause: 'off',
      signOff: 'covered',
      handover: 'strict',
      noShow: { minCalls: 1, minSeconds: 60, rejoinAfter: 3 },
      recallMax: 9,
      recallGapSeconds: 0,
      startOnCall: true,
      maxOpenTicketsPerPerson: 3,
      handoverMaxMinutes: 20,
      transferPlace: 'back',
      ratingMinutes: 10,
      openEveryDay: 'off',
    });
    expect(config.notices.map(({ id, text }) => [id, text.en])).toEqual([
      ['notice-2', 'one'],
      ['notice-1', 'two'],
      ['notice-3', 'three'],
    ]);
  });

  it.each([
    ['{ kind: fifo }', { kind: 'fifo' }],
    ['{ kind: promise }', { kind: 'promise' }],
    ['{ kind: ratio, shares: { vip: 2 } }', { kind: 'ratio', shares: { ordinary: 1, vip: 2 } }],
    ['{ kind: aging, weights: { vip: 3 } }', { kind: 'aging', weights: { ordinary: 1, vip: 3 } }],
    [
      `
  kind: profile
  rules:
    - { when: { waitOver: { queue: vip, minutes: 10 } }, call: vip }
    - { when: { lengthOver: { queue: payment, count: 8 } }, call: payment }
    - { when: { calledLess: { queue: vip, n: 2 } }, call: vip }
    - { when: { calledLess: { queue: payment, n: 1, scope: counter } }, call: payment }
    - { when: { between: ["09:00", "11:00"] }, call: enquiry }
    - { when: { all: [ { between: ["14:00", "24:00"] }, { lengthOver: { queue: vip, count: 0 } } ] }, call: vip }
  finally: max-wait`,
      {
        kind: 'profile',
        rules: [
          { when: { kind: 'waitOver', queue: 'vip', minutes: 10 }, call: 'vip' },
          { when: { kind: 'lengthOver', queue: 'payment', count: 8 }, call: 'payment' },
          { when: { kind: 'calledLess', queue: 'vip', n: 2, scope: 'hall' }, call: 'vip' },
          {
            when: { kind: 'calledLess', queue: 'payment', n: 1, scope: 'counter' },
            call: 'payment',
          },
          { when: { kind: 'between', from: '09:00', to: '11:00' }, call: 'enquiry' },
          {
            when: {
              kind: 'all',
              conditions: [
                { kind: 'between', from: '14:00', to: '24:00' },
                { kind: 'lengthOver', queue: 'vip', count: 0 },
              ],
            },
            call: 'vip',
          },
        ],
        finally: { kind: 'max-wait' },
      },
    ],
    [
      '{ kind: profile, rules: [{ when: { between: ["09:00", "11:00"] }, call: vip }], finally: { list-order: [vip, payment] } }',
      {
        kind: 'profile',
        rules: [{ when: { kind: 'between', from: '09:00', to: '11:00' }, call: 'vip' }],
        finally: { kind: 'list-order', queues: ['vip', 'payment'] },
      },
    ],
    [
      '{ kind: profile, rules: [{ when: { between: ["09:00", "11:00"] }, call: vip }], finally: { ratio: { vip: 2 } } }',
      {
        kind: 'profile',
        rules: [{ when: { kind: 'between', from: '09:00', to: '11:00' }, call: 'vip' }],
        finally: { kind: 'ratio', shares: { ordinary: 1, vip: 2 } },
      },
    ],
  ])('discipline: %s', (discipline, expected) => {
    expect(configOf(smallHall({ discipline })).discipline).toEqual(expected);
  });

  it('guards stand beside every kind', () => {
    for (const kind of ['fifo', 'strict', 'promise']) {
      const discipline = `{ kind: ${kind}, maxConsecutivePriority: 2, maxWaitMinutes: { ordinary: 20 } }`;
      expect(configOf(smallHall({ discipline })).guards).toEqual({
        maxConsecutivePriority: 2,
        maxWaitMinutes: { ordinary: 20 },
      });
    }
  });

  it('[privacy] pins come apart from the configuration', () => {
    const result = readHallFile(smallHall());
    if (!result.ok) throw new Error('in order');
    expect(result.secrets).toEqual([
      { badge: '1001', pin: '4821' },
      { badge: '9001', pin: '7350' },
    ]);
    expect(JSON.stringify(result.config)).not.toMatch(/4821|7350/);
  });

  it('knows where its customers are, and reads them when they are given', () => {
    const text = smallHall({ customers: 'lists/customers.csv' });
    const plain = readHallFile(text);
    const placed = readHallFile(text, { baseDir: join('etc', 'halls') });
    const given = readHallFile(text, { customersText: 'key,class\n100 0000 0001,vip\n' });
    if (!plain.ok || !placed.ok || !given.ok) throw new Error('in order');
    expect(plain.customersPath).toBe('lists/customers.csv');
    expect(plain.customers).toBeNull();
    expect(placed.customersPath).toBe(join('etc', 'halls', 'lists', 'customers.csv'));
    expect(given.customers).toEqual({
      customers: [{ key: '10000000001', class: 'vip', note: '' }],
      problems: [],
    });
    const without = readHallFile(smallHall());
    expect(without.ok && without.customersPath).toBeNull();
  });

  it('a class is for listed customers only where it says so', () => {
    const vip = (own: string) => `
  - { id: ordinary, rank: 0, ${names} }
  - { id: vip, rank: 2, ${names}${own} }`;
    const needs = (own: string, customers: string | null) =>
      configOf(smallHall({ classes: vip(own), customers })).classes[1]?.needsCustomer;
    expect(needs('', null)).toBe(false);
    expect(needs('', 'customers.csv')).toBe(false);
    expect(needs(', needsCustomer: true', 'customers.csv')).toBe(true);
  });

  it('anchors may save writing', () => {
    const hours = `
  weekly: { mon: &day "08:30-18:30", tue: *day, wed: *day, thu: *day, fri: *day, sat: *day, sun: *day }`;
    expect(configOf(smallHall({ hours })).hours.weekly.sun).toEqual({ from: '08:30', to: '18:30' });
  });
});

import { describe, expect, it } from 'vitest';
import type { InTheWay } from '#core/refusals.ts';
import { enforcedRules } from '#core/rules.ts';
import { counterStates, ticketStates } from '#core/vocabulary.ts';
import { hallRules } from '#protocol/words/hall-rules.ts';
import { refusalWords, type RefusalFacts } from '#protocol/words/refusals.ts';
import { unavailableText } from '#protocol/words/unavailable.ts';
import { tongtai } from '../../projections/tongtai.ts';
import { expectSayable, lengthZh, wordsEn } from './say-nothing-rude.ts';

const atMs = Date.parse('2026-03-02T10:24:00+08:00');
const facts = (command: string | null, extra: Partial<RefusalFacts> = {}): RefusalFacts => ({
  config: tongtai(),
  command,
  nowMs: atMs,
  ...extra,
});

const allFacts: InTheWay = {
  counter: '6',
  ticket: '1-ab',
  number: 'A028',
  badge: '1002',
  count: 3,
  seconds: 20,
  atMs,
};
const facets: readonly InTheWay[] = [
  {},
  allFacts,
  { count: 1 },
  { count: 1, numbers: ['A028'] },
  { count: 13, numbers: ['A028', 'B101'], counter: '6' },
  { count: 1200 },
  { counter: '12' },
  { number: 'A028' },
  { badge: 'not-on-the-list' },
  { seconds: 1 },
];
const commands = [
  null,
  'call',
  'recall',
  'start',
  'finish',
  'no-show',
  'transfer',
  'park',
  'pause',
];
const more = ['resume', 'handover', 'close', 'issue-ticket', 'rate-ticket', 'open', 'set-intake'];

describe('refusals in words', () => {
  it.each(enforcedRules)('[%s] is told in both languages, whole and courteous', (rule) => {
    expectSayable(hallRules[rule]);
    for (const by of facets) {
      for (const command of [...commands, ...more]) {
        for (const config of [tongtai(), null]) {
          const { title, detail, short } = refusalWords(rule, by, facts(command, { config }));
          expectSayable(title);
          expectSayable(detail);
          expectSayable(short);
          expect(lengthZh(short.zh), short.zh).toBeLessThanOrEqual(6);
          expect(wordsEn(short.en), short.en).toBeLessThanOrEqual(3);
        }
      }
    }
  });

  it('[not-possible-now] every act has its words in every state of a counter and a ticket', () => {
    for (const command of [...commands, ...more]) {
      for (const state of counterStates) {
        const { detail, short } = refusalWords(
          'not-possible-now',
          { counter: '3', state },
          facts(command),
        );
        expectSayable(detail);
        expect(lengthZh(short.zh), short.zh).toBeLessThanOrEqual(6);
        expect(wordsEn(short.en), short.en).toBeLessThanOrEqual(3);
      }
      for (const state of [...ticketStates, 'not-moved']) {
        const by = { ticket: '1-ab', number: 'A028', state };
        const { detail, short } = refusalWords('not-possible-now', by, facts(command));
        expectSayable(detail);
        expect(detail.zh).toContain('A028');
        expect(lengthZh(short.zh), short.zh).toBeLessThanOrEqual(6);
        expect(wordsEn(short.en), short.en).toBeLessThanOrEqual(3);
      }
    }
  });

  it('[not-possible-now] speaks of what was asked, not of a counter that has no part in it', () => {
    const said = (command: string, by: object) =>
      refusalWords('not-possible-now', by, facts(command)).detail.en;
    for (const state of ['closed', 'serving-out']) {
      expect(said('set-intake', { state })).toMatch(/^No numbers are given at this hour/);
    }
    expect(said('relieve-handover', { counter: '3', state: 'idle' })).toBe(
      'No handover is under way at counter 3.',
    );
    expect(said('handover', { counter: '3', state: 'handover-queued' })).toMatch(
      /^A handover is queued here already/,
    );
  });

  it('[no-pause-while-waiting] says who waits, by the hall’s own reading', () => {
    const by = { counter: '3', count: 10 };
    expect(refusalWords('no-pause-while-waiting', by, facts('pause'))).toMatchObject({
      detail: {
        zh: '现在还不能停：有 10 位能在您这儿办。',
        en: 'Not yet: 10 people waiting can be served here.',
      },
      short: { zh: '10 人在等', en: '10 waiting' },
    });
    const covered = facts('close', { config: tongtai({ signOff: 'covered' }) });
    expect(refusalWords('no-pause-while-waiting', { count: 3 }, covered).detail).toEqual({
      zh: '还有 3 位在等，只有您这儿能办。办完就可以下班。',
      en: '3 people are waiting whom only you can serve. After them you are free to go.',
    });
    expect(refusalWords('no-pause-while-waiting', { count: 3 }, facts('close')).detail.zh).toBe(
      '还有 3 位在等，能在您这儿办。办完就可以下班。',
    );
    expect(refusalWords('no-pause-while-waiting', { count: 1 }, facts('handover')).detail.en).toBe(
      'Not yet: only you can serve 1 person waiting.',
    );
  });

  it('[one-handover-at-a-time] says who is before and offers to queue', () => {
    const { detail } = refusalWords('one-handover-at-a-time', { counter: '6' }, facts('handover'));
    expect(detail).toEqual({
      zh: '6 号正在交接，轮到您时会接着开始。要排上吗？',
      en: 'Counter 6 is handing over. Shall we put you next?',
    });
    const timed = refusalWords(
      'one-handover-at-a-time',
      { counter: '6', seconds: 110 },
      facts('handover'),
    );
    expect(timed.detail.zh).toBe('6 号正在交接，约 2 分钟后轮到您时会接着开始。要排上吗？');
  });

  it('[quota-reached] says when numbers start again', () => {
    const tomorrow = { nextOpensAtMs: Date.parse('2026-03-03T08:30:00+08:00') };
    expect(unavailableText('quota-reached', { count: 40 }, facts(null, tomorrow))).toEqual({
      zh: '今天的 40 个号取完了，明天 08:30 再开始。',
      en: 'All 40 numbers of today are gone. They start again tomorrow at 08:30.',
    });
    const later = { nextOpensAtMs: Date.parse('2026-10-02T09:00:00+08:00') };
    expect(unavailableText('outside-hours', {}, facts(null, later)).en).toBe(
      'We are not open now. Numbers start on 2 October at 09:00.',
    );
  });

  it('[outside-hours] a clerk hears from when the seat can be taken, a customer when numbers start', () => {
    const early = { atMs: Date.parse('2026-03-02T07:30:00+08:00') };
    expect(refusalWords('outside-hours', early, facts('open')).detail.zh).toBe(
      '07:30 起可以坐上窗口。',
    );
    const opens = { nextOpensAtMs: Date.parse('2026-03-02T18:30:00+08:00') };
    expect(refusalWords('outside-hours', {}, facts('issue-ticket', opens)).detail.zh).toBe(
      '现在还没开门，18:30 开始取号。',
    );
  });

  it('[stay-until-relieved] calls the relief by name', () => {
    const { detail } = refusalWords('stay-until-relieved', { badge: '1004' }, facts('close'));
    expect(detail.zh).toBe('陈刚到岗签上名，您就可以离开。');
  });

  it('[settings-in-use] names the numbers that are not finished as far as they are told', () => {
    const told = (by: InTheWay) => refusalWords('settings-in-use', by, facts('configure')).detail;
    expect(told({ counter: '6', count: 3 })).toEqual({
      zh: '专等 6 号窗口的，还有 3 位没办完。',
      en: 'Kept for counter 6, 3 still to be served.',
    });
    expect(told({ counter: '6', count: 2, numbers: ['A028', 'B101'] })).toEqual({
      zh: '专等 6 号窗口的，还有 2 位没办完：A028、B101。',
      en: 'Kept for counter 6, 2 still to be served: A028, B101.',
    });
    expect(told({ service: 'gone', count: 13, numbers: ['A028'] })).toEqual({
      zh: '“gone”还有 13 位没办完：A028……。',
      en: 'gone: 13 still to be served: A028 ….',
    });
  });
});

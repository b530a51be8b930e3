import { describe, expect, it } from 'vitest';
import type { Why } from '#core/disciplines/why.ts';
import type { SignPosted } from '#core/events.ts';
import type { Refusal } from '#core/refusals.ts';
import { languages } from '#core/vocabulary.ts';
import { problemStatus, type ProblemCode } from '#protocol/problem.ts';
import { actLabels, alertWords, type Alert } from '#protocol/words/alerts.ts';
import { callText } from '#protocol/words/calls.ts';
import { discourteousIn } from '#protocol/words/courteous.ts';
import { coveredBy, nobodyWaits, noRelief } from '#protocol/words/keys.ts';
import { closingNotice, intakeHeldNotice, servingOutNotice } from '#protocol/words/notices.ts';
import {
  problemOf,
  problemOfRefusal,
  problemOfUnknown,
  problemTitles,
} from '#protocol/words/problems.ts';
import { reminderText, type Reminder } from '#protocol/words/reminders.ts';
import { sayMissing, sayText, type Moment } from '#protocol/words/say.ts';
import { signText } from '#protocol/words/signs.ts';
import { wayOutLabels } from '#protocol/words/way-outs.ts';
import { whyText } from '#protocol/words/why.ts';
import { tongtai } from '../../projections/tongtai.ts';
import { expectSayable, lengthZh, wordsEn } from './say-nothing-rude.ts';

const nowMs = Date.parse('2026-03-02T10:24:00+08:00');
const zone = 'Asia/Shanghai';
const payment = { zh: '缴费', en: 'Payments' };

describe('announcements', () => {
  it('call, recall and redirect as visual direction 8 words them', () => {
    expect(callText({ kind: 'call', number: 'A028', counter: '5' })).toEqual({
      zh: '请 A028 到 5 号窗口。',
      en: 'A028, please come to counter 5.',
    });
    expect(callText({ kind: 'recall', number: 'A028', counter: '5' })).toEqual({
      zh: '再请 A028 到 5 号窗口。',
      en: 'Once more, A028, counter 5 please.',
    });
    expect(callText({ kind: 'redirect', number: 'A028', counter: '2' })).toEqual({
      zh: 'A028，请改到 2 号窗口，您的先后不变。',
      en: 'A028, please go to counter 2 instead. You keep your place.',
    });
  });

  it('[right-counter] a redirect never promises a place that it does not keep', () => {
    const back = callText({ kind: 'redirect', number: 'A028', counter: '2', keepsPlace: false });
    expect(back.zh).not.toContain('先后');
    expect(back.en).not.toContain('place');
    expectSayable(
      callText({ kind: 'redirect', number: 'A028', counter: null, serviceName: payment }),
    );
  });
});

describe('signs', () => {
  const sign = (
    kind: SignPosted['kind'],
    redirectTo: string[],
    untilMs: number | null,
  ): SignPosted => ({
    kind,
    reason: '家里急事',
    untilMs,
    redirectTo,
  });

  it('[apologise-when-away] every sign apologises once, and none tells the clerk’s reason', () => {
    for (const kind of ['paused', 'absent', 'handover'] as const) {
      for (const ways of [[], ['2'], ['2', '5'], ['2', '5', '7', '8']]) {
        for (const until of [null, nowMs + 16 * 60_000, nowMs - 1]) {
          const said = signText(sign(kind, ways, until), nowMs, zone);
          expectSayable(said);
          expect(said.zh.match(/对不起/gu)).toHaveLength(1);
          expect(said.en.match(/sorry/giu)).toHaveLength(1);
          expect(said.zh).not.toContain('家里急事');
        }
      }
    }
  });

  it('[pause-sign] says where to go and when it opens again', () => {
    expect(signText(sign('paused', ['2', '5'], null), nowMs, zone)).toEqual({
      zh: '这个窗口先停一停，请到 2 号或 5 号。让您多走几步，对不起。',
      en: 'This counter is pausing. Please use 2 or 5. Sorry for the extra steps.',
    });
    expect(signText(sign('absent', [], nowMs + 16 * 60_000), nowMs, zone)).toEqual({
      zh: '我临时离开一下，10:40 前回来。让您多等了，对不起。',
      en: 'I have to step away and will be back by 10:40. I am sorry to keep you.',
    });
    expect(signText(sign('handover', ['2'], nowMs + 3 * 60_000), nowMs, zone).zh).toBe(
      '正在换班，大约 3 分钟。急的话请到 2 号。让您稍等，对不起。',
    );
  });
});

describe('why', () => {
  const config = tongtai();
  const bys: readonly Why['by'][] = [
    'fifo',
    'strict',
    'ratio',
    'aging',
    'promise',
    'profile',
    'prefers',
    'backup',
    'max-wait',
    'max-consecutive-priority',
    'named',
    'only-one',
  ];
  const keys: readonly Why['key'][] = [
    'rank',
    'queue-time',
    'credit',
    'weighted-wait',
    'deadline',
    'rule',
    'list-order',
    'front',
    'sequence',
    'named',
  ];

  it('every mechanism and key has its words', () => {
    for (const by of bys) {
      for (const key of keys) {
        for (const each of config.classes) {
          for (const longest of [true, false]) {
            expectSayable(whyText({ by, key, values: {} }, { config, class: each.id, longest }));
          }
        }
      }
    }
  });

  it('[vip-first] [special-needs-first] a rank is told by the class’s own name', () => {
    const rank: Why = { by: 'strict', key: 'rank', values: {} };
    expect(whyText(rank, { config, class: 'vip' }).zh).toBe('贵宾先办');
    expect(whyText(rank, { config, class: 'special' }).zh).toBe('爱心优先');
    expect(whyText(rank, { config, class: 'ordinary' }).zh).toBe('按取号先后');
    const time: Why = { by: 'strict', key: 'queue-time', values: {} };
    expect(whyText(time, { config, class: 'ordinary', longest: true }).zh).toBe('等得最久');
    expect(
      whyText({ by: 'strict', key: 'front', values: {} }, { config, class: 'ordinary' }).zh,
    ).toBe('材料补齐了，先办');
  });
});

describe('what one could say', () => {
  const moments: readonly Moment[] = [
    { kind: 'closed' },
    { kind: 'nobody-waits' },
    { kind: 'next', serviceName: payment },
    { kind: 'calling', number: 'A028', calls: 1 },
    { kind: 'calling', number: 'A028', calls: 2 },
    ...(['ordinary', 'special-needs', 'vip'] as const).flatMap((guest) =>
      [true, false].flatMap((flag): Moment[] => [
        { kind: 'serving', serviceName: payment, guest, cameBack: flag, overPromise: !flag },
        { kind: 'serving', serviceName: payment, guest, cameBack: false, overPromise: false },
      ]),
    ),
    { kind: 'finished', mayRate: true },
    { kind: 'finished', mayRate: false },
    { kind: 'paused' },
    { kind: 'absent', until: '10:40' },
    { kind: 'absent', until: null },
    { kind: 'handover', ways: ['2', '5'] },
    { kind: 'handover', ways: [] },
    { kind: 'closing', closes: '18:30' },
    { kind: 'serving-out' },
  ];

  it('[courteous-words] every moment has a sentence, quoted', () => {
    for (const moment of moments) {
      const said = sayText(moment);
      expectSayable(said);
      expect(said.zh).toMatch(/^“.+”$/u);
      expect(said.en).toMatch(/^“.+”$/u);
    }
  });

  it('[one-notice-of-missing-papers] what is missing is told once and completely', () => {
    expect(sayMissing(['户主身份证', '委托书'])).toEqual({
      zh: '“还差两样，一次告诉您：户主身份证、委托书。带来直接找我，不用再排。”',
      en: '“Two things are missing, and only these: 户主身份证, 委托书. Bring them straight to me.”',
    });
    expect(sayMissing(['ID card']).en).toBe(
      '“One thing is missing, and only this: ID card. Bring it straight to me.”',
    );
  });
});

describe('reminders, alerts, notices', () => {
  const reminders: readonly Reminder[] = [
    { kind: 'closing', closes: '18:30', minutes: 15 },
    { kind: 'serving-out', waiting: 1 },
    { kind: 'sign-off' },
    { kind: 'vip-arrival', number: 'V004', className: { zh: '贵宾', en: 'VIP' } },
    { kind: 'special-needs', number: 'A029', need: null },
    { kind: 'handover-long', minutes: 12 },
    { kind: 'handover-next', before: '6' },
    { kind: 'handover-next', before: null },
    { kind: 'absence-over', until: '10:40' },
    { kind: 'answers-owed', count: 1, overdue: 0 },
    { kind: 'answers-owed', count: 2, overdue: 0 },
    { kind: 'answers-owed', count: 2, overdue: 1 },
    { kind: 'answers-owed', count: 4, overdue: 3 },
    { kind: 'promise', number: 'A028', leftSeconds: 115 },
    { kind: 'promise', number: 'A028', leftSeconds: -36 },
  ];
  const alerts: readonly Alert[] = [
    ...[['C015'], ['C015', 'C016', 'C017', 'C018']].flatMap((numbers) =>
      [[], ['2'], ['2', '5']].flatMap((ways): Alert[] => [
        {
          kind: 'promise-broken',
          numbers,
          serviceName: payment,
          overSeconds: 36,
          able: ways,
          resting: ways,
        },
        { kind: 'promise-near', numbers, serviceName: payment, leftSeconds: 90, resting: ways },
      ]),
    ),
    {
      kind: 'open-a-counter',
      serviceName: payment,
      waitSeconds: 900,
      promiseMinutes: 10,
      closed: ['5'],
      resting: [],
    },
    {
      kind: 'open-a-counter',
      serviceName: payment,
      waitSeconds: 900,
      promiseMinutes: 10,
      closed: [],
      resting: ['4'],
    },
    { kind: 'nobody-serves', serviceName: payment, count: 1, able: [] },
    { kind: 'nobody-serves', serviceName: payment, count: 3, able: ['1', '2'] },
    { kind: 'service-long', counter: '3', number: 'A027', minutes: 14, expectedMinutes: 3 },
    {
      kind: 'vip-arrival',
      number: 'V004',
      className: { zh: '贵宾', en: 'VIP' },
      serviceName: payment,
      able: [],
    },
    {
      kind: 'vip-arrival',
      number: 'V004',
      className: { zh: '贵宾', en: 'VIP' },
      serviceName: payment,
      able: ['2'],
    },
    { kind: 'clock', behindSeconds: 75 },
    { kind: 'storage' },
    { kind: 'meeting-missing' },
    { kind: 'answers-overdue', count: 1, owners: ['Li'] },
    { kind: 'answers-overdue', count: 5, owners: ['Li', 'Wu', 'He', 'Sun'] },
  ];
  // Names and reasons are the hall's own words, in the hall's own language.
  const named: readonly Alert[] = [
    {
      kind: 'absence-long',
      counter: '6',
      clerk: 'Ho',
      minutes: 11,
      until: '10:40',
      reason: 'family',
    },
    { kind: 'pause-long', counter: '4', clerk: null, minutes: 11, until: null, reason: '' },
    { kind: 'handover-long', counter: '3', minutes: 12, from: 'Li', to: 'Chen' },
    { kind: 'device-pending', name: 'Kiosk 1', code: '4821' },
    { kind: 'device-offline', name: 'Kiosk 1', since: '10:02' },
    { kind: 'device-offline', name: 'Kiosk 1', since: null },
    { kind: 'sound-blocked', name: 'Lobby' },
    { kind: 'seat-open-after-closing', counter: '3', clerk: 'Li' },
  ];

  it('[courteous-words] each is whole and courteous', () => {
    for (const reminder of reminders) expectSayable(reminderText(reminder));
    expectSayable(reminderText({ kind: 'special-needs', number: 'A029', need: 'elder' }));
    expectSayable(reminderText({ kind: 'handover-asked', from: 'Li', counter: '3' }));
    for (const alert of [...alerts, ...named]) {
      const { title, detail } = alertWords(alert);
      expectSayable(title);
      expectSayable(detail);
    }
    for (const label of [
      actLabels.moveTo('2', 'C015'),
      actLabels.resume('4'),
      actLabels.release('3'),
      actLabels.cancelHandover('3'),
      actLabels.approve('Kiosk 1'),
      closingNotice('18:30'),
      servingOutNotice(0),
      servingOutNotice(9),
    ]) {
      expectSayable(label);
    }
    expect(intakeHeldNotice('停电').zh).toBe('现在先停一会儿取号：停电。已经取到的号都有效。');
  });
});

describe('problems', () => {
  it('every code and every way out has its words', () => {
    for (const code of Object.keys(problemStatus) as ProblemCode[]) {
      expectSayable(problemTitles[code]);
      for (const language of languages) {
        expect(problemOf(code, language)).toMatchObject({ code, status: problemStatus[code] });
      }
    }
    Object.values(wayOutLabels).forEach(expectSayable);
  });

  it('a refusal is told in the asker’s language with labelled ways out', () => {
    const refusal: Refusal = {
      kind: 'refused',
      rule: 'no-pause-while-waiting',
      rules: ['no-pause-while-waiting'],
      by: { counter: '3', count: 10 },
      waysOut: [
        { command: 'pause', args: { counter: '3', kind: 'absence' }, label: 'absence' },
        { command: 'override', label: 'supervisor-pass' },
      ],
      overridable: true,
    };
    const problem = problemOfRefusal(refusal, { config: tongtai(), command: 'pause', nowMs }, 'zh');
    expect(problem).toMatchObject({
      status: 409,
      code: 'refused',
      rule: 'no-pause-while-waiting',
      title: '有顾客在等，不暂停、不离岗',
      detail: '现在还不能停：有 10 位能在您这儿办。',
      overridable: true,
    });
    expect(problem.waysOut?.map((way) => way.label)).toEqual(['有急事，必须离开', '请主管放行']);
  });

  it('[privacy] an unknown ticket is not repeated', () => {
    const problem = problemOfUnknown({ kind: 'unknown', what: 'ticket', id: '1-secret' }, 'en');
    expect(JSON.stringify(problem)).not.toContain('secret');
    expect(problemOfUnknown({ kind: 'unknown', what: 'counter', id: '9' }, 'zh').detail).toBe(
      '这个厅里没有这个窗口 9。',
    );
  });
});

describe('keys', () => {
  it('what rests without a rule, and who covers, fits on a key', () => {
    const shorts = [
      nobodyWaits.short,
      noRelief.short,
      coveredBy(['2', '5', '7']),
      coveredBy(['2']),
    ];
    for (const short of shorts) {
      expectSayable(short);
      expect(lengthZh(short.zh), short.zh).toBeLessThanOrEqual(6);
      expect(wordsEn(short.en), short.en).toBeLessThanOrEqual(3);
    }
    expectSayable(nobodyWaits.detail);
    expectSayable(noRelief.detail);
  });
});

describe('courteous words', () => {
  it('[courteous-words] finds what is never said', () => {
    expect(discourteousIn('请勿喧哗！', 'zh')).toEqual(['！', '请勿']);
    expect(discourteousIn('系统错误，你等着吧', 'zh').length).toBeGreaterThanOrEqual(2);
    expect(discourteousIn('Do not lean on the counter!', 'en')).toEqual(['!', 'Do not']);
    expect(discourteousIn('您好，请坐。', 'zh')).toEqual([]);
  });
});

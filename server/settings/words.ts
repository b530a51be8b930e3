import type { EffectReason } from '#core/rules/configure-effects.ts';
import type { Text } from '#core/vocabulary.ts';
import { text } from '#protocol/words/text.ts';

/** When a change is felt, in words. */
export const effectWords: Readonly<Record<EffectReason, Text>> = {
  screens: text('大屏和门口马上换', 'on the screens at once'),
  hours: text('马上按新的时间', 'by the new hours at once'),
  reminder: text('从下一次提醒起', 'from the next reminder on'),
  'next-number': text('从下一个号起', 'from the next number on'),
  'next-call': text('从下一次叫号起', 'from the next call on'),
  'next-act': text('从下一步操作起', 'from the next step on'),
  'next-sign-in': text('马上生效，在岗的同事不受影响', 'at once; whoever is at a counter stays'),
  'next-paper': text('从下一张小票起', 'from the next ticket on paper'),
  'next-announcement': text('从下一次语音起', 'from the next announcement on'),
  'next-account': text('从下一次统计起', 'from the next report on'),
  'day-counted': text(
    '今天已经按原来的记，换要从下一个营业日起',
    'today is counted by the old one',
  ),
};

/** What saving does beside the changes, in sentences. */
export const consequenceWords = {
  atOnce: text('马上', 'at once'),
  then: text('到时', 'then'),
  planStays: text(
    '已经排好的那一份还在，也带上这次改动。',
    'What is planned for the next business day stays, with this change in it.',
  ),
  planGoes: text('现在排好的那一份，由这一份代替。', 'It takes the place of what is planned now.'),
  turnsAnew: text('各类别轮流的次序从头算。', 'The turns between the classes begin anew.'),
  /** @param services what it serves again; null: everything */
  lendingEnds: (counter: string, services: readonly Text[] | null): Text => {
    const zh = services === null ? '全部' : services.map((each) => each.zh).join('、');
    const en = services === null ? 'everything' : services.map((each) => each.en).join(', ');
    return text(
      `借出的 ${counter} 号窗口回到本来的业务：${zh}。`,
      `Counter ${counter}, lent for today, serves its own again: ${en}.`,
    );
  },
  otherEnd: (until: string, was: string): Text =>
    text(
      `今天改到 ${until} 停止取号，原来是 ${was}。`,
      `Today numbers are given until ${until} instead of ${was}.`,
    ),
  leaves: (name: string, badge: string, when: Text): Text =>
    text(
      `${name}（${badge}）的密码和登录${when.zh}失效。`,
      `Pin and sign-ins of ${name} (${badge}) end ${when.en}.`,
    ),
} as const;

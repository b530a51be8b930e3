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

import type { RuleId } from '#core/rules.ts';
import type { Text } from '#core/vocabulary.ts';
import { text } from './text.ts';

/** Rules that the hall keeps by itself; should one ever be in the way, this is what it says. */
export const houseRules = {
  'vip-first': {
    detail: text(
      '有贵宾在等，请先办这一位。',
      'A VIP customer is waiting; please serve them first.',
    ),
    short: text('贵宾先办', 'VIP first'),
  },
  'special-needs-first': {
    detail: text(
      '有需要照顾的顾客在等，请先办这一位。',
      'A customer with special needs is waiting; please serve them first.',
    ),
    short: text('爱心优先', 'Needs first'),
  },
  'ten-minute-promise': {
    detail: text(
      '有一位快到承诺时间了，请先办。',
      'One promise is nearly due; please serve it first.',
    ),
    short: text('快到承诺', 'Promise near'),
  },
  'disperse-the-crowd': {
    detail: text('等的人多，请多开一个窗口。', 'The line is long; please open another counter.'),
    short: text('多开窗口', 'Open another'),
  },
  'pause-sign': {
    detail: text('窗口停办时牌子一直挂着。', 'While the counter pauses its sign stays out.'),
    short: text('先挂牌', 'Sign first'),
  },
  privacy: {
    detail: text('这些资料只给经办的同事看。', 'These details are for the colleague who serves.'),
    short: text('不外传', 'Kept private'),
  },
  'hours-on-the-door': {
    detail: text('请写明每天的营业时间。', 'Please state the hours of every day.'),
    short: text('写明时间', 'Hours, please'),
  },
  'ten-minutes-early': {
    detail: text('开门前 10 分钟请到岗。', 'Please be at your post ten minutes before opening.'),
    short: text('提前到岗', 'Ten minutes early'),
  },
  'closing-reminder': {
    detail: text('停止取号前会先提醒大家。', 'Everyone is reminded before numbers stop.'),
    short: text('先提醒', 'Remind first'),
  },
  satisfaction: {
    detail: text(
      '办完后请顾客评一评，不评也没关系。',
      'Ask for a rating afterwards; skipping is fine.',
    ),
    short: text('请评一评', 'Ask rating'),
  },
  'honest-statistics': {
    detail: text('记下的数字保持原样。', 'What was recorded stays as it is.'),
    short: text('如实记录', 'As recorded'),
  },
} as const satisfies Partial<Record<RuleId, { detail: Text; short: Text }>>;

import type { QualityItem } from '#core/quality.ts';
import type { Text } from '#core/vocabulary.ts';
import { text } from './text.ts';

/** What a quality sheet deducts points for, and how the journal shows it. */
export const qualityWords: Readonly<Record<QualityItem, { name: Text; meaning: Text }>> = {
  'promise-broken': {
    name: text('超出承诺时间', 'Promise broken'),
    meaning: text(
      '从取号到办结超过承诺时间。等得比办得久，算厅里的；办得比等得久，也算办理时间最长的那位。',
      'From the number to the finish took longer than promised. Where waiting was the longer part it is the hall’s; where service was, it is also the clerk’s who served longest.',
    ),
  },
  'left-waiting': {
    name: text('有人在等，停办或离开', 'Left while customers waited'),
    meaning: text(
      '有顾客在等，经主管放行暂停、交接或下班。被拒绝、没放行的不算，也不留记录。',
      'A pause, handover or sign-off that a supervisor let pass while customers waited. What was refused did not happen and leaves no record.',
    ),
  },
  'closed-early': {
    name: text('提前停止取号', 'Numbers stopped early'),
    meaning: text(
      '没到关门时间，经主管放行停止取号。',
      'Numbers were stopped before closing time, let pass by a supervisor.',
    ),
  },
  'early-no-show': {
    name: text('没叫够就记未到', 'No-show too soon'),
    meaning: text(
      '叫号次数或等的时间没够，经主管放行记作未到。',
      'Marked as a no-show before the calls or the time were enough, let pass by a supervisor.',
    ),
  },
  overridden: {
    name: text('其他放行', 'Other overrides'),
    meaning: text(
      '主管放行的其他规定，写明是哪一条。',
      'Any other rule that a supervisor let pass; the line names it.',
    ),
  },
  'absence-over': {
    name: text('离岗超时', 'Away longer than said'),
    meaning: text(
      '牌子上写的时间过了一分钟还没回来。',
      'Not back a minute after the time on the sign.',
    ),
  },
  'late-sign-in': {
    name: text('到岗晚了', 'Signed in late'),
    meaning: text(
      '班次开始前 10 分钟还没到岗。没排班的日子按开门前 10 分钟算，开门后来接班的不算。',
      'Not at the post ten minutes before the shift. On days without a roster, before opening; who comes later to relieve a colleague is not late then.',
    ),
  },
  'shift-missed': {
    name: text('缺岗', 'Shift missed'),
    meaning: text(
      '排了班没来，也没有批准的假。算答应顶这个班的人；主管可以写明由谁负责。',
      'Nobody came for a published shift, and no leave was approved. It is whose shift it was, unless a supervisor named who answers for it.',
    ),
  },
  'seat-left': {
    name: text('离开没签退', 'Seat left behind'),
    meaning: text(
      '营业时间里窗口没人签退，由主管释放，交接中断也算。',
      'A supervisor had to free the seat during business hours, also in the middle of a handover.',
    ),
  },
  'late-handover': {
    name: text('交接超时', 'Handover took long'),
    meaning: text(
      '交接超过规定的分钟数，别的窗口跟着等。',
      'A handover took longer than the hall allows, and the next one had to wait.',
    ),
  },
  'no-handover-record': {
    name: text('没有交接记录', 'No handover record'),
    meaning: text(
      '换了人没走交接，或者记录是空的。',
      'The seat changed hands without a handover, or its record says nothing.',
    ),
  },
  'follow-up-overdue': {
    name: text('答复过期', 'Answer overdue'),
    meaning: text(
      '到了该答复的那天，关门时还没答复。算当时负责的人。',
      'Still open when the hall closed on the day it was due; it is whose it was then.',
    ),
  },
  dissatisfied: {
    name: text('顾客不满意', 'Dissatisfied customer'),
    meaning: text('顾客评了不满意。', 'A customer rated the service as dissatisfied.'),
  },
  'no-meeting': {
    name: text('没记班前会', 'No pre-shift meeting'),
    meaning: text(
      '开门时还没有当天的班前会记录。',
      'No meeting of the day had been recorded when the hall opened.',
    ),
  },
};

/** Whose part a broken promise was. */
export const partWords = {
  waiting: text('等得更久：厅里的', 'Waiting took longer: the hall’s'),
  service: text('办得更久：窗口的', 'Service took longer: the counter’s'),
} satisfies Readonly<Record<string, Text>>;

export const remarkWords = {
  inspection: text('检查说明', 'Inspection note'),
  objection: text('申诉', 'Objection'),
} satisfies Readonly<Record<string, Text>>;

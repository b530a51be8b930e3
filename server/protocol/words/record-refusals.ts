import type { InTheWay } from '#core/refusals.ts';
import { nameOf } from './refusal-phrases.ts';
import type { RefusalFacts } from './refusals.ts';
import { text } from './text.ts';

/** Refusals about follow-ups, meetings and quality sheets. */
export function recordRefusal(
  rule: 'first-asked' | 'pre-shift-meeting' | 'quality-score',
  by: InTheWay,
  facts: RefusalFacts,
) {
  const name = nameOf(by, facts);
  switch (rule) {
    case 'first-asked':
      if (by.count !== undefined) {
        return {
          detail: text(
            `还有 ${String(by.count)} 件事没答复，请先答复几件，再记新的。`,
            `${String(by.count)} matters are still open. Please answer some before adding more.`,
          ),
          short: text('没答复的太多', 'Too many open'),
        };
      }
      if (by.state === 'due-past') {
        return {
          detail: text('答复的日子不能早于今天。', 'The day of the answer cannot lie in the past.'),
          short: text('日子已过', 'Day has passed'),
        };
      }
      return {
        detail: text(
          `这件事由${name ?? '同事'}跟到底，本人或值班主管才能改。`,
          `${name ?? 'A colleague'} sees this through; only they or a supervisor may change it.`,
        ),
        short: text('首问负责', 'First asked'),
      };
    case 'pre-shift-meeting':
      if (by.state === 'nobody') {
        return {
          detail: text('请勾上到会的人。', 'Please tick who attended.'),
          short: text('勾到会的人', 'Who attended?'),
        };
      }
      if (by.count !== undefined) {
        return {
          detail: text(
            `今天已经记了 ${String(by.count)} 次班前会。`,
            `${String(by.count)} meetings have been recorded today already.`,
          ),
          short: text('今天记够了', 'Enough today'),
        };
      }
      return {
        detail: text(
          '名单上没有您，请当面跟记录的人说，重记一份。',
          'You are not on its list. Please tell whoever held it, so that it is recorded again.',
        ),
        short: text('名单上没有', 'Not listed'),
      };
    case 'quality-score':
      if (by.state === 'month-closed') {
        return {
          detail: text(
            '这个月的评分表已经过了能附说明的时候，只能看。',
            'Remarks are taken for this month and the last; older sheets can only be read.',
          ),
          short: text('过了时候', 'Month is over'),
        };
      }
      return {
        detail: text(
          '申诉由本人写，检查说明由值班主管写；分数谁都改不了。',
          'Objections are one’s own, inspection notes a supervisor’s; nobody changes the points.',
        ),
        short: text('不能代写', 'Not yours'),
      };
  }
}

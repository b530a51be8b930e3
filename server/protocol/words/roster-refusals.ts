import type { InTheWay } from '#core/refusals.ts';
import type { Text } from '#core/vocabulary.ts';
import { count, nameOf } from './refusal-phrases.ts';
import type { RefusalFacts } from './refusals.ts';
import { text } from './text.ts';

/** Refusals about shifts, swaps and leave, in words. */

interface Worded {
  readonly detail: Text;
  readonly short: Text;
}

/** The clauses of `swap-limits`; `by.state` says which. */
export function swapWords(by: InTheWay, facts: RefusalFacts): Worded {
  const name = nameOf(by, facts);
  const zh = name ?? '这位同事';
  const en = name ?? 'This colleague';
  const on = dayWords(by);
  switch (by.state) {
    case 'swap-agree':
      return {
        detail: text(
          `换班要双方同意：还等${zh}答复。`,
          `Both have to agree: ${name ?? 'the colleague'} has not answered yet.`,
        ),
        short: text('对方还没同意', 'Not agreed yet'),
      };
    case 'swap-own':
      return {
        detail: text(
          '自己的换班请另一位主管批。',
          'Your own swap is for another supervisor to approve.',
        ),
        short: text('请别人批', 'Another approves'),
      };
    case 'swap-month':
      return {
        detail: text(
          `${zh}这个月已经换过 ${count(by, 3)} 次班，每人每月最多 3 次。`,
          `${en} has swapped ${count(by, 3)} times this month; three are the most.`,
        ),
        short: text('本月换满了', 'Three already'),
      };
    case 'swap-consecutive':
      return {
        detail: text(
          `${zh}${on.zh}的班就是换来的，不能接连换班。中间隔一个自己的班再换。`,
          `${possessive(en)} shift${on.en} came by a swap; swaps may not follow each other. Leave one shift of the usual plan between.`,
        ),
        short: text('不能接连换', 'Not in a row'),
      };
    case 'swap-double':
      return {
        detail: text(
          `${zh}${on.zh}已经有班，换过来就成了连班。`,
          `${en} already works${on.en}; the swap would make a double shift.`,
        ),
        short: text('成连班了', 'Double shift'),
      };
    case 'swap-holiday':
      return {
        detail: text(
          `${on.zh === '' ? '这一天' : on.zh.trim()}是节假日，节假日不换班。`,
          `Nobody swaps on a holiday${on.en === '' ? '' : `, and it is one${on.en}`}.`,
        ),
        short: text('节假日不换', 'A holiday'),
      };
    case 'swap-leave':
      return {
        detail: text(`${zh}${on.zh}请了假，换不了。`, `${en} is on leave${on.en}.`),
        short: text('那天请假', 'On leave'),
      };
    case 'leave-swapped':
      return {
        detail: text(
          `${zh}${on.zh}是换班或还班，不能请假。`,
          `${possessive(en)} shift${on.en} is swapped or returned; no leave on it.`,
        ),
        short: text('换班不请假', 'Swapped shift'),
      };
    case 'swap-answerable':
      return {
        detail: text(
          '空岗由换班的两位之一负责，请在两人中选。',
          'One of the two who swapped answers for the empty seat.',
        ),
        short: text('两人选一', 'One of two'),
      };
    default:
      return {
        detail: text(
          '换班要双方同意、写明、主管批准，每人每月最多 3 次，不接连换，不成连班，节假日不换。',
          'A swap is agreed by both, written down and approved: three a month, none in a row, no double shifts, none on holidays.',
        ),
        short: text('换班有规定', 'Swap limits'),
      };
  }
}

/** `not-possible-now` about the roster, or null where it is about something else. */
export function rosterWords(by: InTheWay, facts: RefusalFacts): Worded | null {
  const name = nameOf(by, facts);
  const zh = name ?? '这位同事';
  const en = name ?? 'This colleague';
  const on = dayWords(by);
  switch (by.state) {
    case 'shift-kind':
      return {
        detail: text(
          '每种班次要有不同的代号，下班时间要晚于上班时间。',
          'Every kind of shift needs an id of its own, and an end after its beginning.',
        ),
        short: text('时间不对', 'Check times'),
      };
    case 'changed-meanwhile':
      return {
        detail: text(
          `${zh}${on.zh}的班刚被另一位主管改过。请看一眼再排。`,
          `Another manager has just changed ${possessive(en)} shift${on.en}. Please look, then plan again.`,
        ),
        short: text('刚被改过', 'Changed meanwhile'),
      };
    case 'on-leave':
      return {
        detail: text(`${zh}${on.zh}请假了。`, `${en} is on leave${on.en}.`),
        short: text('那天请假', 'On leave'),
      };
    case 'day-over':
      return {
        detail: text('过去的日子不再改。', 'Days that are over stay as they were.'),
        short: text('已经过去', 'Day is over'),
      };
    case 'too-far':
      return {
        detail: text('最多提前排两个月。', 'Shifts are planned two months ahead at most.'),
        short: text('排得太远', 'Too far ahead'),
      };
    case 'no-shift':
      return {
        detail: text(`${zh}${on.zh}没有排班。`, `${en} has no shift${on.en}.`),
        short: text('没有排班', 'No shift'),
      };
    case 'shift-changed':
      return {
        detail: text(
          `${zh}${on.zh}的班已经变了，请重新申请。`,
          `${possessive(en)} shift${on.en} is another one by now. Please ask again.`,
        ),
        short: text('班已变了', 'Shift changed'),
      };
    case 'shift-begun':
      return {
        detail: text(
          `${on.zh === '' ? '这个班' : `${on.zh.trim()}的班`}已经开始，换不了了。`,
          `The shift${on.en} has begun; it can no longer be swapped.`,
        ),
        short: text('班已开始', 'Shift began'),
      };
    case 'too-many-open':
      return {
        detail: text(
          `还有 ${count(by)} 份申请没有答复，先等一等。`,
          `${count(by)} requests still wait for an answer; please wait for those first.`,
        ),
        short: text('先等答复', 'Wait for answers'),
      };
    case 'leave-days':
      return {
        detail: text(
          '请假从今天起，最多连续 62 天，结束不早于开始。',
          'Leave begins today or later, ends after it begins, and lasts 62 days at most.',
        ),
        short: text('日期不对', 'Check dates'),
      };
    case 'not-yours':
      return {
        detail: text(`这是${zh}的申请。`, `This request is ${possessive(en)}.`),
        short: text('别人的申请', 'Not yours'),
      };
    case 'own-leave':
      return {
        detail: text('自己的请假请另一位主管批。', 'Your own leave is for another to approve.'),
        short: text('请别人批', 'Another approves'),
      };
    case 'swap-approved':
    case 'leave-approved':
      return {
        detail: text('主管已经批准了。', 'A supervisor has approved it already.'),
        short: text('已经批准', 'Approved already'),
      };
    case 'swap-refused':
    case 'swap-rejected':
    case 'leave-rejected':
      return {
        detail: text('这份申请没有被同意。', 'This request was turned down.'),
        short: text('没有同意', 'Turned down'),
      };
    case 'swap-withdrawn':
    case 'leave-withdrawn':
      return {
        detail: text('这份申请已经撤回。', 'This request was taken back.'),
        short: text('已经撤回', 'Taken back'),
      };
    case 'swap-lapsed':
      return {
        detail: text(
          '排班变了，这份申请已经作废。',
          'The roster has changed; this request no longer stands.',
        ),
        short: text('已经作废', 'Lapsed'),
      };
    default:
      return null;
  }
}

/** ` 3 月 5 日 ` / ` on 5 March`; empty where no day is known. */
function dayWords({ day }: InTheWay): Text {
  if (day === undefined) return text('', '');
  const [, month = 1, date = 1] = day.split('-').map(Number);
  return text(
    ` ${String(month)} 月 ${String(date)} 日`,
    ` on ${String(date)} ${months[month - 1] ?? ''}`,
  );
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

function possessive(name: string): string {
  return name.endsWith('s') ? `${name}’` : `${name}’s`;
}

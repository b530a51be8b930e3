import type { Refusal, Unknown } from '#core/refusals.ts';
import type { Language, Text } from '#core/vocabulary.ts';
import { problemStatus, type Problem, type ProblemCode } from '../problem.ts';
import { refusalWords, type RefusalFacts } from './refusals.ts';
import { obstacleText } from './settings-refusals.ts';
import { text } from './text.ts';
import { wayOutLabels } from './way-outs.ts';

/** Title of every problem code: what happened and, where there is one, what to do. */
export const problemTitles: Readonly<Record<ProblemCode, Text>> = {
  refused: text('现在还不到这一步', 'Not at this step yet'),
  'bad-input': text('有几处要改一改', 'A few entries need another look'),
  'not-signed-in': text('请先登录', 'Please sign in first'),
  'wrong-pin': text('工号和密码对不上，再试一次', 'Badge and pin differ; please try again'),
  'pin-to-choose': text('请先换成自己的密码', 'Please choose a pin of your own first'),
  forbidden: text('这一步请有权限的同事来做', 'This step belongs to another role'),
  unknown: text('没有找到', 'Nothing by that name here'),
  'key-reused': text('这个编号已用在另一条请求上', 'This key already belongs to another request'),
  'too-slow': text('请求没有按时发完', 'The request did not arrive in time'),
  'too-large': text('内容太长了，请分几次', 'Too long; please send less at once'),
  'unsupported-media-type': text('请用 JSON 发送', 'Please send JSON'),
  'too-many': text('按得太快了，稍等再试', 'A little too fast; please try again shortly'),
  'storage-cannot-write': text('没记下来，再按一次', 'Not recorded, press again'),
  'clock-behind': text(
    '时钟走慢了，正在等它赶上',
    'The clock is behind; we wait until it catches up',
  ),
  stopping: text('正在重新启动，马上就好', 'Restarting; back in a moment'),
  busy: text('现在有点忙，再按一次', 'Busy just now, press again'),
  internal: text(
    '这一步没做成，已经记下来查',
    'That did not work; it is noted and will be looked into',
  ),
};

const things: Readonly<Record<Unknown['what'], Text>> = {
  ticket: text('号', 'ticket'),
  counter: text('窗口', 'counter'),
  service: text('业务', 'service'),
  class: text('类别', 'class'),
  staff: text('工号', 'member of staff'),
  notice: text('公告', 'notice'),
  'follow-up': text('待答复的事', 'open matter'),
  meeting: text('班前会', 'meeting'),
  device: text('设备', 'device'),
  'shift-kind': text('班次', 'kind of shift'),
  swap: text('换班申请', 'request to swap'),
  leave: text('请假申请', 'request for leave'),
  'empty-seat': text('空岗记录', 'record of an empty seat'),
};

/** Their ids mean nothing to a reader. */
const hidden: ReadonlySet<Unknown['what']> = new Set(['ticket', 'swap', 'leave']);

/** A refusal as a door answers it: 409, in the asker's language, with the ways out. */
export function problemOfRefusal(
  refusal: Refusal,
  facts: RefusalFacts,
  language: Language,
): Problem {
  const { title, detail } = refusalWords(refusal.rule, refusal.by, facts);
  return {
    ...problemOf('refused', language),
    title: title[language],
    detail: detail[language],
    rule: refusal.rule,
    rules: refusal.rules,
    by: refusal.by,
    waysOut: refusal.waysOut.map((way) => ({ ...way, label: wayOutLabels[way.label][language] })),
    overridable: refusal.overridable,
    ...(refusal.obstacles === undefined
      ? {}
      : {
          obstacles: refusal.obstacles.map((each) => ({
            ...each,
            text: obstacleText(each.rule, each.by, facts)[language],
          })),
        }),
  };
}

/** 404. A ticket's id is a secret of its holder and is not repeated. */
export function problemOfUnknown({ what, id }: Unknown, language: Language): Problem {
  const shown = hidden.has(what) ? '' : ` ${id.slice(0, 40)}`;
  const detail = text(
    `这个厅里没有这个${things[what].zh}${shown}。`,
    `This hall has no ${shown === '' ? 'such ' : ''}${things[what].en}${shown}.`,
  );
  return { ...problemOf('unknown', language), detail: detail[language] };
}

/** The frame of any problem; `type` is the code's place in the hub's own API pages. */
export function problemOf(code: ProblemCode, language: Language): Problem {
  return {
    type: `/api/docs#problem-${code}`,
    title: problemTitles[code][language],
    status: problemStatus[code],
    code,
  };
}

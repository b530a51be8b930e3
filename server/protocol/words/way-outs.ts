import type { WayOutLabel } from '#core/refusals.ts';
import type { Text } from '#core/vocabulary.ts';
import { text } from './text.ts';

/** What the asker may do instead: the label of a button below a refusal. */
export const wayOutLabels: Readonly<Record<WayOutLabel, Text>> = {
  absence: text('有急事，必须离开', 'I have to leave'),
  'queue-handover': text('排上，轮到再交接', 'Put us next'),
  'supervisor-pass': text('请主管放行', 'Ask a supervisor to let it pass'),
  'start-first': text('先开始办理', 'Start serving first'),
  'finish-first': text('先办完这位', 'Finish this one first'),
  'resume-first': text('先恢复', 'Resume first'),
  'call-next': text('叫下一位', 'Call the next'),
  transfer: text('转给别的窗口', 'Transfer'),
  park: text('缺材料，先放一放', 'Park for missing papers'),
  recall: text('再叫一遍', 'Call again'),
  'no-show': text('记“没来”', 'Mark a no-show'),
  wait: text('稍等再按', 'Wait a little'),
  'ask-staff': text('请工作人员帮忙', 'Ask our staff'),
  'other-service': text('先取别的号', 'Take another service'),
  'use-ticket': text('看我的号', 'Show my number'),
  'release-counter': text('请主管释放窗口', 'Ask a supervisor to release it'),
  'sign-in-there': text('请接班人到岗签名', 'Have the relief sign in'),
  'cancel-handover': text('取消交接，接着办', 'Cancel the handover'),
  'withdraw-swap': text('先撤回换班申请', 'Take the request to swap back'),
  'complete-record': text('写好记录', 'Complete the record'),
};

import type { Text } from '#core/vocabulary.ts';
import type { ProblemCode } from './problem.ts';

/** What a problem is called, and what to do about it, for people (titles) and for screens. */
export const problemTitles: Readonly<Record<ProblemCode, Text>> = {
  refused: { zh: '按规定现在还不行', en: 'A rule of the hall says not now' },
  'bad-input': { zh: '有些内容需要改一改', en: 'Some of the input needs another look' },
  'not-signed-in': { zh: '请先登录', en: 'Please sign in first' },
  'wrong-pin': { zh: '工号或密码不对', en: 'Badge or pin is not right' },
  forbidden: { zh: '这一步不归您办', en: 'This is not yours to do' },
  unknown: { zh: '没有找到', en: 'Not found' },
  'key-reused': {
    zh: '这个幂等键已用于另一个请求',
    en: 'This idempotency key belongs to another request',
  },
  'too-large': { zh: '内容太长了', en: 'That is too long' },
  'unsupported-media-type': { zh: '请用 JSON 发送', en: 'Please send JSON' },
  'too-many': { zh: '太频繁了，请稍候', en: 'Too many at once; please wait a moment' },
  'storage-cannot-write': { zh: '没记下来，请再试一次', en: 'Not recorded; please try again' },
  'clock-behind': {
    zh: '时钟比最后一笔记录还早',
    en: 'The clock stands before the last record',
  },
  stopping: { zh: '正在停机，请稍后再来', en: 'The hub is stopping; please come back shortly' },
  busy: { zh: '正忙，请稍候再试', en: 'Busy; please try again shortly' },
  internal: { zh: '出了点问题，已记录', en: 'Something went wrong; it has been noted' },
};

export const problemDetails = {
  'wrong-pin': {
    zh: '请核对工号和密码后再试。',
    en: 'Please check badge and pin and try again.',
  },
  'not-signed-in': {
    zh: '需要员工登录，或用已登记的设备。',
    en: 'A staff sign-in or a paired device is needed.',
  },
  forbidden: {
    zh: '您的身份不能做这一步，需要时请找值班主管。',
    en: 'Your role does not include this. A supervisor can help.',
  },
  'device-pending': {
    zh: '这台设备还在等主管批准。',
    en: 'This device is waiting for a supervisor’s approval.',
  },
  'override-role': {
    zh: '放行需要主管的工号和密码，或主管本人登录。',
    en: 'An override needs a supervisor’s badge and pin, or a supervisor’s own sign-in.',
  },
  'other-origin': {
    zh: '请求来自别的网页，没有受理。',
    en: 'The request came from another site’s page and was not taken.',
  },
  'key-reused': {
    zh: '同一个键今天已用于内容不同的请求。',
    en: 'The same key was used today with another body.',
  },
  'storage-cannot-write': {
    zh: '存储暂时写不进，什么都没有改变。',
    en: 'Storage cannot write at the moment; nothing has changed.',
  },
  busy: {
    zh: '排队的操作太多，请稍候再试。',
    en: 'Too much is waiting; please try again shortly.',
  },
  stopping: { zh: '什么都没有改变。', en: 'Nothing has changed.' },
  'training-only': {
    zh: '只有培训厅可以这样做。',
    en: 'Only a training hall allows this.',
  },
  'clock-forward-only': {
    zh: '时钟只能往前走。',
    en: 'The clock only goes forward.',
  },
  'clock-too-far': {
    zh: '一次拨得太远了。',
    en: 'That is too far for one step.',
  },
  'no-such-address': { zh: '没有这个地址。', en: 'There is no such address.' },
  'no-counter': {
    zh: '您还没有坐在任何窗口。',
    en: 'You do not hold a counter at the moment.',
  },
  'no-day': { zh: '这一天没有记录。', en: 'There is no record of that day.' },
  'not-listed': {
    zh: '名单里没有这个号码。',
    en: 'This number is not on the list.',
  },
  'json-malformed': {
    zh: '这段 JSON 读不懂。',
    en: 'This is not well-formed JSON.',
  },
} as const satisfies Record<string, Text>;
export type ProblemDetail = keyof typeof problemDetails;

export const unknownThings: Readonly<Record<string, Text>> = {
  ticket: { zh: '没有这张号票', en: 'No such ticket' },
  counter: { zh: '没有这个窗口', en: 'No such counter' },
  service: { zh: '没有这项业务', en: 'No such service' },
  class: { zh: '没有这个类别', en: 'No such class' },
  staff: { zh: '没有这位员工', en: 'No such member of staff' },
  notice: { zh: '没有这条通知', en: 'No such notice' },
  device: { zh: '没有这台设备', en: 'No such device' },
  customer: { zh: '名单里没有这个号码', en: 'Not on the list' },
  command: { zh: '没有这个命令', en: 'No such command' },
};

export function waitWords(seconds: number): Text {
  const minutes = Math.ceil(seconds / 60);
  return seconds < 90
    ? { zh: `请 ${seconds} 秒后再试。`, en: `Please try again in ${seconds} seconds.` }
    : { zh: `请 ${minutes} 分钟后再试。`, en: `Please try again in ${minutes} minutes.` };
}

export function clockBehindWords(behindSeconds: number): Text {
  return {
    zh: `时钟落后 ${behindSeconds} 秒。请校准时间；到点后自动恢复，什么都没有改变。`,
    en: `The clock is ${behindSeconds} seconds behind. Please set it right; the hall goes on by itself then. Nothing has changed.`,
  };
}

/** What is wrong with a field, by the word of the schema that it fails. */
export const fieldWords = {
  required: () => ({ zh: '必填', en: 'is required' }),
  unknown: () => ({ zh: '不认识这个字段', en: 'is not a known field' }),
  type: (p) => ({ zh: `应为 ${typeZh(p)}`, en: `must be ${typeEn(p)}` }),
  enum: (p) => ({ zh: `应为其中之一：${p}`, en: `must be one of: ${p}` }),
  minLength: (p) => ({ zh: `至少 ${p} 个字`, en: `needs at least ${p} characters` }),
  maxLength: (p) => ({ zh: `最多 ${p} 个字`, en: `may have at most ${p} characters` }),
  minItems: (p) => ({ zh: `至少 ${p} 项`, en: `needs at least ${p} items` }),
  maxItems: (p) => ({ zh: `最多 ${p} 项`, en: `may have at most ${p} items` }),
  minimum: (p) => ({ zh: `不小于 ${p}`, en: `must be at least ${p}` }),
  maximum: (p) => ({ zh: `不大于 ${p}`, en: `must be at most ${p}` }),
  pattern: () => ({ zh: '格式不对', en: 'is not in the expected form' }),
  blank: () => ({ zh: '不能为空', en: 'must not be blank' }),
  instant: () => ({
    zh: '应为带时区的时间，如 2026-03-02T09:00:00+08:00',
    en: 'must be an instant with its offset, like 2026-03-02T09:00:00+08:00',
  }),
  exactlyOne: (p) => ({ zh: `${p} 只能给一个`, en: `exactly one of ${p}` }),
  other: () => ({ zh: '内容不合要求', en: 'is not acceptable' }),
} as const satisfies Record<string, (parameter: string) => Text>;
export type FieldWord = keyof typeof fieldWords;

function typeZh(type: string): string {
  const words: Record<string, string> = {
    string: '文字',
    integer: '整数',
    number: '数字',
    boolean: '是或否',
    object: '对象',
    array: '列表',
  };
  return words[type] ?? type;
}

function typeEn(type: string): string {
  return `${/^[aeiou]/.test(type) ? 'an' : 'a'} ${type === 'string' ? 'text (string)' : type}`;
}

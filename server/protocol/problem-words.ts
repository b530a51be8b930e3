import type { Text } from '#core/vocabulary.ts';

/** What happened and what to do: the detail below a problem’s title (words/problems.ts). */
export const problemDetails = {
  'wrong-pin': {
    zh: '请核对工号和密码后再试。',
    en: 'Please check badge and pin and try again.',
  },
  'pin-to-choose': {
    zh: '这是一次性密码。请换一个只有您知道的新密码，至少六位，和它不同。',
    en: 'This pin is good once. Please choose one of your own: six characters or more, and another.',
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
  'customers-late': {
    zh: '客户名单这会儿没有回应，已经重新打开。请看一下现在的名单，再试一次。',
    en: 'The list of customers did not answer and was opened anew. Please look at it and try again.',
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
  'no-import': {
    zh: '这份名单已经不在了：导入过、丢弃了，或放得太久。请重新选文件。',
    en: 'This file is gone: taken in, thrown away, or left too long. Please choose it again.',
  },
  'import-not-ready': {
    zh: '名单还没有读完，或者另一份正在导入，请稍候。',
    en: 'The file is still being read, or another one is being taken in. A moment, please.',
  },
  'import-changed': {
    zh: '您看的时候，名单被别人换过了。请看一眼现在的人数，再决定。',
    en: 'Somebody has changed the list since you looked. Please look at it as it is now.',
  },
  'import-class-gone': {
    zh: '名单里有的类别刚刚从设置里删掉了。请改好文件再导入。',
    en: 'A class in this file has just been taken out of the settings. Please mend the file.',
  },
  'no-customer': {
    zh: '名单里没有这个号码。',
    en: 'This number is not on the list.',
  },
  'no-counter-here': { zh: '没有这个窗口。', en: 'There is no such counter.' },
  'no-command': { zh: '没有这个命令。', en: 'There is no such command.' },
  'no-voice': {
    zh: '现在没有能念这句话的声音。',
    en: 'No voice can say this at the moment.',
  },
  'no-pack': { zh: '没有这个语音包。', en: 'There is no such voice pack.' },
  'no-ticket': { zh: '没有这张号票。', en: 'There is no such ticket.' },
  'no-alert': {
    zh: '这一件已经不在了。',
    en: 'This matter is over already.',
  },
  'no-device': { zh: '没有这台设备。', en: 'There is no such device.' },
  'no-pages': {
    zh: '页面还没有生成，请先运行 npm run build。',
    en: 'The pages are not built yet: please run npm run build.',
  },
  'device-list-full': {
    zh: '设备太多了，请主管先撤销不用的。',
    en: 'Too many devices; a supervisor can revoke unused ones.',
  },
  'watches-full': { zh: '这个连接看的画面太多了。', en: 'This connection watches too many views.' },
  'no-http': { zh: '这不是一个完整的 HTTP 请求。', en: 'This is no whole HTTP request.' },
  'json-malformed': {
    zh: '这段 JSON 读不懂。',
    en: 'This is not well-formed JSON.',
  },
} as const satisfies Record<string, Text>;
export type ProblemDetail = keyof typeof problemDetails;

export function waitWords(seconds: number): Text {
  const minutes = Math.ceil(seconds / 60);
  return seconds < 90
    ? {
        zh: `请 ${seconds} 秒后再试。`,
        en: `Please try again in ${counted(String(seconds), 'second')}.`,
      }
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
  type: (p) => ({ zh: `应为${typeZh(p)}`, en: `must be ${typeEn(p)}` }),
  enum: (p) => ({ zh: `应为其中之一：${p}`, en: `must be one of: ${p}` }),
  minLength: (p) => ({ zh: `至少 ${p} 个字`, en: `needs at least ${counted(p, 'character')}` }),
  maxLength: (p) => ({ zh: `最多 ${p} 个字`, en: `may have at most ${counted(p, 'character')}` }),
  minItems: (p) => ({ zh: `至少 ${p} 项`, en: `needs at least ${counted(p, 'item')}` }),
  maxItems: (p) => ({ zh: `最多 ${p} 项`, en: `may have at most ${counted(p, 'item')}` }),
  minimum: (p) => ({ zh: `不小于 ${p}`, en: `must be at least ${p}` }),
  maximum: (p) => ({ zh: `不大于 ${p}`, en: `must be at most ${p}` }),
  pattern: () => ({ zh: '格式不对', en: 'is not in the expected form' }),
  blank: () => ({ zh: '不能为空', en: 'must not be blank' }),
  instant: () => ({
    zh: '应为带时区的时间，如 2026-03-02T09:00:00+08:00',
    en: 'must be an instant with its offset, like 2026-03-02T09:00:00+08:00',
  }),
  exactlyOne: (p) => ({ zh: `${p} 中只给一个`, en: `is one of ${p}: give exactly one` }),
  oneNeeded: (p) => ({ zh: `${p} 中至少给一个`, en: `is one of ${p}: give at least one` }),
  notInHall: (p) => ({ zh: `本厅没有“${p}”`, en: `is not of this hall: “${p}”` }),
  notAfterStart: () => ({ zh: '结束要晚于开始', en: 'must be later than the start' }),
  easilyGuessed: () => ({
    zh: '太容易被猜到，请换一个',
    en: 'is easily guessed; please choose another',
  }),
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

function counted(count: string, thing: string): string {
  return `${count} ${thing}${count === '1' ? '' : 's'}`;
}

function typeEn(type: string): string {
  return `${/^[aeiou]/.test(type) ? 'an' : 'a'} ${type === 'string' ? 'text (string)' : type}`;
}

import type { ErrorCode } from 'yaml';
import type { Text } from '#core/vocabulary.ts';
import { sentences, text } from '#protocol/words/text.ts';

/**
 * What is said about mistakes in a hall file. Says what stands there, then what to write instead.
 * A value marked as secret in the schema never comes here.
 */

export type ValueKind = 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null';

const kinds: Readonly<Record<ValueKind, Text>> = {
  object: text('一组“键: 值”', 'a group of keys'),
  array: text('一个列表', 'a list'),
  string: text('一段文字', 'a text'),
  number: text('一个数', 'a number'),
  boolean: text(' true 或 false', 'true or false'),
  null: text('空', 'nothing'),
};

const quotedMax = 40;
const listedMax = 12;

/** As it stands in the file, cut where it is long. */
function quote(value: string): string {
  const flat = value.replaceAll(/\s+/g, ' ');
  return flat.length > quotedMax ? `${flat.slice(0, quotedMax)}…` : flat;
}

function listed(values: readonly string[]): Text {
  const all = [...new Set(values)];
  const shown = all.slice(0, listedMax);
  const more = all.length > shown.length ? '…' : '';
  return text(shown.join('、') + more, shown.join(', ') + more);
}

/** For places where a slip of the pen may have put a pin: digits in a row are left out. */
export function withoutPins(value: string): string {
  return value.replaceAll(/\d{4,}/g, '…');
}

function didYouMean(near: string | null): Text | null {
  return near === null ? null : text(`是不是“${near}”？`, `Did you mean "${near}"?`);
}

export const hallFileWords = {
  empty: () => text('文件是空的。', 'The file is empty.'),
  tooLong: (lengthMax: number) =>
    text(
      `文件太长，最多 ${lengthMax} 个字符。`,
      `The file is too long: ${lengthMax} characters at most.`,
    ),
  tooMuch: () =>
    text('内容展开后太多，请少用引用（*）。', 'It unfolds into too much; use fewer aliases (*).'),

  unknownKey: (key: string, near: string | null, known: readonly string[]): Text => {
    const place = listed(known);
    return sentences(
      text(`这里没有“${quote(key)}”这一项。`, `There is no key "${quote(key)}" here.`),
      didYouMean(near) ?? text(`可以写：${place.zh}。`, `Possible: ${place.en}.`),
    );
  },
  missingKey: (key: string) => text(`缺“${key}”这一项。`, `The key "${key}" is missing.`),
  repeatedKey: (key: string, line: number) =>
    text(
      `“${quote(key)}”在第 ${line} 行已经写过，只能写一次。`,
      `The key "${quote(key)}" stands on line ${line} already; write it once.`,
    ),
  keyNotWord: () => text('键要写成一个词。', 'A key is a single word.'),
  nothingThere: () =>
    text(
      '这里还没有写。请补上，或者去掉这一行。',
      'Nothing stands here. Fill it in, or take the line out.',
    ),

  wrongKind: (wanted: readonly ValueKind[], found: ValueKind, keys: readonly string[]): Text => {
    const zh = wanted.map((kind) => kinds[kind].zh).join('或');
    const en = wanted.map((kind) => kinds[kind].en).join(' or ');
    const form = keys.map((key) => `${key}: …`).join(', ');
    const plain = (found === 'number' || found === 'boolean') && wanted.includes('string');
    return sentences(
      text(
        `这里要${zh}，写的是${kinds[found].zh}。`,
        `Here stands ${kinds[found].en}; it takes ${en}.`,
      ),
      plain ? text('请加上引号。', 'Put it in quotes.') : null,
      keys.length > 0 ? text(`写成 { ${form} }。`, `Write { ${form} }.`) : null,
    );
  },
  notOneOf: (value: string, near: string | null, known: readonly string[]): Text => {
    const all = listed(known);
    return sentences(
      text(
        `“${quote(withoutPins(value))}”用不上。`,
        `"${quote(withoutPins(value))}" is not possible here.`,
      ),
      didYouMean(near),
      text(`可以写：${all.zh}。`, `Possible: ${all.en}.`),
    );
  },
  notWhole: () => text('这里要整数。', 'It takes a whole number.'),
  outOfRange: (minimum: number | null, above: number | null, maximum: number | null): Text => {
    const zh = [
      minimum === null ? null : `不小于 ${minimum}`,
      above === null ? null : `大于 ${above}`,
      maximum === null ? null : `不大于 ${maximum}`,
    ].filter((part) => part !== null);
    const en = [
      minimum === null ? null : `at least ${minimum}`,
      above === null ? null : `more than ${above}`,
      maximum === null ? null : `at most ${maximum}`,
    ].filter((part) => part !== null);
    return text(`这个数要${zh.join('、')}。`, `The number must be ${en.join(' and ')}.`);
  },
  blank: () => text('这里要写字，不能空着。', 'It must not be blank.'),
  textTooLong: (lengthMax: number) =>
    text(`太长了，最多 ${lengthMax} 个字。`, `Too long: ${lengthMax} characters at most.`),
  tooFew: (min: number) =>
    text(
      `至少要有 ${min} 个。`,
      min === 1 ? 'There must be at least one.' : `There must be at least ${min}.`,
    ),
  tooMany: (max: number) => text(`最多 ${max} 个。`, `There may be ${max} at most.`),
  exactlyOne: (known: readonly string[]): Text => {
    const all = listed(known);
    return text(`要写其中一项，只写一项：${all.zh}。`, `Write exactly one of: ${all.en}.`);
  },

  /** Line 0: what is read has no lines. */
  usedAlready: (value: string, line: number) =>
    line === 0
      ? text(`“${quote(value)}”已经用了，不能重复。`, `"${quote(value)}" is used already.`)
      : text(
          `“${quote(value)}”在第 ${line} 行已经用了，不能重复。`,
          `"${quote(value)}" is used on line ${line} already.`,
        ),
  unknownService: (value: string, near: string | null, known: readonly string[]): Text =>
    sentences(
      text(`没有“${quote(value)}”这项业务。`, `There is no service "${quote(value)}".`),
      didYouMean(near) ?? has('业务', 'services', known),
    ),
  unknownClass: (value: string, near: string | null, known: readonly string[]): Text =>
    sentences(
      text(`没有“${quote(value)}”这个类别。`, `There is no class "${quote(value)}".`),
      didYouMean(near) ?? has('类别', 'classes', known),
    ),
  unknownQueue: (value: string, near: string | null, known: readonly string[]): Text =>
    sentences(
      text(
        `“${quote(value)}”既不是类别，也不是业务。`,
        `There is neither a class nor a service "${quote(value)}".`,
      ),
      didYouMean(near) ?? has('类别和业务', 'classes and services', known),
    ),
  anyWithOthers: () =>
    text('“*”表示全部业务，旁边不用再写别的。', '"*" means all services; nothing else beside it.'),
  servedNowhere: (id: string) =>
    text(
      `没有窗口办“${id}”，取了号也轮不到。请加到一个窗口的 services 里。`,
      `No counter serves "${id}": its tickets would wait for ever. Add it to a counter’s services.`,
    ),
  noSupervisor: () =>
    text(
      '至少要有一位主管（role: supervisor）。',
      'At least one supervisor is needed (role: supervisor).',
    ),
  noCustomers: () =>
    text(
      '只给名单上的顾客，就要有名单：请写 customers。',
      'A class for listed customers needs the list: write customers.',
    ),
  badLogo: (widthDotsMax: number): Text =>
    text(
      `小票的图标要 PNG 图片，宽不超过 ${widthDotsMax} 点，高不超过 400 点。`,
      `A ticket’s logo is a PNG picture of at most ${widthDotsMax} by 400 dots.`,
    ),
  badTimezone: (value: string, near: string | null): Text =>
    sentences(
      text(
        `时区“${quote(value)}”不认识。请写 Asia/Shanghai 这样的名字。`,
        `The time zone "${quote(value)}" is unknown. Write a name such as Asia/Shanghai.`,
      ),
      didYouMean(near),
    ),
  badDate: (value: string) =>
    text(`日历上没有“${quote(value)}”这一天。`, `The calendar has no day "${quote(value)}".`),
  closesBeforeOpening: () =>
    text(
      '结束时间要晚于开始时间；开到半夜十二点写 24:00。',
      'Closing must be later than opening; midnight is written 24:00.',
    ),
  spanBackwards: () =>
    text('后一个时间要晚于前一个。', 'The second time must be later than the first.'),
  closedDay: () =>
    text(
      '营业厅每周七天都营业，只有标明 spring-festival 的日子可以不开（规则 open-every-day）。' +
        '本厅另有规定的，写 policy: { openEveryDay: off }。',
      'A hall is open seven days a week and closed only on days marked spring-festival ' +
        '(rule open-every-day). A hall with rules of its own writes policy: { openEveryDay: off }.',
    ),
  shortDay: (minutes: number) =>
    text(
      `每天至少营业 10 小时，这里是 ${spanZh(minutes)}；只有标明 spring-festival 或 national-day 的日子可以短些` +
        '（规则 open-every-day）。本厅另有规定的，写 policy: { openEveryDay: off }。',
      `A day has at least 10 hours, this one has ${spanEn(minutes)}; only days marked ` +
        'spring-festival or national-day may be shorter (rule open-every-day). ' +
        'A hall with rules of its own writes policy: { openEveryDay: off }.',
    ),
  slotOnce: (slot: string) =>
    text(
      `这句话里要写一次 {${slot}}，不然听不出叫谁、到哪儿。`,
      `The wording needs {${slot}} once: without it nobody knows who is meant, or where to go.`,
    ),
  slotUnknown: (slot: string, known: readonly string[]): Text => {
    const all = listed(known.map((each) => `{${each}}`));
    return known.length === 0
      ? text(`这句话里不用写 {${quote(slot)}}。`, `{${quote(slot)}} has no place in this wording.`)
      : text(
          `{${quote(slot)}} 不认识，这里可以写：${all.zh}。`,
          `{${quote(slot)}} is unknown here. Possible: ${all.en}.`,
        );
  },
  textNotShown: (show: string) =>
    text(
      `text 只写在 show: text 的行里，这一行是 ${quote(show)}。`,
      `text belongs to lines that show text; this one shows ${quote(show)}.`,
    ),
  noShowNeverReached: (recallMax: number) =>
    text(
      `一个号最多叫 ${recallMax + 1} 遍（recallMax: ${recallMax}），minCalls 不能更多。`,
      `A ticket is called ${recallMax + 1} times at most (recallMax: ${recallMax}); minCalls cannot be more.`,
    ),
} as const;

function has(zh: string, en: string, known: readonly string[]): Text | null {
  if (known.length === 0) return null;
  const all = listed(known);
  return text(`本厅的${zh}：${all.zh}。`, `The hall’s ${en}: ${all.en}.`);
}

function spanZh(minutes: number): string {
  const rest = minutes % 60;
  return `${Math.floor(minutes / 60)} 小时${rest === 0 ? '' : ` ${rest} 分`}`;
}

function spanEn(minutes: number): string {
  const rest = minutes % 60;
  return `${Math.floor(minutes / 60)} h${rest === 0 ? '' : ` ${rest} min`}`;
}

const untidy = text(
  '这里的写法读不懂，看看前一行的括号、引号、冒号和缩进。',
  'This cannot be read; look at the brackets, quotes, colons and indentation just before.',
);
const indentation = text(
  '缩进不齐：同一组的各行要从同一列开始。',
  'The indentation is uneven: lines of one group begin in the same column.',
);
const anchors = text(
  '引用（& 和 *）的写法不对。',
  'An anchor or alias (& and *) is not right here.',
);
const tags = text('不用写标签（!…）。', 'Tags (!…) have no place here.');
const oneDocument = text(
  '一个文件只写一个营业厅，去掉“---”后面的部分。',
  'A file holds one hall; take out what follows the "---".',
);

/** Said where it begins; the parser notices it only at the end. */
export const openQuote = text('这个引号没有配对。', 'This quote is never closed.');
export const openBracket = text('这个括号没有配对。', 'This bracket is never closed.');

/**
 * Syntax mistakes by their code. The parser's own messages quote the text, pins among it; they are
 * never shown.
 */
export const syntaxWords: Readonly<Record<ErrorCode, Text>> = {
  ALIAS_PROPS: anchors,
  BAD_ALIAS: anchors,
  MULTIPLE_ANCHORS: anchors,
  BAD_DIRECTIVE: text('“%”开头的行不用写。', 'A line that begins with "%" has no place here.'),
  BAD_DQ_ESCAPE: text(
    '双引号里的反斜杠写法不对；要写反斜杠本身，请用单引号。',
    'A backslash in double quotes is not right; for a plain backslash use single quotes.',
  ),
  BAD_INDENT: indentation,
  BLOCK_AS_IMPLICIT_KEY: indentation,
  BLOCK_IN_FLOW: text(
    '括号里的各项用逗号隔开，不换成缩进。',
    'Inside brackets, parts are separated by commas, not by indentation.',
  ),
  BAD_COLLECTION_TYPE: untidy,
  BAD_PROP_ORDER: untidy,
  BAD_SCALAR_START: text(
    '以这个符号开头的文字要加引号。',
    'A text that begins with this character needs quotes.',
  ),
  DUPLICATE_KEY: text('这一项写了两次。', 'This key stands twice.'),
  IMPOSSIBLE: untidy,
  KEY_OVER_1024_CHARS: text('键太长了。', 'This key is too long.'),
  MISSING_CHAR: text(
    '少一个符号：引号、括号、逗号，或冒号后的空格。',
    'A character is missing: a quote, bracket or comma, or the space after a colon.',
  ),
  MULTILINE_IMPLICIT_KEY: text(
    '键只能写在一行里；也许前一行少了冒号或引号。',
    'A key stands on one line; perhaps the line before lacks a colon or a quote.',
  ),
  MULTIPLE_DOCS: oneDocument,
  MULTIPLE_TAGS: tags,
  TAG_RESOLVE_FAILED: tags,
  NON_STRING_KEY: text('键要写成一个词。', 'A key is a single word.'),
  RESOURCE_EXHAUSTION: text('嵌套得太深。', 'This is nested too deeply.'),
  TAB_AS_INDENT: text('缩进请用空格，不用制表符（Tab）。', 'Indent with spaces, not with tabs.'),
  UNEXPECTED_TOKEN: untidy,
};

/** What a form asks for, said when it is not met: see schema-parts.ts. */
export const formWords = {
  id: text(
    '代号用字母、数字、“-”或“_”，以字母或数字开头，最多 32 个。',
    'An id has letters, digits, "-" or "_", starts with a letter or digit, and 32 at most.',
  ),
  prefix: text(
    '号码前缀是一两个大写字母；I、O、Q 看起来像数字，不能用。',
    'A prefix is one or two capital letters; I, O and Q read like digits and cannot be used.',
  ),
  localTime: text(
    '时间写成 HH:MM，例如 "09:00"。',
    'A time is written HH:MM, for example "09:00".',
  ),
  dayHours: text(
    '营业时间写成 "08:30-18:30"（中午不休息，只写一段）；不营业写 closed。',
    'Hours are written "08:30-18:30", one span with lunch included; a day off is written closed.',
  ),
  span: text('时间段写成 "12:30-14:00"。', 'A span of time is written "12:30-14:00".'),
  hallId: text(
    '营业厅代号用小写字母、数字和“-”，最多 32 个。',
    'A hall’s id has lower-case letters, digits and "-", 32 at most.',
  ),
  date: text('日期写成 2026-02-17 这样。', 'A date is written like 2026-02-17.'),
  counterId: text(
    '窗口号用字母和数字，最多 4 个，例如 "1"。',
    'A counter’s id has letters and digits, 4 at most, for example "1".',
  ),
  badge: text('工号用字母和数字，最多 16 个。', 'A badge has letters and digits, 16 at most.'),
  pin: text('密码是 4 到 12 位数字，写在引号里。', 'A pin is 4 to 12 digits, written in quotes.'),
  logo: text(
    '小票的图标写 PNG 文件名，最多 200 个字。',
    'A ticket’s logo is the name of a PNG file, 200 characters at most.',
  ),
  photo: text(
    '照片写 photos 文件夹里的文件名，不写“/”开头的路径，也不写“..”。',
    'A photo is a file below the folder photos, without a leading "/" and without "..".',
  ),
} as const;

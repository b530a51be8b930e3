import { Type, type Static, type TSchema } from '@sinclair/typebox';
import { languages, roles, type Text } from '#core/vocabulary.ts';
import { weekdays } from '#core/hall-config.ts';
import { closed, oneOf } from '#protocol/fields.ts';
import { text } from '#protocol/words/text.ts';
import { defaults } from './defaults.ts';

/**
 * The hall file: one schema for its type, its check and docs/hall.schema.json. The shape alone;
 * what must agree between its parts is in checks/.
 */

/** Says in words what a pattern asks for; a symbol, so that it stays out of the published schema. */
export const expectation = Symbol('expectation');

/** Icons that the pages draw for services. */
export const serviceIcons = [
  'payment',
  'new-line',
  'broadband',
  'move',
  'enquiry',
  'complaint',
  'fault',
  'terminal',
] as const;

/** Stands for every service in a counter's list. */
export const anyService = '*';

function expects<T extends TSchema>(schema: T, words: Text): T {
  return { ...schema, [expectation]: words };
}

const written = (description: string, lengthMax: number, options: Record<string, unknown> = {}) =>
  Type.String({ minLength: 1, maxLength: lengthMax, pattern: '\\S', description, ...options });

const words = (description: string, lengthMax = 200) =>
  closed(
    { zh: written('Chinese', lengthMax), en: written('English', lengthMax) },
    { description: `${description} (both languages)` },
  );

const whole = (minimum: number, maximum: number, description: string, byDefault?: number) =>
  Type.Integer({
    minimum,
    maximum,
    description,
    ...(byDefault === undefined ? {} : { default: byDefault }),
  });

const minutes = (description: string, byDefault?: number) =>
  Type.Number({
    exclusiveMinimum: 0,
    maximum: 600,
    description,
    ...(byDefault === undefined ? {} : { default: byDefault }),
  });

const list = <T extends TSchema>(items: T, minItems: number, maxItems: number, about: string) =>
  Type.Array(items, { minItems, maxItems, description: about });

/** Names that every JavaScript object has already may not be ids: ids become keys. */
const idPattern =
  '^(?!(?:constructor|toString|valueOf|hasOwnProperty|isPrototypeOf|propertyIsEnumerable|toLocaleString)$)[A-Za-z0-9][A-Za-z0-9_-]{0,31}$';

const id = (description: string) =>
  expects(
    Type.String({ pattern: idPattern, description }),
    text(
      '代号用字母、数字、“-”或“_”，以字母或数字开头，最多 32 个。',
      'An id has letters, digits, "-" or "_", starts with a letter or digit, and 32 at most.',
    ),
  );

const prefix = expects(
  Type.String({
    pattern: '^[A-HJ-NPR-Z]{1,2}$',
    description: 'One or two capital letters before the number; no I, O or Q',
  }),
  text(
    '号码前缀是一两个大写字母；I、O、Q 看起来像数字，不能用。',
    'A prefix is one or two capital letters; I, O and Q read like digits and cannot be used.',
  ),
);

const clock = '(?:[01]\\d|2[0-3]):[0-5]\\d';

const localTime = expects(
  Type.String({ pattern: `^(?:${clock}|24:00)$`, description: 'Local time, HH:MM' }),
  text('时间写成 HH:MM，例如 "09:00"。', 'A time is written HH:MM, for example "09:00".'),
);

const dayHours = expects(
  Type.String({
    pattern: `^(?:closed|${clock}-(?:${clock}|24:00))$`,
    description: 'HH:MM-HH:MM in local time, lunch included; or closed',
  }),
  text(
    '营业时间写成 "08:30-18:30"（中午不休息，只写一段）；不营业写 closed。',
    'Hours are written "08:30-18:30", one span with lunch included; a day off is written closed.',
  ),
);

const hall = closed({
  id: expects(
    Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,31}$', description: 'Stands in addresses' }),
    text(
      '营业厅代号用小写字母、数字和“-”，最多 32 个。',
      'A hall’s id has lower-case letters, digits and "-", 32 at most.',
    ),
  ),
  name: words('Name of the hall', 60),
  timezone: written('Time zone of the IANA database, such as Asia/Shanghai', 64),
  hotline: Type.Optional(written('Service hotline, shown at the door and the windows', 32)),
  languages: Type.Optional(
    Type.Array(oneOf(languages), {
      minItems: 1,
      maxItems: languages.length,
      uniqueItems: true,
      default: [...languages],
      description: 'The first is shown first',
    }),
  ),
});

const hours = closed({
  weekly: closed(
    Object.fromEntries(weekdays.map((day) => [day, dayHours])) as Record<
      (typeof weekdays)[number],
      typeof dayHours
    >,
  ),
  exceptions: Type.Optional(
    list(
      closed({
        date: expects(
          Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', format: 'date' }),
          text('日期写成 2026-02-17 这样。', 'A date is written like 2026-02-17.'),
        ),
        hours: dayHours,
        reason: written('spring-festival, national-day, or the hall’s own words', 80),
      }),
      0,
      400,
      'Days with hours of their own',
    ),
  ),
  closingNoticeMinutes: Type.Optional(
    whole(1, 120, 'The reminder before closing', defaults.closingNoticeMinutes),
  ),
});

const hallClass = closed({
  id: id('Id, such as vip'),
  rank: whole(0, 99, 'A higher rank is called earlier'),
  name: words('Name of the class', 40),
  prefix: Type.Optional(prefix),
  promiseMinutes: Type.Optional(minutes('A tighter promise for this class')),
  needsCustomer: Type.Optional(
    Type.Boolean({
      description:
        'Only for customers on the list (default: yes for a class vip when there is a list)',
    }),
  ),
});

const service = closed({
  id: id('Id, such as payment'),
  name: words('Name of the service', 40),
  short: Type.Optional(words('For narrow places (default: the name)', 20)),
  prefix,
  promiseMinutes: Type.Optional(minutes('Waiting and service together', defaults.promiseMinutes)),
  expectedMinutes: Type.Optional(
    minutes('How long serving usually takes', defaults.expectedMinutes),
  ),
  quotaPerDay: Type.Optional(whole(1, 100_000, 'Numbers given a day (default: no limit)')),
  papers: Type.Optional(
    list(words('A paper to bring', 80), 0, 20, 'What the customer must have with them'),
  ),
  icon: Type.Optional(
    oneOf(serviceIcons, { description: 'Icon of the pages (default: the one named like the id)' }),
  ),
});

const counter = closed({
  id: expects(
    Type.String({ pattern: '^[A-Za-z0-9-]{1,4}$', description: 'What stands on the plate' }),
    text(
      '窗口号用字母和数字，最多 4 个，例如 "1"。',
      'A counter’s id has letters and digits, 4 at most, for example "1".',
    ),
  ),
  services: list(written('Id of a service, or *', 32), 1, 60, 'What is served here; ["*"]: all'),
  prefers: Type.Optional(
    list(written('Id of a class or a service', 32), 0, 60, 'Called first at this counter'),
  ),
  backup: Type.Optional(
    closed({
      services: list(written('Id of a service', 32), 1, 60, 'Queues that this counter helps'),
      afterMinutes: minutes('… once their first customer has waited that long'),
    }),
  ),
  place: Type.Optional(words('The way to the counter', 40)),
});

const staff = closed({
  badge: expects(
    Type.String({ pattern: '^[A-Za-z0-9-]{1,16}$', description: 'Staff number' }),
    text('工号用字母和数字，最多 16 个。', 'A badge has letters and digits, 16 at most.'),
  ),
  name: written('Name', 40),
  role: oneOf(roles),
  pin: expects(
    Type.String({
      pattern: '^[0-9]{4,12}$',
      writeOnly: true,
      description: '4 to 12 digits, in quotes; only its hash is kept',
    }),
    text('密码是 4 到 12 位数字，写在引号里。', 'A pin is 4 to 12 digits, written in quotes.'),
  ),
  photo: Type.Optional(
    expects(
      Type.String({
        pattern: '^(?!.*\\.\\.)[^/\\\\\\s][^\\\\]{0,119}$',
        description: 'File below the data folder’s photos',
      }),
      text(
        '照片写 photos 文件夹里的文件名，不写“/”开头的路径，也不写“..”。',
        'A photo is a file below the folder photos, without a leading "/" and without "..".',
      ),
    ),
  ),
  mayCallOutOfOrder: Type.Optional(
    Type.Boolean({
      default: defaults.mayCallOutOfOrder,
      description: 'May call a named ticket before its turn',
    }),
  ),
});

/** Numbers by the id of a class. */
const byClass = (value: TSchema, description: string) =>
  Type.Unsafe<Record<string, number>>({
    type: 'object',
    additionalProperties: value,
    minProperties: 1,
    description,
  });

const shares = byClass(whole(1, 100, 'Calls'), 'Calls by class in turn; a class not named has 1');

const queue = written('Id of a class or a service', 32);

const simpleConditions = {
  waitOver: Type.Optional(closed({ queue, minutes: minutes('Its first has waited longer') })),
  lengthOver: Type.Optional(closed({ queue, count: whole(0, 10_000, 'More are waiting') })),
  calledLess: Type.Optional(
    closed({
      queue,
      n: whole(1, 100, 'Fewer were called since the last call by `finally`'),
      scope: Type.Optional(
        oneOf(['counter', 'hall'] as const, { default: defaults.calledLessScope }),
      ),
    }),
  ),
  between: Type.Optional(
    Type.Array(localTime, {
      minItems: 2,
      maxItems: 2,
      description: 'From, to: ["09:00", "11:00"]',
    }),
  ),
};
const exactlyOne = { minProperties: 1, maxProperties: 1 };

const profileRule = closed({
  when: closed(
    {
      ...simpleConditions,
      all: Type.Optional(list(closed(simpleConditions, exactlyOne), 1, 10, 'All of these hold')),
    },
    { ...exactlyOne, description: 'One condition' },
  ),
  call: queue,
});

const profileFinally = Type.Union([
  Type.Literal('max-wait'),
  closed(
    {
      'list-order': Type.Optional(list(queue, 1, 60, 'The first of these that has a ticket')),
      ratio: Type.Optional(shares),
    },
    exactlyOne,
  ),
]);

const guards = {
  maxConsecutivePriority: Type.Optional(
    whole(1, 50, 'After so many calls above the default class, one of the default class'),
  ),
  maxWaitMinutes: Type.Optional(
    byClass(minutes('Longer waits go first'), 'By class: who has waited longer goes first'),
  ),
};

const discipline = Type.Union(
  [
    closed({ kind: Type.Literal('fifo'), ...guards }),
    closed({ kind: Type.Literal('strict'), ...guards }),
    closed({ kind: Type.Literal('ratio'), shares, ...guards }),
    closed({
      kind: Type.Literal('aging'),
      weights: byClass(
        Type.Number({ exclusiveMinimum: 0, maximum: 1000 }),
        'Weight of each minute waited, by class; a class not named has 1',
      ),
      ...guards,
    }),
    closed({ kind: Type.Literal('promise'), ...guards }),
    closed({
      kind: Type.Literal('profile'),
      rules: list(profileRule, 1, 40, 'Read from the top at each call'),
      finally: profileFinally,
      ...guards,
    }),
  ],
  { description: 'Who is called next: docs/disciplines.md', default: { kind: 'strict' } },
);

const reading = (byDefault: 'strict' | 'covered', description: string) =>
  Type.Optional(oneOf(['strict', 'covered', 'off'] as const, { default: byDefault, description }));

const policy = closed({
  routinePause: reading(defaults.routinePause, 'Pausing while customers wait'),
  signOff: reading(defaults.signOff, 'Signing off while customers wait'),
  handover: reading(defaults.handover, 'Handing over while customers wait'),
  noShow: Type.Optional(
    closed({
      minCalls: Type.Optional(whole(1, 10, 'Calls before no-show', defaults.noShowMinCalls)),
      minSeconds: Type.Optional(
        whole(0, 3600, 'Seconds since the first call', defaults.noShowMinSeconds),
      ),
      rejoinAfter: Type.Optional(
        whole(0, 100, 'Tickets a returning customer lets pass', defaults.noShowRejoinAfter),
      ),
    }),
  ),
  recallMax: Type.Optional(whole(0, 50, 'Recalls of one ticket', defaults.recallMax)),
  recallGapSeconds: Type.Optional(
    whole(0, 60, 'Seconds between two calls of one ticket', defaults.recallGapSeconds),
  ),
  startOnCall: Type.Optional(
    Type.Boolean({ default: defaults.startOnCall, description: 'A call starts service' }),
  ),
  maxOpenTicketsPerPerson: Type.Optional(
    whole(1, 20, 'Numbers that one customer may hold', defaults.maxOpenTicketsPerPerson),
  ),
  handoverMaxMinutes: Type.Optional(
    whole(1, 120, 'A longer handover is raised to the supervisor', defaults.handoverMaxMinutes),
  ),
  transfer: Type.Optional(
    oneOf(['keep', 'front', 'back'] as const, {
      default: defaults.transfer,
      description: 'Where a transferred ticket stands: its old time, first, or last',
    }),
  ),
  ratingMinutes: Type.Optional(
    whole(1, 60, 'How long after the finish one may rate', defaults.ratingMinutes),
  ),
  openEveryDay: Type.Optional(
    oneOf(['strict', 'off'] as const, {
      default: defaults.openEveryDay,
      description: 'strict: seven days a week, ten hours a day, save for marked festival days',
    }),
  ),
});

const notice = Type.Union([
  words('A notice on the screens', 200),
  closed({ id: id('Id of the notice'), text: words('A notice on the screens', 200) }),
]);

export const hallFileSchema = closed({
  hall,
  hours,
  classes: list(hallClass, 1, 12, 'The first is the default class'),
  services: list(service, 1, 60, 'What one can come for'),
  counters: list(counter, 1, 200, 'The counters of the hall'),
  staff: list(staff, 1, 1000, 'Clerks and supervisors'),
  discipline: Type.Optional(discipline),
  policy: Type.Optional(policy),
  notices: Type.Optional(list(notice, 0, 40, 'Shown in turn on the screens')),
  customers: Type.Optional(written('CSV file beside this one: key, class, note', 200)),
});

/** A hall file whose shape is in order. */
export type HallFile = Static<typeof hallFileSchema>;

/** A hall file as far as it could be read: what is missing is undefined, the rest as written. */
export type HallFileDraft = Draft<HallFile>;

export type Draft<T> = T extends readonly (infer Item)[]
  ? readonly (Draft<Item> | undefined)[]
  : T extends object
    ? { readonly [Key in keyof T]?: Draft<T[Key]> | undefined }
    : T;

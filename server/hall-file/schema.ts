import { Type, type Static } from '@sinclair/typebox';
import { languages, roles } from '#core/vocabulary.ts';
import { weekdays } from '#core/hall-config.ts';
import { closed, oneOf } from '#protocol/fields.ts';
import { defaults } from './defaults.ts';
import { discipline } from './schema-discipline.ts';
import { quality } from './schema-quality.ts';
import { ticket } from './schema-ticket.ts';
import { voice } from './schema-voice.ts';
import {
  dayHours,
  expects,
  id,
  list,
  minutes,
  prefix,
  whole,
  words,
  written,
} from './schema-parts.ts';
import { formWords as forms } from './words.ts';

/**
 * The hall file: one schema for its type, its check and docs/hall.schema.json. The shape alone;
 * what must agree between its parts is in checks/.
 */

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

const hall = closed({
  id: expects(
    Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,31}$', description: 'Stands in addresses' }),
    forms.hallId,
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
          forms.date,
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
      description: 'Only for customers on the list (default: no)',
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
    forms.counterId,
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
    forms.badge,
  ),
  name: written('Name', 40),
  role: oneOf(roles),
  pin: expects(
    Type.String({
      pattern: '^[0-9]{4,12}$',
      writeOnly: true,
      description: '4 to 12 digits, in quotes; only its hash is kept',
    }),
    forms.pin,
  ),
  photo: Type.Optional(
    expects(
      Type.String({
        pattern: '^(?!.*\\.\\.)[^/\\\\\\s][^\\\\]{0,119}$',
        description: 'File below the data folder’s photos',
      }),
      forms.photo,
    ),
  ),
  mayCallOutOfOrder: Type.Optional(
    Type.Boolean({
      default: defaults.mayCallOutOfOrder,
      description: 'May call a named ticket before its turn',
    }),
  ),
});

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
  lockAfterMinutes: Type.Optional(
    whole(
      0,
      240,
      'A console nobody touches locks itself after it; 0: never',
      defaults.lockAfterMinutes,
    ),
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
  quality: Type.Optional(quality),
  voice: Type.Optional(voice),
  ticket: Type.Optional(ticket),
});

/** The same for a hall that is configured already: a pin that is left out stays as it was. */
export const keptPinsSchema = closed({
  ...hallFileSchema.properties,
  staff: list(
    closed({ ...staff.properties, pin: Type.Optional(staff.properties.pin) }),
    1,
    1000,
    'Clerks and supervisors; without a pin: as it was',
  ),
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

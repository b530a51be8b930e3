import { Type, type TProperties, type TSchema } from '@sinclair/typebox';
import { handInTroubles } from '#core/vocabulary.ts';
import type { AnswerKind } from './doors/door.ts';
import {
  Badge,
  closed,
  CounterStateWord,
  EstimateFields,
  HallStateWord,
  Id,
  Instant,
  LanguageWord,
  nullable,
  oneOf,
  PrintStateWord,
  RatingWord,
  Revision,
  RoleWord,
  TextFields,
  TicketId,
  TicketStateWord,
} from './fields.ts';
import { deviceKinds } from './identity.ts';
import { problemStatus, type ProblemCode } from './problem.ts';

/** What the doors answer: serialised by these schemas, and described by them in OpenAPI. */

/** Answers may gain fields; outsiders skip what they do not know. */
function open<P extends TProperties>(properties: P, options: Record<string, unknown> = {}) {
  return Type.Object(properties, { additionalProperties: true, ...options });
}

const ticketFields = {
  id: TicketId,
  number: Type.String({ description: 'Prefix and at least three digits', examples: ['A001'] }),
  service: Id,
  class: Id,
  state: TicketStateWord,
  queuedAt: Instant,
  ahead: Type.Integer({ minimum: 0, description: 'People before this one' }),
  estimate: nullable(EstimateFields),
  counter: nullable(Id),
  calls: Type.Integer({ minimum: 0 }),
  url: Type.String({ description: 'The customer’s page' }),
  serviceName: TextFields,
  className: TextFields,
  language: LanguageWord,
  calledAt: nullable(Instant),
  startedAt: nullable(Instant),
  finishedAt: nullable(Instant),
  waitedSeconds: nullable(Type.Number()),
  missing: Type.Array(Type.String()),
  rating: nullable(RatingWord),
  ratingUntil: nullable(Instant),
  print: nullable(PrintStateWord),
};

export const TicketAnswer = open(ticketFields, { title: 'Ticket' });
const TicketOrNull = nullable(TicketAnswer);

const seatFields = {
  counter: Id,
  state: CounterStateWord,
  clerk: nullable(Badge),
  ticket: TicketOrNull,
};

const WhyFields = open(
  { by: Type.String(), key: Type.String(), text: TextFields },
  { description: 'Which mechanism decided, by which key, with the values compared' },
);

const Prefix = Type.String({ examples: ['A'] });

export const LeaseAnswer = open(
  {
    lease: Id,
    day: Type.String({ description: 'The business day it is for' }),
    proof: Type.String({ description: 'The hub’s signature; handed in with each number' }),
    from: Instant,
    until: Instant,
    blocks: Type.Array(
      open({
        prefix: Prefix,
        from: Type.Integer(),
        to: Type.Integer(),
        next: Type.Integer({ description: 'The first that was not handed in yet' }),
      }),
    ),
    services: Type.Array(open({ id: Id, prefix: Prefix }), {
      description: 'What may be given without the hub',
    }),
    classes: Type.Array(open({ id: Id, prefix: nullable(Prefix) })),
  },
  { title: 'Lease' },
);

/** The body of a command's success, by kind of answer. */
export const commandAnswers: Readonly<Record<AnswerKind, TSchema>> = {
  issued: open({ revision: Revision, ...ticketFields }),
  ticket: open({ revision: Revision, ticket: TicketOrNull }),
  call: open({ revision: Revision, ...seatFields, why: nullable(WhyFields) }),
  counter: open({ revision: Revision, ...seatFields }),
  hall: open({
    revision: Revision,
    hall: open({ state: HallStateWord, intakeClosedReason: nullable(Type.String()) }),
  }),
  notice: open({ revision: Revision, notice: nullable(Id) }),
  lease: open({ revision: Revision, lease: nullable(LeaseAnswer) }),
  'handed-in': open({
    revision: Revision,
    ticket: TicketOrNull,
    refused: nullable(open({ why: oneOf(handInTroubles), text: TextFields })),
  }),
  written: open({ revision: Revision, id: nullable(Id) }, { description: 'The new record’s id' }),
  plain: open({ revision: Revision }),
};

export const SessionAnswer = open({
  token: Type.Optional(Type.String({ description: 'Shown once, at sign-in' })),
  badge: Badge,
  name: Type.String(),
  role: RoleWord,
  expiresAt: Instant,
  lockAfterMinutes: Type.Optional(
    Type.Integer({ description: 'A console nobody touches locks itself after it; 0: never' }),
  ),
});

export const DeviceKindWord = oneOf(deviceKinds);
const deviceState = oneOf(['pending', 'approved', 'revoked']);

export const PairedAnswer = open({
  device: Id,
  token: Type.String(),
  state: deviceState,
  code: Type.String({ description: 'Shown on the device, compared by the supervisor' }),
});

export const DeviceAnswer = open({
  device: Id,
  kind: DeviceKindWord,
  name: Type.String(),
  state: deviceState,
  code: Type.String(),
  online: Type.Boolean(),
  sound: nullable(oneOf(['ready', 'blocked', 'unavailable'])),
  speaks: Type.Boolean({ description: 'The one screen that sounds in the hall now' }),
  lastSeenAt: nullable(Instant),
});

/** A view as its TypeScript type says (server/protocol/views.ts), with the hall's revision. */
export function viewAnswer(view: string) {
  return open({ revision: Revision }, { description: `The view “${view}”, whole` });
}

export const ProblemAnswer = open(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    code: oneOf(Object.keys(problemStatus) as ProblemCode[]),
    detail: Type.Optional(Type.String()),
    rule: Type.Optional(Type.String({ description: 'The first rule that refused' })),
    rules: Type.Optional(Type.Array(Type.String(), { description: 'All that refused' })),
    by: Type.Optional(open({}, { description: 'What is in the way' })),
    waysOut: Type.Optional(Type.Array(open({ command: Type.String(), label: Type.String() }))),
    overridable: Type.Optional(Type.Boolean()),
    fields: Type.Optional(Type.Array(closed({ field: Type.String(), message: Type.String() }))),
    retryAfterSeconds: Type.Optional(Type.Integer()),
  },
  { title: 'Problem' },
);

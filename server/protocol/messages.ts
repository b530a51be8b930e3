import { Type, type Static } from '@sinclair/typebox';
import { closed, Id, LanguageWord, oneOf, TicketId } from './fields.ts';
import { viewNames } from './views.ts';

/** What clients say on a socket, checked like HTTP bodies. */
export const WatchFields = closed({
  view: oneOf(viewNames),
  counter: Type.Optional(Id),
  ticket: Type.Optional(TicketId),
  sinceCall: Type.Optional(Type.Integer({ minimum: 0 })),
});
export type WatchFields = Static<typeof WatchFields>;

export const CommandFields = closed({
  id: Type.String({ minLength: 1, maxLength: 200 }),
  name: Type.String({ minLength: 1, maxLength: 64 }),
  args: Type.Optional(Type.Object({}, { additionalProperties: true })),
  /** Of the answer's texts; else that of the connection. */
  language: Type.Optional(LanguageWord),
});
export type CommandFields = Static<typeof CommandFields>;

export const HealthFields = closed({ sound: oneOf(['ready', 'blocked', 'unavailable']) });
export type HealthFields = Static<typeof HealthFields>;

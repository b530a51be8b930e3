import { Type, type Static } from '@sinclair/typebox';
import { closed, Id, LanguageWord, nullable, oneOf, ShortText, TicketId } from './fields.ts';
import { speechOutcomes } from './speech.ts';
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

/** A screen that can sound says so, and what became of what it was given (speech.ts). */
export const VoiceFields = closed({
  sound: oneOf(['ready', 'blocked', 'unavailable']),
  since: Type.Optional(Type.Integer({ minimum: 0 })),
  became: Type.Optional(
    Type.Array(closed({ speechNo: Type.Integer({ minimum: 1 }), outcome: oneOf(speechOutcomes) }), {
      maxItems: 50,
    }),
  ),
});
export type VoiceFields = Static<typeof VoiceFields>;

export const PresentFields = closed({
  kiosk: nullable(ShortText),
  key: Type.String({ minLength: 1, maxLength: 64 }),
});
export type PresentFields = Static<typeof PresentFields>;

export const HealthFields = closed({ sound: oneOf(['ready', 'blocked', 'unavailable']) });
export type HealthFields = Static<typeof HealthFields>;

import { Type, type TSchema, type Static } from '@sinclair/typebox';
import {
  callKinds,
  counterStates,
  hallStates,
  languages,
  printStates,
  ratings,
  roles,
  ticketStates,
} from '#core/vocabulary.ts';
import { pinLengthMin } from './identity.ts';

/** The fields that messages are made of. One schema gives type, validator and OpenAPI. */

/** An object that refuses what it does not know. */
export function closed<P extends Record<string, TSchema>>(
  properties: P,
  options: Record<string, unknown> = {},
) {
  return Type.Object(properties, { additionalProperties: false, ...options });
}

/** To be given beside the properties: one of the fields, not none and not several. */
export function exactlyOneOf(...fields: readonly string[]) {
  return { oneOf: fields.map((field) => ({ required: [field] })) };
}

/** One of a few words. */
export function oneOf<const T extends string>(
  words: readonly T[],
  options: Record<string, unknown> = {},
) {
  return Type.Unsafe<T>({ type: 'string', enum: [...words], ...options });
}

/** The same, or null. A list of types, not `anyOf`: serialisers and readers take it at a glance. */
export function nullable<T extends TSchema>(schema: T) {
  const { type, enum: words } = schema as { readonly type?: string; readonly enum?: unknown[] };
  return Type.Unsafe<Static<T> | null>({
    ...schema,
    type: [type, 'null'],
    ...(words === undefined ? {} : { enum: [...words, null] }),
  });
}

/** Ids of services, classes and counters as a hall file names them. */
export const Id = Type.String({ minLength: 1, maxLength: 64 });
export const TicketId = Type.String({
  minLength: 1,
  maxLength: 64,
  description: 'Cannot be guessed: who holds it may see and cancel the ticket.',
});
export const Badge = Type.String({ minLength: 1, maxLength: 32 });
export const Pin = Type.String({ minLength: 1, maxLength: 64 });
/** One that is given or chosen: what is guessed first is refused besides (server/vault/weak-pins.ts). */
export const NewPin = Type.String({ minLength: pinLengthMin, maxLength: 64 });
/** A sentence that stands in the journal: no place for names or phone numbers. */
export const Reason = Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' });
export const Note = Type.String({ maxLength: 2000 });
export const ShortText = Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' });
export const Instant = Type.String({ description: 'ISO 8601 in UTC' });
/** An instant that somebody asks for: with its offset, so that no time zone is guessed. */
export const AskedInstant = Type.String({
  format: 'instant',
  description: 'ISO 8601 with Z or an offset, e.g. 2026-03-02T09:00:00+08:00',
});
/** A date of the calendar, `YYYY-MM-DD`. */
export const Day = Type.String({ format: 'date' });
export const Revision = Type.Integer({
  minimum: 0,
  description: 'Journal sequence of the hall after the command',
});

export const LanguageWord = oneOf(languages);
export const RatingWord = oneOf(ratings);
export const RoleWord = oneOf(roles);
export const TicketStateWord = oneOf(ticketStates);
export const CounterStateWord = oneOf(counterStates);
export const HallStateWord = oneOf(hallStates);
export const CallKindWord = oneOf(callKinds);
export const PrintStateWord = oneOf(printStates, {
  description: 'How far the paper of the ticket is; null where nothing is printed',
});
export const PlaceWord = oneOf(['keep', 'front', 'back'], {
  description: 'Where the ticket stands in its new queue; the hall file says what is usual.',
});
export const MovePlaceWord = oneOf(['keep', 'front', 'back', 'former'], {
  description: `${String(PlaceWord['description'])} \`former\` takes the last move back, and names no goal.`,
});

export const TextFields = closed({
  zh: Type.String({ minLength: 1, maxLength: 500 }),
  en: Type.String({ minLength: 1, maxLength: 500 }),
});

export const EstimateFields = closed({
  p10Seconds: Type.Optional(Type.Number({ description: 'One such wait in ten ends sooner' })),
  p50Seconds: Type.Number({ description: 'Half of such waits end within it' }),
  p90Seconds: Type.Number({ description: 'Nine in ten of such waits end within it' }),
});

export const FollowUpFields = closed({
  text: Type.String({ minLength: 1, maxLength: 500 }),
  ticket: Type.Optional(nullable(TicketId)),
  owner: Type.Optional(Badge),
  id: Type.Optional(Id),
});

/** What the outgoing clerk writes down (rule `handover-record`). */
export const RecordFields = closed({
  equipment: Note,
  hardCases: Note,
  staffChanges: Note,
  followUps: Type.Array(
    Type.Union([FollowUpFields, Type.String({ minLength: 1, maxLength: 500 })]),
    { maxItems: 50, description: 'Who must be answered again: a sentence, or who and what.' },
  ),
  note: Type.Optional(nullable(Note)),
});

/** `{reason}` with a supervisor's token, or with a supervisor's badge and pin in the same field. */
export const OverrideFields = closed({
  reason: Reason,
  badge: Type.Optional(Badge),
  pin: Type.Optional(Pin),
});
export type OverrideFields = Static<typeof OverrideFields>;

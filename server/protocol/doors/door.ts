import { Type, type Static, type TObject, type TProperties, type TSchema } from '@sinclair/typebox';
import type { Command, CommandName } from '#core/commands.ts';
import { closed, Id, OverrideFields, TicketId } from '../fields.ts';
import type { Identity, Who } from '../identity.ts';

/** What an answer tells beside `revision`. */
export type AnswerKind =
  | 'issued'
  | 'ticket'
  | 'call'
  | 'counter'
  | 'hall'
  | 'notice'
  | 'lease'
  | 'handed-in'
  | 'written'
  | 'plain';

/** The part of a path that names what the command acts on. */
export type DoorParam =
  'ticket' | 'counter' | 'notice' | 'followUp' | 'meeting' | 'month' | 'swap' | 'leave';

/**
 * A command's one entry: HTTP route and socket command are both made from it, so that names,
 * schemas and roles cannot drift apart.
 */
export interface CommandDoor {
  /** The socket's name; also the core's. */
  readonly name: CommandName;
  readonly method: 'POST' | 'DELETE';
  /** Fastify's notation, below the hall's prefix. */
  readonly path: string;
  readonly param: DoorParam | null;
  readonly who: readonly Who[];
  readonly group: string;
  readonly summary: string;
  readonly description: string;
  /** Body of the HTTP request, with `override`. */
  readonly body: TObject;
  /** `args` of the socket command: the path's parameter and the body in one. */
  readonly args: TSchema;
  readonly example: Readonly<Record<string, unknown>>;
  readonly answer: AnswerKind;
  readonly status: 200 | 201;
  /** From checked arguments without `override`; `own` is the counter the asker holds. */
  readonly toCommand: (args: Args, asker: Asker) => Command;
}

export type Args = Readonly<Record<string, unknown>>;

export interface Asker {
  readonly identity: Identity;
  /** The counter that this clerk holds, or null. */
  readonly own: string | null;
}

interface DoorDraft<B extends TProperties, P extends DoorParam | null> {
  readonly name: CommandName;
  readonly method?: 'POST' | 'DELETE';
  readonly path: string;
  readonly param: P;
  readonly who: readonly Who[];
  readonly group: string;
  readonly summary: string;
  readonly description?: string;
  readonly body: B;
  /** Further words of JSON Schema on the body as a whole. */
  readonly bodyRule?: Readonly<Record<string, unknown>>;
  readonly args?: TSchema;
  readonly example?: Readonly<Record<string, unknown>>;
  readonly answer: AnswerKind;
  readonly status?: 200 | 201;
  readonly toCommand: (
    args: Static<TObject<B>> & { readonly [K in P & string]: string },
    asker: Asker,
  ) => Command;
}

/** A month as `YYYY-MM`. */
export const Month = Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])$', description: 'YYYY-MM' });

export const paramFields = {
  ticket: TicketId,
  counter: Id,
  notice: Id,
  followUp: Id,
  meeting: Id,
  swap: Id,
  leave: Id,
  month: Month,
} as const;

/** Completes a draft; the one place where the types of its arguments are let go. */
export function door<const B extends TProperties, const P extends DoorParam | null>(
  draft: DoorDraft<B, P>,
): CommandDoor {
  const withOverride = { ...draft.body, override: Type.Optional(OverrideFields) };
  return {
    name: draft.name,
    method: draft.method ?? 'POST',
    path: draft.path,
    param: draft.param,
    who: draft.who,
    group: draft.group,
    summary: draft.summary,
    description: draft.description ?? '',
    body: closed<TProperties>(withOverride, draft.bodyRule),
    args: draft.args ?? closed({ ...paramOf(draft.param), ...withOverride }, draft.bodyRule),
    example: draft.example ?? {},
    answer: draft.answer,
    status: draft.status ?? 200,
    toCommand: draft.toCommand as CommandDoor['toCommand'],
  };
}

/** On a socket a clerk's counter may be left out: it is the one that the clerk holds. */
function paramOf(param: DoorParam | null): TProperties {
  if (param === null) return {};
  return { [param]: param === 'counter' ? Type.Optional(Id) : paramFields[param] };
}

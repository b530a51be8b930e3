import type { FastifySchema } from 'fastify';
import type { TSchema } from '@sinclair/typebox';
import type { Who } from '#protocol/identity.ts';

declare module 'fastify' {
  interface FastifySchema {
    /** Statuses of the problems that OpenAPI lists (plugins/openapi.ts); all have one form. */
    problems?: readonly number[];
  }
}

interface Description {
  readonly group: string;
  readonly summary: string;
  readonly description?: string;
  readonly who: readonly Who[];
  /** Name of the same command on the sockets. */
  readonly command?: string;
  readonly params?: TSchema;
  readonly query?: TSchema;
  readonly body?: TSchema | Record<string, unknown>;
  readonly answers: Readonly<Record<number, TSchema | Content>>;
  readonly idempotent?: boolean;
}

/** An answer that is no JSON. */
interface Content {
  readonly description: string;
  readonly content: Readonly<Record<string, { readonly schema: TSchema }>>;
}

const whoWords: Readonly<Record<Who, string>> = {
  anyone: 'anyone, or the holder of the ticket',
  staff: 'clerk, supervisor',
  supervisor: 'supervisor',
  kiosk: 'approved kiosk',
  display: 'approved display',
  hardware: 'approved hardware agent',
};

/** A route's schema for the validator, the serialiser and OpenAPI in one. */
export function described(about: Description): FastifySchema {
  const isOpen = about.who.includes('anyone');
  const problems = [
    400,
    ...(isOpen ? [] : [401, 403]),
    ...(about.params !== undefined || about.command !== undefined ? [404] : []),
    ...(about.command === undefined ? [] : [409, 422, 503]),
  ];
  return {
    tags: [about.group],
    summary: about.summary,
    description: [
      `Who: ${about.who.map((who) => whoWords[who]).join(', ')}.`,
      about.description ?? '',
      about.command === undefined ? '' : `On sockets: \`${about.command}\`.`,
      about.idempotent === true ? 'Takes `Idempotency-Key`.' : '',
    ]
      .filter((line) => line !== '')
      .join('\n\n'),
    security: isOpen ? [] : [{ bearer: [] }, { cookie: [] }],
    ...(about.command === undefined ? {} : { operationId: about.command }),
    ...(about.params === undefined ? {} : { params: about.params }),
    ...(about.query === undefined ? {} : { querystring: about.query }),
    ...(about.body === undefined ? {} : { body: about.body }),
    response: about.answers,
    problems,
  };
}

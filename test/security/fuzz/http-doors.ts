import fc from 'fast-check';
import type { TestHub } from '#test/support/hub.ts';
import { mutatedValue, validValue, type Schema } from './from-schema.ts';
import { hostileBodies, hostileHeaders, hostileTexts, hostileTypes } from './hostile.ts';

/** One door of HTTP as OpenAPI publishes it. */
export interface HttpDoor {
  readonly method: string;
  /** With `{name}` for its parameters. */
  readonly path: string;
  readonly query: Readonly<Record<string, Schema>>;
  readonly body: Schema | null;
}

export const askers = ['nobody', 'clerk', 'supervisor', 'kiosk', 'display', 'hardware'] as const;
export type Asker = (typeof askers)[number];

export interface HttpTry {
  readonly door: HttpDoor;
  readonly asker: Asker;
  readonly method: string;
  readonly path: readonly string[];
  readonly query: Readonly<Record<string, unknown>>;
  /** JSON value, or a text that goes out as it is. */
  readonly body: { readonly value: unknown } | { readonly text: string } | null;
  readonly headers: Readonly<Record<string, string>>;
}

/** Addresses that OpenAPI leaves out: pages, files, monitoring. */
const hidden = [
  ...['/', '/kiosk', '/display', '/display/window/{counter}', '/display/door', '/counter'],
  ...['/t/{ticket}', '/gallery', '/assets/{file}', '/photos/{badge}', '/healthz', '/readyz'],
  ...['/metrics', '/api/openapi.json', '/api/docs', '/api/docs.css', '/api/docs/{name}'],
  ...['/api/voice/clips/{file}', '/socket.io/', '/{anything}'],
];

/** Every published door, and those that are not. */
export async function httpDoors(hub: TestHub): Promise<readonly HttpDoor[]> {
  const { body } = await hub.request('GET', '/api/openapi.json');
  const published = Object.entries(body.paths as Readonly<Record<string, object>>).flatMap(
    ([path, methods]) =>
      Object.entries(methods as Readonly<Record<string, Operation>>).map(([method, operation]) => ({
        method: method.toUpperCase(),
        path,
        query: Object.fromEntries(
          (operation.parameters ?? [])
            .filter((parameter) => parameter.in === 'query')
            .map(({ name, schema }) => [name, schema]),
        ),
        body: operation.requestBody?.content['application/json']?.schema ?? null,
      })),
  );
  return [...published, ...hidden.map((path) => ({ method: 'GET', path, query: {}, body: null }))];
}

interface Operation {
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly schema: Schema;
  }[];
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly schema: Schema }>>;
  };
}

/** Valid in every field; who asks may still not be let in, and a rule may refuse. */
export function validTry(door: HttpDoor, asker?: Asker): fc.Arbitrary<HttpTry> {
  return fc.record({
    door: fc.constant(door),
    asker:
      asker === undefined
        ? fc.constantFrom(...askers, 'supervisor', 'supervisor', 'clerk', 'clerk')
        : fc.constant(asker),
    method: fc.constant(door.method),
    path: pathOf(door, false),
    query: fc.record(
      Object.fromEntries(
        Object.entries(door.query).map(([name, schema]) => [name, validValue(schema, name)]),
      ),
    ),
    body:
      door.body === null
        ? fc.constant(null)
        : validValue(door.body).map((value) => ({ value }) as const),
    headers: fc.constant({}),
  });
}

/** A valid one with faults in its body, path, query or headers. */
export function mutatedTry(door: HttpDoor): fc.Arbitrary<HttpTry> {
  const query = fc.dictionary(
    fc.constantFrom(...Object.keys(door.query), 'limit', '__proto__', 'x[]', 'a.b'),
    fc.constantFrom(...hostileTexts),
    { maxKeys: 2 },
  );
  return fc
    .tuple(
      validTry(door),
      pathOf(door, true),
      query,
      mutatedValue(door.body ?? {}),
      hostileHeaders,
      fc.nat({ max: 15 }),
    )
    .map(([valid, path, bad, value, headers, where]): HttpTry => ({
      ...valid,
      ...(where % 3 === 0 ? { path } : {}),
      ...(where % 4 === 0 ? { query: { ...valid.query, ...bad } } : {}),
      ...(where % 5 === 0 ? { headers } : {}),
      ...(door.body === null && where % 3 !== 1 ? {} : { body: { value } }),
    }));
}

/** No message of ours at all. */
export function hostileTry(door: HttpDoor): fc.Arbitrary<HttpTry> {
  return fc.record({
    door: fc.constant(door),
    asker: fc.constantFrom(...askers),
    method: fc.oneof(
      { weight: 6, arbitrary: fc.constant(door.method) },
      {
        weight: 1,
        arbitrary: fc.constantFrom('PUT', 'PATCH', 'OPTIONS', 'HEAD', 'POST', 'TRACE', 'DELETE'),
      },
    ),
    path: pathOf(door, true),
    query: fc.dictionary(fc.string({ maxLength: 8 }), fc.constantFrom(...hostileTexts), {
      maxKeys: 3,
    }),
    body: fc.oneof(
      fc.constantFrom(...hostileBodies).map((text) => ({ text })),
      fc.string({ unit: 'binary', maxLength: 60 }).map((text) => ({ text })),
    ),
    headers: fc
      .tuple(hostileHeaders, fc.constantFrom(...hostileTypes))
      .map(([headers, type]) => ({ ...headers, 'content-type': type })),
  });
}

/** Segments; a parameter's are marked by `=` before them and are encoded when they are sent. */
function pathOf(door: HttpDoor, isHostile: boolean): fc.Arbitrary<readonly string[]> {
  const segments = door.path.split('/').slice(1);
  return fc.tuple(
    ...segments.map((segment) => {
      const name = /^\{(.+)\}$/.exec(segment)?.[1];
      if (name === undefined) return fc.constant(segment);
      if (!isHostile) {
        if (name === 'instant') return fc.constant('=2026-03-02T09:00:00+08:00');
        return validValue({ type: 'string', minLength: 1 }, name).map((text) => `=${String(text)}`);
      }
      const text = fc.oneof(fc.constantFrom(...hostileTexts), fc.string({ maxLength: 30 }));
      // Encoded as a client would, or raw as somebody with curl would.
      return fc
        .tuple(text, fc.boolean())
        .map(([each, raw]) => (raw ? rawSegment(each) : `=${each}`));
    }),
  );
}

/** Characters that no client can send in a request line are left out. */
function rawSegment(text: string): string {
  return text.replace(/[^\u0021-\u007e]/g, '').replace(/[#?\\]/g, '');
}

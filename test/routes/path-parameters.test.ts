import { afterAll, beforeAll, expect, it } from 'vitest';
import { fieldsOf, startHub, type TestHub } from '#test/support/hub.ts';

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly schema: { readonly format?: string; readonly pattern?: string };
}

interface Door {
  readonly path: string;
  readonly parameters: readonly Parameter[];
}

/** Longer than every id, badge and number, and shorter than what the router takes for a part. */
const bad = 'x'.repeat(80);

let hub: TestHub;
let token: string;
let doors: readonly Door[];

beforeAll(async () => {
  hub = await startHub();
  token = await hub.signIn('9001');
  const { body } = await hub.request('GET', '/api/openapi.json');
  const paths = body.paths as Record<string, { get?: { parameters?: readonly Parameter[] } }>;
  doors = Object.entries(paths).flatMap(([path, { get }]) => {
    const parameters = (get?.parameters ?? []).filter((each) => each.in === 'path');
    return parameters.length === 0 ? [] : [{ path, parameters }];
  });
});

afterAll(() => hub.close());

/** What is good there, and stands for nothing that the hall has. */
function unknown({ schema: { format, pattern } }: Parameter): string {
  if (format === 'date') return '2019-01-02';
  if (format === 'instant') return '2019-01-02T09:00:00Z';
  return pattern?.startsWith('^\\d{4}') === true ? '2019-01' : '99';
}

function addressOf({ path, parameters }: Door, wrong: string | null): string {
  return parameters.reduce(
    (made, each) => made.replace(`{${each.name}}`, each.name === wrong ? bad : unknown(each)),
    path,
  );
}

it('a bad part of the path of what is read is 400, and named', async () => {
  expect(doors.length).toBeGreaterThan(10);
  for (const door of doors) {
    for (const { name } of door.parameters) {
      const path = addressOf(door, name);
      const answer = await hub.request('GET', path, { token });
      expect([answer.status, answer.body.code, fieldsOf(answer)], path).toEqual([
        400,
        'bad-input',
        [name],
      ]);
    }
  }
});

it('a good one that stands for nothing is 404', async () => {
  for (const door of doors) {
    const path = addressOf(door, null);
    expect((await hub.request('GET', path, { token })).status, path).toBe(404);
  }
});

it('a day is one of the calendar', async () => {
  for (const date of ['2026-02-30', '2026-13-01', '20260302', '2026-3-2']) {
    const day = await hub.request('GET', `/api/reports/day/${date}`, { token });
    expect([day.status, fieldsOf(day)], date).toEqual([400, ['date']]);
    const range = await hub.request('GET', `/api/reports/range?from=${date}&to=${date}`, { token });
    expect([range.status, fieldsOf(range)], date).toEqual([400, ['from', 'to']]);
  }
});

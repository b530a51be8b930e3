import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { format, resolveConfig } from 'prettier';
import { parse } from 'yaml';
import { hallFileSchema } from '#server/hall-file/schema.ts';
import { readHallFile } from '#server/hall-file/read-hall-file.ts';
import { sampleText, smallHall } from './sample.ts';

const docs = new URL('../../docs/', import.meta.url);
const inDocs = (name: string) => new URL(name, docs).pathname;

const published = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Paihao hall file',
  description: 'How a hall is configured: docs/hall-file.md tells each key.',
  ...hallFileSchema,
};

describe('docs/hall.schema.json', () => {
  it('is the schema of the reader; to renew it: npm run test:unit -- published-schema -u', async () => {
    const path = inDocs('hall.schema.json');
    const text = await format(JSON.stringify(published), {
      ...(await resolveConfig(path)),
      filepath: path,
    });
    await expect(text).toMatchFileSnapshot(path);
  });

  const ajv = new Ajv2020({ strict: true, strictTypes: false, formats: { date: true } });
  const validate = ajv.compile(JSON.parse(JSON.stringify(published)) as object);

  it('accepts what the reader accepts', () => {
    expect(validate(parse(sampleText)), JSON.stringify(validate.errors)).toBe(true);
    expect(validate(parse(smallHall())), JSON.stringify(validate.errors)).toBe(true);
  });

  it.each([
    { hall: '{ id: a, name: { zh: 厅, en: Hall }, timezone: UTC, colour: red }' },
    { policy: '{ startOnCall: 1 }' },
    { discipline: '{ kind: ratio }' },
    { customers: null, staff: null },
    { services: '[{ id: a, name: { zh: 一, en: One }, prefix: Q }]' },
  ])('refuses what the reader refuses: %o', (own) => {
    expect(validate(parse(smallHall(own)))).toBe(false);
    expect(readHallFile(smallHall(own)).ok).toBe(false);
  });

  it('pins are marked as never shown', () => {
    const pin = hallFileSchema.properties.staff.items.properties.pin;
    expect(pin).toMatchObject({ writeOnly: true });
  });
});

describe('docs/hall-file.md', () => {
  const page = readFileSync(inDocs('hall-file.md'), 'utf8');

  it('tells every key', () => {
    const prose = page.replaceAll(/```[^]*?```/g, '');
    const told = [...prose.matchAll(/`([^`]+)`/g)].flatMap(([, code = '']) =>
      code.match(/[\w-]+/g),
    );
    const untold = [...keysOf(published)].filter((key) => !told.includes(key));
    expect(untold).toEqual([]);
  });

  it('its complete example is in order', () => {
    const [example = ''] = blocks(page);
    const result = readHallFile(example);
    expect(result.ok ? [] : result.problems).toEqual([]);
  });

  it('its other examples are parts that the schema accepts', () => {
    const [, ...parts] = blocks(page);
    expect(parts.length).toBeGreaterThan(0);
    const whole = parse(smallHall()) as Record<string, unknown>;
    for (const part of parts) {
      const result = readHallFile(JSON.stringify({ ...whole, ...(parse(part) as object) }));
      expect(result.ok ? [] : result.problems, part).toEqual([]);
    }
  });

  it('its mistakes are answered as it says', () => {
    const [, broken = '', answer = ''] =
      /<!-- mistakes -->\s*```yml\n([^]*?)```[^]*?```text\n([^]*?)```/.exec(page) ?? [];
    const result = readHallFile(broken);
    const said = result.ok
      ? []
      : result.problems.map(({ line, column, path, message }) =>
          [`${line}:${column}`, path, message.en].filter((each) => each !== '').join('  '),
        );
    expect(said).toEqual(answer.trim().split('\n'));
  });
});

function blocks(page: string): string[] {
  return [...page.matchAll(/```yaml\n([^]*?)```/g)].map(([, text = '']) => text);
}

/** Every key that a hall file may have, at any depth. */
function keysOf(schema: unknown): Set<string> {
  const keys = new Set<string>();
  const walk = (part: unknown) => {
    if (typeof part !== 'object' || part === null) return;
    const { properties, items, anyOf, additionalProperties } = part as Record<string, unknown>;
    for (const [key, value] of Object.entries(properties ?? {})) {
      keys.add(key);
      walk(value);
    }
    for (const each of [items, additionalProperties, ...((anyOf ?? []) as unknown[])]) walk(each);
  };
  walk(schema);
  return keys;
}

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHallFile } from '#server/hall-file/read-hall-file.ts';
import { hallFileText } from '#server/settings/hall-file-text.ts';
import { importHallFile } from '#server/settings/import-hall-file.ts';
import { readSettings } from '#server/settings/read-settings.ts';
import { toSettings } from '#server/settings/to-settings.ts';
import { anyConfig } from './any-config.ts';

const sample = readFileSync(
  new URL('../../server/hall-file/sample-hall.yaml', import.meta.url),
  'utf8',
);
const template = readFileSync(
  new URL('../../server/settings/template-hall.yaml', import.meta.url),
  'utf8',
);

describe('settings as a hall file', () => {
  it('read back as the very same configuration, from the page and from a file', () => {
    fc.assert(
      fc.property(anyConfig, (config) => {
        const settings = toSettings(config);
        expect(readSettings(settings, false)).toEqual({ ok: true, config });
        const file = hallFileText(settings, 'test');
        expect(importHallFile(file)).toEqual({ ok: true, settings, left: [] });
      }),
      { numRuns: 60 },
    );
  });

  it('of the sample hall are what its file says, with comments, and without pins', () => {
    const read = readHallFile(sample);
    if (!read.ok) throw new Error('the sample hall is sound');
    const file = hallFileText(toSettings(read.config), 'Tongtai, 2026-03-02');
    expect(file.startsWith('# Tongtai, 2026-03-02\n')).toBe(true);
    expect(file).toContain('# The first is the default class');
    expect(file).toContain('name: { zh: 通泰街营业厅, en: Tongtai Street Hall }');
    for (const { pin } of read.secrets) expect(file).not.toContain(pin);
    const again = readHallFile(file, { keeps: true });
    expect(again).toMatchObject({ ok: true, config: read.config, secrets: [] });
  });

  it('[privacy] an export has no pins: a new hall asks for them, each by its place', () => {
    const read = readHallFile(sample);
    if (!read.ok) throw new Error('the sample hall is sound');
    const fresh = readHallFile(hallFileText(toSettings(read.config), 'test'));
    expect(fresh.ok).toBe(false);
    const paths = fresh.ok ? [] : fresh.problems.map(({ path }) => path);
    expect(paths).toContain('staff[0]');
    expect(paths).toContain('classes[2].needsCustomer');
  });

  it('the template of a new hall is a sound hall file', () => {
    expect(readHallFile(template)).toMatchObject({ ok: true });
  });

  it('an import names what it leaves behind', () => {
    expect(importHallFile(sample)).toMatchObject({ ok: true, left: ['pins', 'customers'] });
    const withLogo = `${sample}\nticket: { logo: hall.png }\n`;
    expect(importHallFile(withLogo)).toMatchObject({ left: ['pins', 'customers', 'logo'] });
  });

  it('an import with mistakes tells each with its line and column', () => {
    const file = sample.replace('prefix: A', 'prefix: Q').replace('rank: 1', 'rank: many');
    expect(importHallFile(file)).toMatchObject({
      ok: false,
      problems: [{ path: 'classes[1].rank', line: 43, column: 11 }, { path: 'services[0].prefix' }],
    });
  });

  it('mistakes on a page stand at their places and speak of no lines', () => {
    const read = readHallFile(sample);
    if (!read.ok) throw new Error('the sample hall is sound');
    const settings = toSettings(read.config);
    const services = settings.services.map((each, at) =>
      at === 1 ? { ...each, prefix: 'A' } : each,
    );
    const wrong = readSettings({ ...settings, services, colour: 'red' }, false);
    expect(wrong).toEqual({
      ok: false,
      problems: [
        {
          path: 'services[1].prefix',
          message: { zh: '“A”已经用了，不能重复。', en: '"A" is used already.' },
        },
        { path: 'colour', message: expect.anything() as object },
      ],
    });
    expect(
      readSettings({ ...settings, ticket: { logo: 'data:image/png;base64,AAAA' } }, false),
    ).toMatchObject({ ok: false, problems: [{ path: 'ticket.logo' }] });
    expect(readSettings(null, false).ok).toBe(false);
    expect(readSettings([1, 'two'], false).ok).toBe(false);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hrefTo, readRoute } from '#counter/manager/route.ts';

describe('an address of the manager’s desk', () => {
  it('names a section, a place in it and what is asked there', () => {
    const { section, path, query } = readRoute('#/reports/day/2026-03-02?by=hour');
    expect([section, path, query.get('by')]).toEqual(['reports', ['day', '2026-03-02'], 'hour']);
  });

  it('asks for nothing when there is none', () => {
    for (const hash of ['', '#', '#/', '#//']) expect(readRoute(hash).section).toBe('');
  });

  it('reads back whatever was linked to', () => {
    const part = fc.string({ minLength: 1, unit: 'grapheme' }).filter((one) => one.isWellFormed());
    fc.assert(
      fc.property(part, fc.array(part), part, (section, path, asked) => {
        const read = readRoute(hrefTo(section, path, { asked }));
        expect({ section: read.section, path: read.path }).toEqual({ section, path });
        expect(read.query.get('asked')).toBe(asked);
      }),
    );
  });

  it('survives a link that was cut', () => {
    expect(readRoute('#/reports/%E4%B8')).toMatchObject({ path: ['%E4%B8'] });
  });
});

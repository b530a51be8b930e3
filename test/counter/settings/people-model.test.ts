import { describe, expect, it } from 'vitest';
import { outcomeOf } from '#counter/settings/customers/outcome.ts';
import { instantOf, localOf } from '#counter/settings/notices/local-time.ts';

describe('what a list will be like', () => {
  it('replaced: those of the file; added: those and the others', () => {
    const file = { good: 10, known: 4 };
    expect(outcomeOf(file, { count: 7 }, 'replace')).toEqual({
      after: 10,
      fresh: 6,
      gone: 3,
      known: 4,
    });
    expect(outcomeOf(file, { count: 7 }, 'add')).toEqual({
      after: 13,
      fresh: 6,
      gone: 0,
      known: 4,
    });
  });
});

describe('times of notices', () => {
  it('are local to the hall, and instants of the world', () => {
    const noon = Date.parse('2026-03-02T12:30:00+08:00');
    expect(localOf(noon, 'Asia/Shanghai')).toBe('2026-03-02T12:30');
    expect(instantOf('2026-03-02T12:30', 'Asia/Shanghai')).toBe(noon);
    for (const instant of ['2026-01-15T10:00:00Z', '2026-07-15T10:00:00Z']) {
      const atMs = Date.parse(instant);
      expect(instantOf(localOf(atMs, 'Europe/Berlin'), 'Europe/Berlin')).toBe(atMs);
    }
    const before = Date.parse('2026-03-29T00:30:00Z');
    expect(instantOf(localOf(before, 'Europe/Berlin'), 'Europe/Berlin')).toBe(before);
  });

  it.each(['', ':00', '2026-03-02', 'tomorrow'])('%j is none', (written) => {
    expect(instantOf(written, 'Asia/Shanghai')).toBeNull();
  });
});

import { existsSync } from 'node:fs';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '#test/house/project-files.ts';

const states = ['met', 'in part', 'not met', 'does not apply'] as const;
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const cellsOf = (line: string): string[] =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

/** Requirements of levels 1 and 2 in ASVS 5.0.0, by chapter. */
const asked = [27, 11, 19, 10, 9, 35, 18, 7, 7, 29, 14, 9, 13, 9, 13, 16, 7];

const page = read('docs/asvs.md');
const rows = [...page.matchAll(/^\| \d+\.\d+\.\d+ \|.*$/gm)].map(([line]) => {
  const [id = '', what = '', state = '', where = '', test = ''] = cellsOf(line);
  return { id, what, state, where, test, chapter: Number(id.split('.')[0]) };
});

describe('the table of ASVS', () => {
  it('has every requirement of levels 1 and 2 once, in one of four states', () => {
    expect(asked.map((_, at) => rows.filter(({ chapter }) => chapter === at + 1).length)).toEqual(
      asked,
    );
    expect(new Set(rows.map(({ id }) => id)).size).toBe(253);
    for (const { id, state } of rows) expect(states, id).toContain(state);
  });

  it('names only what is there, and a test of ours in the last column', () => {
    const paths = [
      ...page.matchAll(/`((?:server|ui|counter|kiosk|display|hardware|docs|test)\/[^`…]*)`/g),
    ];
    expect(paths.length).toBeGreaterThan(200);
    const absent = paths
      .map(([, path = '']) => path)
      .filter((path) => !existsSync(join(root, path)));
    expect(absent).toEqual([]);
    const odd = rows.filter(
      ({ test }) => !/^(?:–|`test\/[\w/.-]+`(?:, `test\/[\w/.-]+`)*)$/.test(test),
    );
    expect(odd.map(({ id }) => id)).toEqual([]);
  });

  it('says of what is not met what it would take, of what is met where', () => {
    for (const { id, state, where } of rows) {
      expect(where.length, id).toBeGreaterThan(
        state === 'not met' ? 60 : state === 'in part' ? 20 : 3,
      );
    }
  });

  it('is counted in security.md', () => {
    const counted = [
      ...read('docs/security.md').matchAll(/^\| (?:V\d+ .*|all \d+ )\|(?: \d+ \|){4}$/gm),
    ];
    const numbers = counted.map(([line]) => cellsOf(line).slice(1).map(Number));
    const countOf = (of: readonly (typeof rows)[number][]) =>
      states.map((state) => of.filter((row) => row.state === state).length);
    expect(numbers).toEqual([
      ...asked.map((_, at) => countOf(rows.filter(({ chapter }) => chapter === at + 1))),
      countOf(rows),
    ]);
  });
});

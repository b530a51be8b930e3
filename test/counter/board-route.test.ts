import { describe, expect, it } from 'vitest';
import { hrefOfSheet, isWall, sheetOf, type Sheet } from '#counter/supervisor/board-route.ts';
import { createDeskKeys } from '#counter/manager/desk-keys.ts';
import { paletteEntries } from '#counter/manager/palette-entries.ts';

describe('addresses of the board', () => {
  const sheets: readonly Sheet[] = [
    { kind: 'ticket', ticket: '1-ab/c' },
    { kind: 'counter', counter: '3' },
    { kind: 'line', service: 'new-line' },
    { kind: 'find' },
    { kind: 'intake' },
    { kind: 'notice' },
  ];

  it.each(sheets)('$kind is read back as it was written', (sheet) => {
    expect(sheetOf(hrefOfSheet(sheet))).toEqual(sheet);
  });

  it('nothing lies open on the board alone, in another section, or by a mistyped address', () => {
    for (const hash of ['', '#/board', '#/reports/counter/3', '#/board/counter', '#/board/x/3']) {
      expect(sheetOf(hash)).toBeNull();
    }
    expect(hrefOfSheet(null)).toBe('#/board');
  });

  it('the wall by its own address or by a word in the address, on the board only', () => {
    expect(isWall({ hash: '#/board/wall', search: '' })).toBe(true);
    expect(isWall({ hash: '', search: '?wall' })).toBe(true);
    expect(isWall({ hash: '#/board', search: '?wall=1' })).toBe(true);
    expect(isWall({ hash: '#/reports', search: '?wall' })).toBe(false);
    expect(isWall({ hash: '#/board', search: '' })).toBe(false);
  });
});

describe('keys of the desk', () => {
  const press = (key: string, change: object = {}) => ({
    key,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    ...change,
  });

  it('the overview by ? and by Ctrl K; nothing of the letters while somebody types', () => {
    const keys = createDeskKeys();
    expect(keys(press('?'), false)).toEqual({ kind: 'palette' });
    expect(keys(press('？'), false)).toEqual({ kind: 'palette' });
    expect(keys(press('K', { metaKey: true }), true)).toEqual({ kind: 'palette' });
    expect(keys(press('?'), true)).toBeNull();
    expect(keys(press('k'), false)).toBeNull();
  });

  it('G and a digit within a moment go to a section', () => {
    let nowMs = 0;
    const keys = createDeskKeys(() => nowMs);
    expect(keys(press('2'), false)).toBeNull();
    expect(keys(press('g'), false)).toBeNull();
    nowMs = 1_200;
    expect(keys(press('2'), false)).toEqual({ kind: 'section', index: 1 });
    expect(keys(press('2'), false)).toBeNull();
    keys(press('g'), false);
    nowMs = 2_401;
    expect(keys(press('1'), false)).toBeNull();
    keys(press('g'), false);
    expect(keys(press('0'), false)).toBeNull();
  });
});

describe('the palette', () => {
  const words = {
    sections: [
      { id: 'board', label: '大厅' },
      { id: 'reports', label: '报表' },
    ],
    notice: '发公告',
    intake: '停止或恢复取号',
    find: '找一个号',
    wall: '墙上看板',
    undo: '撤销',
    list: '看这张表',
    counter: (counter: string) => `看 ${counter} 号`,
    ticket: (number: string) => `找 ${number}`,
  };

  it('lists everything with its keys, and finds by a part of its name in either language', () => {
    const all = paletteEntries(' ', words);
    expect(all.map(({ id }) => id)).toEqual([
      ...['board', 'reports', 'notice', 'intake', 'find', 'wall', 'undo', 'keys'],
    ]);
    expect(all[1]).toEqual({ id: 'reports', label: '报表', href: '#/reports', keys: ['G', '2'] });
    expect(paletteEntries('公告', words).map(({ href }) => href)).toEqual(['#/board/notice']);
    expect(paletteEntries('Repo', words).map(({ id }) => id)).toEqual(['reports']);
    expect(paletteEntries('撤销', words)).toEqual([]);
  });

  it('takes a number for a counter and a letter with digits for a ticket', () => {
    expect(paletteEntries('12', words)[0]).toMatchObject({ href: '#/board/counter/12' });
    expect(paletteEntries('a028', words)[0]).toMatchObject({
      label: '找 A028',
      href: '#/board/find?number=A028',
    });
  });
});

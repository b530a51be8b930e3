import { describe, expect, it } from 'vitest';
import { cut, fit, fitNumber, rowsOf } from '#hardware/boards/board-rows.ts';
import { faceOf, isSameFace, unknownFace } from '#hardware/boards/face.ts';
import { cellsOf, gb2312Bytes, gb2312Text } from '#hardware/frames/gb-text.ts';
import { windowOf } from './window-view.ts';
import { calling, closed, idle, paused, serving } from './faces.ts';
import fc from 'fast-check';

const sign = {
  kind: 'paused',
  reason: '',
  until: '2026-03-02T02:40:00.000Z',
  redirectTo: [
    { counter: '2', place: null, waiting: 1 },
    { counter: '4', place: null, waiting: 3 },
  ],
  text: { zh: '', en: '' },
} as const;

describe('a board’s face', () => {
  it('follows the counter’s screen: number and flashing while it is called', () => {
    expect(faceOf(windowOf({ state: 'calling', number: 'A012' }))).toEqual(calling('A012'));
    expect(faceOf(windowOf({ state: 'serving', number: 'A012' }))).toEqual(serving('A012'));
    expect(faceOf(windowOf({ state: 'idle' }))).toEqual(idle);
    expect(faceOf(windowOf({ state: 'closed' }))).toEqual(closed);
  });

  it('[pause-sign] has the sign before everything, with the hall’s own time of day', () => {
    expect(faceOf(windowOf({ state: 'paused', sign }))).toEqual(paused);
    const absent = faceOf(windowOf({ state: 'absent', number: 'A012', sign }));
    expect(absent).toMatchObject({ number: null, flashing: false, sign: { until: '10:40' } });
  });

  it('is the same for the same view, and another for another number', () => {
    expect(isSameFace(calling('A012'), calling('A012'))).toBe(true);
    expect(isSameFace(calling('A012'), calling('A013'))).toBe(false);
    expect(isSameFace(calling('A012'), serving('A012'))).toBe(false);
  });
});

const of20 = { columns: 20, rows: 2, language: 'en' } as const;
const of16 = { columns: 16, rows: 2, language: 'zh' } as const;

describe('a face in rows', () => {
  it.each([
    ['en', of20, calling(), ['A012', 'Please, counter 3']],
    ['en', of20, serving(), ['A012', 'Being served']],
    ['en', of20, idle, ['Counter 3', 'Welcome']],
    ['en', of20, paused, ['Counter paused', 'Please use 2 or 4']],
    ['en', of20, closed, ['Counter closed', '']],
    ['en', of20, unknownFace('3'), ['See the main screen', '']],
    [
      'en',
      { ...of20, columns: 40 },
      paused,
      ['Counter paused', 'Please use 2 or 4 - Open again 10:40'],
    ],
    ['zh', of16, calling(), ['A012', '请到 3 号窗口']],
    ['zh', of16, serving(), ['A012', '正在办理']],
    ['zh', of16, idle, ['3 号窗口', '欢迎光临']],
    ['zh', of16, paused, ['暂停服务', '请到 2、4 号窗口']],
    ['zh', of16, closed, ['暂未开放', '']],
    ['zh', { ...of16, columns: 8 }, paused, ['暂停服务', '请到2号']],
    ['zh', { ...of16, columns: 32 }, paused, ['暂停服务', '请到 2、4 号窗口 10:40 恢复']],
    ['zh', { ...of16, columns: 32, rows: 1 }, paused, ['暂停服务 请到2、4号 10:40 恢复']],
    ['zh', { ...of16, rows: 1 }, calling(), ['A012 请到3号窗口']],
    ['zh', { ...of16, columns: 8, rows: 1 }, calling(), ['A012']],
  ])('%s, %j', (_, size, face, rows) => {
    expect(rowsOf(face, size).rows).toEqual(rows);
  });

  it('never cuts a number: letters go first, then dashes stand for it, and staff are told', () => {
    expect(fitNumber('A012', 4)).toEqual({ text: 'A012', note: null });
    expect(fitNumber('A1024', 4)).toMatchObject({ text: '1024' });
    expect(fitNumber('A1024', 3)).toMatchObject({ text: '---' });
    expect(rowsOf(calling('A1024'), { ...of20, columns: 4 }).note).toMatch(/letter/);
    expect(rowsOf(calling('A1024'), of20).note).toBeNull();
  });

  it('marks what it had to cut', () => {
    expect(cut('Counter paused', 10)).toBe('Counter ..');
    expect(cut('暂停服务', 7)).toBe('暂停..');
    expect(fit(['long enough', 'short'], 3)).toBe('s..');
  });

  it('never needs more cells than there are, and always has all rows', () => {
    const counter = fc.stringMatching(/^[0-9A-Z窗]{1,6}$/);
    const number = fc.stringMatching(/^[A-Z]{0,3}[0-9]{3,5}$/);
    const faces = fc.oneof(
      fc.record({ counter, number }).map((some) => ({ ...calling(), ...some })),
      counter.map((id) => ({ ...paused, sign: { ...paused.sign!, redirectTo: [id, id, id] } })),
      fc.constantFrom(idle, closed, unknownFace('3')),
    );
    const sizes = fc.record({
      columns: fc.integer({ min: 1, max: 40 }),
      rows: fc.integer({ min: 1, max: 4 }),
      language: fc.constantFrom('zh', 'en'),
    });
    fc.assert(
      fc.property(faces, sizes, (face, size) => {
        const { rows } = rowsOf(face, size);
        expect(rows).toHaveLength(size.rows);
        for (const row of rows) expect(cellsOf(row)).toBeLessThanOrEqual(size.columns);
      }),
    );
  });
});

describe('text for boards with a Chinese font', () => {
  it('is GB 2312, two bytes a character', () => {
    expect(gb2312Bytes('营业厅').toString('hex')).toBe('d3aad2b5ccfc');
    expect(gb2312Bytes('A012 ').toString('latin1')).toBe('A012 ');
    expect(gb2312Text(gb2312Bytes('请到 3 号窗口'))).toBe('请到 3 号窗口');
  });

  it('shows □ for what the font lacks, never another character', () => {
    // Four-byte GB18030, GBK outside GB 2312, the half-width yen, an emoji, a font switch, a control.
    for (const char of ['㐀', '鎔', '¥', '🙂', '\\', '\u0007']) {
      expect(gb2312Bytes(char).toString('hex')).toBe('a1f5');
    }
  });
});

import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { brokenInto, cellsOf, onPaper } from '#server/paper/cells.ts';

describe('cells', () => {
  it.each([
    ['A001', 4],
    ['营业厅', 6],
    ['前面还有 3 人', 13],
    ['é', 2],
    ['e\u0301', 1],
    ['😀', 2],
    ['', 0],
  ])('%s takes %i cells', (text, cells) => {
    expect(cellsOf(text)).toBe(cells);
  });

  it('typographic signs of English become plain ones, which take one cell', () => {
    expect(onPaper('Today’s “queue” – 5…', 'en')).toBe('Today\'s "queue" - 5...');
    expect(onPaper('今天“停”取号…', 'zh')).toBe('今天“停”取号…');
  });

  it('¥ is written as the sign that printers have', () => {
    expect(onPaper('¥5', 'zh')).toBe('￥5');
  });

  it('what a printer could take for a command is gone', () => {
    expect(onPaper('A\u001b@\nB\u0010\u0004\u0001', 'en')).toBe('A@ B');
  });
});

describe('lines', () => {
  it('closing marks do not begin a line, opening marks do not end one', () => {
    expect(brokenInto('请带身份证，再来', 10)).toEqual(['请带身份', '证，再来']);
    expect(brokenInto('请带（复印件）来', 6)).toEqual(['请带', '（复印', '件）来']);
  });

  it('words stay whole where they fit', () => {
    expect(brokenInto('Bring your identity card', 10)).toEqual(['Bring your', 'identity', 'card']);
    expect(brokenInto('Incomprehensibilities', 10)).toEqual(['Incomprehe', 'nsibilitie', 's']);
  });

  test('no line is wider than asked, and nothing is lost', () => {
    const word = fc.string({
      unit: fc.constantFrom(...Array.from('ab7 ，。（）前面还有é😀')),
      maxLength: 60,
    });
    fc.assert(
      fc.property(word, fc.integer({ min: 2, max: 48 }), (given, cells) => {
        const text = onPaper(given, 'zh');
        const lines = brokenInto(text, cells);
        for (const line of lines) expect(cellsOf(line)).toBeLessThanOrEqual(cells);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ticketParts, type TicketTemplate } from '#core/hall-config.ts';
import { cellsOf } from '#server/paper/cells.ts';
import { modulesFor } from '#server/paper/code-size.ts';
import { defaultTemplate } from '#server/paper/default-template.ts';
import { layOut } from '#server/paper/layout.ts';
import type { PaperWidth, Sheet } from '#server/paper/sheet.ts';
import { sampleSlip } from './sample-slip.ts';

describe('a ticket on paper', () => {
  it('the house’s own, 58 mm, in Chinese', () => {
    expect(told(layOut(sampleSlip, null, 58))).toEqual([
      '2x2 center 通泰街营业厅',
      'space 24',
      '2x2 center bold 缴费',
      '8x8 center bold A028',
      '1x1 left --------------------------------',
      '1x2 left 前面还有                    3 人',
      '1x2 left 大约要等               5-10 分钟',
      '1x1 left --------------------------------',
      '1x1 left 叫到 A028 时，大厅屏幕会亮起来。',
      '1x1 left bold 请准备好：',
      '1x1 left - 客户号或电话号码',
      'space 24',
      'code 7',
      'space 12',
      '1x1 center 扫一扫，手机看进度',
      '1x1 left --------------------------------',
      '1x1 center 服务热线 10050',
      '1x1 center 取号时间 2026-03-02 10:24',
    ]);
  });

  it('80 mm, in English', () => {
    const lines = told(layOut({ ...sampleSlip, language: 'en' }, null, 80));
    expect(lines.slice(0, 7)).toEqual([
      '2x2 center Tongtai Street Hall',
      'space 24',
      '2x2 center bold Payments',
      '8x8 center bold A028',
      `1x1 left ${'-'.repeat(48)}`,
      '2x2 left Before you      3 people',
      '2x2 left Likely wait     5-10 min',
    ]);
  });

  it('both languages stand under each other where the template says so', () => {
    const both: TicketTemplate = { ...defaultTemplate, language: 'both' };
    const lines = told(layOut(sampleSlip, both, 80));
    expect(lines.slice(0, 2)).toEqual([
      '2x2 center 通泰街营业厅',
      '1x1 center Tongtai Street Hall',
    ]);
    expect(lines).toContain('1x1 left Before you                              3 people');
  });

  it('whoever is next is told so, without a figure', () => {
    const lines = told(layOut({ ...sampleSlip, ahead: 0 }, null, 80));
    expect(lines).toContain('2x2 left bold 马上轮到您');
    expect(lines.join()).not.toContain('大约要等');
  });

  it('a wait that nobody can tell is said to be one', () => {
    const unknown = { ...sampleSlip, estimate: null };
    expect(told(layOut(unknown, null, 58)).join('\n')).toMatch(/大约要等 +暂无法估计/);
    const english = told(layOut({ ...unknown, language: 'en' }, null, 58)).join('\n');
    expect(english).toMatch(/Likely wait +no estimate yet/);
  });

  it('a copy says that it is one, first and last', () => {
    const lines = told(layOut({ ...sampleSlip, isCopy: true }, null, 58));
    expect(lines[0]).toBe('1x1 center bold * 补打：还是同一个号，先后不变 *');
    expect(lines.at(-1)).toBe(lines[0]);
  });

  it('a training ticket says so', () => {
    expect(told(layOut({ ...sampleSlip, isTraining: true }, null, 80))[0]).toBe(
      '1x1 center bold * 训练用票 *',
    );
  });

  it('a class is named only when it is not the usual one', () => {
    const priority = { className: { zh: '爱心优先', en: 'Priority' }, isDefaultClass: false };
    expect(told(layOut({ ...sampleSlip, ...priority }, null, 80))).toContain('1x1 center 爱心优先');
  });

  it('a long number is as large as it can be', () => {
    const lines = told(layOut({ ...sampleSlip, number: 'AB0012' }, null, 58));
    expect(lines).toContain('5x5 center bold AB0012');
  });

  it('an address too long for a code that phones can read leaves none', () => {
    const address = `http://hall.example/${'x'.repeat(700)}`;
    expect(told(layOut({ ...sampleSlip, address }, null, 58)).join()).not.toContain('code');
  });

  it('everything fits, whatever a hall writes', () => {
    const words = fc.record({ zh: fc.string({ maxLength: 80 }), en: fc.string({ maxLength: 80 }) });
    const slips = fc.record({
      number: fc.stringMatching(/^[A-Z]{1,2}\d{3,5}$/),
      hall: words,
      service: words,
      papers: fc.array(words, { maxLength: 5 }),
      notices: fc.array(words, { maxLength: 3 }),
      ahead: fc.nat({ max: 9_999 }),
    });
    const templates = fc.record({
      language: fc.constantFrom('customer' as const, 'both' as const),
      logo: fc.constant(null),
      lines: fc.array(
        fc.record({
          show: fc.constantFrom(...ticketParts),
          text: words,
          size: fc.option(fc.integer({ min: 1, max: 8 })),
          align: fc.constantFrom('left' as const, 'center' as const, 'right' as const, null),
          bold: fc.option(fc.boolean()),
        }),
        { maxLength: 12 },
      ),
    });
    fc.assert(
      fc.property(slips, templates, fc.constantFrom(58 as const, 80 as const), (own, t, mm) => {
        const sheet = layOut({ ...sampleSlip, ...own }, t, mm);
        for (const block of sheet.blocks) {
          if (block.kind === 'text') {
            expect(cellsOf(block.text) * block.wide).toBeLessThanOrEqual(sheet.cells);
          }
          if (block.kind === 'code') {
            const side = (modulesFor(block.text) ?? Infinity) * block.moduleDots;
            expect(side).toBeLessThanOrEqual(sheet.dots);
          }
        }
      }),
    );
  });

  it.each([58, 80] as const)('%i mm has its cells and dots', (mm: PaperWidth) => {
    const { cells, dots } = layOut(sampleSlip, null, mm);
    expect([cells, dots]).toEqual(mm === 58 ? [32, 384] : [48, 576]);
  });
});

function told({ blocks }: Sheet): string[] {
  return blocks.map((block) => {
    switch (block.kind) {
      case 'text':
        return `${block.wide}x${block.high} ${block.align}${block.bold ? ' bold' : ''} ${block.text}`;
      case 'code':
        return `code ${block.moduleDots}`;
      case 'image':
        return `image ${block.bitmap.widthDots}x${block.bitmap.heightDots}`;
      case 'space':
        return `space ${block.dots}`;
    }
  });
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TicketLine, TicketTemplate } from '#core/hall-config.ts';
import { dotsOfText } from '#hardware/fonts/dots.ts';
import { escpos } from '#hardware/printers/dialects/escpos.ts';
import { defaultPrinterSettings, type PrinterSettings } from '#hardware/printers/settings.ts';
import { gb18030, hasGlyphs } from '#hardware/printers/wire/gb18030.ts';
import { rasterBytes, withoutRealTimeCommands } from '#hardware/printers/wire/raster.ts';
import { layOut } from '#server/paper/layout.ts';
import { sampleSlip } from '../../paper/sample-slip.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

describe('Chinese as GB18030', () => {
  it.each([
    ['营业厅', 'd3aad2b5ccfc'],
    ['您前面还有3人', 'c4fac7b0c3e6bbb9d3d033c8cb'],
    ['￥', 'a3a4'],
    ['€', 'a2e3'],
    ['㐀', '8139ee39'],
    ['𠀀', '95328236'],
  ])('%s', (text, bytes) => {
    expect(hex(gb18030(text))).toBe(bytes);
  });

  it.each([
    ['营业厅 A001', 'gbk', true],
    ['喆', 'gbk', true],
    ['喆', 'gb2312', false],
    ['营业厅', 'gb2312', true],
    ['营业厅', 'none', false],
    ['A001', 'none', true],
    ['㐀', 'gbk', false],
    ['¥', 'gbk', false],
    ['ñ', 'gbk', false],
    ['\ue000', 'gbk', false],
    ['😀', 'gbk', false],
  ] as const)('%s in a font of %s: %s', (text, font, has) => {
    expect(hasGlyphs(text, font)).toBe(has);
  });
});

/** A ticket as the reference has it (hardware-protocols, 1), line by line. */
describe('golden ticket', () => {
  const small: TicketTemplate = {
    language: 'customer',
    logo: null,
    lines: [
      line({ show: 'hall', size: 2 }),
      line({ show: 'number', size: 4, bold: false }),
      line({ show: 'text', text: { zh: '您前面还有3人', en: '' } }),
    ],
  };
  const ticket = (settings: Partial<PrinterSettings> = {}, own = {}, template = small) =>
    escpos.bytesOf(layOut({ ...sampleSlip, number: 'A001', ...own }, template, 80), {
      ...defaultPrinterSettings,
      ...settings,
    });

  it('byte by byte', async () => {
    expect(hex(await ticket({}, { hall: { zh: '营业厅', en: '' } }))).toBe(
      [
        '1b40' + '1c26', // initialise, Chinese on
        '1b6101' + '1d2111' + '1b3336' + 'd3aad2b5ccfc' + '0a', // 营业厅, double
        '1d2133' + '1b3366' + '41303031' + '0a', // A001, four times
        '1d2100' + '1b331e' + 'c4fac7b0c3e6bbb9d3d033c8cb' + '0a', // 您前面还有3人
        '1b6100' + '1d564200', // feed and cut
      ].join(''),
    );
  });

  it('a QR code counts its bytes', async () => {
    const bytes = hex(
      await ticket({}, { address: 'http://h/t/1' }, { ...small, lines: [line({ show: 'code' })] }),
    );
    const data = Buffer.from('http://h/t/1').toString('hex');
    expect(bytes).toContain(
      `1d286b0400314132001d286b03003143071d286b03003145311d286b0f00315030${data}1d286b0300315130`,
    );
  });

  it.each([
    ['full', '1d564100'],
    ['partial', '1d564200'],
    ['none', '1b6405'],
  ] as const)('cut: %s', async (cut, end) => {
    expect(hex(await ticket({ cut })).endsWith(end)).toBe(true);
  });

  it('asks for reports after initialising, where it shall', async () => {
    expect(hex(await ticket({ reports: true })).startsWith('1b401d610e1c26')).toBe(true);
  });

  it('a character that the printer lacks makes its line a picture, and no other', async () => {
    const bytes = hex(await ticket({}, { hall: { zh: '㐀厅', en: '' } }));
    expect(bytes).toContain('1d763000'); // GS v 0
    expect(bytes).not.toContain('8139ee39');
    expect(bytes).toContain('41303031' + '0a');
  });

  it('the code may be a picture, for printers without a code of their own', async () => {
    const template = { ...small, lines: [line({ show: 'code' })] };
    const bytes = hex(await ticket({ code: 'picture' }, {}, template));
    expect(bytes).not.toContain('1d286b');
    expect(bytes).toContain('1d763000');
  });
});

describe('pictures', () => {
  it('rows of whole bytes, in bands', () => {
    const rows = Buffer.from([0xff, 0x80, 0x01, 0x00]);
    expect(hex(rasterBytes({ widthDots: 10, heightDots: 2, rows }))).toBe(
      '1d763000' + '0200' + '0200' + 'ff800100',
    );
    const tall = rasterBytes({ widthDots: 8, heightDots: 100, rows: Buffer.alloc(100) });
    expect(tall.length).toBe(100 + 8 * 2);
  });

  it('never hold what a printer obeys at once', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (rows) => {
        const safe = hex(withoutRealTimeCommands(Uint8Array.from([...rows, 0x10, 0x04, 1])));
        expect(/^(..)*?10(04|05|14)/.test(safe)).toBe(false);
      }),
    );
  });

  it('show the characters', () => {
    const { widthDots, heightDots, rows } = dotsOfText('号A', { wide: 2, high: 1, bold: true });
    expect([widthDots, heightDots]).toEqual([72, 24]);
    const black = rows.reduce((sum, byte) => sum + byte.toString(2).replaceAll('0', '').length, 0);
    expect(black).toBeGreaterThan(150);
  });
});

function line(own: Partial<TicketLine> & Pick<TicketLine, 'show'>): TicketLine {
  return { text: null, size: null, align: null, bold: null, ...own };
}

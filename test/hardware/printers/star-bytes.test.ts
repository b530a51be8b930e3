import { describe, expect, it } from 'vitest';
import type { TicketLine, TicketTemplate } from '#core/hall-config.ts';
import { star } from '#hardware/printers/dialects/star.ts';
import { defaultPrinterSettings, type PrinterSettings } from '#hardware/printers/settings.ts';
import { layOut } from '#server/paper/layout.ts';
import { sampleSlip } from '../../paper/sample-slip.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const text = (words: string) => Buffer.from(words).toString('hex');

const small: TicketTemplate = {
  language: 'customer',
  logo: null,
  lines: [
    line({ show: 'hall', size: 2, bold: true }),
    line({ show: 'number', size: 4, bold: false }),
    line({ show: 'text', text: { zh: '', en: 'Ahead: 3' }, align: 'left' }),
  ],
};

const ticket = (settings: Partial<PrinterSettings> = {}, lines = small.lines) =>
  star.bytesOf(
    layOut(
      { ...sampleSlip, number: 'A001', language: 'en', hall: { zh: '营业厅', en: 'Hall' } },
      { ...small, lines },
      settings.widthMm ?? 80,
    ),
    { ...defaultPrinterSettings, ...settings },
  );

const head = '1b40'; // ESC @
const centre = '1b1d6101';
const left = '1b1d6100';

/** Line Mode as node-thermal-printer writes it; sizes, status and the cut by the dialect's header. */
describe('golden Star ticket', () => {
  it('byte by byte', async () => {
    expect(hex(await ticket())).toBe(
      [
        head,
        centre + '1b690101' + '1b45' + text('Hall') + '0a', // ESC i: double, ESC E: bold
        centre + '1b690303' + '1b46' + text('A001') + '0a', // four times, ESC F
        left + '1b690000' + '1b46' + text('Ahead: 3') + '0a',
        left + '1b6403', // ESC d 3: partial cut
      ].join(''),
    );
  });

  it.each([
    ['full', '1b6402'],
    ['partial', '1b6403'],
    ['none', '1b6105'],
  ] as const)('ends with a cut: %s', async (cut, bytes) => {
    expect(hex(await ticket({ cut })).endsWith(left + bytes)).toBe(true);
  });

  it.each([
    [58, 384],
    [80, 576],
  ] as const)(
    'Chinese on %i mm is a picture of %i dots across, in bands of 24',
    async (widthMm, dots) => {
      const zh = [line({ show: 'text', text: { zh: '', en: '请到 1 号窗口' } })];
      const bytes = await ticket({ widthMm }, zh);
      const across = dots / 8;
      // ESC k n 0 and 24 rows of n bytes, line feed; before them ESC 0, after them ESC z 1.
      const band = Buffer.from([0x1b, 0x6b, across, 0]);
      const bandBytes = band.length + across * 24 + 1;
      const start = bytes.indexOf(band);
      expect(hex(bytes.subarray(0, start))).toBe(head + left + '1b30');
      const end = bytes.indexOf(Buffer.from('1b7a01', 'hex'), start);
      expect((end - start) % bandBytes).toBe(0);
      let black = 0;
      for (let at = start; at < end; at += bandBytes) {
        expect(bytes.indexOf(band, at)).toBe(at);
        const rows = bytes.subarray(at + band.length, at + bandBytes - 1);
        for (const byte of rows) black += byte.toString(2).replaceAll('0', '').length;
      }
      expect(black).toBeGreaterThan(200);
      expect(hex(bytes.subarray(end))).toBe('1b7a01' + left + '1b6403');
      expect(bytes.includes(Buffer.from('请'))).toBe(false);
    },
  );

  it('a code is a picture, never the library’s unfinished command', async () => {
    const bytes = await ticket({}, [line({ show: 'code' })]);
    expect(bytes.includes(Buffer.from([0x1b, 0x6b, 72, 0]))).toBe(true);
    expect(bytes.includes(Buffer.from([0x1b, 0x1d, 0x79]))).toBe(false);
  });
});

function line(own: Partial<TicketLine> & Pick<TicketLine, 'show'>): TicketLine {
  return { text: null, size: null, align: null, bold: null, ...own };
}

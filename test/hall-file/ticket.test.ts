import { describe, expect, it } from 'vitest';
import { PNG } from 'pngjs';
import { readLogo } from '#server/read-logo.ts';
import { readHallFile } from '#server/hall-file/read-hall-file.ts';
import { smallHall } from './sample.ts';

describe('the ticket of a hall', () => {
  it('stands in the configuration, missing settings as none', () => {
    const read = readHallFile(smallHall({ ticket: '{ lines: [{ show: number, size: 6 }] }' }));
    expect(read.ok && read.config.ticket).toEqual({
      language: 'customer',
      logo: null,
      lines: [{ show: 'number', text: null, size: 6, align: null, bold: null }],
    });
  });

  it('is not there where the hall keeps the house’s own', () => {
    const read = readHallFile(smallHall());
    expect(read.ok && 'ticket' in read.config).toBe(false);
  });

  it('mistakes are named, each at its place', () => {
    const read = readHallFile(
      smallHall({
        ticket:
          '{ lines: [{ show: text }, { show: hall, text: { zh: 一, en: A } }, { show: barcode }] }',
      }),
    );
    const said = read.ok ? [] : read.problems.map(({ path, message }) => `${path} ${message.en}`);
    expect(said).toHaveLength(3);
    expect(said[0]).toContain('ticket.lines[0]');
    expect(said[1]).toContain('text belongs to lines that show text; this one shows hall.');
    expect(said[2]).toContain('ticket.lines[2].show');
  });
});

describe('a logo', () => {
  const png = (width: number, height: number, colour: readonly number[]) => {
    const picture = new PNG({ width, height });
    for (let at = 0; at < width * height; at += 1) picture.data.set(colour, at * 4);
    return PNG.sync.write(picture);
  };

  it('is printed black where it is dark, and white where it is clear', () => {
    expect(readLogo(png(10, 2, [0, 60, 40, 255]))).toEqual({
      widthDots: 10,
      heightDots: 2,
      bits: Buffer.from('ffc0ffc0', 'hex').toString('base64'),
    });
    expect(readLogo(png(8, 1, [0, 0, 0, 0]))?.bits).toBe('AA==');
    expect(readLogo(png(8, 1, [250, 250, 250, 255]))?.bits).toBe('AA==');
  });

  it.each([
    ['no PNG', Buffer.from('GIF89a')],
    ['wider than paper', png(577, 1, [0, 0, 0, 255])],
    ['cut off', png(40, 40, [0, 0, 0, 255]).subarray(0, 60)],
  ])('is refused: %s', (_, bytes) => {
    expect(readLogo(bytes)).toBeNull();
  });
});

/** The pictures that documents show: there for every page, in both languages, and light. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync, inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { root } from '../house/project-files.ts';
import { pageNames } from '../support/page-sizes.ts';
import { readPng, toPalette } from './palette-png.ts';
import { indexOf, pictureBytesMax, pictureName, sceneOf } from './pictures.ts';

const folder = join(root, 'docs', 'screens');
const names = readdirSync(folder).filter((name) => name.endsWith('.png'));
const scenes = names.flatMap((name) => sceneOf(name, pageNames) ?? []);

describe('docs/screens', () => {
  it('has every page, in Chinese and in English, and nothing else', () => {
    expect(scenes.map(pictureName).sort()).toEqual([...names].sort());
    for (const language of ['zh', 'en']) {
      const pages = scenes.filter((each) => each.language === language).map(({ page }) => page);
      expect(new Set(pages)).toEqual(new Set(pageNames));
    }
  });

  it.each(names)('%s is a picture below the limit', (name) => {
    const bytes = readFileSync(join(folder, name));
    expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect(bytes.length).toBeLessThan(pictureBytesMax);
  });

  it('is listed, every picture in it', () => {
    const index = readFileSync(join(folder, 'README.md'), 'utf8');
    for (const name of names) expect(index).toContain(`(${name})`);
    expect(index.match(/\.png\)/g)).toHaveLength(names.length);
    expect(indexOf(scenes).match(/\.png\)/g)).toHaveLength(names.length);
  });
});

describe('a picture with a palette', () => {
  const screen = readFileSync(join(folder, names[0] ?? ''));

  it('has at most 256 colours and the same size', () => {
    expect(screen[25]).toBe(3);
    const palette = screen.indexOf('PLTE');
    expect(screen.readUInt32BE(palette - 4)).toBeLessThanOrEqual(256 * 3);
    const width = screen.readUInt32BE(16);
    const height = screen.readUInt32BE(20);
    const data = screen.indexOf('IDAT');
    const lines = inflateSync(screen.subarray(data + 4, data + 4 + screen.readUInt32BE(data - 4)));
    expect(lines).toHaveLength(height * (width + 1));
  });

  it('keeps each pixel’s colour, whatever filter its line had', () => {
    const pixels = [0x041919, 0xfcc23d, 0xf2f7f4, 0x041919, 0xffffff, 0x6ed5ab];
    for (const filter of [0, 1, 2, 3, 4]) {
      const png = toPalette(pngOf(3, pixels, filter));
      const palette = png.subarray(png.indexOf('PLTE') + 4);
      const data = png.indexOf('IDAT');
      const lines = inflateSync(png.subarray(data + 4, data + 4 + png.readUInt32BE(data - 4)));
      const shown = [1, 2, 3, 5, 6, 7].map((at) => palette.readUIntBE((lines[at] ?? 0) * 3, 3));
      expect(shown).toEqual(pixels);
    }
  });

  it('refuses what it cannot read', () => {
    expect(() => readPng(Buffer.from('GIF89a'))).toThrow('no PNG');
    expect(() => readPng(screen)).toThrow('kind 3');
  });
});

/** An RGB picture of two lines, each under the same filter. */
function pngOf(width: number, pixels: readonly number[], filter: number): Buffer {
  const stride = width * 3;
  const raw = Buffer.from(pixels.flatMap((each) => [each >> 16, (each >> 8) & 0xff, each & 0xff]));
  const lines = Buffer.alloc(2 * (stride + 1));
  for (let row = 0; row < 2; row += 1) {
    lines[row * (stride + 1)] = filter;
    for (let at = 0; at < stride; at += 1) {
      const left = at < 3 ? 0 : raw[row * stride + at - 3]!;
      const above = row === 0 ? 0 : raw[at]!;
      const corner = row === 0 || at < 3 ? 0 : raw[at - 3]!;
      const guess = left + above - corner;
      const [a, b, c] = [left, above, corner].map((each) => Math.abs(guess - each));
      const paeth = a! <= b! && a! <= c! ? left : b! <= c! ? above : corner;
      const minus = [0, left, above, (left + above) >> 1, paeth][filter]!;
      lines[row * (stride + 1) + 1 + at] = (raw[row * stride + at]! - minus) & 0xff;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(2, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const framed = (name: string, data: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return Buffer.concat([length, Buffer.from(name, 'latin1'), data, Buffer.alloc(4)]);
  };
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    framed('IHDR', header),
    framed('IDAT', deflateSync(lines)),
    framed('IEND', Buffer.alloc(0)),
  ]);
}

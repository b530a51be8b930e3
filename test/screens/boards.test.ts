import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../house/project-files.ts';
import { boardIndex, boardNames, boardPictures } from './boards.ts';
import { pictureBytesMax } from './pictures.ts';

const folder = join(root, 'docs', 'screens', 'boards');

describe('docs/screens/boards', () => {
  it('has every board in every state, light, listed, and nothing else', () => {
    const names = readdirSync(folder).filter((name) => name.endsWith('.png'));
    expect(names.sort()).toEqual([...boardNames].sort());
    const index = boardIndex();
    for (const name of names) {
      const bytes = readFileSync(join(folder, name));
      expect(bytes.toString('latin1', 1, 4)).toBe('PNG');
      expect(bytes.length).toBeLessThan(pictureBytesMax);
      expect(index).toContain(`(${name})`);
    }
  });

  it('shows what the drivers write today', async () => {
    const texts = new Map((await boardPictures()).map(({ file, text }) => [file, text]));
    expect(texts.get('onbon-zh-called.png')).toBe('        A012\n   请到 3 号窗口\n');
    expect(texts.get('cpower-en-paused.png')).toBe('   Counter paused\n Please use 2 or 4\n');
    expect(texts.get('modbus-called.png')).toBe(' A012\n[lamp]\n');
    expect(texts.get('escpos-display-called.png')).toContain('[flashing]');
    expect(texts.get('cd5220-serving.png')).toBe('        A012\n    Being served\n');
  });
});

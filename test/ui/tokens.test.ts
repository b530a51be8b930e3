import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { iconNames } from '#ui/icons.ts';
import { themes } from '#ui/themes.ts';

const css = readFileSync('ui/tokens.css', 'utf8');

/** Custom properties of every block whose selector names the theme, later ones winning. */
function roles(theme: 'light' | 'dark' | 'lamp'): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, selector = '', body = ''] of css.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    if (selector.includes('@media')) continue;
    if (!selector.includes(':root') && !selector.includes(`'${theme}'`)) continue;
    if (selector.includes(':root') && selector.includes('[') && theme !== 'light') continue;
    for (const [, name = '', value = ''] of body.matchAll(/(--[\w-]+):\s*([^;]+);/g))
      found.set(name, value.trim());
  }
  return found;
}

function colour(values: Map<string, string>, name: string): string {
  const value = values.get(name) ?? '';
  const reference = /^var\((--[\w-]+)\)$/.exec(value)?.[1];
  return reference === undefined ? value : colour(values, reference);
}

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const grounds = ['--bg', '--surface', '--sunk'];

describe.each(['light', 'dark', 'lamp'] as const)('the %s theme', (theme) => {
  const values = roles(theme);

  it('has public text at 7:1 on all its grounds', () => {
    const poor = grounds.flatMap((ground) =>
      ['--ink', '--ink2'].flatMap((ink) => {
        const ratio = contrast(colour(values, ink), colour(values, ground));
        return ratio >= 7 ? [] : [`${ink} on ${ground}: ${ratio.toFixed(1)}`];
      }),
    );
    expect(poor).toEqual([]);
  });

  it('has plates and the lamp at 7:1, meanings at 4.5:1, control borders at 3:1', () => {
    const ratio = (one: string, other: string) =>
      contrast(colour(values, one), colour(values, other));
    expect(ratio('--plate-ink', '--plate')).toBeGreaterThanOrEqual(7);
    expect(contrast(colour(values, '--pine-950'), colour(values, '--lamp'))).toBeGreaterThan(7);
    for (const meaning of ['--good', '--bad', '--warn'])
      expect(ratio(meaning, '--bg')).toBeGreaterThanOrEqual(4.5);
    expect(ratio('--edge', '--bg')).toBeGreaterThanOrEqual(3);
    expect(ratio('--focus', '--bg')).toBeGreaterThanOrEqual(3);
  });
});

describe('the themes of shadow roots', () => {
  it('are those of the page', () => {
    const block = (source: string, theme: string) => {
      const body =
        source.split(new RegExp(`\\[data-theme='${theme}'\\] \\{`))[1]?.split('}')[0] ?? '';
      return [...body.matchAll(/([\w-]+):\s*([^;]+);/g)].map((found) => `${found[1]}: ${found[2]}`);
    };
    for (const theme of ['light', 'dark', 'lamp']) {
      expect(block(css, theme).length).toBeGreaterThan(20);
      expect(block(themes.cssText, theme)).toEqual(block(css, theme));
    }
  });
});

describe('icons', () => {
  it('cover the services of a hall file and the classes', () => {
    const needed = ['payment', 'new-line', 'broadband', 'move', 'enquiry', 'complaint', 'fault'];
    for (const name of [...needed, 'terminal', 'person', 'heart', 'crown'])
      expect(iconNames).toContain(name);
  });

  it('have at most four strokes each', () => {
    const source = readFileSync('ui/icons.ts', 'utf8');
    const table = source.slice(
      source.indexOf('const strokes'),
      source.indexOf('as const satisfies'),
    );
    const rows = [...table.matchAll(/'?([\w-]+)'?: \[([^\]]*)\]/g)];
    expect(rows.length).toBe(iconNames.length);
    const busy = rows.filter(([, , paths = '']) => paths.split(/',\s*'/).length > 4);
    expect(busy.map(([, name]) => name)).toEqual([]);
  });
});

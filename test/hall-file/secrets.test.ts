import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { readHallFile, type HallFileProblem } from '#server/hall-file/read-hall-file.ts';
import { problemsOf, sampleText } from './sample.ts';

const pins = [...sampleText.matchAll(/pin: '(\d+)'/g)].map(([, pin]) => pin ?? '');

function pinsIn(problems: readonly HallFileProblem[]): string[] {
  const said = JSON.stringify(problems.map(({ path, message }) => [path, message]));
  return pins.filter((pin) => said.includes(pin));
}

describe('a slip of the pen', () => {
  it('[privacy] never shows a pin, whichever character of the staff is missing', () => {
    expect(pins).toHaveLength(10);
    const begin = sampleText.indexOf("badge: '1001'");
    const end = sampleText.indexOf("badge: '1003'");
    for (let at = begin - 5; at < end; at += 1) {
      expect(
        pinsIn(problemsOf(sampleText.slice(0, at) + sampleText.slice(at + 1))),
        `without ${at}`,
      ).toEqual([]);
    }
  });

  it('[privacy] never shows a pin, nor fails, whatever happens to the file', () => {
    const place = fc.integer({ min: 0, max: sampleText.length });
    const piece = fc.constantFrom(
      '',
      ' ',
      '\n',
      '\t',
      '"',
      "'",
      ':',
      '{',
      '}',
      '[',
      ']',
      '&a ',
      '*a',
      '#',
      '- ',
      '? ',
      '!x ',
      '|',
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(place, fc.integer({ min: 0, max: 12 }), piece), {
          minLength: 1,
          maxLength: 4,
        }),
        (slips) => {
          let text = sampleText;
          for (const [at, length, put] of slips) {
            text = text.slice(0, at) + put + text.slice(at + length);
          }
          const result = readHallFile(text);
          if (result.ok) return;
          expect(pinsIn(result.problems)).toEqual([]);
          expect(result.problems.length).toBeGreaterThan(0);
          const places = result.problems.map(({ line, column }) => line * 1e6 + column);
          expect(places).toEqual(places.toSorted((one, other) => one - other));
          expect(Math.min(...places)).toBeGreaterThan(1e6);
        },
      ),
      { numRuns: 150 },
    );
  });
});

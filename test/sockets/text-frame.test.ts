import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as ws from 'ws';
import { textFrame } from '#server/sockets/text-frame.ts';

/** What the ws library's types do not tell. */
const { Sender } = ws as unknown as {
  readonly Sender: { readonly frame: (data: Buffer, options: object) => readonly Buffer[] };
};

/** The frame of the ws library for the same text. */
function frameByWs(text: string): Buffer {
  const options = { fin: true, opcode: 1, mask: false, rsv1: false, readOnly: true };
  return Buffer.concat(Sender.frame(Buffer.from(text), options));
}

describe('a text frame', () => {
  it('is what the ws library writes, at every border of its length', () => {
    for (const length of [0, 1, 125, 126, 127, 65_535, 65_536, 70_000]) {
      const text = 'x'.repeat(length);
      expect(textFrame(text).equals(frameByWs(text))).toBe(true);
    }
  });

  it('counts bytes, not characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        expect(textFrame(text).equals(frameByWs(text))).toBe(true);
      }),
    );
  });
});

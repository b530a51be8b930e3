/** Parsers of boards: the same frames wherever the line cuts them; nonsense is dropped and counted. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerType, cpowerBytes, cutCpower } from '#hardware/boards/wire/cpower-frames.ts';
import {
  cutOnbon,
  hostAddress,
  onbonBytes,
  readAreas,
} from '#hardware/boards/wire/onbon-frames.ts';
import type { Cut } from '#hardware/frames/frame-reader.ts';
import { cutRtuAnswer, cutRtuRequest, cutTcp, tcpBytes, withCrc } from '#hardware/modbus/frames.ts';
import { hex, noiseWith, readPieces, splitsOf } from '#test/hardware/frames/splits.ts';

interface Format {
  readonly name: string;
  readonly cut: (held: Buffer) => Cut<unknown>;
  /** Two frames, and what they say. */
  readonly good: readonly [Buffer, Buffer];
  readonly said: readonly unknown[];
  /** Bytes that it is made of, for noise that comes near. */
  readonly near: string;
}

const onbonFrame = (data: string) => {
  return { to: hostAddress, from: 1, deviceType: 0xfe, version: 2, data: hex(data) };
};
const cpowerPacket = (card: number) => {
  return { type: answerType, card, confirm: 0, data: hex('02 A5 AE AA') };
};
const written = withCrc(hex('01 06 00 00 00 65'));
const refused = withCrc(hex('01 86 02'));
const read = { unit: 1, code: 6, bytes: 8 };

const formats: readonly Format[] = [
  {
    name: 'Onbon',
    cut: cutOnbon,
    good: [onbonBytes(onbonFrame('A0 00 00 00 00')), onbonBytes(onbonFrame('A0 A5 5A A6 5B'))],
    said: [onbonFrame('A0 00 00 00 00'), onbonFrame('A0 A5 5A A6 5B')],
    near: 'a5a55aa65b0102fe00800100',
  },
  ...(['serial', 'tcp'] as const).map((framing) => ({
    name: `C-Power ${framing}`,
    cut: (held: Buffer) => cutCpower(held, framing),
    good: [
      cpowerBytes(cpowerPacket(1), framing),
      cpowerBytes(cpowerPacket(0xaa), framing),
    ] as const,
    said: [cpowerPacket(1), cpowerPacket(0xaa)],
    near: 'a5aeaa68e8327b01ffff0000',
  })),
  {
    name: 'Modbus RTU, answers',
    cut: (held) => cutRtuAnswer(held, read),
    good: [written, refused],
    said: [written, refused],
    near: '0106860000650202',
  },
  {
    name: 'Modbus RTU, requests',
    cut: (held) => cutRtuRequest(held, null),
    good: [written, withCrc(hex('01 10 00 70 00 02 04 41 30 30 31'))],
    said: [written, withCrc(hex('01 10 00 70 00 02 04 41 30 30 31'))],
    near: '01061000700002',
  },
  {
    name: 'Modbus TCP',
    cut: cutTcp,
    good: [
      tcpBytes({ transaction: 7, body: hex('01 06 00 00 00 65') }),
      tcpBytes({ transaction: 8, body: hex('01 86 02') }),
    ],
    said: [
      { transaction: 7, body: hex('01 06 00 00 00 65') },
      { transaction: 8, body: hex('01 86 02') },
    ],
    near: '00070000000601',
  },
];

/** Long enough to end whatever noise has begun, and part of no frame. */
const quiet = Buffer.alloc(600, 0xee);

describe.each(formats)('$name', ({ cut, good, said, near }) => {
  const stream = Buffer.concat([...good]);

  it('reads the same frames wherever the line cuts them', () => {
    for (const pieces of splitsOf(stream)) {
      expect(readPieces(cut, pieces)).toEqual({ frames: said, dropped: 0 });
    }
  });

  it('drops a frame with one bit off, counts it, and reads the next', () => {
    const [first, second] = good;
    for (let at = 0; at < first.length; at += 1) {
      const bad = Buffer.from(first);
      bad[at] = (bad[at] ?? 0) ^ 0x01;
      const { frames, dropped } = readPieces(cut, [bad, quiet, second, quiet]);
      expect(frames).toContainEqual(said[1]);
      // A bit of the first A5s, of an address or of a transaction makes another frame, not a bad one.
      expect(dropped + frames.length).toBeGreaterThanOrEqual(2);
    }
  });

  it('drops a frame that was cut off, and reads the next', () => {
    const [first, second] = good;
    for (let length = 1; length < first.length; length += 1) {
      const { frames } = readPieces(cut, [first.subarray(0, length), quiet, second]);
      expect(frames.at(-1)).toEqual(said[1]);
    }
  });

  it('never throws on noise, never holds without end, and hears what comes after it', () => {
    fc.assert(
      fc.property(fc.array(noiseWith(near), { maxLength: 8 }), (pieces) => {
        const { frames } = readPieces(cut, [...pieces, quiet, ...good], 512);
        expect(frames.slice(-2)).toEqual(said);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the areas of an Onbon command', () => {
  it('are never read out of nonsense', () => {
    fc.assert(
      fc.property(noiseWith('00012c00ff000101'), (bytes) => {
        const read = readAreas(bytes);
        expect(read === null || read.areas.length <= 255).toBe(true);
      }),
    );
  });
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { settle, steeredClock } from '../../steered-clock.ts';
import { createPrinter } from '#hardware/emulators/printer/printer.ts';
import { memoryPair } from '#hardware/transports/memory.ts';

/** The golden ticket of the reference (hardware-protocols, 1). */
const golden = Buffer.from(
  '1b401c261b61011d2111d3aad2b5ccfc0a1d2133413030310a1d2100c4fac7b0c3e6bbb9d3d033c8cb0a1b64041d564200',
  'hex',
);
const read = '                   营业厅\n               A001\n                  您前面还有3人\n';

async function printed(...pieces: Uint8Array[]) {
  const device = createPrinter({ clock: steeredClock() });
  const [near, far] = memoryPair();
  device.attach(far);
  const answers: Buffer[] = [];
  near.onBytes((bytes) => answers.push(Buffer.from(bytes)));
  for (const piece of pieces) await near.write(piece);
  await settle();
  return { tickets: device.tickets.map(({ text }) => text), answers: Buffer.concat(answers) };
}

it('reads the golden ticket', async () => {
  const { tickets } = await printed(golden);
  expect(tickets.map(plain)).toEqual([plain(read)]);
});

it('wherever a read ends, with a question in between', async () => {
  const question = Uint8Array.of(0x10, 0x04, 0x01);
  for (let at = 1; at < golden.length; at += 1) {
    const { tickets, answers } = await printed(
      golden.subarray(0, at),
      golden.subarray(at),
      question,
    );
    expect(tickets.map(plain)).toEqual([plain(read)]);
    expect(answers.toString('hex')).toBe('12');
  }
  const bytes = Array.from(golden, (byte) => Uint8Array.of(byte));
  expect((await printed(...bytes)).tickets.map(plain)).toEqual([plain(read)]);
});

it('four-byte characters come out as such printers have them: garbled', async () => {
  // ¥ as GB18030 81 30 84 36: two characters nobody meant.
  const { tickets } = await printed(Buffer.from('1c26813084360a1d5600', 'hex'));
  expect(tickets[0]).not.toContain('¥');
});

it('noise prints something or nothing, and the next ticket is whole', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 60 }), async (noise) => {
      // What a broken command swallows ends with zeros, as a driver sends them.
      const zeros = new Uint8Array(70_000 * (noise.includes(0x1d) || noise.includes(0x1b) ? 1 : 0));
      const { tickets } = await printed(noise, zeros, golden);
      if (!noise.some((byte) => [0x1b, 0x1c, 0x1d, 0x10].includes(byte) || byte > 0x80)) {
        expect(tickets.at(-1)).toContain('A001');
      }
    }),
    { numRuns: 60 },
  );
});

function plain(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .join('\n');
}

import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { format, resolveConfig } from 'prettier';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readDeviceFile } from '#hardware/device-file/read-device-file.ts';
import { deviceFileSchema } from '#hardware/device-file/schema.ts';

/** The example of the contract, section 5, word for word. */
const example = `devices:
  - { id: kiosk-printer, kind: printer, dialect: escpos, transport: { tcp: "127.0.0.1:9100" }, widthMm: 80 }
  - { id: board-1, kind: board, dialect: cd5220, transport: { serial: { path: /dev/ttyS0, baudRate: 9600 } }, counter: "1" }
  - { id: pad-1, kind: pad, dialect: modbus, transport: { tcp: "127.0.0.1:1502", unit: 1 }, counter: "1" }
`;

const published = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Paihao device file',
  description: 'What stands beside a hub or an agent: docs/hardware.md tells each key.',
  ...deviceFileSchema,
};

function mistakes(source: string): readonly string[] {
  const read = readDeviceFile(source);
  if (read.ok) return [];
  return read.problems.map(
    ({ line, column, path, message }) => `${String(line)}:${String(column)} ${path} ${message.en}`,
  );
}

describe('a device file', () => {
  it('in order becomes what the agent opens', () => {
    const read = readDeviceFile(example);
    expect(read).toEqual({
      ok: true,
      devices: [
        {
          id: 'kiosk-printer',
          kind: 'printer',
          dialect: 'escpos',
          transport: { kind: 'tcp', host: '127.0.0.1', port: 9100 },
          counter: null,
          kiosk: null,
          settings: { widthMm: 80 },
        },
        {
          id: 'board-1',
          kind: 'board',
          dialect: 'cd5220',
          transport: { kind: 'serial', path: '/dev/ttyS0', baudRate: 9600 },
          counter: '1',
          kiosk: null,
          settings: {},
        },
        {
          id: 'pad-1',
          kind: 'pad',
          dialect: 'modbus',
          transport: { kind: 'tcp', host: '127.0.0.1', port: 1502 },
          counter: '1',
          kiosk: null,
          settings: { unit: 1 },
        },
      ],
    });
  });

  it('with mistakes has each of them named, with line and column', () => {
    const found = mistakes(`devices:
  - { id: p, kind: printer, dialect: escpos, transport: { tcp: "127.0.0.1" }, widthMm: 70 }
  - { id: b, kind: bord, dialect: cd5220, transport: { file: /dev/x } }
  - { id: b, kind: board, dialect: cd5220, transport: { serial: { path: /dev/ttyS0 } }, counter: 1 }
  - { id: q, kind: pad, dialect: modbus, transport: { tcp: "h:1502", file: /x }, counter: "1", colour: red }
  - { id: r, kind: pad, dialect: modbus, transport: { tcp: "h:99999" }, counter: "1" }
  - { id: s, kind: pad, dialect: modbus, transport: { tcp: "h:1" }, counter: "1", keys: { x: call } }
devces: 3
`);
    expect(found.map((each) => each.split(' ').slice(0, 2).join(' '))).toEqual([
      '2:64 devices[0].transport.tcp',
      '2:88 devices[0].widthMm',
      '3:20 devices[1].kind',
      '4:11 devices[2].id',
      '4:57 devices[2].transport.serial',
      '4:98 devices[2].counter',
      '5:53 devices[3].transport',
      '5:96 devices[3].colour',
      '6:60 devices[4].transport.tcp',
      '7:94 devices[5].keys.x',
      '8:1 devces',
    ]);
    expect(found[2]).toContain('Did you mean "board"?');
  });

  it('one line belongs to one device, save for what shares a bus', () => {
    const two = (kind: string, dialect: string, more: string) => `devices:
  - { id: a, kind: ${kind}, dialect: ${dialect}, transport: { serial: { path: /dev/ttyS0, baudRate: 9600 } }${more} }
  - { id: b, kind: ${kind}, dialect: ${dialect}, transport: { serial: { path: /dev/ttyS0, baudRate: 9600 } }${more} }
`;
    expect(mistakes(two('printer', 'escpos', ''))).toEqual([
      '3:57 devices[1].transport The device on line 2 has this line already; the two cannot share it.',
    ]);
    expect(mistakes(two('board', 'modbus', ', counter: "1"'))).toEqual([]);
  });

  it.each([
    ['', /empty/],
    ['devices: []\n', /at least one/],
    ['devices: { a: 1 }\n', /list/],
    ['- a\n- b\n', /devices/],
    ['devices:\n  - { id: "a\n', /quot|closed|open/i],
    ['devices:\n  - x\n', /kind/],
  ])('%j is refused in words', (source, words) => {
    expect(mistakes(source).join('\n')).toMatch(words);
  });

  it('never throws, whatever is written in it', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json().map((value) => `devices: ${value}`),
          fc.nat(example.length).map((at) => example.slice(0, at)),
          fc.tuple(fc.nat(example.length), fc.string({ maxLength: 3 })).map(([at, some]) => {
            return example.slice(0, at) + some + example.slice(at);
          }),
        ),
        (source) => {
          const read = readDeviceFile(source);
          if (!read.ok) expect(read.problems.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 400 },
    );
  });
});

describe('docs/devices.schema.json', () => {
  it('is the schema of the reader; to renew it: npm run test:unit -- read-device-file -u', async () => {
    const path = new URL('../../../docs/devices.schema.json', import.meta.url).pathname;
    const text = await format(JSON.stringify(published), {
      ...(await resolveConfig(path)),
      filepath: path,
    });
    await expect(text).toMatchFileSnapshot(path);
  });

  it('accepts what the reader accepts, and refuses what it refuses', () => {
    const validate = new Ajv2020({ strict: false }).compile(
      JSON.parse(JSON.stringify(published)) as object,
    );
    expect(validate(parse(example)), JSON.stringify(validate.errors)).toBe(true);
    for (const [from, to] of [
      ['escpos', 'escpos2'],
      ['widthMm: 80', 'widthMm: 70'],
      ['counter: "1"', 'counter: 1'],
      ['id: pad-1, ', ''],
    ] as const) {
      const broken = example.replace(from, to);
      expect(validate(parse(broken)), broken).toBe(false);
      expect(readDeviceFile(broken).ok, broken).toBe(false);
    }
  });
});

import { inspect } from 'node:util';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import pino from 'pino';
import { describe, expect, it } from 'vitest';
import type { DeviceFault } from '#hardware/emulators/device-emulator.ts';
import { createIdReader, sampleCard } from '#hardware/emulators/id-reader/id-reader.ts';
import { readIdCard } from '#hardware/readers/id-card-text.ts';
import {
  answerOf,
  cutIdFrame,
  idCommands,
  idFrame,
  textBlockOf,
} from '#hardware/readers/id-reader-frames.ts';
import { openReader } from '#hardware/readers/open-reader.ts';
import { codeBytesMax, cutCode } from '#hardware/readers/qr-reader.ts';
import type { Read } from '#hardware/readers/reader.ts';
import { deviceBench } from '#test/hardware/device-bench.ts';
import { hex, noiseWith, readPieces, splitsOf } from '#test/hardware/frames/splits.ts';

describe('ID reader frames', () => {
  const { findCard, selectCard, readTextAndPhoto, status, samNumber } = idCommands;

  it.each([
    ['status', status, 'AAAAAA9669 0003 11FF ED'],
    ['number of the module', samNumber, 'AAAAAA9669 0003 12FF EE'],
    ['find', findCard, 'AAAAAA9669 0003 2001 22'],
    ['select', selectCard, 'AAAAAA9669 0003 2002 21'],
    ['read', readTextAndPhoto, 'AAAAAA9669 0003 3001 32'],
  ])('%s', (_, command, bytes) => {
    expect(idFrame(Buffer.from(command))).toEqual(hex(bytes));
  });

  const found = hex('AAAAAA9669 0008 00009F00000000 97');
  const selected = hex('AAAAAA9669 000C 0000900000000000000000 9C');

  it('reads answers wherever the line cuts them', () => {
    for (const pieces of splitsOf(Buffer.concat([found, selected]))) {
      const { frames, dropped } = readPieces(cutIdFrame, pieces);
      expect(frames.map((frame) => answerOf(frame)?.result)).toEqual([0x9f, 0x90]);
      expect(dropped).toBe(0);
    }
  });

  it('drops each frame with a bit off, and reads the next', () => {
    for (let at = 0; at < found.length; at += 1) {
      const bad = Buffer.from(found);
      bad[at] = (bad[at] ?? 0) ^ 0x01;
      const quiet = Buffer.alloc(3_000, 0xee);
      const { frames, dropped } = readPieces(cutIdFrame, [bad, quiet, selected]);
      expect(frames.map((frame) => answerOf(frame)?.result)).toEqual([0x90]);
      expect(dropped).toBeGreaterThan(0);
    }
  });

  it('never throws on noise', () => {
    fc.assert(
      fc.property(fc.array(noiseWith('aaaaaa966900080000909f'), { maxLength: 8 }), (pieces) => {
        for (const frame of readPieces(cutIdFrame, pieces).frames) {
          const answer = answerOf(frame);
          const block = answer === null ? null : textBlockOf(answer);
          if (block !== null) readIdCard(block);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('finds no card in a block that is none', () => {
    expect(readIdCard(Buffer.alloc(256))).toBeNull();
    expect(readIdCard(Buffer.alloc(255))).toBeNull();
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 256, maxLength: 256 }), (bytes) => {
        const card = readIdCard(Buffer.from(bytes));
        expect(card === null || card.number.length >= 8).toBe(true);
      }),
    );
  });
});

const planted = { number: '110105199001019999', name: '赵钱孙李' };

function beginIdReader(fault: DeviceFault | null = null, write?: (line: string) => void) {
  const options = { fault };
  const device = createIdReader(options);
  const log = pino({ level: 'trace' }, { write: write ?? (() => undefined) });
  const bench = deviceBench(device, log);
  const reader = openReader({ dialect: 'id-card', settings: {} }, bench.ports);
  const reads: Read[] = [];
  reader.onRead((read) => {
    // What a careless listener would do.
    log.info({ read }, `read ${JSON.stringify(read)} ${inspect(read, { depth: 9 })}`);
    reads.push(read);
  });
  return { ...bench, options, device, reader, reads };
}

const cardOf = (read: Read | undefined) => (read?.kind === 'id-card' ? read.card.reveal() : null);

describe('an ID card reader', () => {
  it('reads the text of a card once, however long it lies there', async () => {
    const { device, clock, reader, reads } = beginIdReader();
    await clock.pass(2_000);
    expect(reader.state).toBe('ready');
    expect(reads).toEqual([]);
    device.lay(sampleCard);
    await clock.pass(4_000);
    expect(reads).toHaveLength(1);
    expect(cardOf(reads[0])).toEqual({
      kind: 'citizen',
      number: sampleCard.number,
      name: '张三',
      sex: 'male',
      ethnicGroup: '01',
      birth: '19491231',
      address: '北京市朝阳区建国路1号',
      office: '北京市公安局朝阳分局',
      validFrom: '20200101',
      validTo: '长期',
    });
    device.leave();
    await clock.pass(1_000);
    device.lay({ ...sampleCard, number: '110105194912310048', kind: 'J' });
    await clock.pass(1_000);
    expect(cardOf(reads[1])).toMatchObject({ kind: 'permit', number: '110105194912310048' });
    await reader.close();
  });

  it('takes the number alone of a foreigner’s card, whose layout is not confirmed', async () => {
    const { device, clock, reader, reads } = beginIdReader();
    device.lay({ ...sampleCard, kind: 'I' });
    await clock.pass(1_000);
    expect(cardOf(reads[0])).toMatchObject({ kind: 'foreigner', name: '', address: '' });
    await reader.close();
  });

  it('[privacy] lets no name or number into logs, JSON, errors or inspection', async () => {
    const lines: string[] = [];
    for (const fault of [null, 'noise', 'wrong', 'cut'] as const) {
      const { device, clock, reader, reads } = beginIdReader(fault, (line) => lines.push(line));
      device.lay(planted);
      await clock.pass(8_000);
      lines.push(reads.map((read) => `${JSON.stringify(read)}${inspect(read)}`).join(''));
      lines.push(device.text(), reader.detail ?? '');
      await reader.close();
    }
    const written = lines.join('');
    expect(written).toContain('[id card]');
    for (const secret of [planted.number, planted.name, '朝阳', planted.number.slice(6, 14)]) {
      expect(written).not.toContain(secret);
    }
  });

  it.each([
    ['silent', 'offline', /does not answer/],
    ['wrong', 'offline', /does not answer/],
    ['refuses', 'ready', /not licensed/],
  ] as const)('that is %s is %s, and says so', async (fault, state, detail) => {
    const { device, clock, reader, reads, options, replug } = beginIdReader(fault);
    device.lay(sampleCard);
    const told: string[] = [];
    reader.onState((each, why) => told.push(`${each} ${why ?? ''}`));
    await clock.pass(7_500);
    expect(told.some((each) => each.startsWith(state) && detail.test(each))).toBe(true);
    expect(reads).toEqual([]);
    options.fault = null;
    await replug();
    await clock.pass(20_000);
    expect(reader.state).toBe('ready');
    expect(reads).toHaveLength(1);
    await reader.close();
  });
});

describe('a code scanner on a serial line', () => {
  const begin = () => {
    const bench = deviceBench({
      attach: () => undefined,
      text: () => '',
      onChange: () => undefined,
    });
    const reader = openReader({ dialect: 'qr', settings: {} }, bench.ports);
    const texts: string[] = [];
    reader.onRead((read) => texts.push(read.kind === 'qr' ? read.text.reveal() : ''));
    return { ...bench, reader, texts };
  };

  it('reads codes that end in CR, LF, both or silence', async () => {
    const { far, clock, reader, texts } = begin();
    await clock.pass(20);
    await far().write(Buffer.from('one\rtwo\ntthree\r\nfo'));
    await clock.pass(20);
    await far().write(Buffer.from('ur'));
    await clock.pass(200);
    expect(texts).toEqual(['one', 'two', 'tthree', 'four']);
    expect(reader.state).toBe('ready');
    await reader.close();
  });

  it('reads Chinese in UTF-8 and in GB18030, and leaves controls out', async () => {
    const { far, clock, reader, texts } = begin();
    await clock.pass(20);
    await far().write(
      Buffer.concat([Buffer.from('贵宾\x02A1\r'), iconv.encode('贵宾卡\r', 'gb18030')]),
    );
    await clock.pass(20);
    expect(texts).toEqual(['贵宾A1', '贵宾卡']);
    await reader.close();
  });

  it('reads the same wherever the line cuts it, drops what is too long, and never throws', () => {
    const codes = Buffer.from('https://hall.example/t/abc\r\nV-10086\r');
    for (const pieces of splitsOf(codes)) {
      const said = readPieces(cutCode, pieces)
        .frames.map(String)
        .filter((text) => text !== '');
      expect(said).toEqual(['https://hall.example/t/abc', 'V-10086']);
    }
    const long = Buffer.alloc(codeBytesMax + 2, 0x41);
    expect(readPieces(cutCode, [long, Buffer.from('\rok\r')]).frames.map(String)).toContain('ok');
    fc.assert(
      fc.property(fc.array(noiseWith('0d0a41')), (pieces) => {
        readPieces(cutCode, pieces, codeBytesMax);
      }),
    );
  });

  it('[privacy] seals what it has read', async () => {
    const { far, clock, reader, ports } = begin();
    const said: string[] = [];
    reader.onRead((read) => said.push(JSON.stringify(read), inspect(read, { showHidden: true })));
    await clock.pass(20);
    await far().write(Buffer.from('13800001111\r'));
    await clock.pass(20);
    expect(said.join('')).toContain('[code]');
    expect(said.join('')).not.toContain('13800001111');
    expect(ports.link.address).toBe('memory');
    await reader.close();
  });
});

/** Byte for byte what stands in the makers' documents, and in frames that other programs send. */
import { describe, expect, it } from 'vitest';
import * as cd5220 from '#hardware/boards/dialects/cd5220.ts';
import * as display from '#hardware/boards/dialects/escpos-display.ts';
import { textWords } from '#hardware/boards/dialects/modbus-board.ts';
import {
  answerType,
  commandType,
  cpowerBytes,
  cutCpower,
  splitData,
  textData,
} from '#hardware/boards/wire/cpower-frames.ts';
import {
  areasData,
  commandData,
  cutOnbon,
  hostAddress,
  onbonBytes,
  onbonCommands,
  readAreas,
} from '#hardware/boards/wire/onbon-frames.ts';
import { toScreen } from '#hardware/boards/dialects/onbon.ts';
import { gb2312Bytes } from '#hardware/frames/gb-text.ts';
import { hex } from '#test/hardware/frames/splits.ts';

const spaced = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('hex')
    .toUpperCase()
    .replaceAll(/(..)(?=.)/g, '$1 ');

describe('CD5220', () => {
  it('begins with initialise, clear, brightness, cursor off', () => {
    expect(spaced(cd5220.beginBytes(3))).toBe('1B 40 0C 1B 2A 03 1B 5F 00');
  });

  it('writes a line as ESC Q A or B, 20 characters, a carriage return: 24 bytes', () => {
    const upper = cd5220.lineBytes('A012', 0);
    expect(upper).toEqual(Buffer.from('\x1bQA        A012        \r', 'latin1'));
    expect(upper).toHaveLength(24);
    expect(cd5220.lineBytes('Please, counter 3', 1)).toEqual(
      Buffer.from('\x1bQB Please, counter 3  \r', 'latin1'),
    );
  });

  it('never puts a control byte or more than 20 characters inside a line', () => {
    const row = cd5220.lineBytes('\r\x1b窗口 and much too long for a tube', 0);
    expect(row).toHaveLength(24);
    expect([...row.subarray(3, 23)].every((byte) => byte >= 0x20 && byte < 0x7f)).toBe(true);
  });
});

describe('ESC/POS display', () => {
  it('begins with initialise, overwrite, cursor off, brightness', () => {
    expect(spaced(display.beginBytes(4))).toBe('1B 40 1F 01 1F 43 00 1F 58 04');
  });

  it('clears, writes 20, moves to the lower row, writes 20; blinking is a command', () => {
    const bytes = display.faceBytes(['A012', 'Counter 3'], true);
    const rows = '        A012        \x1f\x24\x01\x02     Counter 3      ';
    expect(bytes).toEqual(Buffer.from(`\x1f\x45\x0a\x0c${rows}`, 'latin1'));
    expect(spaced(display.faceBytes(['A012', ''], false).subarray(0, 4))).toBe('1F 45 00 0C');
  });
});

describe('Modbus number board', () => {
  it('packs text two characters a register, the first in the high byte', () => {
    expect(textWords('A001', 4, 'right')).toEqual([0x4130, 0x3031]);
    expect(textWords('A001', 6, 'right')).toEqual([0x2020, 0x4130, 0x3031]);
    expect(textWords('A01', 5, 'right')).toEqual([0x2020, 0x2041, 0x3031]);
    expect(textWords('A01', 5, 'left')).toEqual([0x4130, 0x3120, 0x2020]);
  });
});

const start = 'A5'.repeat(8);
const head = '01000080000000000000FE02';
const framed = (body: string): Buffer => hex(`${start} ${body} 5A`);

describe('Onbon', () => {
  const { ping, readParameters, dynamicAreas, ack } = onbonCommands;

  it.each([
    ['ping', commandData(ping, true), `${head} 0500 A200010000 68F8`],
    ['read parameters', commandData(readParameters, true), `${head} 0500 A102010000 2D40`],
    ['delete all areas', hex('A306 01 02 00 FF00'), `${head} 0700 A306010200 FF00 67CC`],
    ['brightness', hex('A302 01 02 00 010C'), `${head} 0700 A302010200 010C 262D`],
    [
      'set clock',
      hex('A203 01 08 00 1320012511172605'),
      `${head} 0D00 A203010800 1320012511172605 B03F`,
    ],
  ])('%s', (_, data, body) => {
    expect(onbonBytes(toScreen(1, data))).toEqual(framed(body));
  });

  it('text in a dynamic area', () => {
    const text = Buffer.concat([Buffer.from('\\FO000'), gb2312Bytes('TEMPER:21℃')]);
    const area = {
      ...{ id: 1, x: 0, y: 12, width: 64, height: 12, lineSpacing: 10, runMode: 1 },
      ...{ timeoutSeconds: 2, singleLine: true, wraps: false, effect: 1, exit: 0, speed: 0x17 },
      ...{ stayHalfSeconds: 2, text },
    };
    const data = commandData(dynamicAreas, false, areasData([], [area]));
    const body =
      `${head} 3500 A306020000 00 01 2C00 00 0000 0C00 4000 0C00 01 0A 01 0200 00 0000 01 01 01 ` +
      '00 17 02 11000000 5C464F30303054454D5045523A3231A1E6 82DA';
    expect(onbonBytes(toScreen(1, data))).toEqual(framed(body));
    expect(readAreas(data.subarray(5))).toEqual({ deleted: [], areas: [area] });
  });

  it('an acknowledgement, from the screen to this side', () => {
    const answer = { to: hostAddress, from: 1, deviceType: 0xfe, version: 2 };
    const bytes = framed('00800100000000000000FE02 0500 A000000000 64DC');
    expect(onbonBytes({ ...answer, data: hex('A000000000') })).toEqual(bytes);
    expect(cutOnbon(bytes)).toMatchObject({
      kind: 'frame',
      bytes: bytes.length,
      frame: { ...answer, data: hex('A000000000') },
    });
    expect([...ack]).toEqual([0xa0, 0x00]);
  });

  it('refuses the reseller’s example, whose check value does not fit its bytes', () => {
    const bytes = framed('01000080000000000000FE02 0500 A200010000 A87D');
    expect(cutOnbon(bytes)).toEqual({ kind: 'drop', bytes: bytes.length });
  });

  it('escapes A5, A6, 5A and 5B inside, and nothing else', () => {
    const data = hex('A2 00 01 00 00 A5 A6 5A 5B 41');
    const bytes = onbonBytes(toScreen(1, data));
    expect(bytes.toString('hex')).toContain('a602a6015b025b0141');
    expect(cutOnbon(bytes)).toMatchObject({ kind: 'frame', frame: { data } });
  });
});

describe('C-Power', () => {
  const text = textData({
    ...{ window: 0, effect: 0, align: 1, speed: 0, staySeconds: 3, colour: 1, size: 2 },
    text: Buffer.from('A001'),
  });
  const packet = { type: commandType, card: 1, confirm: 1, data: text };

  it('the worked example of the manual: red, 16 pixels, A001, over a serial line', () => {
    expect(spaced(cpowerBytes(packet, 'serial'))).toBe(
      'A5 68 32 01 7B 01 16 00 00 00 02 00 00 01 00 00 03 12 00 41 12 00 30 12 00 30 12 00 31 ' +
        '00 00 00 4D 02 AE',
    );
  });

  it('the same over the network: prefix, no escapes', () => {
    expect(spaced(cpowerBytes(packet, 'tcp'))).toBe(
      'FF FF FF FF 21 00 00 00 68 32 01 7B 01 16 00 00 00 02 00 00 01 00 00 03 12 00 41 12 00 30 ' +
        '12 00 30 12 00 31 00 00 00 4D 02',
    );
  });

  it('Chinese in three bytes, and windows high byte first', () => {
    const chars = textData({
      ...{ window: 1, effect: 0, align: 5, speed: 1, staySeconds: 3, colour: 2, size: 2 },
      text: gb2312Bytes('号1'),
    });
    expect(spaced(chars)).toBe('02 01 00 05 01 00 03 22 BA C5 22 00 31 00 00 00');
    expect(spaced(splitData([{ x: 0, y: 16, width: 128, height: 16 }]))).toBe(
      '01 01 00 00 00 10 00 80 00 10',
    );
  });

  it('escapes A5, AE and AA on a serial line only', () => {
    const data = hex('07 A5 AE AA 41');
    const answer = { type: answerType, card: 0xaa, confirm: 0, data };
    const serial = cpowerBytes(answer, 'serial');
    expect(spaced(serial)).toContain('07 AA 05 AA 0E AA 0A 41');
    expect(cutCpower(serial, 'serial')).toMatchObject({ kind: 'frame', frame: answer });
    expect(cutCpower(cpowerBytes(answer, 'tcp'), 'tcp')).toMatchObject({ frame: answer });
  });
});

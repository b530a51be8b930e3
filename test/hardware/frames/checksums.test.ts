import { describe, expect, it } from 'vitest';
import { crc16Arc, crc16Modbus, sum16, sum8, xor8 } from '#hardware/frames/checksums.ts';

const digits = Buffer.from('123456789');

describe('check values', () => {
  it('are the published ones', () => {
    expect(crc16Arc(digits)).toBe(0xbb3d);
    expect(crc16Modbus(digits)).toBe(0x4b37);
    // 01 06 00 00 00 65 49 E1 on the wire: low byte first.
    expect(crc16Modbus(Buffer.from('010600000065', 'hex'))).toBe(0xe149);
    expect(xor8(Buffer.from('00032001', 'hex'))).toBe(0x22);
  });

  it('sum within their width', () => {
    expect(sum16(new Uint8Array(300).fill(0xff))).toBe((300 * 0xff) & 0xffff);
    expect(sum8(digits)).toBe(0xdd);
    expect([crc16Arc, sum16, sum8, xor8].map((of) => of(new Uint8Array()))).toEqual([0, 0, 0, 0]);
  });
});

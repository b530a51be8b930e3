/**
 * Check values of the wire formats (test/hardware/frames/checksums.test.ts holds the published ones).
 */

/** CRC-16, polynomial 8005 reflected (A001): begun with 0 it is ARC, with FFFF Modbus. */
function crc16(bytes: Uint8Array, first: number): number {
  let crc = first;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc & 1) === 1 ? (crc >> 1) ^ 0xa001 : crc >> 1;
  }
  return crc;
}

/** CRC-16/ARC, for Onbon: `123456789` gives BB3D. On the wire low byte first. */
export const crc16Arc = (bytes: Uint8Array): number => crc16(bytes, 0);

/** CRC-16/MODBUS: `123456789` gives 4B37. On the wire low byte first. */
export const crc16Modbus = (bytes: Uint8Array): number => crc16(bytes, 0xffff);

/** Sum of all bytes, 16 bits. */
export function sum16(bytes: Uint8Array): number {
  let sum = 0;
  for (const byte of bytes) sum = (sum + byte) & 0xffff;
  return sum;
}

/** Sum of all bytes, 8 bits. */
export const sum8 = (bytes: Uint8Array): number => sum16(bytes) & 0xff;

/** All bytes by exclusive or. */
export function xor8(bytes: Uint8Array): number {
  let xor = 0;
  for (const byte of bytes) xor ^= byte;
  return xor;
}

/** 16 bits as two bytes, low one first. */
export const low16 = (value: number): readonly [number, number] => [value & 0xff, value >> 8];

/** 16 bits as two bytes, high one first. */
export const high16 = (value: number): readonly [number, number] => [value >> 8, value & 0xff];

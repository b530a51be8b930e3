import { crc16Modbus, low16 } from '../frames/checksums.ts';
import { drop, more, type Cut } from '../frames/frame-reader.ts';

/**
 * Modbus frames (Modbus application protocol V1.1b3; Modbus over serial line V1.02; messaging on
 * TCP/IP V1.0b): RTU ends with a CRC, TCP begins with seven bytes of header.
 */
export type ModbusFraming = 'rtu' | 'tcp';

/** Longest unit, function code, data and CRC. */
export const rtuBytesMax = 256;
export const tcpBytesMax = 260;

/** What an answer to a request in RTU form has to be: unit, function code and length with CRC. */
export interface Expected {
  readonly unit: number;
  readonly code: number;
  readonly bytes: number;
}

const exceptionBytes = 5;

/** @param request unit, function code, data and CRC, of a function this house uses */
export function expectedOf(request: Buffer): Expected {
  const [unit = 0, code = 0] = request;
  return { unit, code, bytes: answerBytes(code, request) };
}

function answerBytes(code: number, request: Buffer): number {
  switch (code) {
    case 1:
    case 2:
      return 3 + Math.ceil(request.readUInt16BE(4) / 8) + 2;
    case 3:
    case 4:
      return 3 + 2 * request.readUInt16BE(4) + 2;
    default:
      return 8;
  }
}

/** Cuts the answer to `expected`, CRC and all; while nothing is expected all bytes are dropped. */
export function cutRtuAnswer(held: Buffer, expected: Expected | null): Cut<Buffer> {
  if (expected === null) return drop(held.length);
  if (held[0] !== expected.unit) return drop(1);
  if (held.length < 2) return more;
  const isException = held[1] === (expected.code | 0x80);
  if (!isException && held[1] !== expected.code) return drop(1);
  return cutWithCrc(held, isException ? exceptionBytes : expected.bytes);
}

/** Cuts a request as a device hears it; `unit` null takes every unit. */
export function cutRtuRequest(held: Buffer, unit: number | null): Cut<Buffer> {
  if (unit !== null && held[0] !== unit) return drop(1);
  if (held.length < 7) return more;
  const code = held[1] ?? 0;
  if (code < 1 || code > 16 || (code > 6 && code < 15)) return drop(1);
  return cutWithCrc(held, code >= 15 ? 9 + (held[6] ?? 0) : 8);
}

function cutWithCrc(held: Buffer, bytes: number): Cut<Buffer> {
  if (bytes > rtuBytesMax) return drop(1);
  if (held.length < bytes) return more;
  const frame = held.subarray(0, bytes);
  const isRight = frame.readUInt16LE(bytes - 2) === crc16Modbus(frame.subarray(0, bytes - 2));
  return isRight ? { kind: 'frame', bytes, frame } : drop(1);
}

export interface TcpFrame {
  readonly transaction: number;
  /** Unit, function code, data; no CRC. */
  readonly body: Buffer;
}

export function cutTcp(held: Buffer): Cut<TcpFrame> {
  if (held.length < 6) return more;
  const length = held.readUInt16BE(4);
  // Protocol id 0; unit and function code at the least.
  if (held.readUInt16BE(2) !== 0 || length < 2 || length > tcpBytesMax - 6) return drop(1);
  if (held.length < 6 + length) return more;
  const frame = { transaction: held.readUInt16BE(0), body: held.subarray(6, 6 + length) };
  return { kind: 'frame', bytes: 6 + length, frame };
}

export function tcpBytes({ transaction, body }: TcpFrame): Buffer {
  const header = Buffer.alloc(6);
  header.writeUInt16BE(transaction, 0);
  header.writeUInt16BE(body.length, 4);
  return Buffer.concat([header, body]);
}

export function withCrc(body: Uint8Array): Buffer {
  return Buffer.from([...body, ...low16(crc16Modbus(body))]);
}

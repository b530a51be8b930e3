import { createFrameReader } from '../frames/frame-reader.ts';
import {
  cutRtuRequest,
  cutTcp,
  rtuBytesMax,
  tcpBytes,
  tcpBytesMax,
  withCrc,
  type ModbusFraming,
} from '../modbus/frames.ts';
import type { ByteStream } from '../transports/byte-stream.ts';
import { answering, type DeviceFault } from './device-emulator.ts';

/** The memory of a Modbus device. Addresses outside of it are refused (exception 2). */
export interface ModbusMemory {
  readonly coils: boolean[];
  readonly discrete: readonly boolean[];
  readonly holding: number[];
  readonly input: readonly number[];
}

export interface ModbusUnitOptions {
  readonly framing: ModbusFraming;
  readonly unit: number;
  readonly fault: DeviceFault | null;
  readonly memory: ModbusMemory;
  readonly written: Written;
}

type Written = (table: 'coil' | 'holding', address: number) => void;

const refusedFunction = 1;
const refusedAddress = 2;
const refusedValue = 3;
const failed = 4;

/** A Modbus device on one line, written after the application protocol, apart from the master's. */
export function serveModbusUnit(stream: ByteStream, options: ModbusUnitOptions): void {
  const { framing, unit, fault, memory, written } = options;
  const answer = answering(stream, fault);
  const reply = (body: Buffer): Buffer =>
    fault === 'refuses' ? exception(body, failed) : answerTo(body, memory, written);
  const rtu = createFrameReader<Buffer>({
    cut: (held) => cutRtuRequest(held, unit),
    take: (request) => {
      answer(withCrc(reply(request.subarray(0, -2))));
    },
    heldBytesMax: rtuBytesMax,
  });
  const tcp = createFrameReader({
    cut: cutTcp,
    take: ({ transaction, body }) => {
      if (body[0] !== unit) return;
      answer(tcpBytes({ transaction, body: reply(body) }));
    },
    heldBytesMax: tcpBytesMax,
  });
  stream.onBytes((bytes) => {
    (framing === 'rtu' ? rtu : tcp).push(bytes);
  });
}

/** @param body unit, function code, data */
function answerTo(body: Buffer, memory: ModbusMemory, written: Written): Buffer {
  if (body.length < 6) return exception(body, refusedValue);
  const code = body[1] ?? 0;
  const address = body.readUInt16BE(2);
  const word = body.readUInt16BE(4);
  switch (code) {
    case 1:
      return bitsAnswer(body, memory.coils, address, word);
    case 2:
      return bitsAnswer(body, memory.discrete, address, word);
    case 3:
      return wordsAnswer(body, memory.holding, address, word);
    case 4:
      return wordsAnswer(body, memory.input, address, word);
    case 5:
      if (address >= memory.coils.length) return exception(body, refusedAddress);
      if (word !== 0 && word !== 0xff00) return exception(body, refusedValue);
      memory.coils[address] = word === 0xff00;
      written('coil', address);
      return body.subarray(0, 6);
    case 6:
      if (address >= memory.holding.length) return exception(body, refusedAddress);
      memory.holding[address] = word;
      written('holding', address);
      return body.subarray(0, 6);
    case 16: {
      const isWhole = body[6] === word * 2 && body.length === 7 + word * 2;
      if (!isWhole || word === 0) return exception(body, refusedValue);
      if (address + word > memory.holding.length) return exception(body, refusedAddress);
      for (let index = 0; index < word; index += 1) {
        memory.holding[address + index] = body.readUInt16BE(7 + index * 2);
      }
      written('holding', address);
      return body.subarray(0, 6);
    }
    default:
      return exception(body, refusedFunction);
  }
}

function exception(body: Buffer, code: number): Buffer {
  return Buffer.of(body[0] ?? 0, (body[1] ?? 0) | 0x80, code);
}

function bitsAnswer(
  body: Buffer,
  bits: readonly boolean[],
  address: number,
  count: number,
): Buffer {
  if (count < 1 || count > 2000) return exception(body, refusedValue);
  if (address + count > bits.length) return exception(body, refusedAddress);
  const bytes = Buffer.alloc(Math.ceil(count / 8));
  for (let index = 0; index < count; index += 1) {
    if (bits[address + index] !== true) continue;
    bytes[index >> 3] = (bytes[index >> 3] ?? 0) | (1 << (index & 7));
  }
  return Buffer.concat([body.subarray(0, 2), Buffer.of(bytes.length), bytes]);
}

function wordsAnswer(
  body: Buffer,
  words: readonly number[],
  address: number,
  count: number,
): Buffer {
  if (count < 1 || count > 125) return exception(body, refusedValue);
  if (address + count > words.length) return exception(body, refusedAddress);
  const bytes = Buffer.alloc(count * 2);
  for (let index = 0; index < count; index += 1) {
    bytes.writeUInt16BE(words[address + index] ?? 0, index * 2);
  }
  return Buffer.concat([body.subarray(0, 2), Buffer.of(bytes.length), bytes]);
}

import { EventEmitter } from 'node:events';
import { createFrameReader, type FrameReader } from '../frames/frame-reader.ts';
import type { ByteStream } from '../transports/byte-stream.ts';
import {
  cutRtuAnswer,
  cutTcp,
  expectedOf,
  rtuBytesMax,
  tcpBytes,
  tcpBytesMax,
  withCrc,
  type Expected,
  type ModbusFraming,
} from './frames.ts';

/**
 * What modbus-serial calls a port, over any ByteStream. Its own ports open sockets and devices by
 * themselves; this one leaves that to the link, so that the same master runs over TCP, serial,
 * pseudo-terminals and memory, and a serial gateway on TCP may speak RTU. The master hands over and
 * takes RTU frames; over TCP the CRC gives way to the header.
 */
export interface ModbusPortOptions {
  readonly framing: ModbusFraming;
  /** The adapter hears what it sends itself (half duplex without muting). */
  readonly echo: boolean;
  readonly failed: (error: Error) => void;
}

/** modbus-serial counts its questions in a ring of this many. */
const transactionsMax = 256;

export class ModbusPort extends EventEmitter {
  /** Read and set by modbus-serial. */
  _transactionIdRead = 1;
  _transactionIdWrite = 1;
  isOpen = true;

  private readonly stream: ByteStream;
  private readonly options: ModbusPortOptions;
  private readonly reader: FrameReader;
  private readonly stopBytes: () => void;
  private expected: Expected | null = null;
  private echoBytes = 0;

  constructor(stream: ByteStream, options: ModbusPortOptions) {
    super();
    this.stream = stream;
    this.options = options;
    this.reader = options.framing === 'rtu' ? this.rtuReader() : this.tcpReader();
    this.stopBytes = stream.onBytes((bytes) => {
      // Answers to others on the bus, or to a question that has been given up.
      if (this.expected === null) return;
      const skipped = Math.min(this.echoBytes, bytes.length);
      this.echoBytes -= skipped;
      this.reader.push(bytes.subarray(skipped));
    });
  }

  /** Runs of bytes that were no answer. */
  get dropped(): number {
    return this.reader.dropped;
  }

  open(done: (error: Error | null) => void): void {
    done(null);
  }

  close(done?: () => void): void {
    this.isOpen = false;
    this.stopBytes();
    done?.();
  }

  /** @param request in RTU form */
  write(request: Buffer): void {
    this.expected = expectedOf(request);
    this.reader.reset();
    if (this.options.framing === 'rtu') {
      this.echoBytes = this.options.echo ? request.length : 0;
      this.send(request);
      return;
    }
    const transaction = this._transactionIdWrite;
    this._transactionIdRead = transaction;
    this._transactionIdWrite = (transaction + 1) % transactionsMax;
    this.send(tcpBytes({ transaction, body: request.subarray(0, -2) }));
  }

  /** Nothing is expected any more: what comes late is dropped. */
  forget(): void {
    this.expected = null;
  }

  private send(bytes: Buffer): void {
    this.stream.write(bytes).catch((error: unknown) => {
      this.options.failed(error instanceof Error ? error : new Error(String(error)));
    });
  }

  private answer(frame: Buffer): void {
    this.expected = null;
    this.emit('data', frame);
  }

  private rtuReader(): FrameReader {
    return createFrameReader<Buffer>({
      cut: (held) => cutRtuAnswer(held, this.expected),
      take: (frame) => {
        this.answer(frame);
      },
      heldBytesMax: rtuBytesMax,
    });
  }

  private tcpReader(): FrameReader {
    return createFrameReader({
      cut: cutTcp,
      take: ({ transaction, body }) => {
        // An answer to an older question is nobody's.
        if (this.expected === null || transaction !== this._transactionIdRead) return;
        this.answer(withCrc(body));
      },
      heldBytesMax: tcpBytesMax,
    });
  }
}

import { cellDots, cellsOfPaper, type PaperWidth } from '#server/paper/sheet.ts';
import type { Clock } from '../../clock.ts';
import type { ByteStream } from '../../transports/byte-stream.ts';
import { createBell, type DeviceEmulator } from '../device-emulator.ts';
import { cutCommand, type EscposCommand } from './command.ts';
import { createRoll, type Row } from './roll.ts';
import {
  automaticStatus,
  isStopped,
  paperStatus,
  printerFaults,
  realTimeStatus,
  type PrinterFault,
} from './status.ts';
import { ticketText } from './ticket-text.ts';

/** An ESC/POS ticket printer of 203 dots to the inch, with a Chinese font and a cutter. */
export interface PrinterEmulator extends DeviceEmulator {
  fault: PrinterFault | null;
  readonly paperDots: number;
  /** Tickets that were cut off, the oldest first; at most `ticketsMax` are kept. */
  readonly tickets: readonly PrintedTicket[];
  readonly ticketsCount: number;
  onTicket(told: (ticket: PrintedTicket) => void): () => void;
  /** All bytes since the last ticket was cut off. */
  readonly received: Buffer;
}

export interface PrintedTicket {
  readonly no: number;
  readonly rows: readonly Row[];
  readonly text: string;
}

export interface PrinterOptions {
  readonly clock: Clock;
  readonly widthMm?: PaperWidth;
  readonly fault?: PrinterFault | null;
  readonly slowBytesPerSecond?: number;
  readonly bufferBytes?: number;
}

/** A line as the emulator sees it: what its transport can do beyond bytes. */
type FarStream = ByteStream & { pause?(): void; resume?(): void; reset?(): void };

const ticketsMax = 2_000;
const slowTickMs = 100;
/** A ticket is at least twice as long: faults "in the middle" strike here. */
const middleBytes = 120;
const noise = Buffer.from('a5ffe89681c3', 'hex');

export function createPrinter(options: PrinterOptions): PrinterEmulator {
  const { clock, widthMm = 80, slowBytesPerSecond = 400, bufferBytes = 65_536 } = options;
  const paperDots = cellsOfPaper(widthMm) * cellDots;
  const roll = createRoll(paperDots);
  const bell = createBell();
  const told = new Set<(ticket: PrintedTicket) => void>();
  const tickets: PrintedTicket[] = [];
  let ticketsCount = 0;
  let fault = options.fault ?? null;
  let held = Buffer.alloc(0);
  let received = Buffer.alloc(0);
  let stream: FarStream | null = null;
  const queue: FarStream[] = [];
  let reportMask = 0;
  let lastReport = '';
  /** Budget of a slow printer; anything else prints at once. */
  let isTicking = false;

  const answer = (bytes: Uint8Array): void => {
    if (fault === 'silent' || stream === null) return;
    const before =
      fault === 'noise' ? noise : fault === 'mixed' ? automaticStatus(fault) : Buffer.alloc(0);
    // A line that went away takes its answers with it.
    stream.write(Buffer.concat([before, bytes])).catch(() => undefined);
  };

  const report = (isForced: boolean): void => {
    const bytes = automaticStatus(fault);
    const text = bytes.toString('hex');
    if (!isForced && text === lastReport) return;
    lastReport = text;
    if (reportMask !== 0) answer(bytes);
  };

  const obey = (command: EscposCommand): void => {
    const n = command.bytes[0] ?? 0;
    switch (command.name) {
      case 'GS r':
        answer(Uint8Array.of(n === 1 || n === 49 ? paperStatus(fault) : 0));
        return;
      case 'GS a':
        reportMask = n;
        if (n !== 0) report(true);
        return;
      case 'GS I':
        answer(identity(n));
        return;
      case 'ESC @':
        reportMask = 0;
        print(command);
        return;
      default:
        print(command);
    }
  };

  const print = (command: EscposCommand): void => {
    const ticket = roll.print(command);
    if (ticket !== null) finish(ticket);
  };

  const finish = (rows: readonly Row[]): void => {
    ticketsCount += 1;
    const ticket = { no: ticketsCount, rows, text: ticketText(rows, paperDots) };
    tickets.push(ticket);
    if (tickets.length > ticketsMax) tickets.shift();
    received = Buffer.alloc(0);
    for (const hear of [...told]) hear(ticket);
    bell.ring();
  };

  /** Works off what is held: all of it, or at most `budget` bytes. */
  const work = (budget: number): void => {
    let left = budget;
    while (held.length > 0 && left > 0 && !isStopped(fault)) {
      const cut = cutCommand(held, roll.isChinese);
      if (cut === 'more') break;
      held = held.subarray(cut.length);
      left -= cut.length;
      obey(cut.command);
    }
    if (held.length < bufferBytes && !isDeaf()) stream?.resume?.();
  };

  const pump = (): void => {
    if (fault !== 'slow') {
      work(Infinity);
      return;
    }
    if (isTicking) return;
    isTicking = true;
    clock.after(slowTickMs, () => {
      isTicking = false;
      work((slowBytesPerSecond * slowTickMs) / 1_000);
      if (held.length > 0 && !isStopped(fault)) pump();
    });
  };

  const isDeaf = (): boolean => fault === 'stuck';

  /** DLE EOT and DLE ENQ are obeyed ahead of what is queued, wherever a read ends. */
  const realTime = createRealTime((command, n) => {
    if (command === 0x04 && n >= 1 && n <= 4) answer(Uint8Array.of(realTimeStatus(fault, n)));
    if (command === 0x05 && n === 2 && fault === 'cutter-jam') {
      held = Buffer.alloc(0);
      setFault(null);
    }
  });

  const take = (from: FarStream, bytes: Uint8Array): void => {
    if (from !== stream || isDeaf()) return;
    received = Buffer.concat([received, bytes]);
    held = Buffer.concat([held, bytes]);
    realTime(bytes);
    const isInTicket = received.length > middleBytes && held.length + roll.rows.length > 0;
    if (isInTicket && (fault === 'cut' || fault === 'reset')) {
      breakLine(from);
      return;
    }
    if (isInTicket && fault === 'paper-ends') {
      work(middleBytes);
      setFault('paper-out');
      return;
    }
    pump();
    if (held.length >= bufferBytes) from.pause?.();
  };

  /** What has arrived is printed as far as it goes; the rest never comes. */
  const breakLine = (line: FarStream): void => {
    const isHard = fault === 'reset';
    held = held.subarray(0, middleBytes);
    fault = null;
    work(Infinity);
    if (isHard && line.reset !== undefined) line.reset();
    else line.close();
    bell.ring();
  };

  const setFault = (next: PrinterFault | null): void => {
    fault = next;
    if (isDeaf()) stream?.pause?.();
    else stream?.resume?.();
    report(false);
    pump();
    bell.ring();
  };

  /** One line at a time: another one waits, as most printers have it. */
  const next = (): void => {
    if (stream !== null) return;
    const line = queue.shift();
    if (line === undefined) return;
    stream = line;
    if (isDeaf()) line.pause?.();
    line.onBytes((bytes) => {
      take(line, bytes);
    });
  };

  return {
    get fault() {
      return fault;
    },
    set fault(to) {
      setFault(to);
    },
    paperDots,
    tickets,
    get ticketsCount() {
      return ticketsCount;
    },
    get received() {
      return received;
    },
    onTicket(hear) {
      told.add(hear);
      return () => void told.delete(hear);
    },
    attach(line) {
      if (fault === 'refuse') {
        line.close();
        return;
      }
      queue.push(line);
      line.onClose(() => {
        const at = queue.indexOf(line);
        if (at >= 0) queue.splice(at, 1);
        if (stream === line) {
          stream = null;
          reportMask = 0;
          next();
        }
      });
      next();
    },
    act(words) {
      const [what, name = 'none'] = words.trim().split(/\s+/);
      if (what !== 'fault') return;
      const found = printerFaults.find((each) => each === name);
      if (found !== undefined || name === 'none') setFault(found ?? null);
    },
    text: () => tickets.at(-1)?.text ?? '',
    onChange: bell.onChange,
  };
}

function createRealTime(obey: (command: number, n: number) => void) {
  let state: 'idle' | 'dle' | 'command' = 'idle';
  let command = 0;
  return (bytes: Uint8Array): void => {
    for (const byte of bytes) {
      if (state === 'command') {
        state = 'idle';
        obey(command, byte);
      } else if (state === 'dle' && (byte === 0x04 || byte === 0x05)) {
        state = 'command';
        command = byte;
      } else {
        state = byte === 0x10 ? 'dle' : 'idle';
      }
    }
  };
}

/** GS I: a byte for 1 to 3, else `_` text 00. */
function identity(n: number): Buffer {
  if (n < 65) return Buffer.from([0x02]);
  const text =
    { 65: '1.0', 66: 'PAIHAO', 67: 'EMULATOR', 68: '0001', 69: 'CHINA GB18030' }[n] ?? '';
  return Buffer.concat([Buffer.from('_'), Buffer.from(text), Buffer.from([0])]);
}

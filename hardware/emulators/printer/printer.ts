import { cellDots, cellsOfPaper, type PaperWidth } from '#server/paper/sheet.ts';
import type { Clock } from '../../clock.ts';
import type { ByteStream } from '../../transports/byte-stream.ts';
import { createBell, type DeviceEmulator } from '../device-emulator.ts';
import { createEscposTongue } from './escpos-tongue.ts';
import { isStopped, printerFaults, type PrinterFault } from './faults.ts';
import { createRoll, type Row } from './roll.ts';
import { createStarTongue } from './star-tongue.ts';
import { ticketText } from './ticket-text.ts';
import type { Mouth, PrinterDialectName, Tongue } from './tongue.ts';

/** A ticket printer of 203 dots to the inch, with a Chinese font and a cutter. */
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
  readonly dialect?: PrinterDialectName;
  /** Star: on a network its status has a length behind it. */
  readonly isNetwork?: boolean;
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
  const { clock, dialect = 'escpos', isNetwork = false, widthMm = 80 } = options;
  const { slowBytesPerSecond = 400, bufferBytes = 65_536 } = options;
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
  /** Budget of a slow printer; anything else prints at once. */
  let isTicking = false;

  const mouth: Mouth = {
    get fault() {
      return fault;
    },
    answer(bytes) {
      if (fault === 'silent' || stream === null) return;
      const before =
        fault === 'noise' ? noise : fault === 'mixed' ? tongue.unasked() : Buffer.alloc(0);
      // A line that went away takes its answers with it.
      stream.write(Buffer.concat([before, bytes])).catch(() => undefined);
    },
    recover() {
      held = Buffer.alloc(0);
      setFault(null);
    },
  };
  const tongue: Tongue =
    dialect === 'star' ? createStarTongue(mouth, isNetwork) : createEscposTongue(mouth);

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
      const cut = tongue.cut(held, roll.isChinese);
      if (cut === 'more') break;
      held = held.subarray(cut.length);
      left -= cut.length;
      if (tongue.obey(cut.command)) continue;
      const ticket = roll.print(cut.command);
      if (ticket !== null) finish(ticket);
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

  const take = (from: FarStream, bytes: Uint8Array): void => {
    if (from !== stream || isDeaf()) return;
    received = Buffer.concat([received, bytes]);
    held = Buffer.concat([held, bytes]);
    tongue.hear(bytes);
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
    tongue.changed();
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
          tongue.lineEnded();
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

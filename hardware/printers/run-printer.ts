import { layOut } from '#server/paper/layout.ts';
import type { PaperJob } from '#server/paper/slip.ts';
import type { DevicePorts } from '../device.ts';
import { deviceOnLink, notConnected, type DeviceOnLink } from '../device-on-link.ts';
import type { ByteStream } from '../transports/byte-stream.ts';
import { canPrint, type PrinterDialect, type PrinterLine, type PrinterStatus } from './dialect.ts';
import type { PrinterSettings } from './settings.ts';

/**
 * `printed`: behind the data the printer said that it had worked it off, and was ready. `uncertain`:
 * some of it may be on paper. `refused`: not a byte of it has left, so it may be tried again.
 */
export type PrintOutcome = 'printed' | 'uncertain' | 'refused';

export interface Printer extends DeviceOnLink {
  /**
   * Prints one ticket; those asked at once wait for each other. Never rejects, never waits for
   * ever. `sent` is told when the operating system has taken the last byte, which is not paper yet.
   */
  print(job: PaperJob, told?: { readonly sent?: () => void }): Promise<PrintOutcome>;
}

export const printerTimes = {
  /** How often an idle printer is asked how it is. */
  idleMs: 3_000,
  /** While a ticket prints, to see an end of paper before the limit. */
  busyMs: 1_000,
  /** A piece that the line does not take within it: the printer has stopped reading. */
  pieceWithinMs: 8_000,
  /** From the last byte to the printer's word that it is done. */
  workedOffWithinMs: 25_000,
  /** Silence in a row, while it prints, after which nobody waits any longer. */
  silencesMax: 3,
} as const;

export const printerBounds = {
  /** Written at a time: as much as small printers hold. */
  pieceBytes: 1_024,
  /** Tickets that wait here; an agent that asks for more is refused. */
  waitingMax: 16,
} as const;

/** One printer over any dialect: one line, one ticket at a time, and the truth about each. */
export function runPrinter(
  dialect: PrinterDialect,
  settings: PrinterSettings,
  { link, clock, log }: DevicePorts,
): Printer {
  const cell = notConnected();
  let line: PrinterLine | null = null;
  let stream: ByteStream | null = null;
  let isClosed = false;
  /** Nothing was printed on this line yet. */
  let isFresh = true;
  /**
   * A torn piece of the last ticket may hang in the printer: also of one that somebody else printed
   * who has died since, so that the first ticket of a driver begins with a cut.
   */
  let isTorn = true;
  let waiting = 0;
  let turn: Promise<unknown> = Promise.resolve();
  let cancelIdle: (() => void) | null = null;

  /** Everything on the line goes through here: one question at a time, one ticket at a time. */
  const inTurn = <Result>(act: () => Promise<Result>): Promise<Result> => {
    const result = turn.then(act);
    turn = result.catch(() => undefined); // who asked is told
    return result;
  };

  const note = (status: PrinterStatus): PrinterStatus => {
    if (line !== null) cell.set(status.state, status.detail);
    return status;
  };

  const look = async (of: PrinterLine): Promise<PrinterStatus> => {
    const status = await of.status();
    if (line !== of) return { state: 'offline', detail: cell.detail };
    if (canPrint(status)) link.proven();
    return note(status);
  };

  const lookLater = (): void => {
    cancelIdle?.();
    cancelIdle = clock.after(printerTimes.idleMs, () => {
      const now = line;
      if (now === null) return;
      void inTurn(async () => {
        if (line === now) await look(now);
      }).then(lookLater);
    });
  };

  const device = deviceOnLink(link, cell, (opened) => {
    isFresh = true;
    stream = opened;
    const begun = dialect.begin(opened, settings, {
      clock,
      told: (status) => {
        if (line === begun) note(status);
      },
    });
    line = begun;
    void inTurn(async () => {
      if (line === begun) await look(begun);
    }).then(lookLater);
    return {
      get dropped() {
        return begun.dropped;
      },
      end() {
        cancelIdle?.();
        cancelIdle = null;
        begun.end();
        line = null;
        stream = null;
      },
    };
  });

  const print = async (job: PaperJob, sent: () => void): Promise<PrintOutcome> => {
    const on = line;
    const to = stream;
    if (on === null || to === null) return 'refused';
    // Drawing comes before asking: the answer shall be as fresh as can be.
    const sheet = layOut(job.slip, job.template, settings.widthMm);
    const bytes = await dialect.bytesOf(sheet, settings);
    if (line !== on || !canPrint(await look(on)) || line !== on) return 'refused';
    if (isFresh && (!(await on.settle()) || line !== on)) return 'refused';
    isFresh = false;
    const whole = isTorn ? Buffer.concat([dialect.separate(settings), bytes]) : bytes;
    const outcome = await carry(on, to, whole, sent);
    isTorn = outcome === 'uncertain';
    if (outcome === 'uncertain' && line === on) {
      // Late answers to this ticket must never speak for the next one.
      link.drop('a ticket was left uncertain');
    }
    return outcome;
  };

  const carry = async (
    on: PrinterLine,
    to: ByteStream,
    bytes: Buffer,
    sent: () => void,
  ): Promise<PrintOutcome> => {
    for (let from = 0; from < bytes.length; from += printerBounds.pieceBytes) {
      const piece = bytes.subarray(from, from + printerBounds.pieceBytes);
      if (!(await wasTaken(to, piece))) return 'uncertain';
      if (line !== on) return 'uncertain';
    }
    sent();
    if (settings.answers === 'none') return 'uncertain';
    if (on.workedOff !== null && !(await workedOff(on))) return 'uncertain';
    if (line !== on) return 'uncertain';
    return canPrint(await look(on)) && line === on ? 'printed' : 'uncertain';
  };

  const wasTaken = (to: ByteStream, piece: Uint8Array): Promise<boolean> =>
    new Promise((resolve) => {
      const cancel = clock.after(printerTimes.pieceWithinMs, () => {
        resolve(false);
      });
      to.write(piece)
        .then(
          () => {
            resolve(true);
          },
          () => {
            resolve(false);
          },
        )
        .finally(cancel);
    });

  /** Waits for the printer's word, and looks at it meanwhile: without paper no word will come. */
  const workedOff = async (on: PrinterLine): Promise<boolean> => {
    let answer: boolean | null = null;
    const said = (): boolean | null => answer;
    const asked = on.workedOff?.(printerTimes.workedOffWithinMs).then((value) => {
      answer = value;
    });
    let silences = 0;
    for (;;) {
      await Promise.race([asked, pause(printerTimes.busyMs)]);
      const word = said() ?? (line === on ? null : false);
      if (word !== null) return word;
      const { state } = await look(on);
      const late = said();
      if (late !== null) return late;
      if (state === 'paper-out' || state === 'cover-open') return false;
      silences = state === 'uncertain' ? silences + 1 : 0;
      if (silences >= printerTimes.silencesMax) return false;
    }
  };

  const pause = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      clock.after(ms, resolve);
    });

  const { close } = device;
  return Object.assign(device, {
    async print(job: PaperJob, told: { readonly sent?: () => void } = {}): Promise<PrintOutcome> {
      if (isClosed || waiting >= printerBounds.waitingMax) return 'refused';
      waiting += 1;
      try {
        return await inTurn(() =>
          print(job, () => {
            told.sent?.();
          }),
        );
      } catch (error) {
        // A fault of ours, not of the line: whether bytes have left is not known.
        log.warn({ printer: link.address, why: String(error) }, 'a ticket could not be printed');
        return 'uncertain';
      } finally {
        waiting -= 1;
      }
    },
    async close() {
      isClosed = true;
      await close();
      await turn;
    },
  });
}

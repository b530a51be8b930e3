import type { DevicePorts } from '../device.ts';
import { deviceOnLink, notConnected, type DeviceOnLink } from '../device-on-link.ts';
import { noteHeard, othersAreHeard } from '../frames/turns.ts';
import type { BoardDialect, BoardLine } from './dialect.ts';
import { isSameFace, type BoardFace } from './face.ts';

/** A board that runs. */
export interface Board extends DeviceOnLink {
  /** The latest face wins: one that was not written yet is forgotten. Never waits. */
  show(face: BoardFace): void;
}

export const boardTimes = {
  /**
   * A write that has not ended by then, its turn on the bus included, never will: a new line. What
   * takes no bytes is noticed by the transport before, what does not answer by the dialect.
   */
  showWithinMs: 12_000,
  /** A device that did not answer is asked once more on the same line, then on a new one. */
  retryMs: 1_000,
  failuresMax: 2,
  /** A dead board on a bus of others is asked now and then, and takes none of their time. */
  retryMaxMs: 20_000,
  /** Below three flashes a second (WCAG 2.3.1), and slow enough for ten boards on one bus. */
  litMs: 700,
  darkMs: 400,
  /** A board on a bare serial line loses its text with its power, and nobody is told. */
  refreshMs: 30_000,
} as const;

/**
 * Keeps one board true over any dialect: at most one write under way, then the newest face. After a
 * reconnect the truth is written at once; a board that is stuck holds up nobody.
 */
export function runBoard<Settings>(
  dialect: BoardDialect<Settings>,
  settings: Settings,
  { link, clock, log }: DevicePorts,
): Board {
  const cell = notConnected();
  let latest: BoardFace | null = null;
  let lit = true;
  let line: BoardLine | null = null;
  let shown: { readonly face: BoardFace; readonly lit: boolean } | null = null;
  let isWriting = false;
  let cancelFlash: (() => void) | null = null;
  let cancelRefresh: (() => void) | null = null;
  let failures = 0;
  let cancelRetry: (() => void) | null = null;

  const me = {};
  const isOnLiveBus = (): boolean =>
    link.stream !== null && othersAreHeard(link.stream, me, clock.now());

  const pump = (): void => {
    if (line === null || latest === null || isWriting || cancelRetry !== null) return;
    if (shown !== null && shown.lit === lit && isSameFace(shown.face, latest)) return;
    isWriting = true;
    void write(line, { face: latest, lit });
  };

  const write = async (to: BoardLine, what: { face: BoardFace; lit: boolean }): Promise<void> => {
    // A write that hangs cannot be taken back: the line goes.
    const cancelLimit = clock.after(boardTimes.showWithinMs, () => {
      if (line === to) link.drop('the board does not take its text');
    });
    try {
      const note = await to.show(what.face, what.lit);
      if (line !== to) return;
      shown = what;
      isWriting = false;
      failures = 0;
      if (link.stream !== null) noteHeard(link.stream, me, clock.now());
      link.proven();
      cell.set('ready', note);
      pump();
    } catch (error) {
      if (line !== to) return;
      const why = error instanceof Error ? error.message : String(error);
      log.warn({ board: link.address, why }, 'a board was not written');
      isWriting = false;
      failures += 1;
      if (failures >= boardTimes.failuresMax && !isOnLiveBus()) {
        failures = 0;
        link.drop(why);
        return;
      }
      cell.set('offline', why);
      const waitMs = Math.min(boardTimes.retryMaxMs, boardTimes.retryMs * 2 ** (failures - 1));
      cancelRetry = clock.after(waitMs, () => {
        cancelRetry = null;
        pump();
      });
    } finally {
      cancelLimit();
    }
  };

  const flash = (): void => {
    cancelFlash?.();
    cancelFlash = null;
    if (latest?.flashing !== true || dialect.flashesItself) return;
    cancelFlash = clock.after(lit ? boardTimes.litMs : boardTimes.darkMs, () => {
      lit = !lit;
      pump();
      flash();
    });
  };

  const refresh = (): void => {
    cancelRefresh = clock.after(boardTimes.refreshMs, () => {
      shown = null;
      line?.forget();
      pump();
      refresh();
    });
  };

  const device = deviceOnLink(link, cell, (stream) => {
    const begun = dialect.begin(stream, settings, { clock });
    line = begun;
    // A board that waits for its first face is connected, and nothing more is known.
    if (latest === null) cell.set('ready', 'waiting for its counter');
    pump();
    return {
      get dropped() {
        return begun.dropped;
      },
      end() {
        cancelRetry?.();
        cancelRetry = null;
        begun.end();
        line = null;
        shown = null;
        isWriting = false;
      },
    };
  });
  refresh();

  const { close } = device;
  return Object.assign(device, {
    show(face: BoardFace) {
      if (latest !== null && isSameFace(latest, face)) return;
      latest = face;
      // A new number is seen at once, not after the dark half of the last one.
      lit = true;
      flash();
      pump();
    },
    async close() {
      cancelFlash?.();
      cancelRefresh?.();
      await close();
    },
  });
}

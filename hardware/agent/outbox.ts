import type { CommandAck } from '#protocol/socket-events.ts';
import type { Clock } from '../clock.ts';
import type { HubPort } from './hub-port.ts';

/** Between two tries while the hub does not answer, or cannot write. */
const againMs = 1_000;
/** Reports that wait for the hub: a few a printer. */
const waitingMax = 512;

/** Answers that will be others later: the hub is busy, stopping, or its disk is full. */
const passing: ReadonlySet<string> = new Set([
  'busy',
  'stopping',
  'storage-cannot-write',
  'clock-behind',
  'too-many',
  'internal',
]);

export interface Outbox {
  /**
   * Told until the hub has answered: once, in order, whatever happens to the connection. Resolves
   * with the hub's word, or null where this agent ends first.
   */
  deliver(name: string, args: Readonly<Record<string, unknown>>): Promise<CommandAck | null>;
  close(): void;
}

/**
 * Reports to the hub, one after the other under keys of their own: an answer that got lost is asked
 * for again under the same key, and nothing is recorded twice.
 *
 * @param run a name of this run of the agent: keys of two runs never meet
 */
export function createOutbox(hub: HubPort, clock: Clock, run: string): Outbox {
  const waiting: {
    readonly id: string;
    readonly name: string;
    readonly args: Readonly<Record<string, unknown>>;
    readonly settle: (ack: CommandAck | null) => void;
  }[] = [];
  let count = 0;
  let isLive = false;
  let isBusy = false;
  let isClosed = false;
  let cancelAgain: (() => void) | null = null;

  const pump = async (): Promise<void> => {
    if (isBusy || !isLive || isClosed || cancelAgain !== null) return;
    const [first] = waiting;
    if (first === undefined) return;
    isBusy = true;
    const ack = await hub.command(first.id, first.name, first.args);
    isBusy = false;
    const isOver = ack !== null && (ack.ok || !passing.has(ack.problem.code));
    if (isOver) {
      waiting.shift();
      first.settle(ack);
      void pump();
      return;
    }
    cancelAgain = clock.after(againMs, () => {
      cancelAgain = null;
      void pump();
    });
  };
  const stop = hub.onLive((live) => {
    isLive = live;
    void pump();
  });

  return {
    deliver: (name, args) =>
      new Promise((settle) => {
        if (isClosed || waiting.length >= waitingMax) {
          settle(null);
          return;
        }
        count += 1;
        waiting.push({ id: `${run}:${String(count)}`, name, args, settle });
        void pump();
      }),
    close() {
      isClosed = true;
      stop();
      cancelAgain?.();
      for (const { settle } of waiting.splice(0)) settle(null);
    },
  };
}

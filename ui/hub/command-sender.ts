import type { Language } from '#core/vocabulary.ts';
import type { Problem } from '#protocol/problem.ts';
import type { CommandAck, CommandRequest } from '#protocol/socket-events.ts';
import type { Connection } from './connection.ts';
import { freshId } from './fresh-id.ts';
import type { Store } from './store.ts';

/** `problem` null: the hub could not be reached; nothing is known of the command. */
export type CommandAnswer =
  | { readonly ok: true; readonly revision: number; readonly result: unknown }
  | { readonly ok: false; readonly problem: Problem | null };

export const commandLimits = {
  /** Wait for one acknowledgement, and for a command altogether with its repetitions. */
  ackMs: 5_000,
  commandMs: 20_000,
  /** Between two tries while the connection stands. */
  againMs: 1_000,
} as const;

export interface CommandSenderDeps {
  readonly connection: Store<Connection>;
  readonly isConnected: () => boolean;
  readonly emit: (request: CommandRequest, ack: (answer: CommandAck) => void) => void;
  /** Changes when somebody else signs in or the client closes: what is under way is given up. */
  readonly asker: () => unknown;
  readonly speaking: (() => Language) | undefined;
}

/**
 * Sends commands: each has one id for all its tries, so that the hub answers a repetition and does
 * not do it twice; every wait has an end; the same wish while one is under way is the same wish.
 */
export function createCommandSender(deps: CommandSenderDeps) {
  const inFlight = new Map<string, Promise<CommandAnswer>>();

  async function send(
    name: string,
    args: Readonly<Record<string, unknown>>,
  ): Promise<CommandAnswer> {
    const id = freshId();
    const asker = deps.asker();
    const untilMs = Date.now() + commandLimits.commandMs;
    // Nobody's wish is carried out in the name of the next one who signs in.
    const mayTry = (): boolean =>
      deps.asker() === asker && Date.now() < untilMs && deps.connection.get().state !== 'ended';
    while (mayTry()) {
      const language = deps.speaking === undefined ? {} : { language: deps.speaking() };
      const ack = deps.isConnected() ? await ask({ id, name, args, ...language }) : null;
      if (ack !== null) return ack;
      if (mayTry()) await connectedOr(Math.min(commandLimits.againMs, untilMs - Date.now()));
    }
    return { ok: false, problem: null };
  }

  /** Null: no answer in time, or the connection was lost meanwhile. */
  function ask(request: CommandRequest): Promise<CommandAck | null> {
    return new Promise((resolve) => {
      const done = (ack: CommandAck | null): void => {
        clearTimeout(timer);
        stop();
        resolve(ack);
      };
      const timer = setTimeout(() => done(null), commandLimits.ackMs);
      const stop = deps.connection.subscribe(({ state }) => {
        if (state !== 'live') done(null);
      });
      deps.emit(request, done);
    });
  }

  function connectedOr(delayMs: number): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        stop();
        resolve();
      };
      const timer = setTimeout(done, Math.max(delayMs, 0));
      const stop = deps.connection.subscribe(({ state }) => {
        if (state === 'live' || state === 'ended') done();
      });
    });
  }

  return {
    command(name: string, args: Readonly<Record<string, unknown>>): Promise<CommandAnswer> {
      // A double tap is one wish.
      const wish = `${name} ${JSON.stringify(args)}`;
      const running = inFlight.get(wish);
      if (running !== undefined) return running;
      const answer = send(name, args).finally(() => inFlight.delete(wish));
      inFlight.set(wish, answer);
      return answer;
    },
  };
}

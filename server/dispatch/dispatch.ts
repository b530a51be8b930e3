import type { Command } from '#core/commands.ts';
import type { HallEvent } from '#core/events.ts';
import type { Refusal, Unknown } from '#core/refusals.ts';
import type { HallDay } from '#core/state.ts';
import type { Actor } from '#core/vocabulary.ts';

/** A command as a door hands it in: already authenticated, validated and allowed by role. */
export interface Asked {
  readonly command: Command;
  readonly actor: Actor;
  readonly override?: { readonly by: string; readonly reason: string };
  /**
   * Idempotency: the same key with the same body is answered with the same result for the day.
   * `scope` keeps the keys of different askers apart.
   */
  readonly idempotency?: {
    readonly scope: string;
    readonly key: string;
    readonly bodyHash: string;
  };
  /**
   * Words the answer from the state right after the command. It is kept with the key, so that a
   * repeated key is answered with the very same words.
   */
  readonly render?: (after: {
    readonly state: HallDay;
    readonly events: readonly HallEvent[];
    readonly atMs: number;
  }) => unknown;
}

/** What became of a command: a refusal, a lost race, bad input and a broken disk differ. */
export type Outcome =
  | {
      readonly kind: 'done';
      /** The hall's journal sequence after the command. */
      readonly revision: number;
      readonly events: readonly HallEvent[];
      /** Ids the command created or touched, kept for repeated keys. */
      readonly result: CommandResult;
      /** True when this is the kept answer to a repeated key. */
      readonly repeated: boolean;
    }
  | Refusal
  | Unknown
  | { readonly kind: 'key-reused' }
  | { readonly kind: 'storage-cannot-write'; readonly message: string }
  | { readonly kind: 'clock-behind'; readonly behindMs: number }
  | { readonly kind: 'busy' }
  /** A bug: the command is undone and reported; the hall goes on. */
  | { readonly kind: 'internal' }
  | { readonly kind: 'stopping' };

/** Small, serialisable facts from which a door words its answer. */
export interface CommandResult {
  readonly ticket: string | null;
  readonly counter: string | null;
  readonly notice: string | null;
  /** What `render` answered, or null. */
  readonly answer: unknown;
}

export interface Published {
  /** The stable state after these events. */
  readonly state: HallDay;
  readonly events: readonly HallEvent[];
  /** The state after each event: who follows them one by one need not fold them a second time. */
  readonly states: readonly HallDay[];
}

/**
 * The loop of one hall: accept, decide, append, then tell. Nothing is answered or published before
 * its events are on stable storage.
 */
export interface Dispatch {
  /** The stable state: what may be shown. */
  state(): HallDay;
  submit(asked: Asked): Promise<Outcome>;
  /** Listeners are called in order, synchronously, once a stable batch. */
  subscribe(listener: (published: Published) => void): () => void;
  /** Resolves when all that falls due until now has happened and stands in the journal. */
  settle(): Promise<void>;
  /** Writable as of the last attempt; after a failed one it is tried again every second. */
  health(): { readonly writable: boolean; readonly clockBehindMs: number; readonly queued: number };
  /** Finishes what is accepted, then refuses everything with `stopping`. */
  stop(): Promise<void>;
}

import type { Clock } from '../clock.ts';
import type { ByteStream } from '../transports/byte-stream.ts';
import { readFrames, type Cut } from './frame-reader.ts';
import { turnsOf } from './turns.ts';

export interface Asker<Frame> {
  /**
   * Writes `question` and resolves with what `understand` makes of the first frame it knows (it
   * answers null for others'); asked again after silence, then it rejects.
   */
  ask<Result>(question: Uint8Array, understand: (frame: Frame) => Result | null): Promise<Result>;
  readonly dropped: number;
  end(): void;
}

export interface AskerOptions<Frame> {
  readonly cut: (held: Buffer) => Cut<Frame>;
  readonly heldBytesMax: number;
  readonly clock: Clock;
  readonly answerWithinMs: number;
  readonly tries: number;
  /** For the reason that staff read: `card 1`. */
  readonly name: string;
}

/** Question and answer over one line, one at a time, each with a limit. */
export function createAsker<Frame>(stream: ByteStream, options: AskerOptions<Frame>): Asker<Frame> {
  const { clock, answerWithinMs, tries, name } = options;
  const turns = turnsOf(stream);
  let hear: ((frame: Frame) => void) | null = null;
  let stop: ((error: Error) => void) | null = null;
  const frames = readFrames<Frame>(stream, {
    cut: options.cut,
    take: (frame) => hear?.(frame),
    heldBytesMax: options.heldBytesMax,
  });

  const once = <Result>(
    question: Uint8Array,
    understand: (frame: Frame) => Result | null,
  ): Promise<Result | null> =>
    new Promise((resolve, reject) => {
      const settle = (then: () => void): void => {
        cancel();
        hear = null;
        stop = null;
        then();
      };
      const refuse = (error: Error): void => {
        settle(() => {
          reject(error);
        });
      };
      const cancel = clock.after(answerWithinMs, () => {
        settle(() => {
          resolve(null);
        });
      });
      stop = refuse;
      hear = (frame) => {
        try {
          const result = understand(frame);
          if (result === null) return;
          settle(() => {
            resolve(result);
          });
        } catch (error) {
          refuse(error instanceof Error ? error : new Error(String(error)));
        }
      };
      stream.write(question).catch((error: unknown) => {
        refuse(error instanceof Error ? error : new Error(String(error)));
      });
    });

  return {
    ask: (question, understand) =>
      turns(async () => {
        for (let tried = 0; tried < tries; tried += 1) {
          const result = await once(question, understand);
          if (result !== null) return result;
        }
        throw new Error(`${name} does not answer`);
      }),
    get dropped() {
      return frames.dropped;
    },
    end() {
      stop?.(new Error('closed'));
      frames.end();
    },
  };
}

import type { ByteStream } from '../transports/byte-stream.ts';

/** One question after the other. A turn that fails frees the next one all the same. */
export type Turns = <Result>(job: () => Promise<Result>) => Promise<Result>;

const ofStreams = new WeakMap<ByteStream, Turns>();

/**
 * The turns of one line, the same for everybody who talks over it: RS-485 is half duplex, with one
 * outstanding question a bus (measured: of three Modbus calls at once two timed out).
 */
export function turnsOf(stream: ByteStream): Turns {
  const known = ofStreams.get(stream);
  if (known !== undefined) return known;
  let last: Promise<unknown> = Promise.resolve();
  const turns: Turns = (job) => {
    const mine = last.then(job, job);
    last = mine.catch(() => undefined);
    return mine;
  };
  ofStreams.set(stream, turns);
  return turns;
}

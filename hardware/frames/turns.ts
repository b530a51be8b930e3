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

/** Who of a bus was heard, and when. */
const heard = new WeakMap<ByteStream, Map<object, number>>();

/** A device answered over this line. */
export function noteHeard(stream: ByteStream, device: object, nowMs: number): void {
  const devices = heard.get(stream) ?? new Map<object, number>();
  heard.set(stream, devices);
  devices.set(device, nowMs);
}

/** Silence of one device on a bus where others answer is its own: the line is good. */
const lateMs = 60_000;

/** Whether somebody else on this line was heard of late. */
export function othersAreHeard(stream: ByteStream, device: object, nowMs: number): boolean {
  return [...(heard.get(stream) ?? [])].some(
    ([other, atMs]) => other !== device && nowMs - atMs < lateMs,
  );
}

import { afterEach, expect, it } from 'vitest';
import type { ByteStream, Transport } from '#hardware/transports/byte-stream.ts';

/** A line under test: our end's transport, and the far end as a plain thing. */
export interface LineRig {
  readonly transport: Transport;
  /** What the far end has received so far. */
  received(): Buffer;
  /** The far end says something. */
  say(bytes: Uint8Array): void;
  /** The far end takes nothing more, and does not close. */
  fallAsleep?(): void;
  /** The far end goes away. */
  hangUp(): void | Promise<void>;
  close(): Promise<void>;
}

/** What every line to a device promises, whatever it is made of. */
export function byteStreamContract(open: () => Promise<LineRig>): void {
  const rigs: LineRig[] = [];
  const begin = async (): Promise<{ rig: LineRig; stream: ByteStream }> => {
    const rig = await open();
    rigs.push(rig);
    return { rig, stream: await rig.transport.open(new AbortController().signal) };
  };
  afterEach(async () => {
    for (const rig of rigs.splice(0)) await rig.close();
  });

  it('carries every byte both ways, in order', async () => {
    const { rig, stream } = await begin();
    const all = Buffer.from(Array.from({ length: 4_000 }, (_, at) => (at * 7) % 256));
    const heard: Uint8Array[] = [];
    stream.onBytes((bytes) => heard.push(bytes));
    await Promise.all([stream.write(all.subarray(0, 1_000)), stream.write(all.subarray(1_000))]);
    await until(() => rig.received().length >= all.length);
    expect(rig.received().equals(all)).toBe(true);
    rig.say(all);
    await until(() => Buffer.concat(heard).length >= all.length);
    expect(Buffer.concat(heard).equals(all)).toBe(true);
    stream.close();
  });

  it('takes a copy: the writer may use its buffer again', async () => {
    const { rig, stream } = await begin();
    const buffer = Buffer.from('A001');
    const sent = stream.write(buffer);
    buffer.fill('x');
    await sent;
    await until(() => rig.received().length === 4);
    expect(rig.received().toString()).toBe('A001');
    stream.close();
  });

  it('tells once that it was closed here, and takes nothing afterwards', async () => {
    const { stream } = await begin();
    const told: string[] = [];
    stream.onClose((why) => told.push(why));
    stream.close();
    stream.close();
    stream.onClose((why) => told.push(`late: ${why}`));
    expect(told).toHaveLength(2);
    await expect(stream.write(Buffer.from('x'))).rejects.toThrow();
  });

  it('tells that the far end is gone', async () => {
    const { rig, stream } = await begin();
    const gone = new Promise<string>((resolve) => stream.onClose(resolve));
    await rig.hangUp();
    expect(await gone).not.toBe('');
    await expect(stream.write(Buffer.alloc(64))).rejects.toThrow();
  });

  it('a far end that takes nothing fails the write within the limit, not the program', async () => {
    const { rig, stream } = await begin();
    if (rig.fallAsleep === undefined) {
      stream.close();
      return;
    }
    rig.fallAsleep();
    const gone = new Promise<string>((resolve) => stream.onClose(resolve));
    // More than any buffer on the way holds.
    const much = stream.write(Buffer.alloc(24 * 1024 * 1024));
    await expect(much).rejects.toThrow(/nothing was taken/);
    expect(await gone).toMatch(/nothing was taken/);
  });
}

/** Waits for something that bytes on a real line bring about; bounded by the test's own limit. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise<void>((go) => void setTimeout(go, 2));
}

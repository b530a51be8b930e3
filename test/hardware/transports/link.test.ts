import { describe, expect, it } from 'vitest';
import type { ByteStream, Transport } from '#hardware/transports/byte-stream.ts';
import { createLink } from '#hardware/transports/link.ts';
import { memoryTransport, type MemoryLine } from '#hardware/transports/memory.ts';
import { settle, steeredClock } from '../steered-clock.ts';

function linked(transport: Transport) {
  const clock = steeredClock();
  const link = createLink(transport, { clock, random: () => 1 });
  const ups: ByteStream[] = [];
  const downs: string[] = [];
  link.onUp((stream) => ups.push(stream));
  link.onDown((why) => downs.push(why));
  return { clock, link, ups, downs };
}

describe('a link', () => {
  it('is up as soon as its line opens, and tells who comes later', async () => {
    const { link, ups } = linked(memoryTransport(() => undefined));
    expect(link.stream).toBeNull();
    await settle();
    expect(ups).toHaveLength(1);
    const late: ByteStream[] = [];
    link.onUp((stream) => late.push(stream));
    expect(late).toEqual(ups);
    link.close();
  });

  it('comes back by itself when the device is plugged in again', async () => {
    const device = memoryTransport(() => undefined);
    const { clock, link, ups, downs } = linked(device);
    await settle();
    device.unplug();
    await settle();
    expect(link.stream).toBeNull();
    expect(downs).toEqual(['closed here']);
    await clock.pass(2_000);
    expect(ups).toHaveLength(1);
    expect(link.why).toBe('no such device');
    device.plug();
    await clock.pass(4_000);
    expect(ups).toHaveLength(2);
    expect(link.why).toBeNull();
    link.close();
  });

  it('waits twice as long after each failure, up to its limit', async () => {
    const atMs: number[] = [];
    const clock = steeredClock();
    const transport: Transport = {
      address: 'nowhere',
      open: () => {
        atMs.push(clock.now());
        return Promise.reject(new Error('not plugged in'));
      },
    };
    const link = createLink(transport, {
      clock,
      random: () => 1,
      firstWaitMs: 100,
      waitMaxMs: 1_000,
    });
    for (let step = 0; step < 800; step += 1) {
      clock.advance(5);
      await settle(2);
    }
    link.close();
    const gaps = atMs.slice(1).map((at, index) => at - (atMs[index] ?? 0));
    // What is due falls on the next step of 5 ms.
    expect(gaps.slice(0, 6).map((gap) => Math.round(gap / 100) * 100)).toEqual([
      100, 200, 400, 800, 1_000, 1_000,
    ]);
  });

  it('is not fooled by a device that takes every connection and drops it', async () => {
    let opened = 0;
    const far: MemoryLine[] = [];
    const { clock, link } = linked(
      memoryTransport((end) => {
        opened += 1;
        far.push(end);
        end.close();
      }),
    );
    await clock.pass(60_000);
    // 0.25, 0.5, 1, 2, 4, 8, 15, 15 … s
    expect(opened).toBeGreaterThan(6);
    expect(opened).toBeLessThan(12);
    link.close();
  });

  it('starts over with a short wait once the device has proved itself', async () => {
    let opened = 0;
    const device = memoryTransport(() => {
      opened += 1;
    });
    const { clock, link } = linked(device);
    await settle();
    for (let round = 0; round < 5; round += 1) {
      link.proven();
      link.drop('out of step');
      await clock.pass(300);
    }
    expect(opened).toBe(6);
    link.close();
  });

  it('ends an attempt that neither succeeds nor fails', async () => {
    const hanging: Transport = { address: 'silence', open: () => new Promise(() => undefined) };
    const { clock, link, downs } = linked(hanging);
    await clock.pass(5_100);
    expect(downs[0]).toMatch(/no answer/);
    link.close();
  });

  it('closed, it opens nothing more and lets go of what opens late', async () => {
    let release: (stream: ByteStream) => void = () => undefined;
    const slow: Transport = {
      address: 'slow',
      open: () => new Promise((resolve) => (release = resolve)),
    };
    const { link, ups } = linked(slow);
    link.close();
    let isClosed = false;
    release({
      write: () => Promise.resolve(),
      onBytes: () => () => undefined,
      onClose: () => () => undefined,
      close: () => {
        isClosed = true;
      },
    });
    await settle();
    expect(isClosed).toBe(true);
    expect(ups).toHaveLength(0);
  });
});

import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { IncomingMessage } from 'node:http';
import { limits } from '#server/limits.ts';
import { noProxies } from '#server/plugins/proxies.ts';
import { createGate } from '#server/sockets/gate.ts';
import { startHub, type TestHub } from '#test/support/hub.ts';
import { listen, watch } from '#test/support/socket-ears.ts';

describe('the gate', () => {
  const from = (remoteAddress: string, answered: string[] = []) =>
    ({
      headers: {},
      socket: { remoteAddress, on: () => undefined, end: (text: string) => answered.push(text) },
    }) as unknown as IncomingMessage;
  const bounds = {
    socketsMax: 5,
    socketsPerAddressMax: 2,
    newSocketsPerSecond: 1,
    newSocketBurst: 3,
    rateLimitAddressesMax: 10,
  };

  function ask(gate: ReturnType<typeof createGate>, address: string): string {
    const answered: string[] = [];
    gate.allow(from(address, answered), (error, success) => {
      answered.push(success ? 'welcome' : String(error));
    });
    return answered.join();
  }

  it('answers 429 with Retry-After for an address that has its share, lets the others in', () => {
    const gate = createGate(noProxies, bounds);
    expect(ask(gate, '10.0.0.1')).toBe('welcome');
    const leave = gate.enter(from('10.0.0.1'));
    gate.enter(from('10.0.0.1'));
    const refused = ask(gate, '10.0.0.1');
    expect(refused).toMatch(/^HTTP\/1\.1 429 Too Many Requests\r\nRetry-After: \d+\r\n/);
    expect(ask(gate, '10.0.0.2')).toBe('welcome');
    leave();
    expect(ask(gate, '10.0.0.1')).toBe('welcome');
  });

  it('slows an address that comes again and again', () => {
    const gate = createGate(noProxies, bounds);
    const answers = Array.from({ length: 4 }, () => ask(gate, '10.0.0.1').slice(0, 12));
    expect(answers).toEqual(['welcome', 'welcome', 'welcome', 'HTTP/1.1 429']);
    expect(ask(gate, '10.0.0.2')).toBe('welcome');
  });

  it('is full for everybody at the bound of all', () => {
    const gate = createGate(noProxies, bounds);
    for (const address of ['1', '2', '3', '4', '5']) gate.enter(from(address));
    expect(ask(gate, '10.0.0.9')).toContain('429');
  });
});

describe('a reader that takes nothing', () => {
  let hub: TestHub;

  beforeEach(async () => {
    hub = await startHub({ listen: true });
  });

  afterEach(() => hub.close());

  it('is let go while it still asks, its messages are freed, and it comes back whole', async () => {
    const token = await hub.signIn('9001');
    const { hostname, port } = new URL(hub.url);
    const line = connect(Number(port), hostname);
    const gone = new Promise((resolve) => line.once('close', resolve));
    line.on('error', () => undefined);
    line.write(
      'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\n' +
        `Host: ${hostname}:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
        'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
    );
    const heard = (word: string) =>
      new Promise<void>((resolve) => {
        line.on('data', (data: Buffer) => {
          if (data.toString('latin1').includes(word)) resolve();
        });
      });
    await heard('"pingInterval"');
    line.write(masked(`40${JSON.stringify({ token, protocol: 1 })}`));
    await heard('40{"sid"');
    // From here on it writes and does not read.
    line.pause();
    const before = process.memoryUsage();
    const question = masked(`421${JSON.stringify(['watch', { view: 'supervisor' }])}`);
    let asked = 0;
    const ask = (): void => {
      while (asked < 20_000 && line.writable && line.write(question)) asked += 1;
    };
    line.on('drain', ask);
    ask();
    await socketsOf(hub, 0);
    const after = process.memoryUsage();
    const heldBytes = after.arrayBuffers + after.external - before.arrayBuffers - before.external;
    expect(heldBytes).toBeLessThan(16 * limits.unreadBytesMax);
    line.destroy();
    await gone;

    const back = hub.socket({ token });
    const { views } = listen(back);
    expect(await watch(back, { view: 'supervisor' })).toEqual({ ok: true });
    expect(views[0]).toMatchObject({ view: 'supervisor', data: { hall: {} } });
  });
});

/** Waits until the hub counts so many sockets, having counted one. */
async function socketsOf(hub: TestHub, count: number): Promise<void> {
  let seen = false;
  for (;;) {
    const { values } = await hub.hall.metrics.sockets.get();
    const open = values.reduce((sum, { value }) => sum + value, 0);
    if (open > 0) seen = true;
    if (seen && open === count) return;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** A client's text frame: masked with zeros, which is allowed (RFC 6455, 5.3) and changes nothing. */
function masked(text: string): Buffer {
  const data = Buffer.from(text);
  const head =
    data.length < 126
      ? Buffer.from([0x81, 0x80 | data.length])
      : Buffer.from([0x81, 0x80 | 126, data.length >> 8, data.length & 0xff]);
  return Buffer.concat([head, Buffer.alloc(4), data]);
}

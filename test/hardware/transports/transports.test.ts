import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SerialPort } from 'serialport';
import { describe, expect, it } from 'vitest';
import { deviceFileTransport } from '#hardware/transports/device-file.ts';
import { lpTransport } from '#hardware/transports/lp.ts';
import { memoryTransport, type MemoryLine } from '#hardware/transports/memory.ts';
import { serialTransport } from '#hardware/transports/serial.ts';
import { tcpTransport } from '#hardware/transports/tcp.ts';
import { ptyPair } from '../pty-pair.ts';
import { byteStreamContract, until, type LineRig } from './byte-stream-contract.ts';

const never = new AbortController().signal;

describe('a line in memory', () => {
  byteStreamContract(async () => {
    let far: MemoryLine | null = null;
    const heard: Uint8Array[] = [];
    const transport = memoryTransport((end) => {
      far = end;
      end.onBytes((bytes) => heard.push(bytes));
    });
    const end = (): MemoryLine => {
      if (far === null) throw new Error('not open');
      return far;
    };
    return {
      transport,
      received: () => Buffer.concat(heard),
      say: (bytes) => void end().write(bytes),
      hangUp: () => {
        end().close();
      },
      close: async () => undefined,
    };
  });
});

describe('a line over TCP', () => {
  const listening = async (): Promise<LineRig> => {
    const sockets: Socket[] = [];
    const heard: Buffer[] = [];
    const server = createServer((socket) => {
      sockets.push(socket);
      socket.on('data', (bytes: Buffer) => heard.push(bytes));
      socket.on('error', () => undefined);
    });
    await new Promise<void>((go) => server.listen(0, '127.0.0.1', go));
    const address = server.address();
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
    return {
      transport: tcpTransport({ host: '127.0.0.1', port }, 300),
      received: () => Buffer.concat(heard),
      say: (bytes) => void sockets[0]?.write(bytes),
      fallAsleep: () => void sockets[0]?.pause(),
      hangUp: async () => {
        await until(() => sockets.length > 0);
        sockets[0]?.destroy();
      },
      async close() {
        for (const socket of sockets) socket.destroy();
        await new Promise((go) => server.close(go));
      },
    };
  };
  byteStreamContract(listening);

  it('says in words that nobody answers', async () => {
    const rig = await listening();
    const { transport } = rig;
    await rig.close();
    await expect(transport.open(never)).rejects.toThrow('nobody answers at this address');
  });

  it('gives up when its time is over', async () => {
    const limit = AbortSignal.timeout(100);
    // A documentation address: nothing there answers, nor refuses.
    const opening = tcpTransport({ host: '192.0.2.1', port: 9100 }).open(limit);
    await expect(opening).rejects.toThrow();
  });
});

const plugged = async (): Promise<LineRig & { unplug(): Promise<void>; path: string }> => {
  const pair = await ptyPair();
  const heard: Buffer[] = [];
  const far = new SerialPort({ path: pair.far, baudRate: 9_600 });
  far.on('data', (bytes: Buffer) => heard.push(bytes));
  far.on('error', () => undefined);
  await new Promise<void>((go) => far.on('open', go));
  return {
    transport: serialTransport({ path: pair.near, baudRate: 9_600 }, 300),
    path: pair.near,
    received: () => Buffer.concat(heard),
    say: (bytes) => void far.write(Buffer.from(bytes)),
    fallAsleep: () => far.pause(),
    hangUp: () => pair.unplug(),
    unplug: () => pair.unplug(),
    async close() {
      await new Promise((go) => far.close(go));
      await pair.close();
    },
  };
};

describe('a serial line', () => {
  byteStreamContract(plugged);

  it('says in words that it is not plugged in', async () => {
    const opening = serialTransport({ path: '/dev/paihao-none', baudRate: 9_600 }).open(never);
    await expect(opening).rejects.toThrow('not plugged in');
  });

  it('ends when its path is gone, though nothing on the line says so', async () => {
    const rig = await plugged();
    const stream = await rig.transport.open(never);
    const ended = new Promise<string>((told) => void stream.onClose(told));
    rmSync(rig.path);
    expect(await ended).toBe('unplugged');
    await rig.close();
  });

  it('says in words that another program holds it', async () => {
    const rig = await plugged();
    const first = await rig.transport.open(never);
    const second = serialTransport({ path: rig.path, baudRate: 9_600 }).open(never);
    await expect(second).rejects.toThrow('another program holds it');
    first.close();
    await rig.close();
  });
});

describe('a device file', () => {
  byteStreamContract(async () => {
    const rig = await plugged();
    return { ...rig, transport: deviceFileTransport(rig.path, 300) };
  });

  it('says in words that it is not plugged in, and prints nothing later', async () => {
    const opening = deviceFileTransport('/dev/usb/paihao-none').open(never);
    await expect(opening).rejects.toThrow('not plugged in');
  });
});

describe('a queue of CUPS', () => {
  it('hands over whole jobs, and says that a queue is not known', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'paihao-lp-'));
    const program = (name: string, text: string): string => {
      const path = join(folder, name);
      writeFileSync(path, `#!/bin/sh\n${text}\n`);
      chmodSync(path, 0o755);
      return path;
    };
    const programs = {
      lp: program('lp', `cat > ${folder}/$$.part && mv ${folder}/$$.part ${folder}/job.raw`),
      lpstat: program('lpstat', '[ "$2" = tickets ]'),
    };
    await expect(lpTransport('nowhere', programs).open(never)).rejects.toThrow('no such queue');
    const stream = await lpTransport('tickets', programs).open(never);
    await stream.write(Buffer.from('A0'));
    await stream.write(Buffer.from('01'));
    const done = () => {
      try {
        return readFileSync(join(folder, 'job.raw'), 'utf8');
      } catch {
        return null; // not there yet
      }
    };
    await until(() => done() !== null);
    expect(done()).toBe('A001');
    stream.close();
    rmSync(folder, { recursive: true });
  });
});

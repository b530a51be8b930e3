/** The printer of `npm run emulate`: a process of its own, files, faults switched while it runs. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { systemClock } from '#hardware/clock.ts';
import { silentLog } from '#hardware/device.ts';
import { openPrinter, type Printer } from '#hardware/printers/open-printer.ts';
import { createLink } from '#hardware/transports/link.ts';
import { tcpTransport } from '#hardware/transports/tcp.ts';
import { root } from '#test/house/project-files.ts';
import { sampleJob } from '../../../paper/sample-slip.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

it('writes each ticket as text and picture; faults come and go at its input', async () => {
  const out = mkdtempSync(join(tmpdir(), 'paihao-printer-'));
  closing.push(() => {
    rmSync(out, { recursive: true, force: true });
  });
  const { child, port } = await started(['printer', '--port', '0', '--out', out, '--width', '58']);
  const link = createLink(tcpTransport({ host: '127.0.0.1', port }), {
    clock: systemClock,
    random: () => 0,
  });
  const ports = { link, clock: systemClock, log: silentLog };
  const printer = openPrinter({ dialect: 'escpos', widthMm: 58 }, ports);
  closing.push(() => printer.close());
  await stateIs(printer, 'ready');
  expect(await printer.print(sampleJob({ number: 'A007' }))).toBe('printed');
  expect(readFileSync(join(out, '0001.txt'), 'utf8')).toContain(
    '大约要等               5-10 分钟\n',
  );
  const picture = readFileSync(join(out, '0001.png'));
  expect(picture.toString('latin1', 1, 4)).toBe('PNG');
  // 384 dots of paper between its edges.
  expect(picture.readUInt32BE(16)).toBe(384 + 2 * 32);

  child.stdin?.write('fault paper-out\n');
  await stateIs(printer, 'paper-out');
  expect(await printer.print(sampleJob({ number: 'A008' }))).toBe('refused');
  child.stdin?.write('fault none\n');
  await stateIs(printer, 'ready');
  expect(await printer.print(sampleJob({ number: 'A008' }))).toBe('printed');
  expect(readFileSync(join(out, '0002.txt'), 'utf8')).toContain('A008');
  expect(existsSync(join(out, '0003.txt'))).toBe(false);

  const left = once(child, 'exit');
  child.kill('SIGTERM');
  expect(await left).toEqual([0, null]);
});

async function started(args: readonly string[]): Promise<{ child: ChildProcess; port: number }> {
  const child = spawn(process.execPath, [join(root, 'hardware/emulators/main.ts'), ...args]);
  closing.push(() => child.kill('SIGKILL'));
  const [said] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, port: Number(/127\.0\.0\.1:(\d+)/.exec(said.toString())?.[1]) };
}

async function stateIs(printer: Printer, wanted: string): Promise<void> {
  await new Promise<void>((resolve) => {
    const stop = printer.onState((state) => {
      if (state !== wanted) return;
      resolve();
      queueMicrotask(() => {
        stop();
      });
    });
  });
}

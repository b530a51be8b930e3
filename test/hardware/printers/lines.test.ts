import { afterEach, describe, expect, it } from 'vitest';
import { systemClock } from '#hardware/clock.ts';
import { silentLog } from '#hardware/device.ts';
import { createPrinter, type PrinterEmulator } from '#hardware/emulators/printer/printer.ts';
import { serveSerial, serveTcp } from '#hardware/emulators/serve.ts';
import { openPrinter, type Printer } from '#hardware/printers/open-printer.ts';
import { createLink } from '#hardware/transports/link.ts';
import { serialTransport } from '#hardware/transports/serial.ts';
import { tcpTransport } from '#hardware/transports/tcp.ts';
import type { Transport } from '#hardware/transports/byte-stream.ts';
import { sampleJob } from '../../paper/sample-slip.ts';
import { ptyPair } from '../pty-pair.ts';
import { stateIs } from './state-is.ts';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

type Line = (device: PrinterEmulator) => Promise<Transport>;

const lines: readonly (readonly [string, Line])[] = [
  [
    'TCP',
    async (device) => {
      const served = await serveTcp(device, 0);
      closing.push(served.close);
      const port = Number(served.address.split(':').at(-1));
      return tcpTransport({ host: '127.0.0.1', port });
    },
  ],
  [
    'a pseudo-terminal',
    async (device) => {
      const pair = await ptyPair();
      closing.push(pair.close);
      const served = await serveSerial(device, pair.far, 115_200);
      closing.push(served.close);
      return serialTransport({ path: pair.near, baudRate: 115_200 });
    },
  ],
];

describe.each(lines)('over %s', (_, open) => {
  async function begin(device: PrinterEmulator): Promise<Printer> {
    const link = createLink(await open(device), { clock: systemClock, random: Math.random });
    const ports = { link, clock: systemClock, log: silentLog };
    const printer = openPrinter({ dialect: 'escpos', widthMm: 58 }, ports);
    closing.push(() => printer.close());
    return printer;
  }

  it('tickets come out as they should, Chinese, pictures and code', async () => {
    const device = createPrinter({ clock: systemClock, widthMm: 58 });
    const printer = await begin(device);
    await stateIs(printer, 'ready');
    const job = sampleJob({ notices: [{ zh: '㐀先生请到前台', en: '' }] });
    expect(await printer.print(job)).toBe('printed');
    expect(await printer.print(sampleJob({ number: 'B002', language: 'en' }))).toBe('printed');
    const [zh = '', en = ''] = device.tickets.map(({ text }) => text);
    expect(zh).toContain('前面还有                    3 人');
    expect(zh).toContain('[QR http://192.168.1.20:8080/t/5qvRz2F0aSDk3_8xYtQwEr]');
    expect(zh).toContain('[picture 168x24]');
    expect(en).toContain('B002');
    expect(en).toContain('Likely wait             5-10 min');
  });

  it('paper out in the middle is seen, and what was in doubt stays so', async () => {
    const device = createPrinter({ clock: systemClock, widthMm: 58 });
    const printer = await begin(device);
    await stateIs(printer, 'ready');
    device.fault = 'paper-ends';
    expect(await printer.print(sampleJob())).toBe('uncertain');
    device.fault = null;
    await stateIs(printer, 'ready');
    expect(await printer.print(sampleJob({ number: 'A029' }))).toBe('printed');
    expect(device.tickets.filter(({ text }) => text.includes('A029'))).toHaveLength(1);
  });
});

it('a serial line that is pulled out and plugged in again prints again', async () => {
  const pair = await ptyPair();
  closing.push(pair.close);
  const device = createPrinter({ clock: systemClock });
  closing.push((await serveSerial(device, pair.far)).close);
  const link = createLink(serialTransport({ path: pair.near, baudRate: 9_600 }), {
    clock: systemClock,
    random: Math.random,
  });
  const printer = openPrinter({ dialect: 'escpos' }, { link, clock: systemClock, log: silentLog });
  closing.push(() => printer.close());
  await stateIs(printer, 'ready');
  await pair.unplug();
  await stateIs(printer, 'offline');
  await pair.plug();
  closing.push((await serveSerial(device, pair.far)).close);
  await stateIs(printer, 'ready');
  expect(await printer.print(sampleJob())).toBe('printed');
});

import { afterEach, describe, expect, it } from 'vitest';
import { systemClock } from '#hardware/clock.ts';
import { silentLog } from '#hardware/device.ts';
import { createPrinter } from '#hardware/emulators/printer/printer.ts';
import { printerFaults, type PrinterFault } from '#hardware/emulators/printer/faults.ts';
import { serveSerial } from '#hardware/emulators/serve.ts';
import { openPrinter } from '#hardware/printers/open-printer.ts';
import { createLink } from '#hardware/transports/link.ts';
import { serialTransport } from '#hardware/transports/serial.ts';
import { sampleJob } from '../../paper/sample-slip.ts';
import { ptyPair } from '../pty-pair.ts';
import { createPrinterDay, randomOf } from './printer-day.ts';
import { printerBench } from './printer-bench.ts';
import { stateIs } from './state-is.ts';

const bench = (fault: PrinterFault | null = null, isNetwork = false) =>
  printerBench({ dialect: 'star' }, { dialect: 'star', fault, isNetwork });
const job = (number = 'A007') => sampleJob({ number, language: 'en', address: null });

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

describe('a Star printer', () => {
  it.each([
    ['a serial line', false],
    ['a network', true],
  ])('on %s: sent, then printed, and reads as it should', async (_, isNetwork) => {
    const at = bench(null, isNetwork);
    await at.clock.pass(50);
    const told: string[] = [];
    const outcome = at.printer.print(job(), { sent: () => told.push('sent') });
    told.push(await at.until(outcome));
    expect(told).toEqual(['sent', 'printed']);
    const lines = at.device.text().split('\n');
    expect(lines.slice(0, 2)).toEqual(['     Tongtai Street Hall', '                Payments']);
    // The number is larger than its letters go, so it is a picture.
    expect(lines[2]).toMatch(/^\[picture 576x\d+\]$/);
    expect(at.device.ticketsCount).toBe(1);
    expect(at.printer.state).toBe('ready');
    expect(at.printer.dropped).toBe(0);
  });

  it.each([
    ['paper-out', 'paper-out'],
    ['cover-open', 'cover-open'],
    ['cutter-jam', 'offline'],
    ['silent', 'uncertain'],
    ['stuck', 'uncertain'],
  ] as const)('%s: says %s, and not a byte of the ticket leaves', async (fault, state) => {
    const at = bench(fault);
    await at.clock.pass(4_000);
    expect(at.printer.state).toBe(state);
    expect(await at.until(at.printer.print(job()))).toBe('refused');
    expect(at.written().includes(Buffer.from('Tongtai'))).toBe(false);
  });

  it.each(['noise', 'mixed', 'paper-low'] as const)('prints when %s', async (fault) => {
    const at = bench(fault);
    await at.clock.pass(4_000);
    expect(await at.until(at.printer.print(job()))).toBe('printed');
    expect(at.device.ticketsCount).toBe(1);
    expect(at.printer.state).toBe(fault === 'paper-low' ? 'paper-low' : 'ready');
  });

  it.each(['paper-ends', 'cut', 'reset'] as const)('%s in its middle: uncertain', async (fault) => {
    const at = bench();
    await at.clock.pass(4_000);
    at.device.fault = fault;
    expect(await at.until(at.printer.print(job()))).toBe('uncertain');
    expect(at.device.ticketsCount).toBe(0);
  });

  it('the end of an older ticket does not speak for the next one', async () => {
    const at = bench();
    await at.clock.pass(100);
    at.device.fault = 'paper-ends';
    expect(await at.until(at.printer.print(job('A001')))).toBe('uncertain');
    // Paper is back: it goes on with what it held, and counts the old ETB.
    at.device.fault = null;
    await at.clock.pass(4_000);
    const next = at.printer.print(job('A002'), { sent: () => (at.device.fault = 'silent') });
    expect(await at.until(next)).toBe('uncertain');
  });

  it('a picture that broke off does not swallow the next ticket', async () => {
    const at = bench();
    await at.clock.pass(100);
    const outcome = at.printer.print(job('A001'));
    const from = at.written().length;
    while (!at.written().subarray(from).includes(Buffer.from('1b6b4800', 'hex'))) {
      await at.clock.pass(5);
    }
    at.far().close();
    expect(await at.until(outcome)).toBe('uncertain');
    await at.clock.pass(5_000);
    expect(await at.until(at.printer.print(job('A002')))).toBe('printed');
    expect(at.device.tickets.at(-1)?.text).toMatch(/when A002 is called[^]*Taken/);
  });

  it('forty tickets: the count of five bits goes round', async () => {
    const at = bench();
    await at.clock.pass(100);
    const line = { text: null, size: 1, align: null, bold: null };
    const template = {
      language: 'customer',
      logo: null,
      lines: [{ ...line, show: 'number' }],
    } as const;
    for (let count = 1; count <= 40; count += 1) {
      const plain = { ...job(`A${String(count)}`), template };
      expect(await at.until(at.printer.print(plain))).toBe('printed');
    }
    expect(at.device.tickets.map(({ text }) => text.trim()).at(-1)).toBe('A40');
    expect(at.device.ticketsCount).toBe(40);
  });

  it.each(printerFaults)('%s: a driver closes at once', async (fault) => {
    const at = bench(fault);
    await at.clock.pass(500);
    const outcome = at.printer.print(job());
    await at.until(at.printer.close());
    expect(['printed', 'uncertain', 'refused']).toContain(await at.until(outcome));
  });

  it('over a pseudo-terminal', async () => {
    const pair = await ptyPair();
    closing.push(pair.close);
    const device = createPrinter({ clock: systemClock, dialect: 'star' });
    closing.push((await serveSerial(device, pair.far, 115_200)).close);
    const link = createLink(serialTransport({ path: pair.near, baudRate: 115_200 }), {
      clock: systemClock,
      random: Math.random,
    });
    const printer = openPrinter({ dialect: 'star' }, { link, clock: systemClock, log: silentLog });
    closing.push(() => printer.close());
    await stateIs(printer, 'ready');
    expect(await printer.print(job())).toBe('printed');
    expect(device.text()).toContain('when A007 is called');
  });
});

it('200 tickets through a Star printer that fails at random', { timeout: 60_000 }, async () => {
  const day = await createPrinterDay({ tickets: 200, random: randomOf(7), dialect: 'star' });
  expect(day.printed + day.uncertain).toBe(200);
  expect(day.faults).toBeGreaterThan(15);
  expect(day.uncertain).toBeGreaterThan(2);
  expect(day.printedButNotOnce).toEqual([]);
  expect(day.printedTwice).toEqual([]);
  expect(day.uncertainWithoutFault).toEqual([]);
});

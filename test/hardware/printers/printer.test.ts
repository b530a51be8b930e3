import { describe, expect, it } from 'vitest';
import { printerFaults } from '#hardware/emulators/printer/faults.ts';
import { sampleJob } from '../../paper/sample-slip.ts';
import { printerBench } from './printer-bench.ts';

describe('a ticket that prints', () => {
  it('is sent, then printed, and reads as it should', async () => {
    const bench = printerBench({ widthMm: 58 }, { widthMm: 58 });
    await bench.clock.pass(50);
    const told: string[] = [];
    const job = sampleJob({ number: 'C007' });
    const outcome = bench.printer.print(job, { sent: () => told.push('sent') });
    told.push(await bench.until(outcome));
    expect(told).toEqual(['sent', 'printed']);
    expect(bench.device.ticketsCount).toBe(1);
    expect(bench.device.text().split('\n').slice(0, 3)).toEqual([
      '    通泰街营业厅',
      '            缴费',
      'C007',
    ]);
    expect(bench.printer.state).toBe('ready');
  });

  it('one after the other, however many are asked for at once', async () => {
    const bench = printerBench();
    await bench.clock.pass(50);
    const numbers = ['A001', 'A002', 'A003', 'A004'];
    const all = numbers.map((number) => bench.printer.print(sampleJob({ number }, number)));
    expect(await bench.until(Promise.all(all))).toEqual(Array(4).fill('printed'));
    expect(bench.device.tickets.map(({ text }) => /A00\d/.exec(text)?.[0])).toEqual(numbers);
  });

  it('more than can wait here are refused, none is forgotten', async () => {
    const bench = printerBench();
    await bench.clock.pass(50);
    const all = Array.from({ length: 30 }, (_, at) => bench.printer.print(sampleJob({}, `j${at}`)));
    const outcomes = await bench.until(Promise.all(all));
    expect(outcomes.filter((each) => each === 'printed')).toHaveLength(16);
    expect(outcomes.filter((each) => each === 'refused')).toHaveLength(14);
    expect(bench.device.ticketsCount).toBe(16);
  });

  it.each(['slow', 'noise', 'mixed', 'paper-low'] as const)(
    'from a printer that is %s',
    async (fault) => {
      const bench = printerBench({}, { fault, slowBytesPerSecond: 300 });
      await bench.clock.pass(4_000);
      expect(await bench.until(bench.printer.print(sampleJob()))).toBe('printed');
      expect(bench.device.ticketsCount).toBe(1);
      expect(bench.printer.state).toBe(fault === 'paper-low' ? 'paper-low' : 'ready');
      if (fault === 'noise') expect(bench.printer.dropped).toBeGreaterThan(10);
    },
  );
});

describe('a printer that cannot print', () => {
  it.each([
    ['paper-out', 'paper-out'],
    ['cover-open', 'cover-open'],
    ['cutter-jam', 'offline'],
    ['silent', 'uncertain'],
    ['stuck', 'uncertain'],
  ] as const)('%s: says %s, and not a byte of the ticket leaves', async (fault, state) => {
    const bench = printerBench({}, { fault });
    await bench.clock.pass(4_000);
    expect(bench.printer.state).toBe(state);
    expect(await bench.until(bench.printer.print(sampleJob()))).toBe('refused');
    expect(bench.written().includes(Buffer.from('A028'))).toBe(false);
  });

  it('prints by itself again when a person has come', async () => {
    const bench = printerBench({}, { fault: 'paper-out' });
    await bench.clock.pass(4_000);
    bench.device.act!('fault none');
    await bench.clock.pass(4_000);
    expect(bench.printer.state).toBe('ready');
    expect(await bench.until(bench.printer.print(sampleJob()))).toBe('printed');
    expect(bench.states).toEqual(['offline', 'paper-out', 'ready']);
  });

  it('unplugged: offline at once, and back when it is back', async () => {
    const bench = printerBench();
    await bench.clock.pass(100);
    bench.transport.unplug();
    await bench.clock.pass(10);
    expect(bench.printer.state).toBe('offline');
    expect(await bench.until(bench.printer.print(sampleJob()))).toBe('refused');
    bench.transport.plug();
    await bench.clock.pass(2_000);
    expect(bench.printer.state).toBe('ready');
  });

  it('reports of its own accord are heard at once', async () => {
    const bench = printerBench({ reports: true });
    await bench.clock.pass(50);
    bench.device.fault = 'cover-open';
    await bench.clock.pass(20);
    expect(bench.printer.state).toBe('cover-open');
  });
});

describe('a ticket in doubt', () => {
  it.each(['paper-ends', 'cut', 'reset'] as const)('%s in its middle: uncertain', async (fault) => {
    const bench = printerBench();
    await bench.clock.pass(4_000);
    bench.device.fault = fault;
    expect(await bench.until(bench.printer.print(sampleJob()))).toBe('uncertain');
    expect(bench.device.ticketsCount).toBe(0);
  });

  it('goes silent in its middle: uncertain, within the limit', async () => {
    const bench = printerBench();
    await bench.clock.pass(100);
    const before = bench.clock.now();
    const sent = () => (bench.device.fault = 'silent');
    expect(await bench.until(bench.printer.print(sampleJob(), { sent }))).toBe('uncertain');
    expect(bench.clock.now() - before).toBeLessThan(30_000);
  });

  it('stops reading in its middle: uncertain, within the limit', async () => {
    const bench = printerBench({ code: 'picture' });
    await bench.clock.pass(100);
    const before = bench.clock.now();
    const outcome = bench.printer.print(sampleJob());
    // The status before it still comes; the ticket is larger than what the line holds.
    bench.device.onChange(() => undefined);
    const from = bench.written().length;
    while (bench.written().length < from + 1_100) await bench.clock.pass(5);
    bench.far().pause();
    expect(await bench.until(outcome)).toBe('uncertain');
    expect(bench.clock.now() - before).toBeLessThan(40_000);
  });

  it('its torn piece is cut off before the next ticket, which is whole', async () => {
    const bench = printerBench();
    await bench.clock.pass(4_000);
    bench.device.fault = 'cut';
    expect(await bench.until(bench.printer.print(sampleJob({ number: 'A001' })))).toBe('uncertain');
    await bench.clock.pass(5_000);
    expect(await bench.until(bench.printer.print(sampleJob({ number: 'A002' })))).toBe('printed');
    const [torn, whole] = bench.device.tickets.map(({ text }) => text);
    expect(torn).not.toContain('服务热线');
    expect(whole).toMatch(/^\s*通泰街营业厅[^]*A002[^]*服务热线/);
  });

  it('a picture that broke off does not swallow the next ticket', async () => {
    const bench = printerBench({ code: 'picture' });
    await bench.clock.pass(100);
    const outcome = bench.printer.print(sampleJob({ number: 'A001' }));
    const from = bench.written().length;
    // Into the picture of the code, then the line is gone.
    while (!bench.written().subarray(from).includes(Buffer.from('1d763000', 'hex'))) {
      await bench.clock.pass(5);
    }
    bench.far().close();
    expect(await bench.until(outcome)).toBe('uncertain');
    await bench.clock.pass(5_000);
    expect(await bench.until(bench.printer.print(sampleJob({ number: 'A002' })))).toBe('printed');
    expect(bench.device.tickets.at(-1)?.text).toMatch(/A002[^]*服务热线/);
  });

  it('a late answer to it does not speak for the next one', async () => {
    const bench = printerBench();
    await bench.clock.pass(100);
    bench.device.fault = 'paper-ends';
    expect(await bench.until(bench.printer.print(sampleJob({ number: 'A001' })))).toBe('uncertain');
    // Paper is back: the printer goes on with what it held, and answers the old question.
    bench.device.fault = null;
    await bench.clock.pass(4_000);
    const next = bench.printer.print(sampleJob({ number: 'A002' }), {
      sent: () => (bench.device.fault = 'silent'),
    });
    expect(await bench.until(next)).toBe('uncertain');
  });

  it('a printer that tells nothing about itself leaves every ticket in doubt', async () => {
    const bench = printerBench({ answers: 'none' }, { fault: 'silent' });
    await bench.clock.pass(100);
    expect(bench.printer.state).toBe('ready');
    expect(await bench.until(bench.printer.print(sampleJob()))).toBe('uncertain');
    expect(bench.device.ticketsCount).toBe(1);
  });
});

it.each(printerFaults)('%s: a driver closes at once', async (fault) => {
  const bench = printerBench({}, { fault });
  await bench.clock.pass(500);
  const outcome = bench.printer.print(sampleJob());
  await bench.until(bench.printer.close());
  expect(['printed', 'uncertain', 'refused']).toContain(await bench.until(outcome));
});

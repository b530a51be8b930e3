import { afterEach, describe, expect, it } from 'vitest';
import { print } from 'receiptio';
import { systemClock } from '#hardware/clock.ts';
import { createPrinter } from '#hardware/emulators/printer/printer.ts';
import type { PrinterFault } from '#hardware/emulators/printer/faults.ts';
import type { PrinterDialectName } from '#hardware/emulators/printer/tongue.ts';
import { serveTcp, type Served } from '#hardware/emulators/serve.ts';

/**
 * An independent client (npm receiptio) reads the emulator's status and prints through it. It wants
 * an IP address and port 9100: every file of tests takes a loopback address of its own.
 */
let served: Served | null = null;
afterEach(async () => {
  await served?.close();
  served = null;
});

async function emulated(fault: PrinterFault | null = null, dialect: PrinterDialectName = 'escpos') {
  const device = createPrinter({ clock: systemClock, fault, dialect, isNetwork: true });
  for (let tries = 0; ; tries += 1) {
    const host = `127.${60 + Math.floor(Math.random() * 100)}.${Math.floor(Math.random() * 250)}.7`;
    try {
      served = await serveTcp(device, 9_100, host);
      return { device, host };
    } catch (error) {
      if (tries > 20) throw error;
    }
  }
}

const told = { escpos: '-p escpos', star: '-p starline' } as const;

describe.each(['escpos', 'star'] as const)('receiptio, %s', (dialect) => {
  it.each([
    [null, 'online'],
    ['paper-low', 'online'],
    ['paper-out', 'paperempty'],
    ['cover-open', 'coveropen'],
  ] as const)('reads %s as %s', async (fault, said) => {
    const { host } = await emulated(fault, dialect);
    expect(await print('', `-d ${host} ${told[dialect]} -q`)).toBe(said);
  });

  it('prints through it', async () => {
    const { host, device } = await emulated(null, dialect);
    const receipt =
      '^^^A001\n\n{code:https://hall.example/t/1; option:qrcode,4,M}\n营业厅 | 3 人\n---\n';
    expect(await print(receipt, `-d ${host} ${told[dialect]} -l zh -c 48`)).toBe('success');
    expect(device.ticketsCount).toBe(1);
    expect(device.text()).toContain('A001');
    expect(device.text()).toMatch(/营业厅\s+3 人/);
    expect(device.text()).toMatch(/\[(picture|QR)/);
  });

  it('is told of an end of paper in the middle', async () => {
    const { host } = await emulated('paper-ends', dialect);
    const receipt = 'A001\n\n'.repeat(60);
    expect(await print(receipt, `-d ${host} ${told[dialect]} -l zh`)).toBe('paperempty');
  });
});

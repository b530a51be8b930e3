/** Pads and readers over real sockets and real pseudo-terminals. */
import { describe, expect, it } from 'vitest';
import { createIdReader, sampleCard } from '#hardware/emulators/id-reader/id-reader.ts';
import {
  createFramePadEmulator,
  createModbusPadEmulator,
  sampleProfile,
} from '#hardware/emulators/pad/pad.ts';
import type { DeviceEmulator } from '#hardware/emulators/device-emulator.ts';
import type { RunningDevice } from '#hardware/device.ts';
import { openPad, type PadSpec } from '#hardware/pads/open-pad.ts';
import type { PadKey } from '#hardware/pads/pad.ts';
import { openReader } from '#hardware/readers/open-reader.ts';
import type { Read } from '#hardware/readers/reader.ts';
import type { ByteStream } from '#hardware/transports/byte-stream.ts';
import { lineKinds, realLine } from '#test/hardware/lines.ts';

const fault = null;
const ready = (device: RunningDevice): Promise<void> =>
  new Promise((resolve) => {
    device.onState((state) => {
      if (state === 'ready') resolve();
    });
  });

describe.each(lineKinds)('over %s', (over) => {
  it.each(['frames', 'modbus'] as const)('a pad by %s tells of its keys', async (dialect) => {
    const framing = over === 'tcp' ? 'tcp' : 'rtu';
    const device =
      dialect === 'frames'
        ? createFramePadEmulator({ fault, profile: sampleProfile })
        : createModbusPadEmulator({ fault, framing });
    const line = await realLine(over, device);
    const settings = dialect === 'frames' ? sampleProfile : { pollMs: 20 };
    const pad = openPad({ dialect, transport: over, settings } as PadSpec, line.ports);
    const key = new Promise<PadKey>((resolve) => pad.onKey(resolve));
    await ready(pad);
    device.press('satisfied');
    expect(await key).toEqual({ act: 'satisfied' });
    await pad.close();
    await line.close();
  });

  it('an ID card is read: 1,295 bytes, cut anywhere', async () => {
    const device = createIdReader({ fault });
    const line = await realLine(over, device);
    const reader = openReader({ dialect: 'id-card', settings: { pollMs: 200 } }, line.ports);
    const read = new Promise<Read>((resolve) => reader.onRead(resolve));
    device.lay(sampleCard);
    const got = await read;
    expect(got.kind === 'id-card' && got.card.reveal().number).toBe(sampleCard.number);
    await reader.close();
    await line.close();
  });

  it('a code is read', async () => {
    let speak: (stream: ByteStream) => void = () => undefined;
    const attached = new Promise<ByteStream>((resolve) => (speak = resolve));
    const scanner: DeviceEmulator = {
      attach: (stream) => {
        speak(stream);
      },
      text: () => '',
      onChange: () => undefined,
    };
    const line = await realLine(over, scanner);
    const reader = openReader({ dialect: 'qr', settings: {} }, line.ports);
    const read = new Promise<Read>((resolve) => reader.onRead(resolve));
    await ready(reader);
    await (await attached).write(Buffer.from('贵宾 V-10086\r\n'));
    const got = await read;
    expect(got.kind === 'qr' && got.text.reveal()).toBe('贵宾 V-10086');
    await reader.close();
    await line.close();
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createFramePadEmulator,
  createModbusPadEmulator,
  keyFrame,
  sampleProfile,
} from '#hardware/emulators/pad/pad.ts';
import type { DeviceFault } from '#hardware/emulators/device-emulator.ts';
import {
  cutByProfile,
  frameAtGap,
  keyOf,
  type FrameProfile,
} from '#hardware/pads/frame-profile.ts';
import { openPad } from '#hardware/pads/open-pad.ts';
import { bounceMs, type PadKey } from '#hardware/pads/pad.ts';
import { deviceBench } from '#test/hardware/device-bench.ts';
import { hex, noiseWith, readPieces, splitsOf } from '#test/hardware/frames/splits.ts';

/** Profiles of many shapes, each with a frame of its key 02. */
const shapes: readonly { name: string; profile: FrameProfile; frame: string }[] = [
  { name: 'a digit a key', profile: { keys: { '32': 'fair' } }, frame: '32' },
  { name: 'length and sum', profile: sampleProfile, frame: 'AA 55 01 02 02' },
  {
    name: 'length in the frame, exclusive or, end mark',
    profile: {
      start: '02',
      end: { lengthAt: 1, adds: 4 },
      keyAt: 3,
      check: { kind: 'xor8', from: 1, behind: 1 },
      keys: { '02': 'fair' },
    },
    frame: '02 02 01 02 01 03',
  },
  {
    name: 'terminator',
    profile: { start: '23', end: { terminator: '0D 0A' }, keyAt: 1, keys: { '42': 'fair' } },
    frame: '23 42 0D 0A',
  },
  {
    name: 'CRC, low byte first',
    profile: {
      start: '01 03',
      end: { length: 7 },
      keyAt: 4,
      check: { kind: 'crc16-modbus' },
      keys: { '02': 'fair' },
    },
    frame: '01 03 02 00 02 3985',
  },
  {
    name: 'CRC, high byte first',
    profile: {
      start: '01 03',
      end: { length: 7 },
      keyAt: 4,
      check: { kind: 'crc16-modbus', first: 'high' },
      keys: { '02': 'fair' },
    },
    frame: '01 03 02 00 02 8539',
  },
];

describe.each(shapes)('a profile: $name', ({ profile, frame }) => {
  const bytes = hex(frame);
  const cut = cutByProfile(profile);

  it('finds its frame wherever the line cuts it, and the key in it', () => {
    for (const pieces of splitsOf(Buffer.concat([bytes, bytes]))) {
      const { frames, dropped } = readPieces(cut, pieces);
      expect(frames).toEqual([bytes, bytes]);
      expect(dropped).toBe(0);
    }
    expect(Object.keys(profile.keys)).toContain(keyOf(bytes, profile));
  });

  it('never throws on noise', () => {
    fc.assert(
      fc.property(fc.array(noiseWith(frame.replaceAll(' ', '')), { maxLength: 5 }), (pieces) => {
        readPieces(cut, pieces, 128);
        for (const piece of pieces) {
          keyOf(piece, profile);
          frameAtGap(profile)(piece);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('a pad by frames', () => {
  const begin = (profile: FrameProfile = sampleProfile, fault: DeviceFault | null = null) => {
    const options = { fault, profile };
    const device = createFramePadEmulator(options);
    const bench = deviceBench(device);
    const spec = { dialect: 'frames', transport: 'memory', settings: profile } as const;
    const pad = openPad(spec, bench.ports);
    const keys: PadKey[] = [];
    pad.onKey((key) => keys.push(key));
    return { ...bench, device, options, pad, keys };
  };

  it('tells of ratings and of steps', async () => {
    const { device, clock, pad, keys } = begin();
    await clock.pass(20);
    expect(pad.state).toBe('ready');
    for (const act of ['satisfied', 'call', 'no-show'] as const) {
      device.press(act);
      await clock.pass(20);
    }
    expect(keys).toEqual([{ act: 'satisfied' }, { act: 'call' }, { act: 'no-show' }]);
    await pad.close();
  });

  it('takes a trembling finger for one, and a second press for two', async () => {
    const { device, clock, pad, keys } = begin();
    await clock.pass(20);
    device.press('call');
    device.press('call');
    await clock.pass(bounceMs - 50);
    device.press('call');
    await clock.pass(bounceMs + 50);
    expect(keys).toHaveLength(1);
    device.press('call');
    await clock.pass(20);
    expect(keys).toHaveLength(2);
    await pad.close();
  });

  it('drops and counts what is wrong, without a meaning, or another pad’s', async () => {
    const { far, clock, pad, keys } = begin();
    await clock.pass(20);
    await far().write(hex('AA 55 01 01 99'));
    await clock.pass(300);
    expect(pad.dropped).toBe(1);
    await far().write(hex('AA 55 01 7E 7E'));
    await clock.pass(20);
    expect(pad.dropped).toBe(2);
    await far().write(hex('AA 55 02 01 02'));
    await clock.pass(20);
    expect(keys).toEqual([]);
    await far().write(hex('AA 55 01'));
    await clock.pass(300);
    await far().write(hex('AA 55 01 01 01'));
    await clock.pass(20);
    expect(keys).toEqual([{ act: 'satisfied' }]);
    await pad.close();
  });

  it('reads frames that only silence ends', async () => {
    const profile: FrameProfile = {
      start: '7E',
      end: { gapMs: 20 },
      keyAt: 1,
      keys: { '31': 'call' },
    };
    const { far, clock, pad, keys } = begin(profile);
    await clock.pass(20);
    await far().write(hex('7E'));
    await clock.pass(10);
    await far().write(hex('31'));
    await clock.pass(50);
    expect(keys).toEqual([{ act: 'call' }]);
    await far().write(hex('31 7E'));
    await clock.pass(50);
    expect(keys).toHaveLength(1);
    await pad.close();
  });

  it('shows what its profile knows, and comes back after a pulled cable', async () => {
    const { device, clock, pad, keys, replug, transport } = begin();
    await clock.pass(20);
    pad.show('please-rate');
    await clock.pass(20);
    expect(device.text()).toBe('please-rate\n');
    transport.unplug();
    await clock.pass(50);
    expect(pad.state).toBe('offline');
    pad.show('thanks');
    await replug();
    expect(pad.state).toBe('ready');
    device.press('fair');
    await clock.pass(20);
    expect(keys).toEqual([{ act: 'fair' }]);
    await pad.close();
  });

  it('builds the emulator’s frames as the profile says', () => {
    expect(keyFrame(0x02, sampleProfile)).toEqual(hex('AA 55 01 02 02'));
    expect(keyFrame(0x11, sampleProfile)).toEqual(hex('AA 55 01 11 11'));
  });
});

describe.each(['rtu', 'tcp'] as const)('a Modbus pad, %s', (framing) => {
  const begin = (fault: DeviceFault | null = null) => {
    const options = { fault, framing };
    const device = createModbusPadEmulator(options);
    const bench = deviceBench(device);
    const settings = {
      framing,
      keys: { '0': 'satisfied', '1': 'fair', '2': 'dissatisfied', '3': 'call' },
    } as const;
    const pad = openPad({ dialect: 'modbus', transport: 'memory', settings }, bench.ports);
    const keys: PadKey[] = [];
    pad.onKey((key) => keys.push(key));
    return { ...bench, device, options, pad, keys };
  };

  it('tells of a key when it goes down, once however long it is held', async () => {
    const { device, clock, pad, keys } = begin();
    await clock.pass(300);
    expect(pad.state).toBe('ready');
    device.hold('satisfied');
    await clock.pass(3_000);
    expect(keys).toEqual([{ act: 'satisfied' }]);
    device.release();
    await clock.pass(300);
    device.press('call');
    await clock.pass(300);
    expect(keys).toEqual([{ act: 'satisfied' }, { act: 'call' }]);
    await pad.close();
  });

  it('makes no news of a key that is stuck while the line comes up', async () => {
    const { device, clock, pad, keys, replug } = begin();
    device.hold('dissatisfied');
    await clock.pass(1_000);
    await replug();
    expect(keys).toEqual([]);
    await pad.close();
  });

  it.each(['silent', 'wrong', 'refuses', 'cut'] as const)(
    'is offline while it is %s, and ready again after',
    async (fault) => {
      const { options, clock, pad, keys, device, replug } = begin(fault);
      const states: string[] = [];
      pad.onState((state) => states.push(state));
      await clock.pass(8_000);
      expect(states).not.toContain('ready');
      options.fault = null;
      await replug();
      await clock.pass(20_000);
      expect(pad.state).toBe('ready');
      device.press('fair');
      await clock.pass(400);
      expect(keys).toEqual([{ act: 'fair' }]);
      await pad.close();
    },
  );
});

/** Several devices on one RS-485 line: one question at a time, and each one's silence its own. */
import { describe, expect, it } from 'vitest';
import { openBoard } from '#hardware/boards/open-board.ts';
import { silentLog } from '#hardware/device.ts';
import type { DeviceEmulator } from '#hardware/emulators/device-emulator.ts';
import { createModbusBoard } from '#hardware/emulators/modbus-board/modbus-board.ts';
import { createModbusClient } from '#hardware/modbus/modbus-client.ts';
import { turnsOf } from '#hardware/frames/turns.ts';
import { createLink } from '#hardware/transports/link.ts';
import { memoryPair, memoryTransport, type MemoryLine } from '#hardware/transports/memory.ts';
import { calling, serving } from '#test/hardware/boards/faces.ts';
import { settle, steeredClock } from '#test/hardware/steered-clock.ts';

/** A line with boards of these addresses on it. */
function beginBus(units: readonly number[]) {
  const clock = steeredClock();
  const options = units.map((unit) => ({ fault: null, framing: 'rtu', unit }) as const);
  const devices = options.map((each) => createModbusBoard(each));
  const present = new Set<DeviceEmulator>(devices);
  let opened = 0;
  const lines: MemoryLine[] = [];
  const transport = memoryTransport((line) => {
    opened += 1;
    lines.push(line);
    for (const device of devices) {
      const onBytes: MemoryLine['onBytes'] = (take) =>
        line.onBytes((bytes) => {
          if (present.has(device)) take(bytes);
        });
      device.attach({ ...line, onBytes });
    }
  });
  const link = createLink(transport, { clock, random: () => 0.5 });
  const ports = { link: { ...link, close: () => undefined }, clock, log: silentLog };
  // The spread took the line as it was: the shared link's own getters are what drivers read.
  Object.defineProperties(ports.link, {
    stream: { get: () => link.stream },
    why: { get: () => link.why },
  });
  const boards = units.map((unit) =>
    openBoard({ dialect: 'modbus', transport: 'memory', settings: { unit } }, ports),
  );
  return { clock, devices, present, boards, lines, openedCount: () => opened };
}

describe('an RS-485 bus', () => {
  it('shows each board its own number, ten flashing at once', async () => {
    const units = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    const { clock, devices, boards } = beginBus(units);
    for (const [index, board] of boards.entries()) board.show(calling(`A${String(index + 100)}`));
    await clock.pass(3_000);
    for (const [index, board] of boards.entries()) board.show(serving(`B${String(index + 200)}`));
    await clock.pass(1_000);
    for (const [index, device] of devices.entries()) {
      expect(device.text()).toBe(` B${String(index + 200)}\n`);
      expect(boards[index]).toMatchObject({ state: 'ready', dropped: 0 });
    }
    for (const board of boards) await board.close();
  });

  it('keeps the line while one board is dead, and finds it when it is back', async () => {
    const { clock, devices, present, boards, openedCount } = beginBus([1, 2]);
    present.delete(devices[1]!);
    for (const board of boards) board.show(serving('A001'));
    await clock.pass(60_000);
    expect(boards.map(({ state }) => state)).toEqual(['ready', 'offline']);
    expect(boards[1]!.detail).toBe('unit 2 does not answer');
    const before = openedCount();
    boards[0]!.show(serving('A002'));
    await clock.pass(2_000);
    expect(devices[0]!.text()).toContain('A002');
    present.add(devices[1]!);
    await clock.pass(30_000);
    expect(devices[1]!.text()).toContain('A001');
    expect(boards[1]!.state).toBe('ready');
    expect(openedCount()).toBe(before);
    for (const board of boards) await board.close();
  });

  it('is opened anew when nobody answers any more', async () => {
    const { clock, present, boards, openedCount } = beginBus([1, 2]);
    for (const board of boards) board.show(serving('A001'));
    await clock.pass(1_000);
    const before = openedCount();
    present.clear();
    for (const board of boards) board.show(serving('A002'));
    await clock.pass(120_000);
    expect(openedCount()).toBeGreaterThan(before);
    for (const board of boards) await board.close();
  });
});

describe('turns on a line', () => {
  it('come one after the other, whatever became of the one before', async () => {
    const [stream] = memoryPair();
    const said: string[] = [];
    const turns = turnsOf(stream);
    expect(turnsOf(stream)).toBe(turns);
    const first = turns(async () => {
      await settle();
      said.push('first');
      throw new Error('lost');
    });
    const second = turns(async () => void said.push('second'));
    await expect(first).rejects.toThrow('lost');
    await second;
    expect(said).toEqual(['first', 'second']);
  });
});

describe('a Modbus master', () => {
  it('writes the frames of the reference, byte for byte, and no other answer counts', async () => {
    const clock = steeredClock();
    const [near, far] = memoryPair();
    const heard: Buffer[] = [];
    let answer = Buffer.alloc(0);
    far.onBytes((bytes) => {
      heard.push(Buffer.from(bytes));
      void far.write(answer);
    });
    const client = createModbusClient(near, { framing: 'rtu', unit: 1, clock });
    const number = Buffer.from('01060000006549e1', 'hex');
    answer = number;
    const written = client.writeRegister(0, 101);
    await clock.pass(50);
    await written;
    answer = Buffer.from('0110007000024013', 'hex');
    const text = client.writeRegisters(0x70, [0x4130, 0x3031]);
    await clock.pass(50);
    await text;
    expect(heard).toEqual([number, Buffer.from('0110007000020441303031356c', 'hex')]);

    // The echo of another question: right in form, wrong in what it repeats.
    answer = number;
    const other = expect(client.writeRegister(0, 102)).rejects.toThrow('another question');
    await clock.pass(50);
    await other;
    client.end();
  });

  it('skips its own echo where the adapter hears itself', async () => {
    const clock = steeredClock();
    const [near, far] = memoryPair();
    const request = Buffer.from('01060000006549e1', 'hex');
    far.onBytes((bytes) => void far.write(bytes));
    const deaf = createModbusClient(near, { framing: 'rtu', unit: 1, clock, echo: true });
    const lost = expect(deaf.writeRegister(0, 101)).rejects.toThrow('unit 1 does not answer');
    await clock.pass(2_000);
    await lost;
    const heard = deaf.writeRegister(0, 101);
    await clock.pass(10);
    await far.write(request);
    await clock.pass(50);
    await heard;
    deaf.end();
  });
});

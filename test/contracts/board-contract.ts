import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { unknownFace } from '#hardware/boards/face.ts';
import { openBoard, type BoardSpec } from '#hardware/boards/open-board.ts';
import { boardTimes, type Board } from '#hardware/boards/run-board.ts';
import { silentLog } from '#hardware/device.ts';
import {
  deviceFaults,
  type DeviceEmulator,
  type DeviceFault,
} from '#hardware/emulators/device-emulator.ts';
import type { MemoryLine } from '#hardware/transports/memory.ts';
import { memoryTransport } from '#hardware/transports/memory.ts';
import { createLink, type Link } from '#hardware/transports/link.ts';
import { calling, closed, idle, paused, serving } from '#test/hardware/boards/faces.ts';
import { steeredClock, type SteeredClock } from '#test/hardware/steered-clock.ts';

/** A dialect under contract, with a device that speaks its bytes. */
export interface BoardHarness {
  readonly spec: BoardSpec;
  /** Reads `fault` anew at each line. */
  readonly emulate: (options: { fault: DeviceFault | null }) => DeviceEmulator;
  /** Whether the device acknowledges, so that the driver can know that it does not. */
  readonly answers: boolean;
  /** Whether the number is blanked and written again by the driver. */
  readonly blinksByWriting: boolean;
  /** What stands on the board under a pause that leads to 2 and 4. */
  readonly pausedText: string;
}

/** Everything that a hall relies on, whatever the board above the window speaks. */
export function describeBoardContract(name: string, harness: BoardHarness): void {
  describe(`board contract: ${name}`, () => {
    const options: { fault: DeviceFault | null } = { fault: null };
    let clock: SteeredClock;
    let device: DeviceEmulator;
    let transport: ReturnType<typeof memoryTransport>;
    let link: Link;
    let board: Board;
    let far: MemoryLine | null;
    let heardBytes: number;
    let isStuck: boolean;
    let states: string[];

    beforeEach(() => {
      options.fault = null;
      isStuck = false;
      heardBytes = 0;
      far = null;
      states = [];
      clock = steeredClock();
      device = harness.emulate(options);
      transport = memoryTransport((line) => {
        far = line;
        if (isStuck) line.pause();
        line.onBytes((bytes) => (heardBytes += bytes.length));
        plugIn(line);
      });
      link = createLink(transport, { clock, random: () => 0.5 });
      board = openBoard(harness.spec, { link, clock, log: silentLog });
      board.onState((state) => {
        if (states.at(-1) !== state) states.push(state);
      });
    });
    afterEach(() => board.close());

    /** Hears the line for as long as it is the device in use. */
    const plugIn = (line: MemoryLine): void => {
      const mine = device;
      const onBytes = (take: (bytes: Uint8Array) => void) =>
        line.onBytes((bytes) => {
          if (device === mine) take(bytes);
        });
      mine.attach({ ...line, onBytes });
    };
    const settled = (): Promise<void> => clock.pass(150);
    const replug = async (): Promise<void> => {
      transport.unplug();
      transport.plug();
      await clock.pass(2_000);
    };

    it('shows the number that is called, and whose turn it is', async () => {
      board.show(calling('A012'));
      await settled();
      expect(device.text()).toContain('A012');
      expect(board).toMatchObject({ state: 'ready', detail: null });
    });

    it('flashes until the service starts, then stands still', async () => {
      board.show(calling('A012'));
      await settled();
      const isLit: boolean[] = [];
      device.onChange(() => isLit.push(device.text().includes('A012')));
      await clock.pass(3_000);
      if (harness.blinksByWriting) {
        expect(isLit.length).toBeGreaterThanOrEqual(4);
        expect(isLit.every((lit, at) => lit === (at % 2 === 1))).toBe(true);
      } else {
        expect(device.text()).toContain('[flashing]');
        expect(isLit).toEqual([]);
      }
      board.show(serving('A012'));
      await settled();
      isLit.length = 0;
      expect(device.text()).toContain('A012');
      expect(device.text()).not.toContain('[flashing]');
      await clock.pass(3_000);
      expect(isLit).toEqual([]);
    });

    it('says where to go while the counter does not receive', async () => {
      board.show(serving());
      await settled();
      board.show(paused);
      await settled();
      expect(device.text()).not.toContain('A012');
      expect(device.text()).toContain(harness.pausedText);
    });

    it('tells apart what it does not know, a closed counter and a free one', async () => {
      const texts: string[] = [];
      for (const face of [idle, closed, unknownFace('3')]) {
        board.show(serving('B777'));
        await settled();
        board.show(face);
        await settled();
        expect(device.text()).not.toContain('B777');
        texts.push(device.text());
      }
      expect(texts[0]).not.toBe(texts[1]);
      expect(texts[0]).not.toBe(texts[2]);
    });

    it('writes the latest face: of many at once, those between are left out', async () => {
      board.show(idle);
      await settled();
      heardBytes = 0;
      board.show(serving('A001'));
      await clock.pass(60);
      const bytesOfOne = heardBytes;
      for (let each = 2; each <= 200; each += 1) {
        board.show(serving(`A${String(each).padStart(3, '0')}`));
      }
      await settled();
      expect(device.text()).toContain('A200');
      expect(heardBytes).toBeLessThanOrEqual(bytesOfOne * 4);
    });

    it('writes nothing while nothing changes', async () => {
      board.show(serving());
      await settled();
      heardBytes = 0;
      board.show(serving());
      await clock.pass(boardTimes.refreshMs - 2_000);
      expect(heardBytes).toBe(0);
    });

    it('shows the truth at once after a cable was pulled', async () => {
      board.show(serving('A012'));
      await settled();
      transport.unplug();
      await settled();
      expect(board.state).toBe('offline');
      board.show(serving('A013'));
      board.show(serving('A014'));
      await clock.pass(5_000);
      expect(device.text()).toContain('A012');
      transport.plug();
      await clock.pass(20_000);
      expect(device.text()).toContain('A014');
      expect(board.state).toBe('ready');
      expect(states).toEqual(['offline', 'ready', 'offline', 'ready']);
    });

    it('heals a device that lost its text with its power', async () => {
      board.show(serving('A012'));
      await settled();
      device = harness.emulate(options);
      if (far !== null) plugIn(far);
      expect(device.text()).not.toContain('A012');
      await clock.pass(boardTimes.refreshMs * 2 + 15_000);
      expect(device.text()).toContain('A012');
    });

    it('blocks nobody while the device takes nothing, and comes back', async () => {
      isStuck = true;
      await replug();
      board.show(serving('A001'));
      for (let each = 0; each < 50; each += 1) board.show(calling(`A1${String(each + 10)}`));
      await clock.pass(30_000);
      if (harness.answers) expect(board.state).toBe('offline');
      isStuck = false;
      await replug();
      await clock.pass(20_000);
      expect(device.text()).toContain('A159');
      expect(board.state).toBe('ready');
    });

    it.each(deviceFaults)('has a defined state with a device that is %s', async (fault) => {
      options.fault = fault;
      await replug();
      states.length = 0;
      board.show(serving('A012'));
      await clock.pass(8_000);
      if (fault === 'cut' || (harness.answers && fault !== 'noise')) {
        expect(states).toContain('offline');
        expect(board.state === 'ready' || /\w{3}/.test(board.detail ?? '')).toBe(true);
      } else {
        expect(board.state).toBe('ready');
        expect(device.text()).toContain('A012');
      }
      options.fault = null;
      await replug();
      await clock.pass(20_000);
      expect(board.state).toBe('ready');
      expect(device.text()).toContain('A012');
    });

    it('lets go of its line when it is closed', async () => {
      board.show(serving());
      await settled();
      let isClosed = false;
      far?.onClose(() => (isClosed = true));
      await board.close();
      await settled();
      expect(isClosed).toBe(true);
      heardBytes = 0;
      board.show(calling('Z999'));
      await clock.pass(60_000);
      expect(heardBytes).toBe(0);
    });
  });
}

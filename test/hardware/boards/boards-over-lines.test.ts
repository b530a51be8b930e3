/** Every board over real sockets and real pseudo-terminals: the driver on one end, its emulator on the other. */
import { describe, expect, it } from 'vitest';
import { openBoard, type BoardDialectName, type BoardSpec } from '#hardware/boards/open-board.ts';
import { createCpower } from '#hardware/emulators/cpower/cpower.ts';
import type { DeviceEmulator } from '#hardware/emulators/device-emulator.ts';
import { createDisplay } from '#hardware/emulators/display/display.ts';
import { createModbusBoard } from '#hardware/emulators/modbus-board/modbus-board.ts';
import { createOnbon } from '#hardware/emulators/onbon/onbon.ts';
import { lineKinds, realLine, showing, type LineKind } from '#test/hardware/lines.ts';
import { calling, paused, serving } from './faces.ts';

const fault = null;
const emulators: Readonly<Record<BoardDialectName, (over: LineKind) => DeviceEmulator>> = {
  cd5220: () => createDisplay({ fault }),
  'escpos-display': () => createDisplay({ fault }),
  modbus: (over) => createModbusBoard({ fault, framing: over === 'tcp' ? 'tcp' : 'rtu' }),
  onbon: () => createOnbon({ fault }),
  cpower: (over) => createCpower({ fault, framing: over }),
};
const pausedTexts: Readonly<Record<BoardDialectName, string>> = {
  cd5220: 'Counter paused',
  'escpos-display': 'Counter paused',
  modbus: '-----',
  onbon: '暂停服务',
  cpower: '暂停服务',
};
const names = Object.keys(emulators) as BoardDialectName[];

describe.each(lineKinds)('over %s', (over) => {
  it.each(names)(
    '%s: the call, the sign, and the truth after the cable was out',
    async (dialect) => {
      const device = emulators[dialect](over);
      const line = await realLine(over, device);
      const spec = { dialect, transport: over, settings: {} } as BoardSpec;
      const board = openBoard(spec, line.ports);
      const states: string[] = [];
      board.onState((state) => {
        if (states.at(-1) !== state) states.push(state);
      });
      const reaches = (count: number) =>
        new Promise<void>((resolve) => {
          board.onState(() => {
            if (states.length >= count) resolve();
          });
        });
      board.show(calling('A012'));
      await showing(device, 'A012');
      board.show(paused);
      await showing(device, pausedTexts[dialect]);

      await line.unplug();
      await reaches(3);
      board.show(serving('A013'));
      board.show(serving('B204'));
      await line.plug();
      await Promise.all([showing(device, 'B204'), reaches(4)]);
      expect(device.text()).not.toContain('A013');
      expect(board.dropped).toBe(0);
      await board.close();
      await line.close();
      expect(states).toEqual(['offline', 'ready', 'offline', 'ready']);
    },
  );
});

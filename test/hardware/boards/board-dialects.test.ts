import { createCpower } from '#hardware/emulators/cpower/cpower.ts';
import { createDisplay } from '#hardware/emulators/display/display.ts';
import { createModbusBoard } from '#hardware/emulators/modbus-board/modbus-board.ts';
import { createOnbon } from '#hardware/emulators/onbon/onbon.ts';
import { describeBoardContract } from '#test/contracts/board-contract.ts';

const english = 'Counter paused';
const chinese = '暂停服务';
const memory = { transport: 'memory', settings: {} } as const;

describeBoardContract('CD5220', {
  spec: { dialect: 'cd5220', ...memory },
  emulate: createDisplay,
  answers: false,
  blinksByWriting: true,
  pausedText: english,
});

describeBoardContract('ESC/POS display', {
  spec: { dialect: 'escpos-display', ...memory },
  emulate: createDisplay,
  answers: false,
  blinksByWriting: false,
  pausedText: english,
});

for (const framing of ['rtu', 'tcp'] as const) {
  describeBoardContract(`Modbus ${framing}`, {
    spec: { dialect: 'modbus', transport: 'memory', settings: { framing } },
    emulate: (options) => createModbusBoard(Object.assign(options, { framing })),
    answers: true,
    blinksByWriting: true,
    pausedText: '-----',
  });
}

describeBoardContract('Onbon', {
  spec: { dialect: 'onbon', ...memory },
  emulate: createOnbon,
  answers: true,
  blinksByWriting: true,
  pausedText: chinese,
});

for (const framing of ['serial', 'tcp'] as const) {
  describeBoardContract(`C-Power ${framing}`, {
    spec: { dialect: 'cpower', transport: 'memory', settings: { framing } },
    emulate: (options) => createCpower(Object.assign(options, { framing })),
    answers: true,
    blinksByWriting: true,
    pausedText: chinese,
  });
}

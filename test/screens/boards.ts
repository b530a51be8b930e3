/** Pictures of the boards above the windows: each driver writes to its emulator, which is drawn. */
import { openBoard, type BoardDialectName } from '#hardware/boards/open-board.ts';
import { drawGlass } from '#hardware/emulators/board-picture.ts';
import { createCpower } from '#hardware/emulators/cpower/cpower.ts';
import type { DeviceEmulator } from '#hardware/emulators/device-emulator.ts';
import { createDisplay } from '#hardware/emulators/display/display.ts';
import type { Glass } from '#hardware/emulators/glass.ts';
import { createModbusBoard } from '#hardware/emulators/modbus-board/modbus-board.ts';
import { createOnbon } from '#hardware/emulators/onbon/onbon.ts';
import type { BoardFace } from '#hardware/boards/face.ts';
import { calling, closed, idle, paused, serving } from '#test/hardware/boards/faces.ts';
import { deviceBench } from '#test/hardware/device-bench.ts';

type Emulator = DeviceEmulator & { glass(): Glass };

interface ShownBoard {
  readonly name: string;
  readonly title: string;
  readonly dialect: BoardDialectName;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly emulate: () => Emulator;
}

const fault = null;
const inColour = { colours: true };

const boards: readonly ShownBoard[] = [
  {
    name: 'cd5220',
    title: 'CD5220',
    dialect: 'cd5220',
    settings: {},
    emulate: () => createDisplay({ fault }),
  },
  {
    name: 'escpos-display',
    title: 'ESC/POS display',
    dialect: 'escpos-display',
    settings: {},
    emulate: () => createDisplay({ fault }),
  },
  {
    name: 'modbus',
    title: 'Modbus digits, with a lamp',
    dialect: 'modbus',
    settings: { framing: 'rtu', lampCoil: 0 },
    emulate: () => createModbusBoard({ fault, framing: 'rtu' }),
  },
  ...(['zh', 'en'] as const).map((language): ShownBoard => ({
    name: `onbon-${language}`,
    title: `Onbon, ${language}`,
    dialect: 'onbon',
    settings: { ...inColour, language, widthPixels: 160 },
    emulate: () => createOnbon({ fault, widthPixels: 160 }),
  })),
  ...(['zh', 'en'] as const).map((language): ShownBoard => ({
    name: `cpower-${language}`,
    title: `C-Power, ${language}`,
    dialect: 'cpower',
    settings: { ...inColour, language, framing: 'serial', widthPixels: 160 },
    emulate: () => createCpower({ fault, framing: 'serial', widthPixels: 160 }),
  })),
];

const faces: Readonly<Record<string, BoardFace>> = {
  called: calling('A012'),
  serving: serving('A012'),
  free: idle,
  paused,
  closed,
};

export interface BoardPicture {
  /** File name in docs/screens/boards. */
  readonly file: string;
  /** Drawing takes a while; the text does not. */
  readonly png: () => Buffer;
  readonly text: string;
}

/** Every board in every state, as its driver's bytes make it. */
export async function boardPictures(): Promise<readonly BoardPicture[]> {
  const pictures: BoardPicture[] = [];
  for (const { name, dialect, settings, emulate } of boards) {
    const device = emulate();
    const { clock, ports } = deviceBench(device);
    const board = openBoard({ dialect, transport: 'memory', settings }, ports);
    for (const [state, face] of Object.entries(faces)) {
      board.show(face);
      await clock.pass(300);
      const file = boardFile(name, state);
      const glass = device.glass();
      pictures.push({ file, png: () => drawGlass(glass), text: device.text() });
    }
    await board.close();
  }
  return pictures;
}

export function boardFile(name: string, state: string): string {
  return `${name}-${state}.png`;
}

/** docs/screens/boards/README.md: a row a state, a column a board. */
export function boardIndex(): string {
  const states = Object.keys(faces);
  const sections = boards.map(({ name, title }) => {
    const head = `| ${states.join(' | ')} |`;
    const line = `|${states.map(() => ' --- |').join('')}`;
    const row = states.map((state) => `![${title}, ${state}](${boardFile(name, state)})`);
    return [`## ${title}`, '', head, line, `| ${row.join(' | ')} |`].join('\n');
  });
  const intro = [
    '# Pictures of the boards',
    '',
    'Written by `npm run screens -- boards`: each driver writes to its emulator over a line in memory,',
    'and the emulator is drawn. They show what the bytes say, not what a maker’s font looks like.',
  ];
  return `${[intro.join('\n'), ...sections].join('\n\n')}\n`;
}

export const boardNames: readonly string[] = boards.flatMap(({ name }) =>
  Object.keys(faces).map((state) => boardFile(name, state)),
);

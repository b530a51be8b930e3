import {
  anyDevice,
  broadcast,
  commandData,
  cutOnbon,
  onbonBytes,
  onbonBytesMax,
  onbonCommands,
  readAreas,
  version5,
  type OnbonArea,
  type OnbonFrame,
} from '../../boards/wire/onbon-frames.ts';
import { createFrameReader } from '../../frames/frame-reader.ts';
import { gb2312Text } from '../../frames/gb-text.ts';
import {
  answering,
  createBell,
  type DeviceEmulator,
  type DeviceFault,
} from '../device-emulator.ts';
import { glassText, type Glass, type GlassColour } from '../glass.ts';

/** A BX-5K card: dynamic areas, ping, parameters, clock, brightness. */
export interface OnbonOptions {
  readonly fault: DeviceFault | null;
  readonly screen?: number;
  readonly widthPixels?: number;
}

const nack = [0xa0, 0x01] as const;
const colours: Readonly<Record<string, GlassColour>> = { 1: 'red', 2: 'green', 3: 'yellow' };

export function createOnbon(options: OnbonOptions): DeviceEmulator & { glass(): Glass } {
  const { screen = 1, widthPixels = 128 } = options;
  const bell = createBell();
  const areas = new Map<number, OnbonArea>();
  let isOn = true;
  let shown = '';

  const glass = (): Glass => ({
    kind: 'dots',
    columns: widthPixels / 8,
    rows: [...areas.values()].sort((one, other) => one.y - other.y).map(rowOf),
    flashing: false,
    lamp: false,
  });

  const obey = ({ data }: OnbonFrame): boolean => {
    const [group = 0, number = 0, , , , first = 0] = data;
    const is = ([g, n]: readonly [number, number]): boolean => g === group && n === number;
    if (is(onbonCommands.power)) {
      isOn = first !== 0;
      return true;
    }
    if (!is(onbonCommands.dynamicAreas)) {
      const known = [onbonCommands.ping, onbonCommands.readParameters, onbonCommands.setClock];
      return [...known, onbonCommands.brightness].some(is);
    }
    const update = readAreas(data.subarray(5));
    if (update === null) return false;
    if (update.deleted === 'all') areas.clear();
    else for (const id of update.deleted) areas.delete(id);
    for (const area of update.areas) areas.set(area.id, area);
    return true;
  };

  return {
    glass,
    text: () => (isOn ? glassText(glass()) : ''),
    onChange: bell.onChange,
    attach(stream) {
      const { fault } = options;
      const answer = answering(stream, fault);
      const reader = createFrameReader({
        cut: cutOnbon,
        take: (frame) => {
          if (frame.to !== screen && frame.to !== broadcast) return;
          const isDone = fault !== 'refuses' && obey(frame);
          // A broadcast and a command that asks for no answer get none.
          if (frame.to === screen && frame.data[2] === 1) {
            answer(onbonBytes(answerTo(frame, screen, isDone)));
          }
          const now = glassText(glass());
          if (now === shown) return;
          shown = now;
          bell.ring();
        },
        heldBytesMax: onbonBytesMax,
      });
      stream.onBytes((bytes) => {
        reader.push(bytes);
      });
    },
  };
}

function answerTo(asked: OnbonFrame, screen: number, isDone: boolean): OnbonFrame {
  const [group, number] = isDone ? onbonCommands.ack : nack;
  const data = commandData([group, number], true);
  data[2] = 0;
  return { to: asked.from, from: screen, deviceType: anyDevice, version: version5, data };
}

/** The text without its switches, and the colour that they ask for. */
function rowOf({ text }: OnbonArea): { text: string; colour: GlassColour } {
  const said = gb2312Text(text);
  const colour = /\\C(\d)/.exec(said)?.[1] ?? '1';
  const plain = said.replaceAll(/\\(FO\d{3}|C\d)/g, '');
  return { text: plain, colour: colours[colour] ?? 'red' };
}

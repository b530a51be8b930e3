import type { DevicePorts } from '../device.ts';
import { cd5220, cd5220Settings } from './dialects/cd5220.ts';
import { cpower, cpowerSettings } from './dialects/cpower.ts';
import { escposDisplay, escposDisplaySettings } from './dialects/escpos-display.ts';
import { modbusBoard, modbusBoardSettings } from './dialects/modbus-board.ts';
import { onbon, onbonSettings } from './dialects/onbon.ts';
import { runBoard, type Board } from './run-board.ts';
import type { Static } from '@sinclair/typebox';

/** The settings of each dialect as a device file may hold them; nothing else is known. */
export const boardSettings = {
  cd5220: cd5220Settings,
  'escpos-display': escposDisplaySettings,
  modbus: modbusBoardSettings,
  onbon: onbonSettings,
  cpower: cpowerSettings,
} as const;

export type BoardDialectName = keyof typeof boardSettings;
export const boardDialects = Object.keys(boardSettings) as readonly BoardDialectName[];

/** A board as a device file names it: its dialect, what it is reached over, and settings. */
export type BoardSpec = {
  readonly [Name in BoardDialectName]: {
    readonly dialect: Name;
    readonly transport: 'tcp' | 'serial' | 'memory';
    readonly settings: Static<(typeof boardSettings)[Name]>;
  };
}[BoardDialectName];

/** One board over its link, whatever it speaks. */
export function openBoard(spec: BoardSpec, ports: DevicePorts): Board {
  const isTcp = spec.transport === 'tcp';
  switch (spec.dialect) {
    case 'cd5220':
      return runBoard(cd5220, spec.settings, ports);
    case 'escpos-display':
      return runBoard(escposDisplay, spec.settings, ports);
    case 'modbus': {
      const framing = isTcp ? 'tcp' : 'rtu';
      return runBoard(modbusBoard, { framing, ...spec.settings }, ports);
    }
    case 'onbon':
      return runBoard(onbon, spec.settings, ports);
    case 'cpower': {
      const framing = isTcp ? 'tcp' : 'serial';
      return runBoard(cpower, { framing, ...spec.settings }, ports);
    }
  }
}

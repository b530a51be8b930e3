import type { Static } from '@sinclair/typebox';
import type { DevicePorts } from '../device.ts';
import { openFramePad } from './frame-pad.ts';
import { frameProfile } from './frame-profile.ts';
import { modbusPadSettings, openModbusPad } from './modbus-pad.ts';
import type { Pad } from './pad.ts';

/** The settings of each dialect as a device file may hold them; nothing else is known. */
export const padSettings = { frames: frameProfile, modbus: modbusPadSettings } as const;

export type PadDialectName = keyof typeof padSettings;
export const padDialects = Object.keys(padSettings) as readonly PadDialectName[];

export type PadSpec = {
  readonly [Name in PadDialectName]: {
    readonly dialect: Name;
    readonly transport: 'tcp' | 'serial' | 'memory';
    readonly settings: Static<(typeof padSettings)[Name]>;
  };
}[PadDialectName];

/** One pad over its link: ratings of customers, steps of clerks. */
export function openPad(spec: PadSpec, ports: DevicePorts): Pad {
  switch (spec.dialect) {
    case 'frames':
      return openFramePad(spec.settings, ports);
    case 'modbus': {
      const framing = spec.transport === 'tcp' ? 'tcp' : 'rtu';
      return openModbusPad({ framing, ...spec.settings }, ports);
    }
  }
}

import type { Static } from '@sinclair/typebox';
import type { DevicePorts } from '../device.ts';
import { idReaderSettings, openIdReader } from './id-reader.ts';
import { openQrReader, qrReaderSettings } from './qr-reader.ts';
import type { Reader } from './reader.ts';

/** The settings of each dialect as a device file may hold them; nothing else is known. */
export const readerSettings = { qr: qrReaderSettings, 'id-card': idReaderSettings } as const;

export type ReaderDialectName = keyof typeof readerSettings;
export const readerDialects = Object.keys(readerSettings) as readonly ReaderDialectName[];

export type ReaderSpec = {
  readonly [Name in ReaderDialectName]: {
    readonly dialect: Name;
    readonly settings: Static<(typeof readerSettings)[Name]>;
  };
}[ReaderDialectName];

/** One reader over its link. */
export function openReader(spec: ReaderSpec, ports: DevicePorts): Reader {
  switch (spec.dialect) {
    case 'qr':
      return openQrReader(spec.settings, ports);
    case 'id-card':
      return openIdReader(spec.settings, ports);
  }
}

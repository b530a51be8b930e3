import type { AttachedKind } from '#core/vocabulary.ts';
import type { SerialLine } from '../transports/serial.ts';
import type { DeviceSpec, TransportSpec } from './device-spec.ts';
import { dialects } from './dialects.ts';

/** A device as it stands in the file, checked against its schema. */
export interface WrittenDevice {
  readonly id: string;
  readonly kind: AttachedKind;
  readonly dialect: string;
  readonly transport?: {
    readonly tcp?: string;
    readonly serial?: SerialLine;
    readonly file?: string;
    readonly lp?: string;
    readonly unit?: number;
  };
  readonly counter?: string;
  readonly kiosk?: string;
  readonly [setting: string]: unknown;
}

export function toSpec(written: WrittenDevice): DeviceSpec {
  const { id, kind, dialect, transport = {}, counter, kiosk, ...settings } = written;
  const { unit } = transport;
  const takesUnit = 'unit' in (dialects[kind][dialect] ?? {});
  return {
    id,
    kind,
    dialect,
    transport: transportOf(transport),
    counter: counter ?? null,
    kiosk: kiosk ?? null,
    // The contract's place for it; a driver has it among its settings.
    settings: takesUnit && unit !== undefined ? { unit, ...settings } : settings,
  };
}

function transportOf({
  tcp,
  serial,
  file,
  lp,
}: NonNullable<WrittenDevice['transport']>): TransportSpec {
  if (tcp !== undefined) {
    const colon = tcp.lastIndexOf(':');
    const host = tcp.slice(0, colon).replace(/^\[|\]$/g, '');
    return { kind: 'tcp', host, port: Number(tcp.slice(colon + 1)) };
  }
  if (serial !== undefined) return { kind: 'serial', ...serial };
  if (file !== undefined) return { kind: 'file', path: file };
  return { kind: 'lp', queue: lp ?? '' };
}

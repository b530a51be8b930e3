import type { AttachedKind } from '#core/vocabulary.ts';
import type { SerialLine } from '../transports/serial.ts';

/** How a device is reached. */
export type TransportSpec =
  | { readonly kind: 'tcp'; readonly host: string; readonly port: number }
  | ({ readonly kind: 'serial' } & SerialLine)
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'lp'; readonly queue: string };

/** One device of a device file, checked. */
export interface DeviceSpec {
  readonly id: string;
  readonly kind: AttachedKind;
  readonly dialect: string;
  readonly transport: TransportSpec;
  readonly counter: string | null;
  readonly kiosk: string | null;
  /** As the dialect's own schema has it. */
  readonly settings: Readonly<Record<string, unknown>>;
}

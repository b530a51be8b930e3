import type { ApiAnswer } from '#ui/hub/api.ts';
import type { HubClient } from '#ui/hub/hub-client.ts';
import type { IdleTiming } from './idle.ts';
import type { Offline } from './offline.ts';
import type { KioskPairing } from './pairing.ts';

/** A customer of the hall's list, as the hub tells a kiosk. */
export interface ListedCustomer {
  readonly customer: string;
  readonly class: string;
  readonly masked: string;
}

/** What a kiosk stands on: the hall, or the manager's desk that shows it (`kiosk.ts` chooses). */
export interface Surroundings {
  /** The kiosk's one connection; `pairing` gives it its identity. */
  readonly hub: HubClient;
  /** As the device list and a printer's `kiosk` name it. */
  readonly name: string;
  readonly pairing: KioskPairing;
  readonly offline: Offline;
  /** Whose a phone or card number is. */
  readonly lookUp: (key: string) => Promise<ApiAnswer<ListedCustomer>>;
  /** When a kiosk that was left alone goes back to its first page; null: it never does. */
  readonly idle: IdleTiming | null;
}

/** @param changed how far the kiosk is with the hub is another now */
export type Surround = (name: string, changed: () => void) => Surroundings;

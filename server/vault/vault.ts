import {
  createCustomerLists,
  createCustomers,
  type CustomerLists,
  type Customers,
} from './customers.ts';
import { openVaultDatabase } from './database.ts';
import { createDevices, type Devices } from './devices.ts';
import { createFailures, type Failures } from './failures.ts';
import { createPins, type Pins } from './pins.ts';
import { createProofs, type Proofs } from './proofs.ts';
import { createKeyedHash } from './secrets.ts';
import { createSessions, type Sessions } from './sessions.ts';

/** Everything of one hall that must be erasable or secret. */
export interface Vault {
  readonly pins: Pins;
  readonly sessions: Sessions;
  readonly failures: Failures;
  readonly devices: Devices;
  readonly customers: Customers;
  /** Lists of customers that are being prepared; in the hub's own thread. */
  readonly lists: CustomerLists;
  /** Its file; null where it stands in memory alone. */
  readonly path: string | null;
  readonly proofs: Proofs;
  close(): void;
}

export interface VaultOptions {
  /** A file beside the journal, or `:memory:`. */
  readonly path: string;
  /** Real milliseconds, not the hall's clock; tests pass their own. */
  readonly realNow?: () => number;
  /** scrypt's N; only tests lower it. */
  readonly scryptCost?: number;
}

/** @throws VaultError when the file cannot be used */
export function openVault(options: VaultOptions): Vault {
  const db = openVaultDatabase(options.path);
  const realNow = options.realNow ?? Date.now;
  const keyedHash = createKeyedHash(db);
  const lists = createCustomerLists(db, (key) => keyedHash('customer', key));
  lists.dropOthers();
  return {
    pins: createPins(db, options.scryptCost),
    sessions: createSessions(db, realNow),
    failures: createFailures(db, (text) => keyedHash('failure', text).toString('hex'), realNow),
    devices: createDevices(db, realNow),
    customers: createCustomers(db, (key) => keyedHash('customer', key)),
    lists,
    path: options.path === ':memory:' ? null : options.path,
    proofs: createProofs((text) => keyedHash('lease', text)),
    close: () => db.close(),
  };
}

import type { RunningDevice } from '../device.ts';
import type { IdCard } from './id-card-text.ts';
import type { Sealed } from './sealed.ts';

/** What a reader has read: in memory only, sealed against logs. */
export type Read =
  | { readonly kind: 'qr'; readonly text: Sealed<string> }
  | { readonly kind: 'id-card'; readonly card: Sealed<IdCard> };

/** A reader that runs. */
export interface Reader extends RunningDevice {
  onRead(told: (read: Read) => void): () => void;
  /** Runs of bytes that were nothing that can be read. */
  readonly dropped: number;
}

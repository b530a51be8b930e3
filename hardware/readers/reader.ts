import type { DeviceOnLink } from '../device-on-link.ts';
import type { IdCard } from './id-card-text.ts';
import type { Sealed } from './sealed.ts';

/** What a reader has read: in memory only, sealed against logs. */
export type Read =
  | { readonly kind: 'qr'; readonly text: Sealed<string> }
  | { readonly kind: 'id-card'; readonly card: Sealed<IdCard> };

/** A reader that runs. */
export interface Reader extends DeviceOnLink {
  onRead(told: (read: Read) => void): () => void;
}

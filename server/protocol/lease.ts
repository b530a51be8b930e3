import type { HandInTrouble, Text } from '#core/vocabulary.ts';
import type { TicketView } from './views.ts';

/** Answer of `lease-numbers`: what a kiosk may give while the hub is away. */
export interface LeaseView {
  readonly lease: string;
  readonly day: string;
  /** The hub's signature; handed in with each number. */
  readonly proof: string;
  /** ISO instants: numbers are given between them. */
  readonly from: string;
  readonly until: string;
  readonly blocks: readonly {
    readonly prefix: string;
    readonly from: number;
    readonly to: number;
    /** The first that was not handed in yet, as far as the hub knows. */
    readonly next: number;
  }[];
  /** What may be given without the hub: these services, for these classes. */
  readonly services: readonly { readonly id: string; readonly prefix: string }[];
  readonly classes: readonly { readonly id: string; readonly prefix: string | null }[];
}

/** Answer of `hand-in-ticket`: exactly one of the two is set. */
export interface HandedIn {
  readonly ticket: TicketView | null;
  readonly refused: { readonly why: HandInTrouble; readonly text: Text } | null;
}

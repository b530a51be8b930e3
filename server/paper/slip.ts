import type { TicketTemplate } from '#core/hall-config.ts';
import type { Estimate, Language, Text } from '#core/vocabulary.ts';

/**
 * What a ticket says when it is printed: its facts, as the hub knows them at that moment. The same
 * facts and the same template make the bytes for a printer and the preview on a page.
 */
export interface Slip {
  readonly hall: Text;
  readonly hotline: string | null;
  readonly timezone: string;
  /** The hall's languages in their order; `language` is the customer's. */
  readonly languages: readonly Language[];
  readonly language: Language;
  readonly number: string;
  readonly service: Text;
  readonly className: Text;
  /** The class of most people needs no mention. */
  readonly isDefaultClass: boolean;
  readonly ahead: number;
  readonly estimate: Estimate | null;
  /** When it was taken, ISO 8601. */
  readonly issuedAt: string;
  /** Address of the ticket's page, for the code; null prints none. */
  readonly address: string | null;
  readonly papers: readonly Text[];
  readonly notices: readonly Text[];
  /** A second paper of the same ticket: it says that it is one. */
  readonly isCopy: boolean;
  readonly isTraining: boolean;
}

/** A ticket to print. */
export interface PaperJob {
  /** Unique: nobody prints two papers under one name. */
  readonly id: string;
  readonly slip: Slip;
  /** Null: the house's own. */
  readonly template: TicketTemplate | null;
}

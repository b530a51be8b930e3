import type { TicketTemplate } from '#core/hall-config.ts';
import type { AttachedKind, AttachedState, PrintState, Text } from '#core/vocabulary.ts';
import type { Slip } from '#server/paper/slip.ts';
import type { HallHead, ViewClock } from './view-parts.ts';

/**
 * What an agent beside devices is given: the papers it has to print. It watches the `window` views
 * of its counters for the boards. Bound: prints 16, the oldest first.
 */
export interface AgentView extends ViewClock {
  readonly hall: HallHead;
  readonly prints: readonly PrintView[];
  /** How the hall wants its tickets; null: the house's own template. */
  readonly template: TicketTemplate | null;
}

export interface PrintView {
  readonly job: string;
  /** Id of the printer in the agent's device file. */
  readonly printer: string;
  /** `sending` or `sent`: begun, by this agent or by one that has died since. */
  readonly state: Extract<PrintState, 'asked' | 'sending' | 'sent'>;
  readonly slip: Slip;
}

/** A device attached to an agent, in the supervisor's list. */
export interface AttachedView {
  /** `agent/id`: also how a reprint names its printer. */
  readonly device: string;
  readonly kind: AttachedKind;
  /** As the agent's device file names it. */
  readonly name: string;
  readonly state: AttachedState;
  /** A few words for staff, in English, as the driver says it. */
  readonly detail: string | null;
  readonly since: string;
  /** Name of the agent. */
  readonly agent: string;
  readonly counter: string | null;
  readonly kiosk: string | null;
  /** Its agent is connected. */
  readonly online: boolean;
}

/** A printer as the kiosks see it. */
export interface KioskPrinterView {
  readonly printer: string;
  /** Id or name of the kiosk it serves; null: every kiosk. */
  readonly kiosk: string | null;
  readonly state: AttachedState;
}

/** A ticket whose paper a person must look after. */
export interface PrintTroubleView {
  readonly ticket: string;
  readonly number: string;
  readonly serviceName: Text;
  readonly state: Extract<PrintState, 'uncertain' | 'refused'>;
  readonly printer: string;
  readonly printerName: string;
  readonly since: string;
}

import type { Connection } from '#ui/hub/hub-client.ts';
import type { KioskView } from '#protocol/views.ts';
import type { Pairing } from './pairing.ts';

/** What the kiosk as a whole can do now, before anybody touches it. */
export type Phase =
  /** The page has just been opened: the first screen is about to come. */
  | { readonly kind: 'opening' }
  | { readonly kind: 'connecting' }
  | { readonly kind: 'pending'; readonly code: string }
  | { readonly kind: 'revoked' }
  | { readonly kind: 'ended' }
  | { readonly kind: 'away'; readonly sinceMs: number }
  /** Away, and the kiosk gives numbers of its own meanwhile. */
  | { readonly kind: 'offline'; readonly sinceMs: number }
  /** No service gives numbers, for one reason that holds for all. */
  | { readonly kind: 'resting' }
  | { readonly kind: 'ready' };

export interface PhaseFacts {
  readonly view: Pick<KioskView, 'services'> | null;
  readonly live: boolean;
  readonly pairing: Pairing;
  readonly connection: Pick<Connection, 'state' | 'sinceMs'>;
  readonly nowMs: number;
  /** When the page was opened, by its own clock. */
  readonly openedMs: number;
  /** The kiosk has numbers of its own. */
  readonly canGive?: boolean;
}

/** A hub that restarts is back within it: nobody needs to hear of that. */
export const awayAfterMs = 2_000;

/**
 * A hub that is there shows its services within it. A screen that says “connecting” would only flash
 * by, and on a slow machine its drawing is what the customer would wait for.
 */
export const openingMs = 1_000;

export function phaseOf(facts: PhaseFacts): Phase {
  const { view, live, pairing, connection, nowMs, openedMs, canGive = false } = facts;
  switch (pairing.kind) {
    case 'pending':
      return { kind: 'pending', code: pairing.code };
    case 'revoked':
    case 'ended':
      return { kind: pairing.kind };
    case 'unreached':
      if (nowMs - pairing.sinceMs > awayAfterMs) return { kind: 'away', sinceMs: pairing.sinceMs };
      break;
    case 'starting':
    case 'paired':
      break;
  }
  const { state, sinceMs } = connection;
  if (!live && state !== 'live' && nowMs - sinceMs > awayAfterMs)
    return { kind: canGive && view !== null ? 'offline' : 'away', sinceMs };
  if (view === null) return { kind: nowMs - openedMs < openingMs ? 'opening' : 'connecting' };
  return isResting(view) ? { kind: 'resting' } : { kind: 'ready' };
}

/** Reasons that hold for the whole hall. */
const hallWide = new Set(['outside-hours', 'intake-closed']);

function isResting({ services }: Pick<KioskView, 'services'>): boolean {
  return services.every(
    ({ available, reason }) => !available && (reason === null || hallWide.has(reason.rule)),
  );
}

import type { InstantMs } from '#core/vocabulary.ts';
import type { Acknowledged, Acknowledgement } from '#projections/acknowledged.ts';
import { limits } from '#server/limits.ts';

/**
 * Which alerts somebody has seen. In memory (docs/decisions/2026-11-22-alerts-seen.md): after a restart all of
 * them speak up again. One that has gone, has become worse or was seen an hour ago is forgotten.
 */
export interface Acknowledgements {
  /** Those that still count at that instant. */
  all(nowMs: InstantMs): Acknowledged;
  see(alert: string, acknowledgement: Acknowledgement): void;
  /** As if nobody had seen it. */
  forget(alert: string): void;
  /** Keeps only these. */
  keep(alerts: ReadonlySet<string>): void;
}

export function createAcknowledgements(): Acknowledgements {
  const seen = new Map<string, Acknowledgement>();
  return {
    all(nowMs) {
      for (const [alert, { atMs }] of seen) {
        if (nowMs - atMs >= limits.alertSeenMs || nowMs < atMs) seen.delete(alert);
      }
      return seen;
    },
    see(alert, acknowledgement) {
      seen.delete(alert);
      seen.set(alert, acknowledgement);
      const [oldest] = seen.keys();
      if (seen.size > limits.alertsSeenMax && oldest !== undefined) seen.delete(oldest);
    },
    forget: (alert) => void seen.delete(alert),
    keep(alerts) {
      for (const alert of seen.keys()) if (!alerts.has(alert)) seen.delete(alert);
    },
  };
}

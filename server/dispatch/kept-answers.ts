import type { BusinessDay } from '#core/vocabulary.ts';
import type { Receipt } from '#journal/journal.ts';
import type { Asked, CommandResult, Outcome } from './dispatch.ts';

/** Refusals kept for repeated keys; the oldest are forgotten first. */
const refusalsMax = 10_000;

interface Kept {
  readonly bodyHash: string;
  readonly outcome: Promise<Outcome>;
}

/**
 * Idempotency. The same key with the same body is answered with the same result for the business
 * day: what changed the hall durably, by a receipt written with its events; a refusal while the
 * hub runs. A key used for another body is refused.
 */
export function createKeptAnswers() {
  let done = new Map<string, Kept>();
  const others = new Map<string, Kept>();
  let keptDay: BusinessDay | null = null;

  return {
    load(receipts: readonly Receipt[]): void {
      for (const receipt of receipts) {
        done.set(receipt.key, {
          bodyHash: receipt.bodyHash,
          outcome: Promise.resolve(outcomeOf(receipt)),
        });
      }
    },

    /** The kept answer, a refusal of a key used for another body, or null. */
    find(asked: Asked, day: BusinessDay | null): Promise<Outcome> | null {
      if (day !== keptDay) {
        if (keptDay !== null) done = new Map();
        keptDay = day;
      }
      const key = keyOf(asked);
      if (key === null) return null;
      const kept = done.get(key) ?? others.get(key);
      if (kept === undefined) return null;
      if (kept.bodyHash !== asked.idempotency?.bodyHash) {
        return Promise.resolve({ kind: 'key-reused' });
      }
      return kept.outcome.then((outcome) =>
        outcome.kind === 'done' ? { ...outcome, repeated: true } : outcome,
      );
    },

    keep(asked: Asked, outcome: Promise<Outcome>): void {
      const key = keyOf(asked);
      if (key === null || asked.idempotency === undefined) return;
      const kept = { bodyHash: asked.idempotency.bodyHash, outcome };
      others.set(key, kept);
      void outcome.then((settled) => {
        if (settled.kind === 'done' && settled.events.length > 0) {
          others.delete(key);
          // The events are in the journal; holding them here would grow with the day.
          const slim: Outcome = { ...settled, events: [] };
          done.set(key, { ...kept, outcome: Promise.resolve(slim) });
        } else if (others.size > refusalsMax) {
          const oldest = others.keys().next();
          if (oldest.done !== true) others.delete(oldest.value);
        }
      });
    },

    forget(asked: Asked): void {
      const key = keyOf(asked);
      if (key !== null) others.delete(key);
    },

    receipt(
      asked: Asked,
      outcome: Outcome & { kind: 'done' },
      day: BusinessDay | null,
    ): Receipt | null {
      const key = keyOf(asked);
      if (key === null || asked.idempotency === undefined || day === null) return null;
      return {
        key,
        day,
        bodyHash: asked.idempotency.bodyHash,
        result: JSON.stringify({ revision: outcome.revision, result: outcome.result }),
      };
    },
  };
}

function keyOf(asked: Asked): string | null {
  if (asked.idempotency === undefined) return null;
  return `${asked.idempotency.scope} ${asked.idempotency.key}`;
}

function outcomeOf(receipt: Receipt): Outcome {
  const { revision, result } = JSON.parse(receipt.result) as {
    readonly revision: number;
    readonly result: CommandResult;
  };
  return { kind: 'done', revision, events: [], result, repeated: true };
}

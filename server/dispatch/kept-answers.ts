import type { BusinessDay } from '#core/vocabulary.ts';
import type { Receipt } from '#journal/journal.ts';
import type { Asked, CommandResult, Outcome } from './dispatch.ts';

/** Refusals kept for repeated keys; the oldest are forgotten first. */
const refusalsMax = 10_000;

interface Kept {
  readonly bodyHash: string;
  readonly outcome: Promise<Outcome>;
}

interface DaysAnswers {
  readonly day: BusinessDay;
  readonly answers: Map<string, Kept>;
}

/**
 * Idempotency. The same key with the same body is answered with the same result for the business
 * day: what changed the hall durably, by a receipt written with its events; a refusal while the
 * hub runs. A key used for another body is refused.
 */
export function createKeptAnswers() {
  let today: DaysAnswers = { day: '', answers: new Map() };
  /** Not forgotten at once: a day whose first write fails has not begun. */
  let before = today;
  const others = new Map<string, Kept>();

  function answersOf(day: BusinessDay | null): Map<string, Kept> | undefined {
    return [today, before].find((each) => each.day === day)?.answers;
  }

  /** By the day of its events: the command that begins a day is already of that day. */
  function keepDone(day: BusinessDay, key: string, kept: Kept): void {
    if (day > today.day) {
      before = today;
      today = { day, answers: new Map() };
    }
    answersOf(day)?.set(key, kept);
  }

  return {
    load(receipts: readonly Receipt[]): void {
      for (const receipt of receipts) {
        keepDone(receipt.day, receipt.key, {
          bodyHash: receipt.bodyHash,
          outcome: Promise.resolve(outcomeOf(receipt)),
        });
      }
    },

    /** The kept answer, a refusal of a key used for another body, or null. */
    find(asked: Asked, day: BusinessDay | null): Promise<Outcome> | null {
      const key = keyOf(asked);
      if (key === null) return null;
      const kept = answersOf(day)?.get(key) ?? others.get(key);
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
        const last = settled.kind === 'done' ? settled.events.at(-1) : undefined;
        if (settled.kind === 'done' && last !== undefined) {
          others.delete(key);
          // The events are in the journal; holding them here would grow with the day.
          const slim: Outcome = { ...settled, events: [] };
          keepDone(last.day, key, { ...kept, outcome: Promise.resolve(slim) });
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

/**
 * People who come to a hall, and clerks who serve them, as a plan: what each will do and how long
 * it takes them. The hall decides the order; the plan never says who is called when. A recorded day
 * and a day drawn by chance are both told this way.
 */
export interface DayPlan {
  readonly customers: readonly PlannedCustomer[];
  readonly counters: readonly PlannedCounter[];
}

export interface PlannedCustomer {
  readonly arrivesAtMs: number;
  readonly class: string | null;
  /** One visit to a counter after the other; the first names the service asked for. */
  readonly legs: readonly PlannedLeg[];
  /** Leaves the hall if not called by then. */
  readonly leavesAtMs: number | null;
  /** From the call to standing at the counter. */
  readonly walkMs: number;
  /** Has gone without a word: does not come when called. */
  readonly noShow: boolean;
}

export interface PlannedLeg {
  readonly service: string;
  readonly serviceMs: number;
  /** Counter to be led to, where the record tells one. */
  readonly counter: string | null;
}

export interface PlannedCounter {
  readonly counter: string;
  readonly badge: string;
  readonly services: readonly string[];
  readonly opensAtMs: number;
  readonly closesAtMs: number;
}

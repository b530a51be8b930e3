import type {
  CustomerCountsView,
  CustomerImportView,
  KeepMode,
} from '#protocol/customer-imports.ts';

/** What the list will be like when a file is kept. */
export interface Outcome {
  readonly after: number;
  /** Customers who were not on the list before. */
  readonly fresh: number;
  /** Customers who will not be on it any more. */
  readonly gone: number;
  readonly known: number;
}

/** Both counts are of the same list: the hub refuses to keep a file when it has become another. */
export function outcomeOf(
  { good, known }: Pick<CustomerImportView, 'good' | 'known'>,
  { count }: Pick<CustomerCountsView, 'count'>,
  mode: KeepMode,
): Outcome {
  const fresh = good - known;
  return mode === 'replace'
    ? { after: good, fresh, gone: Math.max(0, count - known), known }
    : { after: count + fresh, fresh, gone: 0, known };
}

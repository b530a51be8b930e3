import type { ConsoleView, NextView } from '#protocol/views.ts';

/** From this width on the list stands beside the centre; below, three rows stand above it. */
export const listBesideFromPx = 1200;
const foldedRows = 3;

/** The rows of the list that are shown, and how many more wait whom this counter can serve. */
export function foldList(
  view: Pick<ConsoleView, 'next' | 'waitingCount'>,
  isFolded: boolean,
): { readonly rows: readonly NextView[]; readonly more: number } {
  const rows = isFolded ? view.next.slice(0, foldedRows) : view.next;
  return { rows, more: Math.max(0, view.waitingCount - rows.length) };
}

/** How a row stands to its promise. */
export type RowPromise = 'in-time' | 'near' | 'broken';

/** The hub reminds of promises with less than this left; the list agrees with it. */
const nearSeconds = 120;

export function rowPromise(leftSeconds: number): RowPromise {
  if (leftSeconds < 0) return 'broken';
  return leftSeconds <= nearSeconds ? 'near' : 'in-time';
}

/**
 * Whole seconds by which figures of a view have grown since the hub made it; 0 where the view is
 * only remembered: what is not live stands still.
 */
export function ageSeconds(view: { readonly now: string }, nowMs: number, live: boolean): number {
  if (!live) return 0;
  return Math.max(0, Math.floor((nowMs - Date.parse(view.now)) / 1000));
}

/** Those who would wait longest if the counter stopped, the longest first. */
export function longestWaiting(next: readonly NextView[], max: number): readonly NextView[] {
  return next.toSorted((a, b) => b.waitedSeconds - a.waitedSeconds).slice(0, max);
}

/** Of those behind the first, the one whose promise ends soonest, if that is before the first's. */
export function mostPressing(next: readonly NextView[], first: NextView): NextView | undefined {
  const [pressing] = next.toSorted((a, b) => a.promiseLeftSeconds - b.promiseLeftSeconds);
  return pressing !== undefined && pressing.promiseLeftSeconds < first.promiseLeftSeconds
    ? pressing
    : undefined;
}

/** When somebody who walked off has to turn back, so that nine in ten are there in time. */
export type ComeBack = { readonly kind: 'now' } | { readonly kind: 'until'; readonly atMs: number };

/** Minutes that a way back may take; the first is somebody who stays. */
export const walkMinutes = [0, 5, 10, 15] as const;

/** A figure to the minute, and never so late that a minute's delay is one too many. */
const minuteMs = 60_000;

/**
 * @param leastSeconds p10 of the remaining wait, as of `asOfMs`: one in ten is called sooner
 * @param walkSeconds how long the way back takes
 */
export function comeBack(
  leastSeconds: number,
  asOfMs: number,
  walkSeconds: number,
  nowMs: number,
): ComeBack {
  const turnMs = asOfMs + (leastSeconds - walkSeconds) * 1000;
  const atMs = Math.floor(turnMs / minuteMs) * minuteMs;
  return atMs <= nowMs ? { kind: 'now' } : { kind: 'until', atMs };
}

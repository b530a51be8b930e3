import type { Estimate } from '#core/vocabulary.ts';

/** A wait as one may say it: a figure to the second is a promise nobody made. */
export type WaitRange =
  | { readonly kind: 'none' }
  | { readonly kind: 'within'; readonly minutes: number }
  | { readonly kind: 'about'; readonly minutes: number }
  | { readonly kind: 'between'; readonly from: number; readonly to: number }
  | { readonly kind: 'over'; readonly hours: number };

/**
 * Rounded outwards (to the minute below five, to five below an hour, then to ten): half of such
 * waits are over by the first figure, nine in ten by the second.
 */
export function waitRange({ p50Seconds, p90Seconds }: Estimate): WaitRange {
  const from = roundedMinutes(p50Seconds, Math.floor);
  const to = roundedMinutes(Math.max(p90Seconds, p50Seconds), Math.ceil);
  if (to === 0) return { kind: 'none' };
  if (from === 0) return { kind: 'within', minutes: to };
  if (from >= 120) return { kind: 'over', hours: Math.floor(from / 60) };
  if (from === to) return { kind: 'about', minutes: to };
  return { kind: 'between', from, to };
}

function roundedMinutes(seconds: number, round: (value: number) => number): number {
  const exact = Math.max(seconds, 0) / 60;
  const step = exact <= 5 ? 1 : exact <= 60 ? 5 : 10;
  return round(exact / step) * step;
}

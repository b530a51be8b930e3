import { unitS } from './features.ts';
import type { Quantiles } from './learner.ts';

/**
 * The core estimate made right by what became of the last ones: quantiles of (wait − estimate) over
 * the newest resolved tickets of the same service and size of estimate; of the hall's where those
 * are few; a plain band before there are any, which goes on counting as much as forty tickets.
 */
export interface Residuals {
  around(service: string, coreS: number): Quantiles;
  add(service: string, coreS: number, leftS: number): void;
}

const keptMax = 200;
const enough = 20;
/** With so many, what they say and the plain band count alike. */
const halfTrusted = 40;
/** Upper ends of the sizes of estimates, in seconds. */
const sizesS = [5, 30, 90, 240, 600, 1500, 3600];

export function createResiduals(): Residuals {
  const bySize = windowsBySize();
  const byService = new Map<string, readonly Window[]>();

  function windowsOf(service: string): readonly Window[] {
    let known = byService.get(service);
    if (known === undefined) byService.set(service, (known = windowsBySize()));
    return known;
  }

  return {
    around(service, coreS) {
      const size = sizeOf(coreS);
      const own = windowsOf(service)[size];
      const used = own !== undefined && own.count() >= enough ? own : bySize[size];
      if (used === undefined || used.count() < enough) return plainBand(coreS);
      const plain = plainBand(coreS);
      const trust = used.count() / (used.count() + halfTrusted);
      const at = (share: number, before: number) =>
        before + trust * (Math.max(0, coreS + used.quantile(share)) - before);
      return { p10S: at(0.1, plain.p10S), p50S: at(0.5, plain.p50S), p90S: at(0.9, plain.p90S) };
    },
    add(service, coreS, leftS) {
      const size = sizeOf(coreS);
      windowsOf(service)[size]?.add(leftS - coreS);
      bySize[size]?.add(leftS - coreS);
    },
  };
}

function windowsBySize(): readonly Window[] {
  return Array.from({ length: sizesS.length + 1 }, () => createWindow(keptMax));
}

function sizeOf(coreS: number): number {
  const found = sizesS.findIndex((upToS) => coreS < upToS);
  return found < 0 ? sizesS.length : found;
}

function plainBand(coreS: number): Quantiles {
  return { p10S: coreS / 2, p50S: coreS, p90S: coreS + 0.6 * (coreS + Math.min(coreS, unitS)) };
}

/** The newest values, kept in order beside the order in which they came. */
interface Window {
  add(value: number): void;
  count(): number;
  /** Nearest rank. */
  quantile(share: number): number;
}

function createWindow(size: number): Window {
  const arrived: number[] = [];
  const sorted: number[] = [];
  let oldest = 0;
  return {
    add(value) {
      if (arrived.length < size) arrived.push(value);
      else {
        sorted.splice(placeIn(sorted, arrived[oldest] as number), 1);
        arrived[oldest] = value;
        oldest = (oldest + 1) % size;
      }
      sorted.splice(placeIn(sorted, value), 0, value);
    },
    count: () => sorted.length,
    quantile: (share) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0,
  };
}

/** Index of the first value that is not less. */
function placeIn(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

import type { Stay } from '#protocol/what-if.ts';

/**
 * A staffing as a grid: a row a counter, a column a half hour. What was recorded to the second is
 * open in a half hour when somebody sat there for most of it, or sat there only then.
 */
export interface StaffingGrid {
  /** Starts of the half hours, milliseconds since 1970. */
  readonly slots: readonly number[];
  readonly rows: readonly { readonly counter: string; readonly open: readonly boolean[] }[];
}

export const halfHourMs = 1_800_000;

export function gridOf(
  counters: readonly string[],
  staffing: readonly Stay[],
  opensAt: string,
  closesAt: string,
): StaffingGrid {
  const firstMs = Math.floor(Date.parse(opensAt) / halfHourMs) * halfHourMs;
  const count = Math.max(1, Math.ceil((Date.parse(closesAt) - firstMs) / halfHourMs));
  const slots = Array.from({ length: count }, (_, index) => firstMs + index * halfHourMs);
  const rows = counters.map((counter) => {
    const stays = staffing.filter((stay) => stay.counter === counter);
    return { counter, open: slots.map((fromMs) => coveredMs(stays, fromMs) * 2 >= halfHourMs) };
  });
  return { slots, rows };
}

function coveredMs(stays: readonly Stay[], fromMs: number): number {
  return stays.reduce((sum, { from, to }) => {
    const beginMs = Math.max(Date.parse(from), fromMs);
    const endMs = Math.min(Date.parse(to), fromMs + halfHourMs);
    return sum + Math.max(endMs - beginMs, 0);
  }, 0);
}

/** The same grid with cells of one counter, from one half hour to another, open or closed. */
export function painted(
  grid: StaffingGrid,
  row: number,
  from: number,
  to: number,
  open: boolean,
): StaffingGrid {
  const [first, last] = from <= to ? [from, to] : [to, from];
  return {
    ...grid,
    rows: grid.rows.map((each, index) =>
      index === row
        ? {
            ...each,
            open: each.open.map((was, slot) => (slot >= first && slot <= last ? open : was)),
          }
        : each,
    ),
  };
}

/** Neighbouring half hours of a counter are one stay. */
export function staysOf({ slots, rows }: StaffingGrid): readonly Stay[] {
  return rows.flatMap(({ counter, open }) => {
    const stays: { counter: string; from: string; to: string }[] = [];
    open.forEach((isOpen, index) => {
      if (!isOpen) return;
      const fromMs = slots[index] ?? 0;
      const from = iso(fromMs);
      const to = iso(fromMs + halfHourMs);
      const last = stays.at(-1);
      if (last?.to === from) last.to = to;
      else stays.push({ counter, from, to });
    });
    return stays;
  });
}

export function counterHoursOf({ rows }: StaffingGrid): number {
  return rows.reduce((sum, { open }) => sum + open.filter(Boolean).length, 0) / 2;
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}

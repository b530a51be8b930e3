import type { HallEvent } from '#core/events.ts';
import type { BusinessDay } from '#core/vocabulary.ts';
import type { EstimateAudit, EstimateAuditRow } from '#protocol/estimate-audit.ts';

/**
 * How good the waits were that tickets were told (rule `honest-statistics`): the figures given at
 * issue and the real wait, both from the journal. A wait is that until the first call.
 */
export interface EstimateAuditFold {
  apply(event: HallEvent): void;
  read(): EstimateAudit;
}

interface Told {
  readonly service: string;
  readonly p50Seconds: number | null;
  readonly p90Seconds: number;
}

interface Sums {
  told: number;
  untold: number;
  kept: number;
  waits: number;
  absolute: number;
  signed: number;
}

/** Coverage outside these, over a week and so many tickets, is worth a warning. */
export const coverageLow = 0.85;
export const coverageHigh = 0.95;
const warnDays = 7;
const warnTickets = 100;

export function createEstimateAudit(): EstimateAuditFold {
  const days = new Map<BusinessDay, Map<string, Sums>>();
  let open = new Map<string, Told>();

  function count(day: BusinessDay, { service, ...told }: Told, waitS: number): void {
    const services = days.get(day) ?? new Map<string, Sums>();
    days.set(day, services);
    const sums = services.get(service) ?? nothing();
    services.set(service, sums);
    addTo(sums, told, waitS);
  }

  return {
    apply(event) {
      switch (event.type) {
        case 'DayBegan':
          open = new Map();
          return;
        case 'TicketIssued': {
          const { ticket, service, estimate } = event.data;
          const { p50Seconds = null, p90Seconds = 0 } = estimate ?? {};
          open.set(ticket, { service, p50Seconds, p90Seconds });
          return;
        }
        case 'TicketTransferred':
          // Another queue, of which nothing was told at issue.
          open.delete(event.data.ticket);
          return;
        case 'TicketCalled': {
          const told = open.get(event.data.ticket);
          if (told === undefined || event.data.waitMs === null) return;
          open.delete(event.data.ticket);
          count(event.day, told, event.data.waitMs / 1000);
          return;
        }
        case 'TicketCancelled':
        case 'TicketLapsed':
          open.delete(event.data.ticket);
          return;
        default:
          return;
      }
    },
    read() {
      const byDay = [...days].map(([day, services]) => ({
        date: day,
        ...rowOf(sumOf([...services.values()])),
        byService: [...services].map(([service, sums]) => ({ service, ...rowOf(sums) })),
      }));
      const week = [...days.values()].slice(-warnDays);
      const services = [...new Set(week.flatMap((each) => [...each.keys()]))].sort();
      const weekOf = (service: string) => sumOf(week.flatMap((each) => each.get(service) ?? []));
      const all = sumOf(week.flatMap((each) => [...each.values()]));
      const byService = services.map((service) => ({ service, ...rowOf(weekOf(service)) }));
      return {
        byDay,
        week: { days: week.length, ...rowOf(all), byService },
        warnings: [{ service: '*', ...rowOf(all) }, ...byService].flatMap((row) =>
          isOff(row, week.length)
            ? [{ service: row.service, coverage90: row.coverage90 ?? 0 }]
            : [],
        ),
      };
    },
  };
}

function isOff({ told, coverage90 }: EstimateAuditRow, dayCount: number): boolean {
  if (dayCount < warnDays || told < warnTickets || coverage90 === null) return false;
  return coverage90 < coverageLow || coverage90 > coverageHigh;
}

function nothing(): Sums {
  return { told: 0, untold: 0, kept: 0, waits: 0, absolute: 0, signed: 0 };
}

function addTo(sums: Sums, { p50Seconds, p90Seconds }: Omit<Told, 'service'>, waitS: number): void {
  if (p50Seconds === null) {
    sums.untold += 1;
    return;
  }
  sums.told += 1;
  sums.waits += waitS;
  sums.absolute += Math.abs(p50Seconds - waitS);
  sums.signed += p50Seconds - waitS;
  if (waitS <= p90Seconds) sums.kept += 1;
}

function sumOf(parts: Iterable<Sums>): Sums {
  const sum = nothing();
  for (const part of parts) {
    for (const key of Object.keys(sum) as (keyof Sums)[]) sum[key] += part[key];
  }
  return sum;
}

function rowOf({ told, untold, kept, waits, absolute, signed }: Sums): EstimateAuditRow {
  const mean = (sum: number) => (told === 0 ? null : Math.round(sum / told));
  return {
    told,
    untold,
    coverage90: told === 0 ? null : Math.round((kept / told) * 1000) / 1000,
    meanWaitSeconds: mean(waits),
    errorSeconds: mean(absolute),
    biasSeconds: mean(signed),
  };
}

import type { HallEvent } from '#core/events.ts';
import type { HallConfig } from '#core/hall-config.ts';
import { serviceOf } from '#core/lookup.ts';

/**
 * Mean service time of each service, from what is configured and what was seen today:
 * `(k × configured + sum) / (k + n)`. The configured time counts as k services, so that the first
 * ones of a day move it gently; a single one is bounded, so that a forgotten "finish" does not
 * spoil the day's forecasts.
 */
export interface ServiceMeans {
  apply(event: HallEvent): void;
  meanMs(config: HallConfig, service: string): number;
}

/** As many services as the configured time weighs. */
export const configuredWeight = 10;
/** A single service counts as at most this many times the configured one. */
export const longestFactor = 4;
/** Shorter ones are slips of the finger, not services. */
export const shortestMs = 5_000;

interface Seen {
  sumMs: number;
  count: number;
}

export function createServiceMeans(): ServiceMeans {
  let config: HallConfig | null = null;
  let seen = new Map<string, Seen>();
  /** Service of each ticket that is still to be served: no larger than the hall is full. */
  let serviceByTicket = new Map<string, string>();

  function finished(ticket: string, serviceMs: number): void {
    const service = serviceByTicket.get(ticket);
    serviceByTicket.delete(ticket);
    if (service === undefined || config === null || serviceMs < shortestMs) return;
    const longestMs = longestFactor * configuredMs(config, service);
    const sum = seen.get(service) ?? { sumMs: 0, count: 0 };
    sum.sumMs += Math.min(serviceMs, longestMs);
    sum.count += 1;
    seen.set(service, sum);
  }

  return {
    apply(event) {
      switch (event.type) {
        case 'DayBegan':
          config = event.data.config;
          seen = new Map();
          serviceByTicket = new Map();
          return;
        case 'HallConfigured':
          config = event.data.config;
          return;
        case 'TicketIssued':
        case 'TicketTransferred':
          serviceByTicket.set(event.data.ticket, event.data.service);
          return;
        case 'ServiceFinished':
          finished(event.data.ticket, event.data.serviceMs);
          return;
        case 'TicketCancelled':
        case 'TicketLapsed':
          serviceByTicket.delete(event.data.ticket);
          return;
        default:
          return;
      }
    },
    meanMs(current, service) {
      const { sumMs, count } = seen.get(service) ?? { sumMs: 0, count: 0 };
      const prior = configuredWeight * configuredMs(current, service);
      return (prior + sumMs) / (configuredWeight + count);
    },
  };
}

function configuredMs(config: HallConfig, service: string): number {
  return (serviceOf(config, service)?.expectedMinutes ?? 0) * 60_000;
}

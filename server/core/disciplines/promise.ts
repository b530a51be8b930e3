import type { HallConfig } from '../hall-config.ts';
import { classOf, rankOf, serviceOf } from '../lookup.ts';
import type { Waiting } from './line.ts';
import { compareTimes, type OrderOf, reasonOfPlace, rivalAmong } from './order.ts';

/**
 * Earliest deadline first; then rank, queue time and sequence. The deadline is the last moment at
 * which a call can still keep the promise (`ten-minute-promise`: waiting and service together):
 * queue time + promise of the service, or of the class if shorter, − expected service time.
 */
export const promise: OrderOf = (config, atMs) => {
  const compare = (a: Waiting, b: Waiting) =>
    deadlineMs(config, a) - deadlineMs(config, b) ||
    rankOf(config, b.class) - rankOf(config, a.class) ||
    compareTimes(a, b);
  return {
    compare,
    explain: (picked, others) => {
      const rival = rivalAmong(compare, others);
      if (rival === undefined) return reasonOfPlace(picked, others);
      if (rival.class === picked.class && rival.front !== picked.front) {
        return reasonOfPlace(picked, others);
      }
      const { promiseMinutes, expectedMinutes } = promiseOf(config, picked);
      const values = {
        deadlineMs: deadlineMs(config, picked),
        leftSeconds: Math.floor((deadlineMs(config, picked) - atMs) / 1000),
        promiseMinutes,
        expectedMinutes,
        over: rival.class,
        overService: rival.service,
        overDeadlineMs: deadlineMs(config, rival),
      };
      if (values.deadlineMs !== values.overDeadlineMs) return { key: 'deadline', values };
      if (rankOf(config, picked.class) !== rankOf(config, rival.class)) {
        return { key: 'rank', values };
      }
      return { ...reasonOfPlace(picked, [rival]), values };
    },
  };
};

function deadlineMs(config: HallConfig, ticket: Waiting): number {
  const { promiseMinutes, expectedMinutes } = promiseOf(config, ticket);
  return ticket.orderMs + (promiseMinutes - expectedMinutes) * 60_000;
}

/** A service that the hall no longer offers promises nothing: such a ticket is due at once. */
function promiseOf(config: HallConfig, ticket: Waiting) {
  const service = serviceOf(config, ticket.service);
  const ofService = service?.promiseMinutes ?? 0;
  const ofClass = classOf(config, ticket.class)?.promiseMinutes ?? ofService;
  return {
    promiseMinutes: Math.min(ofService, ofClass),
    expectedMinutes: service?.expectedMinutes ?? 0,
  };
}

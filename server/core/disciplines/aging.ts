import type { HallConfig } from '../hall-config.ts';
import { rankOf } from '../lookup.ts';
import type { Waiting } from './line.ts';
import { type Order, reasonOfPlace, rivalAmong, settingFor } from './order.ts';

/**
 * Weight × waited, high first; then rank; then sequence. A class without a weight weighs 1, so that
 * its tickets grow older like anybody's; weight 0 is called only when nothing else waits.
 */
export function aging(
  config: HallConfig,
  weights: Readonly<Record<string, number>>,
  atMs: number,
): Order {
  const weightOf = (ticket: Waiting) => settingFor(weights, ticket.class, 1);
  const weighed = (ticket: Waiting) => weightOf(ticket) * (atMs - ticket.orderMs);
  const compare: Order['compare'] = (a, b) =>
    weighed(b) - weighed(a) ||
    rankOf(config, b.class) - rankOf(config, a.class) ||
    a.ordinal - b.ordinal;
  return {
    compare,
    explain: (picked, others) => {
      const rival = rivalAmong(compare, others);
      if (rival === undefined || rival.class === picked.class) {
        return reasonOfPlace(picked, others);
      }
      const values = {
        weight: weightOf(picked),
        weightedSeconds: Math.floor(weighed(picked) / 1000),
        over: rival.class,
        overWeight: weightOf(rival),
        overWeightedSeconds: Math.floor(weighed(rival) / 1000),
      };
      if (weighed(picked) !== weighed(rival)) return { key: 'weighted-wait', values };
      const level = rankOf(config, picked.class) === rankOf(config, rival.class);
      return { key: level ? 'sequence' : 'rank', values };
    },
  };
}

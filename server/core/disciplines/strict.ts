import { rankOf } from '../lookup.ts';
import { compareTimes, type OrderOf, reasonOfPlace, rivalAmong } from './order.ts';

/**
 * Rank of the class, high first; then queue time. The default: reading B of the rulebook, for
 * `vip-first` and `special-needs-first`.
 */
export const strict: OrderOf = (config) => ({
  compare: (a, b) => rankOf(config, b.class) - rankOf(config, a.class) || compareTimes(a, b),
  explain: (picked, others) => {
    const rank = rankOf(config, picked.class);
    const lower = others.filter((other) => rankOf(config, other.class) < rank);
    const over = rivalAmong((a, b) => rankOf(config, b.class) - rankOf(config, a.class), lower);
    if (over === undefined) return reasonOfPlace(picked, others);
    const overRank = rankOf(config, over.class);
    return { key: 'rank', values: { rank, over: over.class, overRank } };
  },
});

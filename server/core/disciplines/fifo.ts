import { compareTimes, type OrderOf, reasonOfPlace } from './order.ts';

/** First come, first called: queue time, then sequence. */
export const fifo: OrderOf = () => ({ compare: compareTimes, explain: reasonOfPlace });

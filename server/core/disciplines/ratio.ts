import type { HallConfig } from '../hall-config.ts';
import { rankOf } from '../lookup.ts';
import type { DisciplineMemory } from '../state.ts';
import { fifo } from './fifo.ts';
import type { Head } from './line.ts';
import { type Choice, compareTimes, firstsByClass, reasonOfPlace, settingFor } from './order.ts';
import type { Why } from './why.ts';

type Shares = Readonly<Record<string, number>>;
type Credits = DisciplineMemory['credits'];

const creditPrefix = 'credit.';

/**
 * Smooth weighted round-robin over the classes that have candidates: each gains its share, the
 * largest credit wins (then rank, queue time, sequence) and pays the sum of the shares that took
 * part. Inside a class: queue time. The values carry the credits as they were compared, so that
 * what is remembered follows from the call's event alone.
 *
 * @param heads the heads still in the running: their classes take part
 * @param candidates all heads of the counter: a class that is not among them holds no credit
 */
export function chooseByRatio(
  config: HallConfig,
  shares: Shares,
  credits: Credits,
  atMs: number,
  heads: readonly Head[],
  candidates: readonly Head[],
): Choice {
  const order = fifo(config, atMs);
  const gained: Record<string, number> = {};
  for (const { ticket } of candidates) gained[ticket.class] = settingFor(credits, ticket.class, 0);
  const firsts = firstsByClass(order, heads);
  let paid = 0;
  for (const { ticket } of firsts) {
    const share = shareOf(shares, ticket.class);
    gained[ticket.class] = settingFor(gained, ticket.class, 0) + share;
    paid += share;
  }
  const creditOf = (head: Head) => settingFor(gained, head.ticket.class, 0);
  const ranked = firsts.toSorted(
    (a, b) =>
      creditOf(b) - creditOf(a) ||
      rankOf(config, b.ticket.class) - rankOf(config, a.ticket.class) ||
      compareTimes(a.ticket, b.ticket),
  );
  const [head, rival] = ranked;
  if (head === undefined) throw new Error('a pick needs a candidate');
  const values: Record<string, number> = { paid };
  for (const [name, credit] of Object.entries(gained)) values[creditPrefix + name] = credit;
  return { head, key: keyOf(config, heads, head, rival, creditOf), values };
}

/** A class that the hall gave no share has share 1: not naming a class must not starve it. */
export function shareOf(shares: Shares, className: string): number {
  return settingFor(shares, className, 1);
}

/** Credits after a call, from its why; unchanged where no ratio decided it. */
export function creditsAfter(credits: Credits, className: string, values: Why['values']): Credits {
  const paid = values['paid'];
  if (typeof paid !== 'number') return credits;
  const after: Record<string, number> = {};
  for (const [key, value] of Object.entries(values)) {
    if (!key.startsWith(creditPrefix) || typeof value !== 'number') continue;
    const name = key.slice(creditPrefix.length);
    after[name] = name === className ? value - paid : value;
  }
  return after;
}

function keyOf(
  config: HallConfig,
  heads: readonly Head[],
  head: Head,
  rival: Head | undefined,
  creditOf: (head: Head) => number,
): Why['key'] {
  if (rival === undefined) {
    const others = heads.filter((other) => other !== head).map((other) => other.ticket);
    return reasonOfPlace(head.ticket, others).key;
  }
  if (creditOf(head) !== creditOf(rival)) return 'credit';
  const level = rankOf(config, head.ticket.class) === rankOf(config, rival.ticket.class);
  return level ? reasonOfPlace(head.ticket, [rival.ticket]).key : 'rank';
}

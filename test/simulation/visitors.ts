import type { TicketView } from '#protocol/views.ts';
import { chance, exponential } from '#server/people/random.ts';
import { between, pickOne } from './faults.ts';
import type { Kiosk, Slip } from './kiosks.ts';
import { openPage, sleep, type Outside } from './people.ts';

const minuteMs = 60_000;
const classes = ['ordinary', 'ordinary', 'ordinary', 'special', 'vip'] as const;
const triesMax = 3;

export interface Visitors {
  /** Answers when the customer has nothing more to do here. */
  visit(arrivesMs: number): Promise<void>;
}

/** Customers: they press at a kiosk, wait, look at a phone, leave, are missed and come back. */
export function createVisitors(outside: Outside, kiosks: readonly [Kiosk, ...Kiosk[]]) {
  const { random, witness, crowd } = outside;
  async function take(): Promise<Slip> {
    const service = chance(random, 0.6) ? 'payment' : 'enquiry';
    const each = pickOne(random, classes);
    let slip: Slip = { kind: 'none', problem: null };
    for (let attempt = 0; attempt < triesMax && !outside.isDayOver(); attempt += 1) {
      slip = await pickOne(random, kiosks).press({ service, class: each });
      if (slip.kind === 'ticket') witness.given(slip.ticket.id, slip.ticket.number);
      if (slip.kind === 'offline') witness.givenOffline(slip.ticket);
      if (slip.kind !== 'none') break;
      outside.note(`no ticket: ${slip.problem?.code ?? 'the hub is away'}`);
      // Refused by a rule: nobody tries that twice. Else: once more after a while.
      if (slip.problem?.code === 'refused') break;
      await sleep(outside, between(random, 5_000, 30_000));
    }
    return slip;
  }

  async function withPhone(ticket: TicketView, leavesInMs: number | null): Promise<void> {
    const phone = openPage(outside, null);
    let state = ticket.state;
    let isLive = false;
    const stop = phone.watch('ticket', { ticket: ticket.id }, (seen) => {
      ({ state } = seen.data);
      isLive = seen.live;
      const { counter } = seen.data;
      if (isLive && state === 'called' && counter !== null) crowd.hear(ticket.number, counter);
    });
    const untilMs = outside.time.now() + 40 * minuteMs;
    let leavesAtMs = leavesInMs === null ? Infinity : outside.time.now() + leavesInMs;
    const command = (name: string, more = {}): Promise<unknown> =>
      phone.command(name, { ticket: ticket.id, ...more });
    while (outside.time.now() < untilMs && !outside.isDayOver()) {
      await sleep(outside, between(random, 20_000, 60_000));
      if (outside.time.now() > leavesAtMs && state === 'waiting') {
        await command('cancel-ticket');
        leavesAtMs = Infinity;
      }
      if (state === 'missed' && chance(random, 0.6)) await command('rejoin-ticket');
      if (state === 'done') {
        if (chance(random, 0.5)) await command('rate-ticket', { rating: 'satisfied' });
        break;
      }
      if (state === 'cancelled') break;
    }
    stop();
    phone.close();
  }

  return {
    async visit(arrivesMs: number): Promise<void> {
      await sleep(outside, Math.max(0, arrivesMs - outside.time.now()));
      const slip = await take();
      if (slip.kind === 'none') return;
      crowd.add({
        number: slip.ticket.number,
        isGone: chance(random, 0.12),
        walkMs: between(random, 2_000, 25_000),
      });
      const leavesInMs = chance(random, 0.1) ? Math.round(exponential(random, 8 * minuteMs)) : null;
      // Without the hub nobody has told them an address to follow, or to give the number back.
      if (slip.kind === 'offline') return;
      if (chance(random, 0.35)) await withPhone(slip.ticket, leavesInMs);
      else if (leavesInMs !== null) {
        await sleep(outside, leavesInMs);
        await kiosks[0].command('cancel-ticket', { ticket: slip.ticket.id });
      }
    },
  };
}

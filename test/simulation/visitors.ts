import type { TicketView } from '#protocol/views.ts';
import type { HubClient } from '#ui/hub/hub-client.ts';
import { chance, exponential } from '#server/people/random.ts';
import { between, pickOne } from './faults.ts';
import { openPage, sleep, type Outside } from './people.ts';

const minuteMs = 60_000;
const classes = ['ordinary', 'ordinary', 'ordinary', 'special', 'vip'] as const;
const triesMax = 3;

export interface Visitors {
  /** Answers when the customer has nothing more to do here. */
  visit(arrivesMs: number): Promise<void>;
}

/** Customers: they press at a kiosk, wait, look at a phone, leave, are missed and come back. */
export function createVisitors(outside: Outside, kiosks: readonly [HubClient, ...HubClient[]]) {
  const { random, weather, witness, crowd } = outside;
  async function take(): Promise<TicketView | null> {
    const service = chance(random, 0.6) ? 'payment' : 'enquiry';
    const each = pickOne(random, classes);
    for (let attempt = 0; attempt < triesMax; attempt += 1) {
      const press = outside.serial();
      const kiosk = pickOne(random, kiosks);
      const args = {
        service,
        ...(each === 'ordinary' ? {} : { class: each }),
        need: `press ${press}`,
      };
      const answer = kiosk.command('issue-ticket', args);
      if (weather.strikes('impatient-person', 0.15)) {
        // The same wish once more while it is under way: the page knows that it is one.
        void kiosk.command('issue-ticket', args);
      }
      const settled = await answer;
      if (settled.ok) {
        const ticket = settled.result as TicketView;
        witness.given(ticket.id, ticket.number);
        return ticket;
      }
      outside.note(`no ticket: ${settled.problem?.code ?? 'the hub is away'}`);
      // Refused by a rule: nobody tries that twice. Else: once more after a while.
      if (settled.problem?.code === 'refused') return null;
      await sleep(outside, between(random, 5_000, 30_000));
      if (outside.isDayOver()) return null;
    }
    return null;
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
      const ticket = await take();
      if (ticket === null) return;
      crowd.add({
        number: ticket.number,
        isGone: chance(random, 0.12),
        walkMs: between(random, 2_000, 25_000),
      });
      const leavesInMs = chance(random, 0.1) ? Math.round(exponential(random, 8 * minuteMs)) : null;
      if (chance(random, 0.35)) await withPhone(ticket, leavesInMs);
      else if (leavesInMs !== null) {
        await sleep(outside, leavesInMs);
        await kiosks[0].command('cancel-ticket', { ticket: ticket.id });
      }
    },
  };
}

import type { HandoverRecord } from '#core/events.ts';
import { chance } from '#server/people/random.ts';
import type { Seen } from '#ui/hub/hub-client.ts';
import { between, pickOne } from './faults.ts';
import { createPatience, openPage, sleep, type Outside } from './people.ts';
import { pressTwice } from './rival-consoles.ts';

const second = 1_000;

export interface ClerkPlan {
  readonly counter: string;
  readonly badge: string;
  /** Who may be asked to take over. */
  readonly relief: string;
  /** Longest service. */
  readonly serviceMaxMs: number;
}

/**
 * A clerk at a console for one day: goes by what the console shows, serves who comes, sometimes
 * pauses, transfers, parks or hands over, and signs off when the hall lets them.
 */
export async function workDay(outside: Outside, plan: ClerkPlan): Promise<void> {
  const { random, weather, crowd, witness } = outside;
  const { counter } = plan;
  let { badge } = plan;
  const page = openPage(outside, `staff ${badge}`);
  const patience = createPatience(outside);
  let seen: Seen<'console'> | null = null;
  const day = { hasGone: false };
  let isRefused = false;
  const watch = () =>
    page.watch(
      'console',
      { counter },
      (next) => {
        seen = next;
        patience.wake();
      },
      () => {
        isRefused = true;
      },
    );
  let stop = watch();
  outside.seats.set(counter, badge);

  while (!day.hasGone && !outside.isDayOver()) {
    await patience.until(between(random, 20, 40) * second);
    await sleep(outside, between(random, 200, 3_000));
    await act();
  }
  stop();
  page.close();

  async function press(
    name: string,
    args: Readonly<Record<string, unknown>> = {},
  ): Promise<boolean> {
    if (name === 'call') witness.callPressed(counter);
    if (name === 'recall') witness.recallPressed(counter);
    const answer = await page.command(name, { counter, ...args });
    if (!answer.ok) {
      const { problem } = answer;
      outside.note(`${badge} ${name}: ${problem?.rule ?? problem?.code ?? 'the hub is away'}`);
    }
    return answer.ok;
  }

  async function act(): Promise<void> {
    if (isRefused) {
      // Somebody else's console still: a supervisor frees it, and the page is opened anew.
      isRefused = false;
      stop();
      stop = watch();
      return;
    }
    if (seen?.live !== true) return;
    const { state, ticket, hall, canCall } = seen.data;
    outside.seats.set(counter, badge);
    switch (state) {
      case 'closed':
        if (outside.isEvening()) day.hasGone = true;
        // Signed off behind the last customer: back only where somebody is left.
        else if (hall.state === 'serving-out' && seen.data.hallWaitingCount === 0) return;
        else if (weather.strikes('two-on-one-key', 0.4)) {
          await pressTwice(outside, badge, 'open', { counter }, 'one key');
        } else await press('open');
        return;
      case 'idle':
        await idle(canCall, hall.state);
        return;
      case 'calling':
        if (ticket !== null) await receive(ticket.number);
        return;
      case 'serving':
        await serve();
        return;
      case 'paused':
      case 'absent':
        if (weather.isRough) await sleep(outside, between(random, 10, 120) * second);
        await press('resume');
        return;
      case 'handover':
        await handOver();
    }
  }

  async function idle(canCall: boolean, hallState: string): Promise<void> {
    const isLate = hallState === 'serving-out' || outside.isEvening();
    if (weather.isRough && chance(random, 0.12)) return odd();
    if (canCall) {
      if (weather.strikes('two-at-once', 0.05)) {
        witness.callPressed(counter);
        witness.callPressed(counter);
        await pressTwice(outside, badge, 'call', { counter }, 'two keys');
        return;
      }
      if (weather.strikes('two-on-one-key', 0.05)) {
        witness.callPressed(counter);
        await pressTwice(outside, badge, 'call', { counter }, 'one key');
        return;
      }
      await press('call');
      return;
    }
    if (isLate && (await press('close'))) day.hasGone = outside.isEvening();
  }

  /** What happens now and then at any counter. */
  async function odd(): Promise<void> {
    switch (between(random, 0, 4)) {
      case 0:
        await press('pause', { kind: 'routine', reason: 'water', minutes: 2 });
        return;
      case 1:
        await press('pause', { kind: 'absence', reason: 'first aid', minutes: 2 });
        return;
      case 2:
        await press('close');
        return;
      case 3:
        await press('handover', {
          to: badge === plan.badge ? plan.relief : plan.badge,
          queue: true,
        });
        return;
      default:
        await press('call');
    }
  }

  async function receive(number: string): Promise<void> {
    for (let waits = 0; waits < 12; waits += 1) {
      if (crowd.isAt(number, counter)) {
        await press('start');
        return;
      }
      await sleep(outside, between(random, 5, 12) * second);
      if (waits % 3 === 2) {
        await press('recall');
        // A voice carries where a screen may not.
        if (chance(random, 0.5)) crowd.hear(number, counter);
      }
      if (seen?.live === true && seen.data.ticket?.number !== number) return;
    }
    await press('no-show');
  }

  async function serve(): Promise<void> {
    await sleep(outside, between(random, 5_000, plan.serviceMaxMs));
    const roll = weather.isRough ? random.next() : 1;
    if (roll < 0.05) {
      const service = pickOne(random, ['payment', 'enquiry']);
      await press('transfer', { to: { service }, reason: 'next' });
    } else if (roll < 0.08) {
      await press('transfer', {
        to: { counter: pickOne(random, ['1', '2', '3']) },
        reason: 'colleague',
      });
    } else if (roll < 0.12) await press('park', { missing: ['id card'] });
    else if (roll < 0.2 && weather.strikes('two-on-one-key', 0.5)) {
      await pressTwice(outside, badge, 'finish', { counter }, 'one key');
    } else await press('finish');
  }

  async function handOver(): Promise<void> {
    const under = seen?.data.handover;
    if (under == null) return;
    if (weather.isRough && chance(random, 0.6)) {
      // The incoming clerk takes the console and signs.
      const incoming = under.to.badge;
      page.signIn(`staff ${incoming}`);
      await sleep(outside, 2 * second);
      if (await press('complete-handover', { record })) {
        badge = incoming;
        return;
      }
      page.signIn(`staff ${badge}`);
      await sleep(outside, 2 * second);
      return;
    }
    if (!(await press('cancel-handover'))) {
      // Relieved already, or begun by the other: only the incoming clerk can end it now.
      page.signIn(`staff ${under.to.badge}`);
      await sleep(outside, 2 * second);
      if (await press('complete-handover', { record })) {
        badge = under.to.badge;
        return;
      }
      // Cancelled after all, though the answer was lost: the seat is still one's own.
      page.signIn(`staff ${badge}`);
    }
  }
}

const record: Omit<HandoverRecord, 'followUps'> & { followUps: never[] } = {
  equipment: 'all in order',
  hardCases: 'none',
  staffChanges: 'none',
  followUps: [],
  note: null,
};

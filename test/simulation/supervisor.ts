import { chance } from '#server/people/random.ts';
import type { Seen } from '#ui/hub/hub-client.ts';
import { between } from './faults.ts';
import { openPage, sleep, type Outside } from './people.ts';

const second = 1_000;

/**
 * Looks around once a minute: frees seats whose clerk is not there, holds and opens the intake. Some
 * have the board open all day, most only when they look.
 */
export async function superviseDay(outside: Outside): Promise<void> {
  const { random, weather } = outside;
  const page = openPage(outside, 'staff 9001');
  let seen: Seen<'supervisor'> | null = null;
  let isIntakeHeld = false;
  const isAlwaysOpen = chance(random, 0.3);
  let stop = isAlwaysOpen ? open() : () => undefined;

  while (!outside.isDayOver()) {
    await sleep(outside, between(random, 30, 60) * second);
    if (!isAlwaysOpen) {
      stop = open();
      await sleep(outside, between(random, 1, 5) * second);
    }
    await look();
    if (isAlwaysOpen) continue;
    stop();
    seen = null;
  }
  stop();
  page.close();

  function open(): () => void {
    return page.watch('supervisor', {}, (next) => {
      seen = next;
    });
  }

  async function look(): Promise<void> {
    if (seen?.live !== true) return;
    for (const { counter, clerk } of seen.data.counters) {
      if (clerk === null || outside.seats.get(counter) === clerk.badge) continue;
      await press('release-counter', { counter });
    }
    if (isIntakeHeld && (!weather.isRough || chance(random, 0.4))) {
      isIntakeHeld = !(await press('set-intake', { state: 'open', reason: 'room again' }));
    }
    if (!weather.isRough) return;
    if (chance(random, 0.02)) {
      isIntakeHeld = await press('set-intake', { state: 'closed', reason: 'too full' });
    }
    const called = seen.data.counters.find(({ state }) => state === 'calling');
    if (called?.ticket != null && chance(random, 0.05)) {
      await press('put-back-ticket', { ticket: called.ticket });
    }
    const parked = seen.data.parked[0];
    if (parked !== undefined && chance(random, 0.3)) {
      await press('return-ticket', { ticket: parked.ticket });
    }
  }

  async function press(name: string, args: Readonly<Record<string, unknown>>): Promise<boolean> {
    const answer = await page.command(name, { ...args, override: { reason: 'simulation' } });
    if (!answer.ok) outside.note(`9001 ${name}: ${answer.problem?.code ?? 'the hub is away'}`);
    return answer.ok;
  }
}

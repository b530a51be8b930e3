import fc from 'fast-check';
import type { CommandArgs } from '#core/commands.ts';
import { describe, expect, it } from 'vitest';
import type { HallEvent } from '#core/events.ts';
import { leasedFrom } from '#core/rules/leases.ts';
import { items } from '#core/sequence.ts';
import type { Actor } from '#core/vocabulary.ts';
import { cases } from '#test/support/cases.ts';
import { hallDay, kiosk, replay, type HallDayDriver } from '#test/support/hall-day.ts';
import { given, leaseAt, otherKiosk } from '#test/support/situations.ts';

const numbersOf = (events: readonly HallEvent[]) =>
  events.flatMap((event) => (event.type === 'TicketIssued' ? [event.data.number] : []));

describe('kiosks with and without their hub', () => {
  it('[leased-number] are passed over by the ordinary ones, however many a day has', () => {
    const hall = hallDay().at('09:00');
    leaseAt(hall);
    leaseAt(hall, otherKiosk);
    for (let each = 1; each < leasedFrom; each += 1) hall.issue('payment');
    expect(hall.issue('payment').number).toBe('A841');
    expect(hall.issue('payment').number).toBe('A842');
  });

  const step = fc.record({
    kind: fc.constantFrom('online', 'offline', 'offline', 'hand-in', 'lost', 'lease', 'crash'),
    kiosk: fc.nat(1),
    seconds: fc.nat(90),
    service: fc.constantFrom('payment', 'enquiry'),
  });

  it('[leased-number] give no number twice, and hand each in once, in order', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 10, maxLength: 80, size: 'max' }), (steps) => {
        const hall = hallDay().at('09:00');
        const shown: string[] = [];
        const kiosks = [kiosk, otherKiosk].map((actor) => createKiosk(hall, actor, shown));
        for (const each of steps) {
          hall.later(each.seconds);
          const one = kiosks[each.kiosk];
          if (each.kind === 'online') shown.push(hall.issue(each.service).number);
          else if (each.kind === 'offline') one?.give(each.service);
          else if (each.kind === 'crash') expect(replay(hall.history)).toEqual(hall.state);
          else if (each.kind === 'lease') one?.lease();
          else one?.handIn(each.kind === 'lost');
        }
        for (const one of kiosks) one.handIn(false);
        expect(new Set(shown).size).toBe(shown.length);
        // Every number that somebody was shown is in the hall, once.
        expect(numbersOf(hall.history).toSorted()).toEqual(shown.toSorted());
        for (const one of kiosks) {
          const own = [...items(hall.state.tickets)].filter(({ number }) =>
            one.gave.includes(number),
          );
          expect(own.map(({ number }) => number)).toEqual(one.gave);
          const times = own.map(({ queuedAtMs }) => queuedAtMs);
          expect(times).toEqual(times.toSorted((a, b) => a - b));
        }
      }),
      cases(60, 150),
    );
  });

  /** As a kiosk keeps its numbers: in order, until the hub has answered for each. */
  function createKiosk(hall: HallDayDriver, actor: Actor, shown: string[]) {
    let id = leaseAt(hall, actor);
    const used: Record<string, number> = {};
    const gave: string[] = [];
    let kept: CommandArgs['hand-in-ticket'][] = [];
    return {
      gave,
      lease() {
        for (const args of kept) hall.do('hand-in-ticket', args, actor);
        kept = [];
        const [event] = hall.do('lease-numbers', {}, actor);
        if (event?.type === 'NumbersLeased') id = event.data.lease;
      },
      give(service: string) {
        const prefix = service === 'payment' ? 'A' : 'B';
        const block = hall.state.leases[id]?.blocks.find((one) => one.prefix === prefix);
        const no = used[`${id}${prefix}`] ?? block?.from ?? 0;
        if (block === undefined || no > block.to) return;
        used[`${id}${prefix}`] = no + 1;
        gave.push(`${prefix}${String(no)}`);
        shown.push(`${prefix}${String(no)}`);
        kept.push(given(hall, id, { prefix, no, service }));
      },
      /** `lost`: the hub has it, the kiosk never hears so. */
      handIn(isLost: boolean) {
        for (const args of isLost ? kept.slice(0, 1) : kept) {
          hall.do('hand-in-ticket', args, actor);
        }
        if (!isLost) kept = [];
      },
    };
  }
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAgenda } from '#server/people/agenda.ts';
import type { Answer, Doors } from '#server/people/doors.ts';
import { drawDay } from '#server/people/drawn-day.ts';
import { runLiveDay } from '#server/people/live-day.ts';
import { createRandom, exponential, logNormal } from '#server/people/random.ts';
import type { CommandArgs, CommandName } from '#core/commands.ts';
import { ticketOf } from '#core/lookup.ts';
import { testConfig, testPolicy } from '#test/support/hall-config.ts';
import { clerk, customer, hallDay, kiosk } from '#test/support/hall-day.ts';

const opensAtMs = Date.parse('2026-03-02T08:30:00+08:00');
const closesAtMs = Date.parse('2026-03-02T18:30:00+08:00');

describe('the agenda', () => {
  it('brings acts by their instant, and those of one instant in the order of planning', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(50), { maxLength: 60 }), async (times) => {
        const agenda = createAgenda();
        const done: (readonly [number, number])[] = [];
        times.forEach((atMs, index) => {
          agenda.add(atMs, () => {
            done.push([atMs, index]);
            return Promise.resolve();
          });
        });
        for (let next = agenda.next(); next !== null; next = agenda.next()) await next.act();
        const sorted = times
          .map((atMs, index) => [atMs, index] as const)
          .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
        expect(done).toEqual(sorted);
      }),
    );
  });
});

describe('chance', () => {
  it('repeats itself with the seed, and only with it', () => {
    const draw = (seed: number): number[] => {
      const random = createRandom(seed);
      return Array.from({ length: 5 }, () => random.next());
    };
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
  });

  it('has the means that are asked of it', () => {
    const random = createRandom(1);
    const mean = (draw: () => number): number =>
      Array.from({ length: 20_000 }, draw).reduce((sum, value) => sum + value, 0) / 20_000;
    expect(mean(() => random.next())).toBeCloseTo(0.5, 1);
    expect(mean(() => exponential(random, 40)) / 40).toBeCloseTo(1, 1);
    // The mean of a log-normal: exp(mu + sigma^2 / 2).
    expect(mean(() => logNormal(random, 1, 0.5)) / Math.exp(1.125)).toBeCloseTo(1, 1);
  });
});

describe('a drawn day', () => {
  const options = { config: testConfig, seed: 3, opensAtMs, closesAtMs, fromMs: opensAtMs };

  it('is the same for the same seed, within hours, with what the hall has', () => {
    const plan = drawDay(options);
    expect(drawDay(options)).toEqual(plan);
    expect(drawDay({ ...options, seed: 4 }).customers).not.toEqual(plan.customers);
    expect(plan.customers.length).toBeGreaterThan(100);
    const services = testConfig.services.map(({ id }) => id);
    for (const each of plan.customers) {
      expect(each.arrivesAtMs).toBeGreaterThanOrEqual(opensAtMs);
      expect(each.arrivesAtMs).toBeLessThan(closesAtMs);
      expect(services).toContain(each.legs[0]?.service);
    }
  });

  it('[ten-minutes-early] its clerks are at their counters ten minutes before opening', () => {
    const plan = drawDay({ ...options, fromMs: 0 });
    expect(plan.counters).toHaveLength(3);
    for (const { opensAtMs: taken } of plan.counters) {
      expect(taken).toBeLessThanOrEqual(opensAtMs - 600_000);
    }
  });
});

describe('people who live a day', () => {
  it('[serve-everyone-queued] all are seen to, and the hall closes by itself', async () => {
    const policy = { ...testPolicy, noShow: { minCalls: 2, minSeconds: 30, rejoinAfter: 3 } };
    const hall = hallDay({ policy });
    const plan = drawDay({ config: testConfig, seed: 5, opensAtMs, closesAtMs, fromMs: 0 });
    const result = await runLiveDay(plan, {
      doors: doorsOf(hall),
      reach: (atMs) => {
        hall.moveTo(Math.max(atMs, hall.atMs));
        return Promise.resolve(true);
      },
    });
    expect(result.issued).toBe(plan.customers.length);
    expect(result.served + result.missed + result.cancelled).toBe(result.issued);
    expect(hall.state.hallState).toBe('closed');
    expect(hall.state.figures).toMatchObject({ issued: result.issued, served: result.served });
    expect(Object.keys(result.refusals).sort()).toEqual([]);
  });

  it('stop where they are when the clock no longer reaches', async () => {
    const hall = hallDay();
    const plan = drawDay({ config: testConfig, seed: 5, opensAtMs, closesAtMs, fromMs: 0 });
    const noonMs = Date.parse('2026-03-02T12:00:00+08:00');
    const result = await runLiveDay(plan, {
      doors: doorsOf(hall),
      reach: (atMs) => {
        if (atMs > noonMs) return Promise.resolve(false);
        hall.moveTo(Math.max(atMs, hall.atMs));
        return Promise.resolve(true);
      },
    });
    expect(result.issued).toBeGreaterThan(0);
    expect(result.issued).toBeLessThan(plan.customers.length);
  });
});

/** The doors of a hall without a network: every act is a command to the core. */
function doorsOf(hall: ReturnType<typeof hallDay>): Doors {
  function run<N extends CommandName>(
    name: N,
    args: CommandArgs[N],
    actor: Parameters<typeof hall.do>[2],
  ): Answer<unknown> {
    const decision = hall.ask(name, args, actor);
    if (decision.kind === 'refused') {
      const { rule, rules, by } = decision;
      const problem = {
        type: '',
        title: '',
        status: 409,
        code: 'refused',
        rule,
        rules,
        by,
      } as const;
      return { ok: false, problem };
    }
    if (decision.kind === 'unknown') throw new Error(`unknown ${decision.what}`);
    const events = hall.do(name, args, actor);
    const id = events.find((event) => 'ticket' in event.data);
    const ticket =
      id !== undefined && 'ticket' in id.data ? ticketOf(hall.state, id.data.ticket) : null;
    return { ok: true, data: name === 'call' ? { ticket } : ticket };
  }
  return {
    issue: (service, className) =>
      Promise.resolve(
        run(
          'issue-ticket',
          { service, ...(className === null ? {} : { class: className }) },
          kiosk,
        ) as Answer<{ id: string; number: string }>,
      ),
    cancel: (ticket) => Promise.resolve(run('cancel-ticket', { ticket }, customer)),
    clerk: (badge, counter, name, body = {}) => {
      const { reason = '', ...to } = body;
      const args = name === 'transfer' ? { counter, to, reason } : { counter };
      return Promise.resolve(run(name, args as CommandArgs['transfer'], clerk(badge)));
    },
    call: (badge, counter) =>
      Promise.resolve(
        run('call', { counter }, clerk(badge)) as Answer<{
          ticket: { id: string; number: string } | null;
        }>,
      ),
    close: () => Promise.resolve(),
  };
}

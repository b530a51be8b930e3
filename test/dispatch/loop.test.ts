import { describe, expect, it } from 'vitest';
import type { Command, CommandArgs, CommandName } from '#core/commands.ts';
import type { Actor } from '#core/vocabulary.ts';
import { evolve } from '#core/evolve.ts';
import { initialDay } from '#core/state.ts';
import { createDispatch } from '#dispatch/loop.ts';
import type { Dispatch, Outcome, Published } from '#dispatch/dispatch.ts';
import { createMemoryJournal } from '#journal/memory.ts';
import { testConfig } from '#test/support/hall-config.ts';
import { clerk, hub, kiosk, supervisor } from '#test/support/hall-day.ts';
import { createTestClock } from '#test/support/test-clock.ts';

async function startHall(journal = createMemoryJournal(), limits = {}) {
  const clock = createTestClock('2026-03-02T09:00:00+08:00');
  const bugs: unknown[] = [];
  const dispatch = await createDispatch({
    journal,
    clock,
    limits,
    onBug: (error) => bugs.push(error),
  });
  const published: Published[] = [];
  dispatch.subscribe((batch) => published.push(batch));
  if (dispatch.state().config === null) {
    await ask(dispatch, 'configure', { config: testConfig, why: 'test' }, hub);
  }
  await dispatch.settle();
  return { clock, dispatch, journal, published, bugs };
}

function ask<N extends CommandName>(
  dispatch: Dispatch,
  name: N,
  args: CommandArgs[N],
  actor: Actor = supervisor,
  key?: { readonly key: string; readonly bodyHash: string },
): Promise<Outcome> {
  return dispatch.submit({
    command: { name, args } as unknown as Command,
    actor,
    ...(key === undefined ? {} : { idempotency: { scope: 'test', ...key } }),
    render: ({ events }) => events.map((event) => event.type),
  });
}

async function done(outcome: Promise<Outcome>) {
  const settled = await outcome;
  if (settled.kind !== 'done') throw new Error(JSON.stringify(settled));
  return settled;
}

const issue = { service: 'payment' };

describe('the loop of a hall', () => {
  it('answers and publishes only what stands in the journal', async () => {
    const { dispatch, journal, published } = await startHall();
    const before = published.length;
    journal.hold();
    let answered = false;
    const answer = ask(dispatch, 'issue-ticket', issue, kiosk).then((outcome) => {
      answered = true;
      return outcome;
    });
    while (journal.waitingCount === 0) await nextTurn();
    expect({ answered, published: published.length }).toEqual({
      answered: false,
      published: before,
    });
    expect(dispatch.state().tickets.size).toBe(0);
    journal.release();
    expect(await answer).toMatchObject({ kind: 'done', revision: dispatch.state().seq });
    expect(published.at(-1)?.events.map((event) => event.type)).toEqual(['TicketIssued']);
  });

  it('publishes with each event the state after it', async () => {
    const { dispatch, published } = await startHall();
    let state = initialDay;
    for (const batch of published) for (const event of batch.events) state = evolve(state, event);
    const before = published.length;
    await Promise.all([
      done(ask(dispatch, 'issue-ticket', issue, kiosk)),
      done(ask(dispatch, 'open', { counter: '1' }, clerk('1001'))),
      done(ask(dispatch, 'call', { counter: '1' }, clerk('1001'))),
    ]);
    const batches = published.slice(before);
    expect(batches.flatMap(({ events }) => events)).toHaveLength(3);
    for (const batch of batches) {
      expect(batch.states).toHaveLength(batch.events.length);
      batch.events.forEach((event, index) => {
        state = evolve(state, event);
        expect(batch.states[index]).toEqual(state);
      });
      expect(batch.state).toBe(batch.states.at(-1));
    }
  });

  it('commits what was decided meanwhile together, in the order of asking', async () => {
    const { dispatch, journal } = await startHall();
    journal.hold();
    const answers = Array.from({ length: 50 }, () => ask(dispatch, 'issue-ticket', issue, kiosk));
    while (journal.waitingCount === 0) await nextTurn();
    journal.release();
    const revisions = (await Promise.all(answers.map(done))).map(({ revision }) => revision);
    expect(revisions).toEqual([...revisions].sort((a, b) => a - b));
    expect(new Set(revisions).size).toBe(50);
  });

  it('[one-customer-at-a-time] 64 clients calling at once on 2,000 tickets: each called once', async () => {
    const config = {
      ...testConfig,
      counters: Array.from({ length: 64 }, (_, n) => ({
        id: String(n + 1),
        services: ['*'],
        prefers: [],
        backup: null,
        place: null,
      })),
      staff: Array.from({ length: 64 }, (_, n) => ({
        badge: String(2001 + n),
        name: '职员',
        role: 'clerk' as const,
        photo: null,
        mayCallOutOfOrder: true,
      })),
    };
    const { dispatch } = await startHall();
    await done(ask(dispatch, 'configure', { config, why: 'big hall' }, hub));
    await Promise.all(
      Array.from({ length: 2000 }, () => done(ask(dispatch, 'issue-ticket', issue, kiosk))),
    );
    const called: string[] = [];
    await Promise.all(
      config.counters.map(async ({ id }, n) => {
        const actor = clerk(String(2001 + n));
        await done(ask(dispatch, 'open', { counter: id }, actor));
        for (;;) {
          const { result } = await done(ask(dispatch, 'call', { counter: id }, actor));
          if (result.ticket === null) return;
          called.push(result.ticket);
          await done(ask(dispatch, 'start', { counter: id }, actor));
          await done(ask(dispatch, 'finish', { counter: id }, actor));
        }
      }),
    );
    expect(called).toHaveLength(2000);
    expect(new Set(called).size).toBe(2000);
    expect(dispatch.state().figures.served).toBe(2000);
  });

  it('a write that fails changes nothing, says so, and the next one may succeed', async () => {
    const { dispatch, journal, published } = await startHall();
    const before = dispatch.state();
    const count = published.length;
    journal.failNextAppend(new Error('disk full'));
    const failed = await Promise.all([
      ask(dispatch, 'issue-ticket', issue, kiosk),
      ask(dispatch, 'issue-ticket', issue, kiosk),
    ]);
    expect(failed.map((outcome) => outcome.kind)).toEqual([
      'storage-cannot-write',
      'storage-cannot-write',
    ]);
    expect(dispatch.state()).toBe(before);
    expect(published).toHaveLength(count);
    expect(dispatch.health().writable).toBe(false);
    const outcome = await done(ask(dispatch, 'issue-ticket', issue, kiosk));
    expect(outcome.events[0]).toMatchObject({ data: { number: 'A001' } });
    expect(dispatch.health().writable).toBe(true);
    expect(await journal.verify()).toMatchObject({ ok: true });
  });

  it('what was decided on top of a failed write is undone with it', async () => {
    const { dispatch, journal } = await startHall();
    journal.hold();
    const first = ask(dispatch, 'issue-ticket', issue, kiosk);
    while (journal.waitingCount === 0) await nextTurn();
    const second = ask(dispatch, 'issue-ticket', issue, kiosk);
    await nextTurn();
    await nextTurn();
    journal.failNextAppend(new Error('disk full'));
    journal.release();
    expect((await first).kind).toBe('storage-cannot-write');
    expect((await second).kind).toBe('storage-cannot-write');
    const third = await done(ask(dispatch, 'issue-ticket', issue, kiosk));
    expect(third.events[0]).toMatchObject({ data: { number: 'A001' } });
  });

  it('is the same hall after a restart, whatever it was doing', async () => {
    const { dispatch, journal } = await startHall();
    await done(ask(dispatch, 'issue-ticket', issue, kiosk));
    await done(ask(dispatch, 'open', { counter: '1' }, clerk('1001')));
    await done(ask(dispatch, 'call', { counter: '1' }, clerk('1001')));
    const again = await startHall(createMemoryJournal(journal.records()));
    expect(again.dispatch.state()).toEqual(dispatch.state());
  });
});

describe('idempotency', () => {
  const key = { key: 'k1', bodyHash: 'a' };

  it('the same key with the same body gets the same answer, also while it is under way', async () => {
    const { dispatch } = await startHall();
    const [first, second] = await Promise.all([
      ask(dispatch, 'issue-ticket', issue, kiosk, key),
      ask(dispatch, 'issue-ticket', issue, kiosk, key),
    ]);
    const third = await ask(dispatch, 'issue-ticket', issue, kiosk, key);
    expect(dispatch.state().tickets.size).toBe(1);
    if (first.kind !== 'done' || second.kind !== 'done' || third.kind !== 'done') {
      throw new Error('all three are done');
    }
    expect(second.result).toEqual(first.result);
    expect(third).toMatchObject({ revision: first.revision, result: first.result, repeated: true });
  });

  it('holds over a restart', async () => {
    const { dispatch, journal } = await startHall();
    const first = await done(ask(dispatch, 'issue-ticket', issue, kiosk, key));
    const kept = await journal.receipts('2026-03-02');
    expect(kept).toHaveLength(1);
    const second = await createDispatch({
      journal,
      clock: createTestClock('2026-03-02T09:00:01+08:00'),
      onBug: () => undefined,
    });
    const repeated = await done(ask(second, 'issue-ticket', issue, kiosk, key));
    expect(repeated).toMatchObject({ revision: first.revision, result: first.result });
    expect(second.state().tickets.size).toBe(1);
  });

  it('the same key with another body is refused', async () => {
    const { dispatch } = await startHall();
    await ask(dispatch, 'issue-ticket', issue, kiosk, key);
    const other = { key: 'k1', bodyHash: 'b' };
    expect(await ask(dispatch, 'issue-ticket', issue, kiosk, other)).toEqual({
      kind: 'key-reused',
    });
  });

  it('a refusal is repeated; a failed write may be tried again with the same key', async () => {
    const { dispatch, journal } = await startHall();
    const refused = await ask(dispatch, 'call', { counter: '1' }, clerk('1001'), key);
    expect(refused.kind).toBe('refused');
    await done(ask(dispatch, 'open', { counter: '1' }, clerk('1001')));
    expect((await ask(dispatch, 'call', { counter: '1' }, clerk('1001'), key)).kind).toBe(
      'refused',
    );
    journal.failNextAppend(new Error('disk full'));
    const other = { key: 'k2', bodyHash: 'c' };
    expect((await ask(dispatch, 'issue-ticket', issue, kiosk, other)).kind).toBe(
      'storage-cannot-write',
    );
    expect((await ask(dispatch, 'issue-ticket', issue, kiosk, other)).kind).toBe('done');
  });
});

describe('time', () => {
  it('[closing-reminder] what falls due comes by the timer, without a command', async () => {
    const { dispatch, clock, published } = await startHall();
    clock.moveTo('2026-03-02T18:15:00+08:00');
    await idle(dispatch);
    expect(published.at(-1)?.events.map((event) => event.type)).toEqual(['ClosingReminded']);
    clock.moveTo('2026-03-02T18:30:00+08:00');
    await idle(dispatch);
    expect(published.at(-1)?.events.map((event) => event.type)).toEqual([
      'IntakeClosed',
      'HallClosed',
    ]);
    expect(published.at(-1)?.events[0]?.actor).toEqual({ kind: 'clock' });
  });

  it('a business day begins lazily at its first command', async () => {
    const { dispatch, clock } = await startHall();
    clock.moveTo('2026-03-02T18:30:00+08:00');
    await dispatch.settle();
    clock.moveTo('2026-03-03T07:45:00+08:00');
    await done(ask(dispatch, 'open', { counter: '1' }, clerk('1001')));
    expect(dispatch.state()).toMatchObject({ day: '2026-03-03', hallState: 'closed' });
  });

  it('a clock set back is refused, and said, until it has caught up', async () => {
    const { dispatch, clock } = await startHall();
    await done(ask(dispatch, 'issue-ticket', issue, kiosk));
    clock.moveTo('2026-03-02T08:50:00+08:00');
    expect(await ask(dispatch, 'issue-ticket', issue, kiosk)).toEqual({
      kind: 'clock-behind',
      behindMs: 600_000,
    });
    expect(dispatch.health().clockBehindMs).toBe(600_000);
    clock.moveTo('2026-03-02T09:00:01+08:00');
    await done(ask(dispatch, 'issue-ticket', issue, kiosk));
  });

  it('a small correction of the clock is taken as standing still', async () => {
    const { dispatch, clock } = await startHall();
    await done(ask(dispatch, 'issue-ticket', issue, kiosk));
    clock.moveTo('2026-03-02T08:59:59+08:00');
    const { events } = await done(ask(dispatch, 'issue-ticket', issue, kiosk));
    expect(events[0]?.atMs).toBe(Date.parse('2026-03-02T09:00:00+08:00'));
  });
});

describe('bounds', () => {
  it('answers busy beyond the commands it can hold, and goes on afterwards', async () => {
    const { dispatch, journal } = await startHall(createMemoryJournal(), { queuedMax: 2 });
    journal.hold();
    const answers = [1, 2, 3].map(() => ask(dispatch, 'issue-ticket', issue, kiosk));
    expect((await answers[2])?.kind).toBe('busy');
    while (journal.waitingCount === 0) await nextTurn();
    journal.release();
    await Promise.all(answers);
    await done(ask(dispatch, 'issue-ticket', issue, kiosk));
  });

  it('finishes what is accepted when it stops, then refuses', async () => {
    const { dispatch } = await startHall();
    const answer = ask(dispatch, 'issue-ticket', issue, kiosk);
    await dispatch.stop();
    expect((await answer).kind).toBe('done');
    expect((await ask(dispatch, 'issue-ticket', issue, kiosk)).kind).toBe('stopping');
  });

  it('undoes a command that meets a bug, reports it, and goes on', async () => {
    const { dispatch, bugs } = await startHall();
    const broken = ask(dispatch, 'open', { counter: '1' }, kiosk);
    expect((await broken).kind).toBe('internal');
    expect(bugs).toHaveLength(1);
    await done(ask(dispatch, 'open', { counter: '1' }, clerk('1001')));
  });
});

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Until a timer's command has been answered. */
async function idle(dispatch: Dispatch): Promise<void> {
  do await nextTurn();
  while (dispatch.health().queued > 0);
}

import { describe, expect, it } from 'vitest';
import { createDispatch } from '#dispatch/loop.ts';
import type { Dispatch, Outcome, Published } from '#dispatch/dispatch.ts';
import { createJournalError } from '#journal/errors.ts';
import { createMemoryJournal } from '#journal/memory.ts';
import type { Journal } from '#journal/journal.ts';
import { testConfig } from '#test/support/hall-config.ts';
import { clerk, hub, kiosk } from '#test/support/hall-day.ts';
import { createTestClock } from '#test/support/test-clock.ts';

/** Found by the simulated world (test/simulation): what a journal in trouble must not lead to. */

type After = (appended: Promise<unknown>) => Promise<unknown>;

async function startHall() {
  const memory = createMemoryJournal();
  let after: After | null = null;
  let head: (() => Promise<void>) | null = null;
  const journal: Journal = {
    ...memory,
    async append(batch) {
      const now = after;
      after = null;
      const appended = memory.append(batch);
      if (now !== null) await now(appended);
      return appended;
    },
    async head() {
      await head?.();
      return memory.head();
    },
  };
  const clock = createTestClock('2026-03-02T09:00:00+08:00');
  const dispatch = await createDispatch({
    journal,
    clock,
    onBug(error) {
      throw error;
    },
  });
  const published: Published[] = [];
  dispatch.subscribe((batch) => published.push(batch));
  await dispatch.submit({
    command: { name: 'configure', args: { config: testConfig, why: 'test' } },
    actor: hub,
  });
  await dispatch.settle();
  return {
    memory,
    clock,
    dispatch,
    published,
    /** The next append is written, and then this happens to its answer. */
    nextAppend: (act: After) => {
      after = act;
    },
    holdHead(until: Promise<void>) {
      head = () => until;
    },
  };
}

const lost = async (appended: Promise<unknown>): Promise<never> => {
  await appended;
  throw createJournalError('cannot-write', 'the answer was lost');
};

function issue(dispatch: Dispatch, key = 'k1'): Promise<Outcome> {
  return dispatch.submit({
    command: { name: 'issue-ticket', args: { service: 'payment' } },
    actor: kiosk,
    idempotency: { scope: 'test', key, bodyHash: 'b' },
  });
}

describe('a journal in trouble', () => {
  it('a write whose confirmation was lost is answered and published like any other', async () => {
    const { dispatch, memory, published, nextAppend } = await startHall();
    nextAppend(lost);
    const outcome = await issue(dispatch);
    expect(outcome).toMatchObject({ kind: 'done', revision: (await memory.head()).seq });
    expect(published.at(-1)?.events.map(({ type }) => type)).toEqual(['TicketIssued']);
    expect(dispatch.state().tickets.size).toBe(1);
    expect(dispatch.health().writable).toBe(true);
    // The same key is answered, not executed twice.
    expect(await issue(dispatch)).toMatchObject({ kind: 'done', repeated: true });
    expect(dispatch.state().tickets.size).toBe(1);
  });

  it('what stands in the journal without this loop knowing is published before it goes on', async () => {
    const { dispatch, memory, published, nextAppend } = await startHall();
    const { seq } = dispatch.state();
    // A write is lost, its first event stands (another program's journal may do that).
    nextAppend(async (appended) => {
      await appended.catch(() => undefined);
      const head = await memory.head();
      const [first] = await memory.read(head.seq, 1);
      const body = JSON.parse(first!.body) as { seq: number; atMs: number };
      const event = { ...body, seq: head.seq + 1, type: 'StaffSignedIn', data: { badge: '1001' } };
      const next = { seq: event.seq, day: first!.day, body: JSON.stringify(event) };
      await memory.append({ events: [next], receipts: [] });
      throw createJournalError('cannot-write', 'the answer was lost');
    });
    expect((await issue(dispatch)).kind).toBe('storage-cannot-write');
    expect(dispatch.state().seq).toBe(seq + 2);
    expect(published.at(-1)?.events.map(({ type }) => type)).toEqual([
      'TicketIssued',
      'StaffSignedIn',
    ]);
    // Its receipt stands with it: the same key is answered with the ticket that was written.
    expect(await issue(dispatch)).toMatchObject({ kind: 'done', repeated: true });
    expect(dispatch.state().tickets.size).toBe(1);
  });

  it('a batch that came too late is not taken for written because the journal is as long', async () => {
    const { dispatch, memory, nextAppend } = await startHall();
    const before = dispatch.state().seq;
    nextAppend(() =>
      Promise.reject(createJournalError('stale-writer', 'another writer was faster')),
    );
    expect((await issue(dispatch)).kind).toBe('storage-cannot-write');
    expect((await memory.head()).seq).toBe(before + 1);
  });

  it('decides nothing on a state that was never written, while it finds out what stands', async () => {
    const { dispatch, memory, holdHead } = await startHall();
    await dispatch.submit({
      command: { name: 'open', args: { counter: '1' } },
      actor: clerk('1001'),
    });
    let release = (): void => {};
    holdHead(
      new Promise((resolve) => {
        release = resolve;
      }),
    );
    memory.failNextAppend(createJournalError('cannot-write', 'the disk is full'));
    const issued = issue(dispatch);
    await turns();
    // The ticket above exists for nobody: there is no one to be called.
    const called = dispatch.submit({
      command: { name: 'call', args: { counter: '1' } },
      actor: clerk('1001'),
    });
    await turns();
    release();
    expect((await issued).kind).toBe('storage-cannot-write');
    expect(await called).toMatchObject({ kind: 'done', events: [] });
    expect(dispatch.state().tickets.size).toBe(0);
  });

  it('the command that begins a business day is kept for that day', async () => {
    const { dispatch, clock } = await startHall();
    clock.moveTo('2026-03-03T08:35:00+08:00');
    const first = await issue(dispatch, 'first');
    expect(first).toMatchObject({ kind: 'done', repeated: false });
    expect(dispatch.state().day).toBe('2026-03-03');
    expect(await issue(dispatch, 'first')).toMatchObject({ kind: 'done', repeated: true });
    expect(dispatch.state().tickets.size).toBe(1);
    // For the day, and no longer.
    clock.moveTo('2026-03-04T08:35:00+08:00');
    await dispatch.settle();
    expect(await issue(dispatch, 'first')).toMatchObject({ kind: 'done', repeated: false });
  });
});

async function turns(): Promise<void> {
  for (let turn = 0; turn < 4; turn += 1) await new Promise(setImmediate);
}

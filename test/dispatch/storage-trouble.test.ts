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

async function startHall(speed = 1) {
  const memory = createMemoryJournal();
  let appendCount = 0;
  let after: After | null = null;
  let head: (() => Promise<void>) | null = null;
  const journal: Journal = {
    ...memory,
    async append(batch) {
      const now = after;
      after = null;
      appendCount += 1;
      const appended = memory.append(batch);
      if (now !== null) await now(appended);
      return appended;
    },
    async head() {
      await head?.();
      return memory.head();
    },
  };
  const clock = { ...createTestClock('2026-03-02T09:00:00+08:00'), speed: () => speed };
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
    appendCount: () => appendCount,
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

const diskFull = createJournalError('cannot-write', 'disk full');
const broken: After = () => Promise.reject(diskFull);

describe('a disk that was broken', () => {
  it('is found writable again though nobody asks for anything', async () => {
    const { dispatch, memory, clock, published, nextAppend, appendCount } = await startHall();
    const [{ seq }, told] = [await memory.head(), published.length];
    memory.failNextAppend(diskFull);
    expect(await issue(dispatch)).toMatchObject({ kind: 'storage-cannot-write' });
    expect(dispatch.health().writable).toBe(false);
    const before = appendCount();

    nextAppend(broken);
    clock.later(0.999);
    await dispatch.settle();
    expect(appendCount()).toBe(before);
    clock.later(0.001);
    await dispatch.settle();
    expect(appendCount()).toBe(before + 1);
    expect(dispatch.health().writable).toBe(false);

    clock.later(1);
    await dispatch.settle();
    expect(appendCount()).toBe(before + 2);
    expect(dispatch.health().writable).toBe(true);
    // Nothing was written or told for it, and it is not asked any more.
    clock.later(60);
    await dispatch.settle();
    expect(appendCount()).toBe(before + 2);
    expect([(await memory.head()).seq, published.length]).toEqual([seq, told]);
    expect(await issue(dispatch)).toMatchObject({ kind: 'done' });
  });

  it('is asked by the wall, however fast a training clock runs', async () => {
    const { dispatch, memory, clock, appendCount } = await startHall(60);
    memory.failNextAppend(diskFull);
    await issue(dispatch);
    const before = appendCount();
    clock.later(59);
    await dispatch.settle();
    expect(appendCount()).toBe(before);
    clock.later(1);
    await dispatch.settle();
    expect([appendCount(), dispatch.health().writable]).toEqual([before + 1, true]);
  });

  it('keeps what is asked while it is tried, and is not asked when the hall stops', async () => {
    const { dispatch, memory, clock, nextAppend, appendCount } = await startHall();
    memory.failNextAppend(diskFull);
    await issue(dispatch);
    let repaired = (): void => undefined;
    nextAppend(() => new Promise<void>((resolve) => (repaired = resolve)));
    clock.later(1);
    const waiting = issue(dispatch, 'k2');
    await new Promise((resolve) => setImmediate(resolve));
    expect(dispatch.health()).toMatchObject({ writable: false, queued: 1 });
    repaired();
    expect(await waiting).toMatchObject({ kind: 'done' });
    expect(dispatch.health()).toMatchObject({ writable: true, queued: 0 });

    memory.failNextAppend(diskFull);
    await issue(dispatch, 'k3');
    const before = appendCount();
    await dispatch.stop();
    clock.later(60);
    await new Promise((resolve) => setImmediate(resolve));
    expect(appendCount()).toBe(before);
  });
});

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

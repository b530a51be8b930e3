import { describe, expect, it } from 'vitest';
import type { LeaseView } from '#protocol/lease.ts';
import { createHandIn } from '#kiosk/hand-in.ts';
import { createOfflineNumbers, type OfflineBook } from '#kiosk/offline-numbers.ts';
import { takeNumber } from '#kiosk/taking.ts';
import { freshVisit } from '#kiosk/visit.ts';
import { phaseOf } from '#kiosk/phase.ts';
import { kioskView, service } from './sample-view.ts';

const nine = Date.parse('2026-03-02T09:00:00+08:00');

function leaseWith(change: Partial<LeaseView> = {}): LeaseView {
  return {
    lease: 'l1',
    day: '2026-03-02',
    proof: 'signed',
    from: '2026-03-02T00:30:00.000Z',
    until: '2026-03-02T10:30:00.000Z',
    blocks: [
      { prefix: 'A', from: 801, to: 803, next: 801 },
      { prefix: 'S', from: 801, to: 801, next: 801 },
    ],
    services: [
      { id: 'payment', prefix: 'A' },
      { id: 'move', prefix: 'A' },
    ],
    classes: [
      { id: 'ordinary', prefix: null },
      { id: 'special', prefix: 'S' },
    ],
    ...change,
  };
}

/** A device with storage that survives its page. */
function device(storage: { book: unknown; isFull?: boolean } = { book: null }) {
  let nowMs = nine;
  const numbers = createOfflineNumbers({
    recollect: () => storage.book,
    keep(book: OfflineBook) {
      if (storage.isFull === true) return false;
      storage.book = JSON.parse(JSON.stringify(book));
      return true;
    },
    hallNowMs: () => nowMs,
  });
  const wish = { service: 'payment', class: 'ordinary', language: 'zh' } as const;
  return {
    storage,
    numbers,
    at(ms: number) {
      nowMs = ms;
    },
    give: (change: object = {}) => numbers.give({ ...wish, ...change })?.number ?? null,
  };
}

describe('numbers of the kiosk’s own', () => {
  it('[leased-number] come in order, one prefix for several services, until the block is used', () => {
    const kiosk = device();
    expect(kiosk.give()).toBeNull();
    kiosk.numbers.leased(leaseWith());
    expect(kiosk.give()).toBe('A801');
    expect(kiosk.give({ service: 'move' })).toBe('A802');
    expect(kiosk.give({ class: 'special' })).toBe('S801');
    expect(kiosk.give({ class: 'special' })).toBeNull();
    expect(kiosk.give({ class: 'vip' })).toBeNull();
    expect(kiosk.give({ service: 'pets' })).toBeNull();
    expect(kiosk.give()).toBe('A803');
    expect(kiosk.give()).toBeNull();
    expect(kiosk.numbers.canGive()).toBe(false);
  });

  it('[leased-number] are not given twice after a reload, nor when the same lease comes again', () => {
    const kiosk = device();
    kiosk.numbers.leased(leaseWith());
    kiosk.give();
    const again = device(kiosk.storage);
    expect(again.numbers.book().kept.map(({ number }) => number)).toEqual(['A801']);
    again.numbers.leased(leaseWith());
    expect(again.give()).toBe('A802');
    again.numbers.leased(leaseWith({ lease: 'l2' }));
    expect(again.give()).toBe('A801');
    expect(again.numbers.book().kept.map(({ lease }) => lease)).toEqual(['l1', 'l1', 'l2']);
  });

  it('[leased-number] are given between opening and the end of intake, and only if they are kept', () => {
    const kiosk = device();
    kiosk.numbers.leased(leaseWith());
    kiosk.at(Date.parse('2026-03-02T00:29:59.999Z'));
    expect(kiosk.give()).toBeNull();
    kiosk.at(Date.parse('2026-03-02T10:30:00.000Z'));
    expect(kiosk.give()).toBeNull();
    kiosk.at(nine);
    kiosk.storage.isFull = true;
    expect(kiosk.give()).toBeNull();
    kiosk.storage.isFull = false;
    expect(kiosk.give()).toBe('A801');
  });

  it('show services that have numbers, no waits, and keep what staff have closed closed', () => {
    const kiosk = device();
    kiosk.numbers.leased(leaseWith());
    const reason = (rule: 'outside-hours' | 'intake-closed') =>
      ({ available: false, reason: { rule, text: { zh: '', en: '' }, until: null } }) as const;
    const view = kiosk.numbers.viewOf({
      ...kioskView,
      services: [
        service('payment', { waiting: 12, estimate: { p50Seconds: 60, p90Seconds: 120 } }),
        service('move', reason('intake-closed')),
        service('move', reason('outside-hours')),
        service('pets'),
      ],
    });
    expect(view.services.map(({ available }) => available)).toEqual([true, false, true, false]);
    expect(view.services[0]).toMatchObject({ waiting: 0, estimate: null });
    expect(view.services[1]?.reason?.rule).toBe('intake-closed');
  });

  it('[leased-number] stand behind a screen that says since when, also over a reload', () => {
    const kiosk = device();
    expect(kiosk.numbers.away(1_000)).toBe(1_000);
    const again = device(kiosk.storage);
    expect(again.numbers.away(9_000)).toBe(1_000);
    again.numbers.heard(nine - 60_000);
    expect(again.numbers.book()).toMatchObject({ aheadMs: 60_000, awaySinceMs: null });
    const facts = {
      view: kioskView,
      live: false,
      pairing: { kind: 'paired' },
      connection: { state: 'offline', sinceMs: 0 },
      nowMs: 10_000,
      openedMs: 0,
    } as const;
    expect(phaseOf({ ...facts, canGive: true })).toEqual({ kind: 'offline', sinceMs: 0 });
    expect(phaseOf({ ...facts, canGive: false })).toEqual({ kind: 'away', sinceMs: 0 });
    expect(phaseOf({ ...facts, view: null, canGive: true }).kind).toBe('away');
  });
});

type Reply = { ok: true; revision: number; result: unknown } | { ok: false; problem: never };

describe('handing in', () => {
  const done = (result: unknown): Reply => ({ ok: true, revision: 1, result });
  const failed = (problem: object | null): Reply => ({ ok: false, problem: problem as never });

  function hub(answers: (name: string, args: Readonly<Record<string, unknown>>) => Reply) {
    const heard: string[] = [];
    const command = (name: string, args: Readonly<Record<string, unknown>>) => {
      heard.push(name === 'hand-in-ticket' ? `${String(args.prefix)}${String(args.no)}` : name);
      return Promise.resolve(answers(name, args));
    };
    return { heard, command };
  }

  it('[leased-number] goes in order, stops where the hub is lost, and goes on there', async () => {
    const kiosk = device();
    kiosk.numbers.leased(leaseWith());
    for (let each = 0; each < 3; each += 1) kiosk.give();
    let nowMs = 0;
    let isLost = true;
    const { heard, command } = hub((_, { no }) => {
      if (no === 802 && isLost) return failed(null);
      return done({ lease: leaseWith({ lease: 'l2' }), ticket: null });
    });
    const handIn = createHandIn({ command, numbers: kiosk.numbers, nowMs: () => nowMs });
    handIn.live();
    handIn.live();
    await handIn.settled();
    expect(heard).toEqual(['A801', 'A802']);
    handIn.live();
    await handIn.settled();
    expect(heard).toHaveLength(2);
    isLost = false;
    nowMs = 5_000;
    handIn.live();
    await handIn.settled();
    expect(heard.slice(2)).toEqual(['A802', 'A803', 'lease-numbers']);
    expect(kiosk.numbers.book()).toMatchObject({ kept: [], lease: { lease: 'l2' } });
    // Back from away: at once, without waiting for the next turn.
    handIn.away();
    handIn.live();
    await handIn.settled();
    expect(heard.at(-1)).toBe('lease-numbers');
    expect(heard).toHaveLength(6);
  });

  it('[leased-number] gives up a number only when the hub says that it is not its own', async () => {
    const kiosk = device();
    kiosk.numbers.leased(leaseWith());
    kiosk.give();
    kiosk.give();
    const rules = ['outside-hours', 'leased-number', 'leased-number'];
    const { heard, command } = hub((name) =>
      name === 'hand-in-ticket'
        ? failed({ rule: rules.shift() })
        : failed({ rule: 'outside-hours' }),
    );
    const handIn = createHandIn({ command, numbers: kiosk.numbers, nowMs: () => 0 });
    for (let each = 0; each < 2; each += 1) {
      handIn.away();
      handIn.live();
      await handIn.settled();
    }
    expect(heard).toEqual(['A801', 'A801', 'A802', 'lease-numbers']);
    expect(kiosk.numbers.book().kept).toEqual([]);
  });

  it('[leased-number] what the device will not strike off is tried again soon, then less often', async () => {
    const storage: { book: unknown; isFull?: boolean } = { book: null };
    const kiosk = device(storage);
    kiosk.numbers.leased(leaseWith());
    kiosk.give();
    storage.isFull = true;
    let nowMs = 0;
    const { heard, command } = hub((name) =>
      name === 'lease-numbers' ? done({ lease: null }) : done({}),
    );
    const handIn = createHandIn({ command, numbers: kiosk.numbers, nowMs: () => nowMs });
    const triedAt: number[] = [];
    for (; nowMs < 20 * 60_000; nowMs += 1_000) {
      const before = heard.length;
      handIn.live();
      await handIn.settled();
      if (heard.length > before) triedAt.push(nowMs / 1_000);
    }
    expect(triedAt).toEqual([0, 5, 15, 35, 75, 155, 315, 615, 915]);
    storage.isFull = false;
    nowMs = 1_215_000;
    handIn.live();
    await handIn.settled();
    expect(kiosk.numbers.book().kept).toEqual([]);
    expect(new Set(heard)).toEqual(new Set(['A801', 'lease-numbers']));
  });

  it('[leased-number] a number on its way when the hub goes is given here, its ghost cancelled', async () => {
    const kiosk = device();
    kiosk.numbers.leased(leaseWith());
    const asked: string[] = [];
    let answer: (reply: Reply) => void = () => undefined;
    const command = (name: string): Promise<Reply> => {
      asked.push(name);
      if (name !== 'issue-ticket') return Promise.resolve(done({}));
      return new Promise((resolve) => {
        answer = resolve;
      });
    };
    let isAway = false;
    const view = { ...kioskView, services: [service('payment')] };
    const taking = takeNumber('payment', freshVisit, view, {
      command,
      numbers: kiosk.numbers,
      settled: () => Promise.resolve(),
      isAway: () => isAway,
    });
    isAway = true;
    const { screen } = await taking;
    expect(screen).toMatchObject({ at: 'offline', ticket: { number: 'A801', class: 'ordinary' } });
    answer(done({ id: '0-late' }));
    await expect.poll(() => asked).toEqual(['issue-ticket', 'cancel-ticket']);
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMemoryJournal, type MemoryJournal } from '#journal/memory.ts';
import { createAllowances } from '#server/desk/allowances.ts';
import { limits } from '#server/limits.ts';
import { startHub, type TestHub } from '#test/support/hub.ts';

let hub: TestHub;
let journal: MemoryJournal;

beforeEach(async () => {
  journal = createMemoryJournal();
  hub = await startHub({ journal });
});

afterEach(() => hub.close());

const take = (token: string) =>
  hub.request('POST', '/api/tickets', { token, body: { service: 'payment' } });

describe('allowances', () => {
  it('let a burst through, then so many a second, each asker for itself', () => {
    let nowMs = 0;
    const bounds = { perSecond: 10, burst: 3, askersMax: 2 };
    const { take: ask } = createAllowances(bounds, () => nowMs);
    expect([1, 2, 3, 4].map(() => ask('phone'))).toEqual([0, 0, 0, 100]);
    expect(ask('kiosk')).toBe(0);
    nowMs = 100;
    expect([ask('phone'), ask('phone')]).toEqual([0, 100]);
  });

  it('remember so many askers, and forget who asked longest ago', () => {
    const { take: ask } = createAllowances({ perSecond: 1, burst: 1, askersMax: 2 }, () => 0);
    expect([ask('a'), ask('b'), ask('a')]).toEqual([0, 0, 1_000]);
    // `b` asked longest ago: it makes room, and starts afresh.
    expect([ask('c'), ask('a'), ask('b')]).toEqual([0, 1_000, 0]);
  });
});

describe('a flood', () => {
  it('of one kiosk’s tickets is answered 429 beyond its share; kiosks and consoles keep theirs', async () => {
    const [flooding, other] = [
      (await hub.device('kiosk')).token,
      (await hub.device('kiosk')).token,
    ];
    const clerk = await hub.signIn('1001');
    journal.hold();
    const share = limits.commandsAtOncePerAskerMax;
    const flood = Array.from({ length: share + 50 }, () => take(flooding));
    const refused = await Promise.all(flood.slice(share));
    for (const { status, body, headers } of refused) {
      expect({ status, code: body.code }).toEqual({ status: 429, code: 'too-many' });
      expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    }
    const fair = [
      take(other),
      hub.request('POST', '/api/counters/1/open', { token: clerk, body: {} }),
    ];
    journal.release();
    expect((await Promise.all(fair)).map(({ status }) => status)).toEqual([201, 200]);
    const issued = await Promise.all(flood.slice(0, share));
    expect(new Set(issued.map(({ body }) => body.number)).size).toBe(share);
    // What is answered gives its place back.
    expect((await take(flooding)).status).toBe(201);
  });

  it('of wrong pins is slowed with Retry-After, for its badge; other badges sign in', async () => {
    const tryPin = (badge: string, pin: string) =>
      hub.request('POST', '/api/sessions', { body: { badge, pin } });
    const answers = [];
    for (let n = 0; n <= limits.failuresFreeCount + 1; n += 1) {
      answers.push(await tryPin('1002', '0000'));
    }
    expect(answers.at(-1)!.status).toBe(429);
    expect(Number(answers.at(-1)!.headers['retry-after'])).toBeGreaterThan(0);
    expect((await tryPin('1002', '91002')).status).toBe(429);
    expect((await tryPin('1001', '91001')).status).toBe(201);
  });
});

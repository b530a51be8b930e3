import { afterEach, describe, expect, it } from 'vitest';
import { createJournalError } from '#journal/errors.ts';
import { createMemoryJournal } from '#journal/memory.ts';
import { openVault } from '#server/vault/vault.ts';
import { pinOf, startHub, type TestHub } from '#test/support/hub.ts';

let hub: TestHub;
afterEach(() => hub.close());

describe('storage', () => {
  it('that cannot write is 503: nothing changed, readiness says why, and it recovers', async () => {
    hub = await startHub();
    const kiosk = (await hub.device('kiosk')).token;
    const take = () =>
      hub.request('POST', '/api/tickets', { token: kiosk, body: { service: 'payment' }, key: 'k' });
    hub.journal.failNextAppend(createJournalError('cannot-write', 'no space left'));
    const refused = await take();
    expect(refused.body).toMatchObject({ status: 503, code: 'storage-cannot-write' });
    expect(refused.text).not.toContain('no space left');
    const ready = await hub.request('GET', '/readyz');
    expect(ready.status).toBe(503);
    expect(ready.body.reasons).toContain('the journal cannot be written');
    expect((await hub.request('GET', '/healthz')).status).toBe(200);
    expect((await hub.request('GET', '/api/hall')).body.waitingCount).toBe(0);
    const done = await take();
    expect(done.body).toMatchObject({ number: 'A001' });
    const after = await hub.request('GET', '/readyz');
    expect(after.body.reasons).not.toContain('the journal cannot be written');
  });
});

describe('a clock', () => {
  it('behind the journal is 503 until it catches up, and readiness says so', async () => {
    const journal = createMemoryJournal();
    const vault = openVault({ path: ':memory:', scryptCost: 16 });
    const before = await startHub({ journal, at: '2026-03-02T10:00:00+08:00' });
    await before.close();
    hub = await startHub({ journal, vault, at: '2026-03-02T09:00:00+08:00' });
    const body = { badge: '1001', pin: pinOf('1001') };
    const refused = await hub.request('POST', '/api/sessions', { body, language: 'en' });
    expect(refused.body).toMatchObject({ status: 503, code: 'clock-behind' });
    expect(refused.body.detail).toContain('3600 seconds behind');
    expect(refused.headers['retry-after']).toBe('3600');
    expect((await hub.request('GET', '/readyz')).body.reasons[0]).toMatch(/clock is 3600 s behind/);
    hub.clock.moveTo(Date.parse('2026-03-02T10:00:01+08:00'));
    expect((await hub.request('POST', '/api/sessions', { body })).status).toBe(201);
  });
});

describe('a restart', () => {
  it('keeps the answers of keys for the day, and the sign-ins', async () => {
    const journal = createMemoryJournal();
    const first = await startHub({ journal });
    const kiosk = await first.device('kiosk');
    const take = (hub: TestHub, token: string) =>
      hub.request('POST', '/api/tickets', { token, body: { service: 'payment' }, key: 'same' });
    const token = await first.signIn('1001');
    const given = await take(first, token);
    expect(kiosk.state).toBe('approved');
    await first.app.close();
    await first.hall.dispatch.stop();
    hub = await startHub({ journal, vault: first.hall.vault });
    const again = await take(hub, token);
    expect(again.body).toEqual(given.body);
    expect(hub.hall.dispatch.state().figures.issued).toBe(1);
  });
});

describe('the hub’s log', () => {
  it('[privacy] has one line a command and no pin, token, name, number or ticket’s key', async () => {
    const lines: string[] = [];
    const customers = [{ key: '13812349876', class: 'vip', note: 'secret-note' }];
    hub = await startHub({ customers, logTo: (line) => lines.push(line) });
    const kiosk = await hub.device('kiosk', 'kiosk-secret-name');
    const clerk = await hub.signIn('1001');
    const issued = await hub.request('POST', '/api/tickets', {
      token: kiosk.token,
      body: { service: 'payment', class: 'vip', customer: '13812349876' },
    });
    const { id } = issued.body;
    await hub.request('POST', '/api/customers/lookup', {
      token: kiosk.token,
      body: { key: '13812349876' },
    });
    await hub.request('GET', `/api/tickets/${id}`);
    await hub.request('GET', `/t/${id}`);
    await hub.request('POST', `/api/tickets/${id}/nothing`, { body: { x: id } });
    await hub.request('POST', `/api/tickets/${id}/rate`, { body: { rating: 'fair', id } });
    await hub.request('POST', '/api/sessions', { body: { badge: '1002', pin: 'pin-secret-77' } });
    await hub.request('POST', '/api/counters/1/open', { token: clerk, body: {} });
    const log = lines.join('');
    const secrets = [
      id,
      id.slice(2),
      kiosk.token,
      clerk,
      '13812349876',
      '9876',
      'secret-note',
      'pin-secret-77',
      pinOf('1001'),
      '李敏',
      'kiosk-secret-name',
    ];
    for (const secret of secrets) expect(log).not.toContain(secret);
    const commands = lines
      .map((line) => JSON.parse(line) as { msg: string; command?: string })
      .filter(({ msg }) => msg === 'command');
    expect(commands.filter(({ command }) => command === 'issue-ticket')).toHaveLength(1);
    expect(commands.find(({ command }) => command === 'issue-ticket')).toMatchObject({
      outcome: 'done',
      revision: expect.any(Number) as number,
      ms: expect.any(Number) as number,
      by: 'device',
    });
    expect(commands.find(({ command }) => command === 'rate-ticket')).toBeUndefined();
  });
});

describe('a bug', () => {
  it('at a door is 500 without its message, and is logged', async () => {
    const lines: string[] = [];
    hub = await startHub({ logTo: (line) => lines.push(line) });
    const clerk = await hub.signIn('9001');
    const { journal } = hub.hall;
    Object.assign(journal, {
      days: () => Promise.reject(new Error('SELECT secret FROM inside')),
    });
    const answer = await hub.request('GET', '/api/history/days', { token: clerk });
    expect(answer.body).toMatchObject({ status: 500, code: 'internal' });
    expect(answer.text).not.toContain('SELECT');
    expect(lines.join('')).toContain('SELECT secret');
  });
});

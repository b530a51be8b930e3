import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startHub, fieldsOf, type TestHub } from '#test/support/hub.ts';

let hub: TestHub;
let kiosk: string;
let clerk: string;
let supervisor: string;

beforeEach(async () => {
  hub = await startHub();
  kiosk = (await hub.device('kiosk')).token;
  clerk = await hub.signIn('1001');
  supervisor = await hub.signIn('9001');
});

afterEach(() => hub.close());

const post = (path: string, token?: string, body: unknown = {}) =>
  hub.request('POST', path, { ...(token === undefined ? {} : { token }), body });

async function issue(service = 'payment', more: object = {}): Promise<string> {
  const answer = await post('/api/tickets', kiosk, { service, ...more });
  expect(answer.status).toBe(201);
  return answer.body.id;
}

const act = (verb: string, body: unknown = {}, token = clerk, counter = '1') =>
  post(`/api/counters/${counter}/${verb}`, token, body);

async function serving(): Promise<string> {
  const ticket = await issue();
  await act('open');
  await act('call');
  expect((await act('start')).body.state).toBe('serving');
  return ticket;
}

describe('tickets', () => {
  it('gives a number: 201 with the ticket and the revision', async () => {
    const answer = await post('/api/tickets', kiosk, {
      service: 'payment',
      class: 'special',
      language: 'en',
    });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      number: 'A001',
      service: 'payment',
      class: 'special',
      state: 'waiting',
      ahead: 0,
      counter: null,
      calls: 0,
      language: 'en',
      revision: hub.hall.dispatch.state().seq,
    });
    expect(answer.body.id).toMatch(/^[0-9a-z]+-[\w-]{22}$/);
    expect(answer.body.url).toBe(`/t/${answer.body.id}`);
  });

  it('answers the holder of the id, and nobody who guesses', async () => {
    const ticket = await issue();
    const found = await hub.request('GET', `/api/tickets/${ticket}`);
    expect(found.status).toBe(200);
    expect(found.body).toMatchObject({ id: ticket, number: 'A001', hall: { id: 'test' } });
    expect(found.headers['cache-control']).toBe('no-store');
    for (const guess of ['0-guess', '0', 'A001', 'x'.repeat(60)]) {
      expect((await hub.request('GET', `/api/tickets/${guess}`)).status).toBe(404);
    }
  });

  it('lets the holder cancel, and return only staff and kiosks', async () => {
    const ticket = await issue();
    expect((await post(`/api/tickets/${ticket}/return`)).status).toBe(401);
    expect((await post(`/api/tickets/${ticket}/return`, kiosk)).body).toMatchObject({
      status: 409,
      rule: 'not-possible-now',
    });
    const cancelled = await post(`/api/tickets/${ticket}/cancel`);
    expect(cancelled.status).toBe(200);
    expect(cancelled.body.ticket).toMatchObject({ id: ticket, state: 'cancelled' });
  });

  it('lists the day’s tickets in pages for staff', async () => {
    const ids = [await issue(), await issue(), await issue()];
    await post(`/api/tickets/${ids[0]}/cancel`);
    const first = await hub.request('GET', '/api/tickets?limit=2', { token: clerk });
    expect(first.body.tickets.map(({ id }) => id)).toEqual(ids.slice(0, 2));
    const rest = await hub.request('GET', `/api/tickets?limit=2&after=${first.body.next}`, {
      token: clerk,
    });
    expect(rest.body).toMatchObject({ next: null, tickets: [{ id: ids[2] }] });
    const gone = await hub.request('GET', '/api/tickets?state=cancelled', { token: clerk });
    expect(gone.body.tickets).toHaveLength(1);
    expect(
      (await hub.request('GET', '/api/tickets?limit=9999', { token: clerk })).body,
    ).toMatchObject({ status: 400, fields: [{ field: 'limit' }] });
    expect((await hub.request('GET', '/api/tickets')).status).toBe(401);
    expect((await hub.request('GET', '/api/tickets', { token: kiosk })).status).toBe(403);
  });

  it('moves and puts back for a supervisor only', async () => {
    const ticket = await issue();
    const body = { service: 'enquiry', reason: 'asked at the wrong desk' };
    expect((await post(`/api/tickets/${ticket}/move`, clerk, body)).status).toBe(403);
    const moved = await post(`/api/tickets/${ticket}/move`, supervisor, body);
    expect(moved.body.ticket).toMatchObject({ service: 'enquiry', state: 'waiting' });
    const both = await post(`/api/tickets/${ticket}/move`, supervisor, { ...body, counter: '1' });
    expect(fieldsOf(both)).toEqual(['service', 'counter']);
  });
});

describe('a clerk at the counter', () => {
  it('opens, calls, recalls, starts and finishes; the ticket is rated once', async () => {
    const ticket = await issue();
    expect((await act('open')).body).toMatchObject({ counter: '1', state: 'idle', clerk: '1001' });
    const called = await act('call');
    expect(called.body).toMatchObject({
      revision: hub.hall.dispatch.state().seq,
      ticket: { id: ticket, state: 'called', counter: '1', calls: 1 },
      why: { by: 'only-one', text: { en: 'The only one' } },
      state: 'calling',
    });
    hub.clock.moveTo(hub.clock.now() + 5_000);
    expect((await act('recall')).body.ticket).toMatchObject({ calls: 2 });
    expect((await act('start')).body.ticket).toMatchObject({ state: 'serving' });
    hub.clock.moveTo(hub.clock.now() + 60_000);
    expect((await act('finish', { outcome: 'paid' })).body).toMatchObject({
      state: 'idle',
      ticket: { id: ticket, state: 'done' },
    });
    const rated = await post(`/api/tickets/${ticket}/rate`, undefined, { rating: 'satisfied' });
    expect(rated.body.ticket).toMatchObject({ rating: 'satisfied' });
    expect(
      (await post(`/api/tickets/${ticket}/rate`, undefined, { rating: 'fair' })).body,
    ).toMatchObject({ status: 409, rule: 'rated-already' });
  });

  it('answers ticket null and why null when nobody waits', async () => {
    await act('open');
    const answer = await act('call');
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ ticket: null, why: null });
  });

  it('misses and takes back: no-show, rejoin by the holder', async () => {
    const ticket = await issue();
    await act('open');
    await act('call');
    expect((await act('no-show')).body).toMatchObject({ status: 409, code: 'refused' });
    hub.clock.moveTo(hub.clock.now() + 30_000);
    await act('recall');
    hub.clock.moveTo(hub.clock.now() + 40_000);
    expect((await act('no-show')).body.ticket).toMatchObject({ state: 'missed' });
    expect((await post(`/api/tickets/${ticket}/rejoin`)).body.ticket).toMatchObject({
      state: 'waiting',
    });
  });

  it('transfers to a service or a counter, never to both or to none', async () => {
    const ticket = await serving();
    for (const body of [{ reason: 'r' }, { reason: 'r', service: 'enquiry', counter: '2' }]) {
      const refused = await act('transfer', body);
      expect(refused.status).toBe(400);
      expect(fieldsOf(refused)).toEqual(expect.arrayContaining(['service', 'counter']));
    }
    const done = await act('transfer', { service: 'enquiry', reason: 'needs advice' });
    expect(done.body.ticket).toMatchObject({ id: ticket, service: 'enquiry', state: 'waiting' });
    await issue();
    await act('call');
    await post('/api/counters/2/open', await hub.signIn('1002'));
    const there = await act('transfer', { counter: '2', reason: 'speaks English' });
    expect(there.body.ticket).toMatchObject({ counter: '2', state: 'waiting' });
  });

  it('[one-notice-of-missing-papers] parks with the whole list, and takes back with return', async () => {
    const ticket = await serving();
    const parked = await act('park', { missing: ['ID card', 'letter'], note: 'owner abroad' });
    expect(parked.body.ticket).toMatchObject({ state: 'parked', missing: ['ID card', 'letter'] });
    const back = await post(`/api/tickets/${ticket}/return`, kiosk);
    expect(back.body.ticket).toMatchObject({ state: 'waiting' });
  });

  it('pauses, resumes and signs off', async () => {
    await act('open');
    expect((await act('pause', { kind: 'routine', reason: 'tea', minutes: 10 })).body.state).toBe(
      'paused',
    );
    expect((await act('resume')).body.state).toBe('idle');
    expect((await act('close')).body).toMatchObject({ state: 'closed', clerk: null });
  });

  it('hands over: ask, relieve, complete; and cancel', async () => {
    const relief = await hub.signIn('1002');
    await act('open');
    expect((await act('handover', { to: '1002' })).body.state).toBe('handover');
    expect((await act('handover/cancel')).body.state).toBe('idle');
    await act('handover', { to: '1002' });
    expect((await act('handover/relieve', {}, relief)).status).toBe(200);
    const record = {
      equipment: 'in order',
      hardCases: 'none',
      staffChanges: 'none',
      followUps: ['A001: answer by Friday', { text: 'B002: ring back', owner: '1001' }],
    };
    const done = await act('handover/complete', { record }, relief);
    expect(done.body).toMatchObject({ state: 'idle', clerk: '1002' });
    // Open follow-ups pass to the incoming clerk, whoever had them before.
    expect(hub.hall.dispatch.state().followUps).toMatchObject([
      { text: 'A001: answer by Friday', ticket: null, owner: '1002' },
      { text: 'B002: ring back', ticket: null, owner: '1002' },
    ]);
  });

  it('acts on the counter of the address and no other', async () => {
    await act('open');
    await act('open', {}, await hub.signIn('1002'), '2');
    const other = await act('call', {}, clerk, '2');
    expect(other.body).toMatchObject({ status: 409, code: 'refused' });
    expect(other.body.rules).toContain('not-your-counter');
    expect((await act('call', {}, clerk, '77')).body).toMatchObject({
      status: 404,
      code: 'unknown',
    });
  });

  it('[one-customer-at-a-time] refuses with rule, what is in the way and ways out, in both languages', async () => {
    await serving();
    const asked = async (language: string) =>
      (await hub.request('POST', '/api/counters/1/call', { token: clerk, language })).body;
    const zh = await asked('zh-CN,zh;q=0.9');
    const en = await asked('en-GB');
    for (const body of [zh, en]) {
      expect(body).toMatchObject({
        status: 409,
        code: 'refused',
        rule: 'one-customer-at-a-time',
        by: { counter: '1', number: 'A001' },
      });
      expect(body.rules).toContain('one-customer-at-a-time');
      expect(body.waysOut.length).toBeGreaterThan(0);
    }
    expect(zh.detail).toMatch(/[\u4e00-\u9fff]/);
    expect(en.detail).toMatch(/Finish first/);
    expect(zh.waysOut[0]!.label).not.toBe(en.waysOut[0]!.label);
  });
});

describe('a supervisor', () => {
  it('[no-pause-while-waiting] lets a refused act pass with a reason, by token or by badge and pin', async () => {
    await issue();
    await act('open');
    const pause = { kind: 'routine', reason: 'tea' };
    expect((await act('pause', pause)).body).toMatchObject({ rule: 'no-pause-while-waiting' });
    expect((await act('pause', { ...pause, override: { reason: 'x' } })).body).toMatchObject({
      status: 403,
    });
    const wrong = { reason: 'x', badge: '9001', pin: '0000' };
    expect((await act('pause', { ...pause, override: wrong })).body).toMatchObject({
      status: 401,
      code: 'wrong-pin',
    });
    const clerkPin = { reason: 'x', badge: '1002', pin: '91002' };
    expect((await act('pause', { ...pause, override: clerkPin })).status).toBe(403);
    const right = { reason: 'clerk unwell', badge: '9001', pin: '99001' };
    expect((await act('pause', { ...pause, override: right })).body.state).toBe('paused');
    // A supervisor's own token needs no badge and pin, at whichever counter.
    await act('resume');
    const own = { ...pause, override: { reason: 'fire drill' } };
    expect((await act('pause', own, supervisor)).body).toMatchObject({
      state: 'paused',
      clerk: '1001',
    });
    const lines = (await hub.request('GET', '/api/journal', { token: supervisor })).text;
    expect(lines).toContain('"reason":"fire drill"');
    expect(lines).toContain('"reason":"clerk unwell"');
    expect(lines).not.toContain('99001');
  });

  it('[never-close-early] holds the intake closed with an override, and opens it again', async () => {
    const closed = { state: 'closed', reason: 'power cut' };
    expect((await post('/api/hall/intake', clerk, closed)).status).toBe(403);
    expect((await post('/api/hall/intake', supervisor, closed)).body).toMatchObject({
      rule: 'never-close-early',
    });
    const override = { reason: 'the hall is dark' };
    expect((await post('/api/hall/intake', supervisor, { ...closed, override })).body.hall).toEqual(
      {
        state: 'open',
        intakeClosedReason: 'power cut',
      },
    );
    expect((await post('/api/tickets', kiosk, { service: 'payment' })).body).toMatchObject({
      rule: 'intake-closed',
    });
    const open = { state: 'open', reason: 'light again' };
    expect((await post('/api/hall/intake', supervisor, open)).status).toBe(200);
    await issue();
  });

  it('frees a forgotten seat and puts its ticket back', async () => {
    const ticket = await serving();
    expect((await post('/api/counters/1/release', clerk)).status).toBe(403);
    expect((await post('/api/counters/1/release', supervisor)).body).toMatchObject({
      state: 'closed',
    });
    expect((await hub.request('GET', `/api/tickets/${ticket}`)).body.state).toBe('waiting');
    await act('open');
    await act('call');
    expect((await post(`/api/tickets/${ticket}/put-back`, supervisor)).body.ticket.state).toBe(
      'waiting',
    );
  });

  it('posts and withdraws notices', async () => {
    const text = { zh: '三号机维修', en: 'Machine 3 is being repaired' };
    const posted = await post('/api/notices', supervisor, {
      text,
      kind: 'fault',
      until: '2026-03-02T11:00:00+08:00',
    });
    expect(posted.status).toBe(201);
    const lobby = await hub.request('GET', '/api/hall');
    expect(JSON.stringify(lobby.body.notices)).toContain('Machine 3');
    const path = `/api/notices/${posted.body.notice}`;
    expect((await hub.request('DELETE', path, { token: supervisor })).status).toBe(200);
    expect((await hub.request('GET', '/api/hall')).body.notices).toEqual([]);
    expect((await hub.request('DELETE', path, { token: supervisor })).status).toBe(404);
    const bad = { text, until: 'tomorrow' };
    expect((await post('/api/notices', supervisor, bad)).body.fields[0]!.field).toBe('until');
  });
});

describe('what may be read', () => {
  it('the hall by anyone, with the hall’s time and the last call', async () => {
    const { body } = await hub.request('GET', '/api/hall');
    expect(body).toMatchObject({
      revision: expect.any(Number) as number,
      now: '2026-03-02T01:00:00.000Z',
      hall: { state: 'open', hotline: '10050', name: { en: 'Test Hall' } },
      lastCallNo: 0,
      calls: [],
    });
    expect(body.counters).toHaveLength(3);
  });

  it('counters by staff', async () => {
    await act('open');
    const all = await hub.request('GET', '/api/counters', { token: clerk });
    expect(all.body.counters[0]).toMatchObject({ counter: '1', state: 'idle' });
    const one = await hub.request('GET', '/api/counters/1', { token: clerk });
    expect(one.body).toMatchObject({ counter: '1', state: 'idle', next: [], canCall: false });
    expect((await hub.request('GET', '/api/counters/9', { token: clerk })).status).toBe(404);
    expect((await hub.request('GET', '/api/counters')).status).toBe(401);
  });

  it('[honest-statistics] the journal by supervisors: NDJSON whose chain anybody can check', async () => {
    await issue();
    const answer = await hub.request('GET', '/api/journal?from=2&limit=2', { token: supervisor });
    expect(answer.headers['content-type']).toContain('application/x-ndjson');
    const lines = answer.text.trimEnd().split('\n');
    expect(lines).toHaveLength(2);
    const { createHash } = await import('node:crypto');
    let prevHash: string | null = null;
    for (const line of lines) {
      const event = JSON.parse(line) as { seq: number; hash: string; prevHash: string };
      const body = `${line.slice(0, line.lastIndexOf(',"prevHash"'))}}`;
      const hash = createHash('sha256').update(`${event.prevHash}\n${body}`).digest('hex');
      expect(hash).toBe(event.hash);
      if (prevHash !== null) expect(event.prevHash).toBe(prevHash);
      prevHash = event.hash;
    }
    expect((JSON.parse(lines[0]!) as { seq: number }).seq).toBe(2);
    expect((await hub.request('GET', '/api/journal', { token: clerk })).status).toBe(403);
    const bad = await hub.request('GET', '/api/journal?from=0&limit=x&foo=1', {
      token: supervisor,
    });
    expect(fieldsOf(bad).sort()).toEqual(['foo', 'from', 'limit']);
  });

  it('[honest-statistics] the day’s report by supervisors', async () => {
    await issue();
    const report = await hub.request('GET', '/api/reports/day/2026-03-02', { token: supervisor });
    expect(report.body).toMatchObject({
      date: '2026-03-02',
      totals: { issued: 1, served: 0, missed: 0, cancelled: 0 },
      range: { fromSeq: 1, toSeq: hub.hall.dispatch.state().seq },
    });
    const none = await hub.request('GET', '/api/reports/day/2020-01-01', { token: supervisor });
    expect(none.status).toBe(404);
  });
});

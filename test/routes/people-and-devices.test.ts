import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { limits } from '#server/limits.ts';
import { testConfig } from '#test/support/hall-config.ts';
import { fieldsOf, pinOf, startHub, type TestHub } from '#test/support/hub.ts';

let hub: TestHub;
let nowMs: number;

beforeEach(() => {
  nowMs = Date.UTC(2026, 2, 2, 1);
});
afterEach(() => hub.close());

const signIn = (badge: string, pin = pinOf(badge)) =>
  hub.request('POST', '/api/sessions', { body: { badge, pin } });

describe('sign-in', () => {
  it('answers token, name, role and expiry; is journaled; and ends by sign-out', async () => {
    hub = await startHub({ realNow: () => nowMs });
    const signed = await signIn('9001');
    expect(signed.status).toBe(201);
    expect(signed.body).toMatchObject({
      badge: '9001',
      name: '王芳',
      role: 'supervisor',
      expiresAt: '2026-03-02T13:00:00.000Z',
      lockAfterMinutes: 15,
    });
    const token = signed.body.token;
    const current = await hub.request('GET', '/api/sessions/current', { token });
    expect(current.body).toMatchObject({ badge: '9001', role: 'supervisor' });
    expect(current.body.token).toBeUndefined();
    const out = await hub.request('DELETE', '/api/sessions/current', { token });
    expect(out.status).toBe(204);
    expect((await hub.request('GET', '/api/sessions/current', { token })).status).toBe(401);
    const events = (await hub.journal.read(1, 100)).map(({ body }) => body).join('\n');
    expect(events).toContain('"StaffSignedIn"');
    expect(events).toContain('"StaffSignedOut"');
    expect(events).not.toContain(token);
    expect(events).not.toContain(pinOf('9001'));
  });

  it('does not tell an unknown badge from a wrong pin', async () => {
    hub = await startHub();
    const wrong = await signIn('1001', 'nope');
    const unknown = await signIn('7777', 'nope');
    expect(wrong.body).toEqual(unknown.body);
    expect(wrong.body).toMatchObject({ status: 401, code: 'wrong-pin' });
    expect((await signIn('1001', '')).body.fields[0]!.field).toBe('pin');
  });

  it('is slowed after wrong pins: 429 with Retry-After, doubling, even for the right pin', async () => {
    hub = await startHub({ realNow: () => nowMs });
    for (let slip = 0; slip < limits.failuresFreeCount; slip += 1) {
      expect((await signIn('1001', 'nope')).status).toBe(401);
    }
    const waits: number[] = [];
    for (let round = 0; round < 4; round += 1) {
      expect((await signIn('1001', 'nope')).status).toBe(401);
      const slowed = await signIn('1001');
      expect(slowed.body).toMatchObject({ status: 429, code: 'too-many' });
      waits.push(Number(slowed.headers['retry-after']));
      nowMs += waits.at(-1)! * 1_000;
    }
    expect(waits).toEqual([1, 2, 4, 8]);
    expect((await signIn('1001')).status).toBe(201);
    expect((await signIn('1002')).status).toBe(201);
  });

  it('is slowed for a hundred guesses at once as for a hundred in a row', async () => {
    hub = await startHub({ realNow: () => nowMs });
    const guesses = Array.from({ length: 100 }, (_, index) => signIn('1001', `guess-${index}`));
    const statuses = (await Promise.all(guesses)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(limits.failuresFreeCount + 1);
    expect(statuses.filter((status) => status === 429)).toHaveLength(
      100 - limits.failuresFreeCount - 1,
    );
  });

  it('ends with the person: who left the staff has no session', async () => {
    hub = await startHub();
    const token = await hub.signIn('1004');
    const staff = testConfig.staff.filter(({ badge }) => badge !== '1004');
    await hub.hall.dispatch.submit({
      command: { name: 'configure', args: { config: { ...testConfig, staff }, why: 'left' } },
      actor: { kind: 'hub' },
    });
    expect((await hub.request('GET', '/api/counters', { token })).status).toBe(401);
    expect((await signIn('1004')).status).toBe(401);
  });
});

describe('devices', () => {
  const working = { ...testConfig, training: false };

  it('wait for approval in a working hall, and may take numbers then', async () => {
    hub = await startHub({ config: working });
    const { device, token, state, code } = await hub.device('kiosk', 'Kiosk by the door');
    expect(state).toBe('pending');
    expect(code).toMatch(/^\d{6}$/);
    const take = () =>
      hub.request('POST', '/api/tickets', {
        token,
        body: { service: 'payment' },
        language: 'en',
      });
    const early = await take();
    expect(early.body).toMatchObject({ status: 403, code: 'forbidden' });
    expect(early.body.detail).toContain('waiting for a supervisor');
    const clerk = await hub.signIn('1001');
    const approve = (by: string) =>
      hub.request('POST', `/api/devices/${device}/approve`, { token: by, body: {} });
    expect((await approve(clerk)).status).toBe(403);
    const supervisor = await hub.signIn('9001');
    const first = await approve(supervisor);
    expect(first.body).toMatchObject({ device, state: 'approved', code });
    // Once more is no news: the same answer, the same revision.
    expect(await approve(supervisor)).toMatchObject({ status: 200, body: first.body });
    expect((await take()).status).toBe(201);
    const list = await hub.request('GET', '/api/devices', { token: supervisor });
    expect(list.body.devices).toMatchObject([
      { device, kind: 'kiosk', name: 'Kiosk by the door', state: 'approved', online: false },
    ]);
    const self = await hub.request('GET', '/api/devices/current', { token });
    expect(self.body).toMatchObject({ device, state: 'approved' });
    const revoked = await hub.request('POST', `/api/devices/${device}/revoke`, {
      token: supervisor,
      body: {},
    });
    expect(revoked.body.state).toBe('revoked');
    expect((await take()).status).toBe(401);
    const missing = await hub.request('POST', '/api/devices/none/approve', {
      token: supervisor,
      body: {},
    });
    expect(missing.status).toBe(404);
  });

  it('are approved at once in a training hall; bad requests name every field', async () => {
    hub = await startHub();
    expect((await hub.device('display')).state).toBe('approved');
    const bad = await hub.request('POST', '/api/devices', {
      body: { kind: 'toaster', token: 'x' },
    });
    expect(fieldsOf(bad).sort()).toEqual(['kind', 'name', 'token']);
    expect((await hub.request('GET', '/api/devices/current')).status).toBe(401);
  });
});

describe('customers of the hall’s list', () => {
  const listed = {
    ...testConfig,
    classes: testConfig.classes.map((each) =>
      each.id === 'vip' ? { ...each, needsCustomer: true } : each,
    ),
  };
  const customers = [
    { key: '13812345678', class: 'vip', note: null },
    { key: '13900000000', class: 'special', note: null },
  ];

  it('[vip-first] are found by number, masked, and get a number of their class', async () => {
    hub = await startHub({ config: listed, customers });
    const { token } = await hub.device('kiosk');
    const look = (key: string) =>
      hub.request('POST', '/api/customers/lookup', { token, body: { key } });
    const found = await look('138 1234 5678');
    expect(found.body).toMatchObject({ class: 'vip', masked: '138****5678' });
    expect((await look('13811111111')).status).toBe(404);
    expect(
      (await hub.request('POST', '/api/customers/lookup', { body: { key: '1' } })).status,
    ).toBe(401);
    const take = (body: object) => hub.request('POST', '/api/tickets', { token, body });
    const byNumber = await take({ service: 'payment', class: 'vip', customer: '13812345678' });
    expect(byNumber.body).toMatchObject({ class: 'vip', number: 'V001' });
    await hub.request('POST', `/api/tickets/${byNumber.body.id}/cancel`, { body: {} });
    const byReference = await take({ service: 'payment', customer: found.body.customer });
    expect(byReference.body.class).toBe('vip');
    const second = await take({ service: 'payment', customer: '13812345678' });
    expect(second.body).toMatchObject({ status: 409, rule: 'one-open-ticket' });
    const events = (await hub.journal.read(1, 100)).map(({ body }) => body).join('\n');
    expect(events).toContain(found.body.customer);
    expect(events).not.toContain('13812345678');
  });

  it('[privacy] without a listed number the class is refused, for a wrong class too', async () => {
    hub = await startHub({ config: listed, customers });
    const { token } = await hub.device('kiosk');
    for (const customer of [undefined, '13811111111', '13900000000']) {
      const body = { service: 'payment', class: 'vip', ...(customer ? { customer } : {}) };
      const answer = await hub.request('POST', '/api/tickets', { token, body });
      expect(answer.body).toMatchObject({ status: 409, rule: 'customer-not-listed' });
    }
  });
});

import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testConfig } from '#test/support/hall-config.ts';
import { startHub, type TestHub } from '#test/support/hub.ts';

let hub: TestHub;
let supervisor: string;

beforeAll(async () => {
  hub = await startHub({ listen: true, config: { ...testConfig, training: false } });
  supervisor = await hub.signIn('9001');
});

afterAll(() => hub.close());

async function events(): Promise<readonly Record<string, unknown>[]> {
  const { text } = await hub.request('GET', '/api/journal?limit=1000', { token: supervisor });
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('signing somebody out everywhere', () => {
  it('[privacy] ends every token and open page of theirs at once, and nobody else’s', async () => {
    const begin = () => hub.hall.vault.sessions.begin('1002').token;
    const [first, second] = [begin(), begin()];
    const other = await hub.signIn('1001');
    const page = hub.socket({ token: first });
    await once(page as never, 'connect');
    await page.emitWithAck('watch', { view: 'console', counter: '1' });
    const bye = once(page as never, 'bye');
    const answer = await hub.request('DELETE', '/api/staff/1002/sessions', { token: supervisor });
    expect(answer.body).toMatchObject({ badge: '1002', ended: 2 });
    expect((await bye)[0]).toEqual({ code: 'expired', retry: false });
    for (const token of [first, second]) {
      const current = await hub.request('GET', '/api/sessions/current', { token });
      expect(current.body.code).toBe('not-signed-in');
    }
    expect((await hub.request('GET', '/api/sessions/current', { token: other })).status).toBe(200);
    const written = (await events()).at(-1);
    expect(written).toMatchObject({
      type: 'StaffSignedOut',
      data: { badge: '1002' },
      actor: { kind: 'staff', badge: '9001', role: 'supervisor' },
    });
  });

  it('is the supervisor’s alone, and only of somebody on the staff', async () => {
    const clerk = await hub.signIn('1001');
    const ask = (badge: string, token?: string) =>
      hub.request('DELETE', `/api/staff/${badge}/sessions`, token === undefined ? {} : { token });
    expect((await ask('9001', clerk)).status).toBe(403);
    expect((await ask('9001')).status).toBe(401);
    expect((await ask('7777', supervisor)).status).toBe(404);
  });
});

describe('the audit', () => {
  it('[honest-statistics] holds sign-ins, pairings, revocations and overrides with who and why', async () => {
    const clerk = await hub.signIn('1003');
    const { device } = await hub.device('kiosk', 'by the door');
    await hub.request('POST', `/api/devices/${device}/approve`, { token: supervisor });
    await hub.request('POST', `/api/devices/${device}/revoke`, { token: supervisor });
    await hub.request('POST', '/api/counters/3/open', { token: clerk });
    const { token } = await hub.device('kiosk', 'another');
    await hub.request('POST', '/api/tickets', { token: clerk, body: { service: 'enquiry' } });
    const paused = await hub.request('POST', '/api/counters/3/pause', {
      token: clerk,
      body: {
        kind: 'routine',
        reason: 'lunch',
        override: { reason: 'nobody else can', badge: '9001', pin: '99001' },
      },
    });
    expect(paused.status).toBe(200);
    await hub.request('DELETE', '/api/sessions/current', { token: clerk });
    const written = await events();
    const of = (type: string) => written.filter((each) => each.type === type);
    expect(of('StaffSignedIn').map(({ data }) => data)).toContainEqual({ badge: '1003' });
    expect(of('StaffSignedOut').at(-1)).toMatchObject({
      data: { badge: '1003' },
      actor: { badge: '1003' },
    });
    expect(of('DevicePaired').at(-1)).toMatchObject({
      data: { device, kind: 'kiosk', name: 'by the door' },
      actor: { badge: '9001' },
    });
    expect(of('DeviceRevoked').at(-1)).toMatchObject({
      data: { device },
      actor: { badge: '9001' },
    });
    expect(JSON.stringify(of('CounterPaused').at(-1))).toContain('nobody else can');
    expect(JSON.stringify(of('CounterPaused').at(-1))).toContain('9001');
    expect(JSON.stringify(written)).not.toContain(token);
  });

  it('counts failed sign-ins by outcome for whoever watches the hub', async () => {
    await hub.request('POST', '/api/sessions', { body: { badge: '1004', pin: 'no' } });
    const { text } = await hub.request('GET', '/metrics');
    expect(text).toMatch(/paihao_sign_ins_total\{outcome="wrong-pin"\} [1-9]/);
    expect(text).toMatch(/paihao_sign_ins_total\{outcome="right"\} [1-9]/);
  });
});

describe('secrets', () => {
  it('a ticket’s id holds 128 random bits: none of its places is fixed, none repeats', async () => {
    const ids: string[] = [];
    for (let index = 0; index < 200; index += 1) {
      const token = await hub.signIn('1001');
      const taken = await hub.request('POST', '/api/tickets', {
        token,
        body: { service: 'payment' },
      });
      ids.push(taken.body.id.split('-').slice(1).join('-'));
    }
    expect(new Set(ids).size).toBe(200);
    // Each place counts the bits of what was seen there: 21 of base64url and one of four values.
    const bits = Array.from(ids[0]!, (_, place) =>
      Math.ceil(Math.log2(new Set(ids.map((id) => id[place])).size)),
    );
    expect(bits.reduce((sum, each) => sum + each, 0)).toBe(128);
  });

  it('is compared in constant time, or by its hash in a table: never place by place', () => {
    const text = (path: string): string =>
      readFileSync(new URL(`../../server/vault/${path}`, import.meta.url), 'utf8');
    expect(text('pins.ts')).toContain('timingSafeEqual(');
    for (const path of ['sessions.ts', 'devices.ts']) {
      expect(text(path)).toContain('byHash.get(tokenHash(token))');
      expect(text(path)).not.toMatch(/token\s*===/);
    }
  });
});

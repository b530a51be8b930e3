import { once } from 'node:events';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { testConfig } from '#test/support/hall-config.ts';
import { pinOf, startHub, type TestHub } from '#test/support/hub.ts';

let hub: TestHub;
const lines: string[] = [];

beforeAll(async () => {
  hub = await startHub({ listen: true, logTo: (line) => lines.push(line) });
});
afterAll(() => hub.close());

const change = (token: string, pin: string, newPin: string) =>
  hub.request('POST', '/api/sessions/current/pin', {
    token,
    body: { pin, newPin },
    language: 'en',
  });
const enter = async (badge: string, pin: string) =>
  (await hub.request('POST', '/api/sessions', { body: { badge, pin } })).status;
const isIn = async (token: string) =>
  (await hub.request('GET', '/api/sessions/current', { token })).status === 200;
const begin = (badge: string) => hub.hall.vault.sessions.begin(badge).token;
const refusals = () =>
  lines
    .map((line) => JSON.parse(line) as Record<string, unknown>)
    .filter(({ msg }) => msg === 'refused');

it('[privacy] one’s own pin is changed with the present one; other sign-ins end, this one stays', async () => {
  const [mine, other] = [begin('1002'), begin('1002')];
  const page = hub.socket({ token: other });
  await once(page as never, 'connect');
  const bye = once(page as never, 'bye');
  expect((await change(mine, 'not-it', 'my-own-pin')).body.code).toBe('wrong-pin');
  const changed = await change(mine, pinOf('1002'), 'my-own-pin');
  expect(changed.body).toMatchObject({ badge: '1002', ended: 1 });
  expect((await bye)[0]).toEqual({ code: 'expired', retry: false });
  expect([await isIn(mine), await isIn(other)]).toEqual([true, false]);
  expect([await enter('1002', pinOf('1002')), await enter('1002', 'my-own-pin')]).toEqual([
    401, 201,
  ]);
  const journal = (await hub.journal.read(1, 1_000)).map(({ body }) => body).join('\n');
  expect(journal).toContain('"change":"pin-chosen","badge":"1002"');
  expect(journal).not.toContain('my-own-pin');
});

it('a pin that is short, the same, or guessed first is refused with its field, and nothing is changed', async () => {
  const token = await hub.signIn('1003');
  for (const newPin of ['short', pinOf('1003'), '123456', '111111', '771003', 'x'.repeat(65)]) {
    const { status, body } = await change(token, pinOf('1003'), newPin);
    expect([status, body.fields[0]?.field], newPin).toEqual([400, 'newPin']);
  }
  const weak = await change(token, pinOf('1003'), '123456');
  expect(weak.body.fields[0]?.message).toBe('is easily guessed; please choose another');
  const supervisor = await hub.signIn('9001');
  const given = await hub.request('POST', '/api/staff/1003/pin', {
    token: supervisor,
    body: { pin: 'password1' },
  });
  expect([given.status, given.body.fields[0]?.field]).toEqual([400, 'pin']);
  expect(await enter('1003', pinOf('1003'))).toBe(201);
  const kept = await change(token, pinOf('1003'), 'a long sentence '.repeat(4));
  expect(kept.status).toBe(200);
});

it('shows where one is signed in, and signs out elsewhere with the pin alone', async () => {
  const [mine, other] = [begin('1004'), begin('1004')];
  const nobodyElse = await hub.signIn('1001');
  const list = await hub.request('GET', '/api/sessions', { token: mine });
  const { sessions } = list.body as unknown as { sessions: { isThis: boolean }[] };
  expect(sessions.map(({ isThis }) => isThis)).toEqual([true, false]);
  expect(Object.keys(sessions[0]!)).toEqual(['beganAt', 'seenAt', 'expiresAt', 'isThis']);
  const end = (pin: string) =>
    hub.request('POST', '/api/sessions/end-others', { token: mine, body: { pin } });
  expect((await end('not-it')).status).toBe(401);
  expect(await isIn(other)).toBe(true);
  expect((await end(pinOf('1004'))).body).toMatchObject({ badge: '1004', ended: 1 });
  expect([await isIn(mine), await isIn(other), await isIn(nobodyElse)]).toEqual([
    true,
    false,
    true,
  ]);
  for (const [method, path] of [
    ['GET', '/api/sessions'],
    ['POST', '/api/sessions/end-others'],
    ['POST', '/api/sessions/current/pin'],
  ] as const) {
    const body = method === 'GET' ? {} : { body: { pin: 'x', newPin: 'my-own-pin' } };
    expect((await hub.request(method, path, body)).status, path).toBe(401);
  }
});

it('who leaves the staff is out at once, and no pin brings them back', async () => {
  const token = begin('1004');
  expect(await isIn(token)).toBe(true);
  const staff = testConfig.staff.filter(({ badge }) => badge !== '1004');
  const outcome = await hub.hall.dispatch.submit({
    command: { name: 'configure', args: { config: { ...testConfig, staff }, why: 'left' } },
    actor: { kind: 'hub' },
  });
  expect(outcome.kind).toBe('done');
  expect(await isIn(token)).toBe(false);
  expect(await enter('1004', pinOf('1004'))).toBe(401);
});

it('whoever is turned away is in the log: who, where, why, and not what they typed', async () => {
  const before = refusals().length;
  const clerk = await hub.signIn('1001');
  await enter('1001', 'typed-wrongly');
  await enter('13912345678', 'typed-wrongly');
  await hub.request('GET', '/api/journal', { token: clerk });
  await hub.request('GET', '/api/journal', { token: 'yesterdays' });
  await hub.request('GET', '/api/journal');
  await hub.request('POST', '/api/sessions', { body: { badge: '1001', pin: 7 } });
  const page = hub.socket({ token: clerk });
  await once(page as never, 'connect');
  await page.emitWithAck('watch', { view: 'supervisor' });
  const told = refusals().slice(before);
  expect(told.map(({ code, door, by, badge }) => [code, door, by, badge])).toEqual([
    ['wrong-pin', 'pin', 'anyone', '1001'],
    ['wrong-pin', 'pin', 'anyone', undefined],
    ['forbidden', '/api/journal', 'staff:1001', undefined],
    ['not-signed-in', '/api/journal', 'anyone', undefined],
    ['bad-input', '/api/sessions', 'anyone', undefined],
    ['forbidden', 'socket', 'staff:1001', undefined],
  ]);
  for (const line of told) expect(line).toMatchObject({ address: '127.0.0.1', level: 40 });
  expect(lines.join('')).not.toMatch(/typed-wrongly|13912345678|yesterdays/);
});

import { afterAll, beforeAll, expect, it } from 'vitest';
import { limits } from '#server/limits.ts';
import { pinOf, startHub, type TestHub } from '#test/support/hub.ts';

let hub: TestHub;
let token: string;
let nowMs = Date.UTC(2026, 2, 2, 1);

beforeAll(async () => {
  hub = await startHub({ realNow: () => nowMs });
  token = await hub.signIn('9001');
});
afterAll(() => hub.close());

const signIn = (badge: string, pin: string, newPin?: string) =>
  hub.request('POST', '/api/sessions', {
    body: { badge, pin, ...(newPin === undefined ? {} : { newPin }) },
    language: 'en',
  });
const setPin = (badge: string, body: object) =>
  hub.request('POST', `/api/staff/${badge}/pin`, { token, body });
const of = async (badge: string) => {
  const { body } = await hub.request('GET', '/api/staff', { token });
  const { staff } = body as unknown as { staff: { badge: string }[] };
  return staff.find((each) => each.badge === badge);
};
const written = async (type: string) =>
  (await hub.journal.read(1, 1_000))
    .map(({ body }) => JSON.parse(body) as { type: string; data: object })
    .filter((event) => event.type === type)
    .map(({ data }) => data);

it('[privacy] a new pin ends the old one and its sign-ins; it is told once and written nowhere', async () => {
  const clerk = await hub.signIn('1002');
  const given = await setPin('1002', {});
  expect(given.status).toBe(200);
  const { pin, ended } = given.body as unknown as { pin: string; ended: number };
  expect({ pin: /^\d{6}$/.test(pin), ended }).toEqual({ pin: true, ended: 1 });
  expect(given.headers['cache-control']).toBe('no-store');
  expect((await hub.request('GET', '/api/sessions/current', { token: clerk })).status).toBe(401);
  expect((await signIn('1002', pinOf('1002'))).status).toBe(401);
  expect(await of('1002')).toMatchObject({ pin: 'one-time', signedIn: 0 });
  expect(await written('VaultChanged')).toContainEqual({ change: 'pin-set', badge: '1002' });
  const journal = (await hub.journal.read(1, 1_000)).map(({ body }) => body).join('\n');
  expect(journal).not.toContain(pin);
});

it('a pin that is good once opens nothing until another is chosen with it', async () => {
  await setPin('1003', { pin: 'first-day' });
  nowMs += 60_000;
  expect((await signIn('1003', 'wrong', 'my-own')).body).toMatchObject({ code: 'wrong-pin' });
  const asked = await signIn('1003', 'first-day');
  expect(asked.body).toMatchObject({ status: 401, code: 'pin-to-choose' });
  expect((await signIn('1003', 'first-day', 'first-day')).body.code).toBe('pin-to-choose');
  expect((await signIn('1003', 'first-day', 'abc')).body.fields[0]?.field).toBe('newPin');
  const override = await hub.request('POST', '/api/hall/intake', {
    token: await hub.signIn('1001'),
    body: {
      state: 'closed',
      reason: 'x',
      override: { reason: 'x', badge: '1003', pin: 'first-day' },
    },
  });
  expect(override.status).toBe(403);
  expect((await signIn('1003', 'first-day', 'my-own-pin')).status).toBe(201);
  expect((await signIn('1003', 'first-day', 'other-pin')).status).toBe(401);
  expect((await signIn('1003', 'my-own-pin')).status).toBe(201);
  expect(await of('1003')).toMatchObject({ pin: 'set', signedIn: 2 });
  expect(await written('VaultChanged')).toContainEqual({ change: 'pin-chosen', badge: '1003' });
});

it('a pin that stays is good at once, and newPin beside it changes nothing', async () => {
  expect((await setPin('1004', { pin: 'it-stays', isOneTime: false })).body).toMatchObject({
    pin: null,
  });
  expect((await signIn('1004', 'it-stays', 'something')).status).toBe(201);
  expect((await signIn('1004', 'something')).status).toBe(401);
  expect((await setPin('1004', { pin: '12345' })).status).toBe(400);
});

it('locks are shown and lifted', async () => {
  await setPin('1002', { pin: 'the-right-one', isOneTime: false });
  for (let slip = 0; slip <= limits.failuresFreeCount; slip += 1) await signIn('1002', 'nope');
  expect(await of('1002')).toMatchObject({ lockedSeconds: 1 });
  expect((await signIn('1002', 'the-right-one')).status).toBe(429);
  const lifted = await hub.request('DELETE', '/api/staff/1002/lockout', { token });
  expect(lifted.status).toBe(200);
  expect(await of('1002')).toMatchObject({ lockedSeconds: 0 });
  expect((await signIn('1002', 'the-right-one')).status).toBe(201);
});

it('is for supervisors, and for people of this hall', async () => {
  const clerk = await hub.signIn('1001');
  for (const [method, path] of [
    ['GET', '/api/staff'],
    ['POST', '/api/staff/1001/pin'],
    ['DELETE', '/api/staff/1001/lockout'],
  ] as const) {
    expect((await hub.request(method, path, { token: clerk })).status, path).toBe(403);
  }
  expect((await setPin('7777', {})).status).toBe(404);
  expect((await hub.request('DELETE', '/api/staff/7777/lockout', { token })).status).toBe(404);
});

it('devices are renamed, and forgotten when nobody has seen them for long', async () => {
  const { device } = await hub.device('display', 'old name');
  await hub.request('POST', `/api/devices/${device}/approve`, { token, body: {} });
  const renamed = await hub.request('POST', `/api/devices/${device}/rename`, {
    token,
    body: { name: ' Lobby east ' },
  });
  expect(renamed.body).toMatchObject({ name: 'Lobby east', state: 'approved' });
  const prune = (unseenDays: number) =>
    hub.request('POST', '/api/devices/prune', { token, body: { unseenDays } });
  expect((await prune(3_650)).body).toEqual({ removed: 0 });
  nowMs += 40 * 86_400_000;
  token = (await signIn('9001', pinOf('9001'))).body.token;
  expect((await prune(41)).body).toEqual({ removed: 0 });
  expect((await prune(39)).body).toEqual({ removed: 1 });
  expect(
    (await hub.request('POST', `/api/devices/${device}/revoke`, { token, body: {} })).status,
  ).toBe(404);
  expect(await written('DeviceRevoked')).toContainEqual({ device });
});

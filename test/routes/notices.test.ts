import { afterAll, beforeAll, expect, it } from 'vitest';
import { startHub, type TestHub } from '#test/support/hub.ts';

let hub: TestHub;
let token: string;

beforeAll(async () => {
  hub = await startHub({ at: '2026-03-02T09:00:00+08:00' });
  token = await hub.signIn('9001');
});
afterAll(() => hub.close());

const text = (said: string) => ({ zh: said, en: said });
const post = async (body: object) =>
  (await hub.request('POST', '/api/notices', { token, body })).body.notice;
const all = async () => {
  const { body } = await hub.request('GET', '/api/notices', { token });
  return (
    body as unknown as { notices: { notice: string; text: { en: string }; stands: string }[] }
  ).notices;
};
const onScreens = async () => {
  const { body } = await hub.request('GET', '/api/hall');
  return (body.notices as { text: { en: string } }[]).map((each) => each.text.en);
};

it('[posted-notices] stand from their time to their time, in the order that was given them', async () => {
  const later = await post({
    text: text('later'),
    from: '2026-03-02T10:00:00+08:00',
    until: '2026-03-02T11:00:00+08:00',
  });
  const now = await post({ text: text('now'), until: '2026-03-02T09:30:00+08:00' });
  expect((await all()).map(({ text: { en }, stands }) => [en, stands])).toEqual([
    ['now', 'now'],
    ['later', 'coming'],
  ]);
  expect(await onScreens()).toEqual(['now']);

  hub.clock.moveTo(Date.parse('2026-03-02T10:00:00+08:00'));
  expect(await onScreens()).toEqual(['later']);
  await post({ notice: now, text: text('again'), until: null });
  expect(await onScreens()).toEqual(['again', 'later']);
  const ordered = await hub.request('POST', '/api/notices/order', {
    token,
    body: { notices: [later, now] },
  });
  expect(ordered.status).toBe(200);
  expect(await onScreens()).toEqual(['later', 'again']);

  hub.clock.moveTo(Date.parse('2026-03-02T11:00:00+08:00'));
  expect(await onScreens()).toEqual(['again']);
  expect(await all()).toMatchObject([{ stands: 'over' }, { stands: 'now' }]);
});

it('one that does not stand is neither replaced nor ordered', async () => {
  for (const [path, body] of [
    ['/api/notices', { notice: 'gone', text: text('x') }],
    ['/api/notices/order', { notices: ['gone'] }],
  ] as const) {
    expect((await hub.request('POST', path, { token, body })).status, path).toBe(404);
  }
  const clerk = await hub.signIn('1001');
  expect((await hub.request('GET', '/api/notices', { token: clerk })).status).toBe(403);
});

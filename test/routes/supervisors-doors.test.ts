import { expect, it, onTestFinished } from 'vitest';
import { testConfig } from '#test/support/hall-config.ts';
import { startHub } from '#test/support/hub.ts';

/** What the supervisor's page and the start page ask for beside their views. */

it('a ticket is found by the number on its slip', async () => {
  const hub = await startHub();
  onTestFinished(() => hub.close());
  const token = await hub.signIn('9001');
  const kiosk = await hub.device('kiosk');
  const issued = [];
  for (let round = 0; round < 3; round += 1) {
    const answer = await hub.request('POST', '/api/tickets', {
      token: kiosk.token,
      body: { service: 'payment' },
    });
    expect(answer.status).toBe(201);
    issued.push({ id: answer.body.id, number: answer.body.number });
  }
  const [, wanted] = issued;
  const found = await hub.request('GET', `/api/tickets?number=${wanted?.number ?? ''}`, { token });
  expect(found.body.tickets.map(({ id }) => id)).toEqual([wanted?.id]);
  expect(found.body.next).toBeNull();
  const none = await hub.request('GET', '/api/tickets?number=Z999', { token });
  expect(none.body.tickets).toEqual([]);
  expect((await hub.request('GET', '/api/tickets?number=', { token })).status).toBe(400);
});

it('a training hall names its newest ticket by its page', async () => {
  const hub = await startHub({ config: { ...testConfig, training: true } });
  onTestFinished(() => hub.close());
  const newest = async (): Promise<unknown> =>
    (JSON.parse((await hub.request('GET', '/api/training')).text) as { newestTicket: unknown })
      .newestTicket;
  expect(await newest()).toBeNull();
  const { token } = await hub.device('kiosk');
  const { body } = await hub.request('POST', '/api/tickets', {
    token,
    body: { service: 'payment' },
  });
  expect(await newest()).toEqual({ number: body.number, url: `/t/${body.id}` });
});

it('an alert is seen by a supervisor who takes care of it, and given back', async () => {
  const hub = await startHub();
  onTestFinished(() => hub.close());
  const token = await hub.signIn('9001');
  const screen = await hub.device('display');
  const alerts = () => hub.hall.views.view('supervisor', {})?.alerts ?? [];
  const say = (body: object, as = token) => hub.request('POST', '/api/alerts', { token: as, body });
  const [first] = alerts();
  expect(first?.acknowledged).toBeNull();
  const alert = first?.id ?? '';

  expect((await say({ alert, state: 'seen' })).status).toBe(200);
  const seen = alerts().find(({ id }) => id === alert);
  expect(seen?.acknowledged).toMatchObject({ name: '王芳' });
  expect((await say({ alert, state: 'open' })).status).toBe(200);
  expect(alerts().find(({ id }) => id === alert)?.acknowledged).toBeNull();

  expect((await say({ alert: 'promise-broken:nothing', state: 'seen' })).status).toBe(404);
  expect((await say({ alert, state: 'gone' })).status).toBe(400);
  expect((await say({ alert: '', state: 'seen' })).status).toBe(400);
  expect((await say({ alert, state: 'seen' }, screen.token)).status).toBe(403);
  const clerk = await hub.signIn('1001');
  expect((await say({ alert, state: 'seen' }, clerk)).status).toBe(403);
  expect(
    (await hub.request('POST', '/api/alerts', { body: { alert, state: 'seen' } })).status,
  ).toBe(401);
});

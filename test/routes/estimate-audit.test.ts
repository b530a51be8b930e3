import { expect, it, onTestFinished } from 'vitest';
import type { EstimateAudit } from '#protocol/estimate-audit.ts';
import { startHub } from '#test/support/hub.ts';

it('[honest-statistics] compares what tickets were told with their waits, for supervisors', async () => {
  const hub = await startHub({ at: '2026-03-02T09:00:00+08:00' });
  onTestFinished(() => hub.close());
  const supervisor = await hub.signIn('9001');
  const read = async (query = '', token = supervisor) =>
    hub.request('GET', `/api/reports/estimates${query}`, { token });
  const audit = async () => (await read()).body as unknown as EstimateAudit;
  expect(await audit()).toMatchObject({ week: { told: 0, coverage90: null }, warnings: [] });

  const kiosk = await hub.device('kiosk');
  const issue = async () =>
    hub.request('POST', '/api/tickets', { token: kiosk.token, body: { service: 'payment' } });
  // Nobody serves yet: this one is told that it is not known.
  const unknown = await issue();
  expect(JSON.parse(unknown.text)).toHaveProperty('estimate', null);
  const clerk = await hub.signIn('1001');
  const at = async (act: string) => {
    const answer = await hub.request('POST', `/api/counters/1/${act}`, {
      token: clerk,
      body: {},
    });
    expect(answer.status).toBe(200);
  };
  await at('open');
  expect(JSON.parse((await issue()).text)).toHaveProperty('estimate.p90Seconds');
  await at('call');
  await at('start');
  hub.clock.moveTo(hub.clock.now() + 120_000);
  await at('finish');
  await at('call');

  const told = await audit();
  expect(told.byDay).toMatchObject([
    { date: '2026-03-02', told: 1, untold: 1, meanWaitSeconds: 120 },
  ]);
  expect(told.byDay[0]?.byService).toMatchObject([{ service: 'payment', told: 1 }]);
  expect(told.week).toMatchObject({ days: 1, told: 1 });

  expect((await read('?days=0')).status).toBe(400);
  expect((await read('?days=1000')).status).toBe(400);
  expect((await read('', clerk)).status).toBe(403);
  expect((await hub.request('GET', '/api/reports/estimates')).status).toBe(401);
});

import type { TObject } from '@sinclair/typebox';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { commandAnswers } from '#protocol/answers.ts';
import { commandDoors } from '#protocol/doors/doors.ts';
import { validator } from '#protocol/validator.ts';
import { startHub, type TestHub } from '#test/support/hub.ts';

let hub: TestHub;

beforeAll(async () => {
  hub = await startHub();
});

afterAll(() => hub.close());

it('[privacy] who takes a number is told of the ticket, and nothing else that the journal keeps', async () => {
  const { token } = await hub.device('kiosk');
  const answer: { readonly body: object } = await hub.request('POST', '/api/tickets', {
    token,
    body: { service: 'payment', need: 'wheelchair' },
  });
  const told = Object.keys(answer.body).sort();
  const { properties } = commandAnswers.issued as TObject;
  expect(told).toEqual(Object.keys(properties).sort());
});

/** Command doors are written out as they are (routes/commands.ts): so they are held to the schema here. */
it('what command doors answer is what their schemas publish', async () => {
  const kiosk = (await hub.device('kiosk')).token;
  const clerk = await hub.signIn('1001');
  const supervisor = await hub.signIn('9001');
  const seen = new Set<string>();
  const ask = async (name: string, path: string, token: string, body: object = {}) => {
    const answer = await hub.request('POST', path, { token, body });
    const door = commandDoors.find((each) => each.name === name)!;
    expect(answer.status, name).toBe(door.status);
    expect(validator(commandAnswers[door.answer])(answer.body), name).toEqual([]);
    seen.add(door.answer);
    return answer.body;
  };
  await ask('issue-ticket', '/api/tickets', kiosk, { service: 'payment' });
  const second = await ask('issue-ticket', '/api/tickets', kiosk, { service: 'payment' });
  await ask('open', '/api/counters/1/open', clerk);
  await ask('call', '/api/counters/1/call', clerk);
  await ask('start', '/api/counters/1/start', clerk);
  await ask('finish', '/api/counters/1/finish', clerk);
  await ask('cancel-ticket', `/api/tickets/${second.id}/cancel`, supervisor);
  await ask('call', '/api/counters/1/call', clerk);
  await ask('set-intake', '/api/hall/intake', supervisor, {
    state: 'closed',
    reason: 'full',
    override: { reason: 'test' },
  });
  await ask('post-notice', '/api/notices', supervisor, { text: { zh: '今日', en: 'Today' } });
  expect([...seen].sort()).toEqual(['call', 'counter', 'hall', 'issued', 'notice', 'ticket']);
});

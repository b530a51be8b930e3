import { afterEach, describe, expect, it } from 'vitest';
import type { HallEvent } from '#core/events.ts';
import { testConfig } from '#test/support/hall-config.ts';
import { startHub, type TestHub } from '#test/support/hub.ts';

let hub: TestHub;
afterEach(() => hub.close());

const clock = (body: unknown) => hub.request('POST', '/api/clock', { body });

async function eventsOf(type: string): Promise<HallEvent[]> {
  const records = await hub.journal.read(1, 10_000);
  return records
    .map(({ body }) => JSON.parse(body) as HallEvent)
    .filter((each) => each.type === type);
}

describe('POST /api/clock', () => {
  it('[closing-reminder] stops at every instant at which something falls due', async () => {
    hub = await startHub({ at: '2026-03-02T08:00:00+08:00' });
    const answer = await clock({ to: '2026-03-02T19:00:00+08:00' });
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      revision: hub.hall.dispatch.state().seq,
      now: '2026-03-02T11:00:00.000Z',
      clockSpeed: 0,
    });
    const at = async (type: string) =>
      (await eventsOf(type)).map(({ atMs }) => new Date(atMs).toISOString());
    expect(await at('HallOpened')).toEqual(['2026-03-02T00:30:00.000Z']);
    expect(await at('ClosingReminded')).toEqual(['2026-03-02T10:15:00.000Z']);
    expect(await at('IntakeClosed')).toEqual(['2026-03-02T10:30:00.000Z']);
    expect(await at('HallClosed')).toEqual(['2026-03-02T10:30:00.000Z']);
  });

  it('passes several days in one go', async () => {
    hub = await startHub();
    await clock({ advanceSeconds: 3 * 86_400 });
    const opened = (await eventsOf('HallOpened')).map(({ day }) => day);
    expect(opened).toEqual(['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05']);
    expect((await eventsOf('HallClosed')).map(({ day }) => day)).toEqual(opened.slice(0, 3));
  });

  it('two at once go one after the other', async () => {
    hub = await startHub();
    const answers = await Promise.all([
      clock({ advanceSeconds: 60 }),
      clock({ advanceSeconds: 60 }),
      clock({ advanceSeconds: 0 }),
    ]);
    expect(answers.map(({ body }) => body.now)).toEqual([
      '2026-03-02T01:01:00.000Z',
      '2026-03-02T01:02:00.000Z',
      '2026-03-02T01:02:00.000Z',
    ]);
  });

  it('names what is to be chosen when nothing was given, or too much', async () => {
    hub = await startHub();
    const fieldsOf = async (body: unknown) => {
      const refused = await clock(body);
      expect(refused.status).toBe(400);
      return refused.body.fields.map(({ field, message }) => `${field}: ${message}`);
    };
    const all = 'advanceSeconds, to, speed';
    expect(await fieldsOf({})).toEqual(
      all.split(', ').map((field) => `${field}: ${all} 中至少给一个`),
    );
    const to = '2026-03-02T12:00:00+08:00';
    expect(await fieldsOf({ advanceSeconds: 60, to })).toEqual([
      'advanceSeconds: advanceSeconds, to 中只给一个',
      'to: advanceSeconds, to 中只给一个',
    ]);
    expect(await fieldsOf({ advanceSeconds: '60' })).toEqual(['advanceSeconds: 应为数字']);
  });

  it('[serve-everyone-queued] past closing time who is late hears when numbers start again', async () => {
    hub = await startHub();
    const { token } = await hub.device('kiosk');
    const body = { service: 'payment' };
    const take = () => hub.request('POST', '/api/tickets', { token, body, language: 'en' });
    expect((await take()).status).toBe(201);
    await clock({ to: '2026-03-02T18:31:00+08:00' });
    const late = (await take()).body;
    expect(late).toMatchObject({ rule: 'intake-closed', by: { state: 'serving-out' } });
    expect(late.detail).toContain('They start again tomorrow');
  });

  it('sets the pace', async () => {
    hub = await startHub();
    expect((await clock({ speed: 60 })).body.clockSpeed).toBe(60);
    expect((await clock({ speed: 0 })).body.clockSpeed).toBe(0);
    expect((await hub.request('GET', '/api/training')).body.clockSpeed).toBe(0);
  });

  it('does not go backwards, too far or nowhere', async () => {
    hub = await startHub();
    for (const [body, field] of [
      [{ to: '2026-03-02T08:59:59+08:00' }, 'to'],
      [{ advanceSeconds: -1 }, 'advanceSeconds'],
      [{ advanceSeconds: 1e9 }, 'advanceSeconds'],
      [{ to: '2026-03-02 10:00' }, 'to'],
      [{ speed: -1 }, 'speed'],
    ] as const) {
      const answer = await clock(body);
      expect(answer.body).toMatchObject({ status: 400, fields: [{ field }] });
    }
    expect((await clock({})).status).toBe(400);
    expect((await clock({ to: '2026-03-02T10:00:00+08:00', advanceSeconds: 1 })).status).toBe(400);
    expect(hub.clock.now()).toBe(Date.parse('2026-03-02T09:00:00+08:00'));
  });

  it('is refused in a working hall, which shows no sign-ins either', async () => {
    hub = await startHub({ config: { ...testConfig, training: false } });
    expect((await clock({ advanceSeconds: 1 })).body).toMatchObject({
      status: 403,
      code: 'forbidden',
    });
    expect((await hub.request('GET', '/api/training')).status).toBe(404);
    const simulate = { state: 'running' };
    const answer = await hub.request('POST', '/api/training/simulation', { body: simulate });
    expect(answer.status).toBe(403);
  });
});

describe('GET /api/training', () => {
  it('shows sign-ins, clock and simulation', async () => {
    hub = await startHub();
    const { body } = await hub.request('GET', '/api/training');
    expect(body).toMatchObject({
      now: '2026-03-02T01:00:00.000Z',
      clockSpeed: 0,
      simulation: null,
    });
    expect(body.signIns).toContainEqual({
      badge: '9001',
      name: '王芳',
      role: 'supervisor',
      pin: '99001',
    });
    const [{ badge, pin }] = body.signIns as { badge: string; pin: string }[] as [
      { badge: string; pin: string },
    ];
    expect((await hub.request('POST', '/api/sessions', { body: { badge, pin } })).status).toBe(201);
  });
});

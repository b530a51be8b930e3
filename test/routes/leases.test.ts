import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HandedIn, LeaseView } from '#protocol/lease.ts';
import { startHub, type TestHub } from '#test/support/hub.ts';

let hub: TestHub;
let kiosk: string;

beforeAll(async () => {
  hub = await startHub();
  hub.clock.moveTo(Date.parse('2026-03-02T09:00:00+08:00'));
  await hub.hall.dispatch.settle();
  kiosk = (await hub.device('kiosk')).token;
});

afterAll(() => hub.close());

async function leaseOf(token: string): Promise<LeaseView> {
  const { status, body } = await hub.request('POST', '/api/tickets/lease', { token, body: {} });
  expect(status).toBe(200);
  return (body as unknown as { lease: LeaseView }).lease;
}

function handIn(token: string, { lease, day, proof }: LeaseView, change: object = {}) {
  const givenAt = '2026-03-02T00:59:00.000Z';
  const body = { lease, day, proof, prefix: 'A', no: 801, service: 'payment', givenAt, ...change };
  return hub.request('POST', '/api/tickets/hand-in', { token, body });
}

describe('a kiosk at the hub’s doors', () => {
  it('[leased-number] gets signed numbers, hands one in, and is told the same again', async () => {
    const lease = await leaseOf(kiosk);
    expect(lease).toMatchObject({ day: '2026-03-02', until: '2026-03-02T10:30:00.000Z' });
    expect(lease.blocks[0]).toEqual({ prefix: 'A', from: 801, to: 820, next: 801 });
    expect(lease.services).toContainEqual({ id: 'payment', prefix: 'A' });
    const first = await handIn(kiosk, lease);
    expect(first.status).toBe(200);
    const told = first.body as unknown as HandedIn;
    expect(told).toMatchObject({ ticket: { number: 'A801', state: 'waiting' }, refused: null });
    const { body: again } = await handIn(kiosk, lease);
    expect((again as unknown as HandedIn).ticket?.id).toBe(told.ticket?.id);
    expect(hub.hall.dispatch.state().waitingCount).toBe(1);
    expect((await leaseOf(kiosk)).blocks[0]?.next).toBe(802);
  });

  it('[leased-number] cannot make numbers up: another signature, kiosk, day or lease', async () => {
    const lease = await leaseOf(kiosk);
    const stranger = (await hub.device('kiosk')).token;
    const forged = [
      handIn(kiosk, lease, { no: 802, proof: 'x'.repeat(43) }),
      handIn(kiosk, lease, { no: 802, proof: `${lease.proof}A` }),
      handIn(kiosk, lease, { no: 802, day: '2026-03-01' }),
      handIn(kiosk, lease, { no: 802, lease: `${lease.lease}1` }),
      handIn(kiosk, lease, { no: 900 }),
      handIn(stranger, lease, { no: 802 }),
      handIn(kiosk, lease, { no: 802, genuine: true, proof: 'x' }),
    ];
    const answers = await Promise.all(forged);
    expect(answers.map(({ status }) => status)).toEqual([409, 409, 409, 409, 409, 409, 400]);
    expect(answers[0]?.body).toMatchObject({ code: 'refused', rule: 'leased-number' });
    expect(hub.hall.dispatch.state().waitingCount).toBe(1);
  });

  it('[leased-number] is for approved kiosks; staff see what came in and what could not', async () => {
    const supervisor = await hub.signIn('9001');
    const asStaff = await hub.request('POST', '/api/tickets/lease', {
      token: supervisor,
      body: {},
    });
    expect(asStaff.status).toBe(403);
    const lease = await leaseOf(kiosk);
    const { body } = await handIn(kiosk, lease, { no: 802, service: 'pets' });
    expect(body).toMatchObject({ ticket: null, refused: { why: 'service-gone' } });
    const alerts = hub.hall.views.view('supervisor', {})?.alerts ?? [];
    const kinds = alerts.map(({ kind }) => kind);
    expect(kinds).toContain('handed-in');
    expect(kinds).toContain('hand-in-refused');
    expect(alerts.find(({ kind }) => kind === 'hand-in-refused')?.title.zh).toContain('A802');
  });
});

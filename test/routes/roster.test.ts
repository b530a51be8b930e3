import { afterEach, describe, expect, it } from 'vitest';
import type { MyRosterView, RosterView } from '#protocol/roster-view.ts';
import { pinOf, startHub, type TestHub } from '#test/support/hub.ts';

let hub: TestHub;

const rosterIn = ({ body }: { readonly body: object }) => body as RosterView;

afterEach(() => hub.close());

async function begin() {
  hub = await startHub();
  const tokens = new Map<string, string>();
  return async (badge: string, path: string, body?: object) => {
    if (!tokens.has(badge)) {
      const session = { badge, pin: pinOf(badge) };
      const signed = await hub.request('POST', '/api/sessions', { body: session });
      tokens.set(badge, signed.body.token);
    }
    const token = tokens.get(badge) ?? '';
    return hub.request(body === undefined ? 'GET' : 'POST', `/api/roster${path}`, {
      token,
      ...(body === undefined ? {} : { body }),
    });
  };
}

const shifts = (...cells: readonly (readonly [string, string, string])[]) => ({
  changes: cells.map(([day, badge, kind]) => ({ day, badge, kind })),
});

describe('the roster by HTTP', () => {
  it('[swap-limits] is planned, published, swapped and approved through the doors', async () => {
    const at = await begin();
    const plan = shifts(['2026-03-10', '1001', 'early'], ['2026-03-12', '1002', 'late']);
    expect((await at('1001', '/shifts', plan)).status).toBe(403);
    expect((await at('9001', '/shifts', plan)).status).toBe(200);
    const span = { from: '2026-03-09', to: '2026-03-15' };
    expect((await at('9001', '/publish', span)).status).toBe(200);
    const mine = await at('1001', '/mine?from=2026-03-09&days=7');
    expect((mine.body as unknown as MyRosterView).days[1]?.shift).toMatchObject({
      kind: 'early',
      from: '08:30',
      to: '13:30',
    });
    expect((await at('1001', '?from=2026-03-09')).status).toBe(403);

    const ask = {
      with: '1002',
      day: '2026-03-10',
      returnDay: '2026-03-12',
      note: 'call 13912345678',
    };
    const asked = await at('1001', '/swaps', ask);
    expect(asked.status).toBe(201);
    const path = `/swaps/${asked.body.id}`;
    const early = await at('9001', `${path}/approve`, {});
    expect(early.status).toBe(409);
    expect(early.body).toMatchObject({
      rule: 'swap-limits',
      by: { badge: '1002', day: '2026-03-10', state: 'swap-agree' },
      overridable: false,
    });
    expect((await at('1002', `${path}/agree`, {})).status).toBe(200);
    expect((await at('1002', `${path}/approve`, {})).status).toBe(403);
    expect((await at('9001', `${path}/approve`, {})).status).toBe(200);
    const seen = await at('9001', '?from=2026-03-09&days=7');
    expect(rosterIn(seen).swaps[0]).toMatchObject({ state: 'approved', note: 'call 139****5678' });
    expect(rosterIn(seen).people[0]?.cells[3]?.published).toMatchObject({
      kind: 'late',
      swapped: true,
    });
    expect((await at('1001', '/swaps/none/withdraw', {})).status).toBe(404);
  });

  it('[swap-limits] knows the holidays of the state: no swap on Labour Day', async () => {
    const at = await begin();
    await at(
      '9001',
      '/shifts',
      shifts(['2026-05-01', '1001', 'early'], ['2026-04-29', '1002', 'late']),
    );
    await at('9001', '/publish', { from: '2026-04-29', to: '2026-05-01' });
    const ask = { with: '1002', day: '2026-05-01', returnDay: '2026-04-29', note: 'trip' };
    const refused = await at('1001', '/swaps', ask);
    expect(refused.body).toMatchObject({ by: { day: '2026-05-01', state: 'swap-holiday' } });
    expect(refused.body.detail).toContain('5 月 1 日');
    const seen = await at('9001', '?from=2026-05-01&days=1');
    expect(rosterIn(seen).days[0]?.holiday?.en).toContain('Labour');
  });

  it('reads a month that is over from the journal, and refuses what is no date', async () => {
    const at = await begin();
    await at('9001', '/shifts', shifts(['2026-03-10', '1001', 'early']));
    await at('9001', '/publish', { from: '2026-03-10', to: '2026-03-10' });
    for (const day of ['2026-03-11T01:00:00Z', '2026-05-20T01:00:00Z']) {
      await hub.request('POST', '/api/clock', { body: { to: day } });
      const session = { badge: '9001', pin: pinOf('9001') };
      await hub.request('POST', '/api/sessions', { body: session });
    }
    const fresh = await hub.request('POST', '/api/sessions', {
      body: { badge: '9001', pin: pinOf('9001') },
    });
    const token = fresh.body.token;
    const seen = await hub.request('GET', '/api/roster?from=2026-03-09&days=7', { token });
    expect(rosterIn(seen).today).toBe('2026-05-20');
    expect(rosterIn(seen).people[0]?.cells[1]?.published).toMatchObject({ kind: 'early' });
    const wrong = await hub.request('GET', '/api/roster?from=2026-02-31', { token });
    expect(wrong.status).toBe(400);
  });
});

import type { TestHub } from '#test/support/hub.ts';

/** Whose token asks; `kiosk` is the device. */
type Who = 'clerk' | 'supervisor' | 'kiosk';

/**
 * A hall in which something is under way: tickets wait, one is served, a notice hangs; a matter is
 * open, a meeting recorded, shifts are published, swaps and leave are asked for.
 */
export async function dress(
  hub: TestHub,
  tokenOf: (who: Who) => Promise<string | null>,
): Promise<void> {
  async function post(path: string, body: object, who: Who): Promise<void> {
    const token = await tokenOf(who);
    const answer = await hub.request('POST', path, {
      body,
      ...(token === null ? {} : { token }),
    });
    if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
  }
  for (let index = 0; index < 8; index += 1) {
    const service = index % 2 === 0 ? 'payment' : 'enquiry';
    await post('/api/tickets', { service }, 'kiosk');
  }
  await post('/api/counters/1/open', {}, 'clerk');
  await post('/api/counters/1/call', {}, 'clerk');
  await post('/api/notices', { text: { zh: '今天人多', en: 'A busy day' } }, 'supervisor');
  await post('/api/follow-ups', { text: 'the form is sent on' }, 'clerk');
  const meeting = { attended: ['1001', '1002'], points: ['keep the queue moving'] };
  await post('/api/meetings', meeting, 'supervisor');
  const changes = [
    // Begun and nobody there: empty seats.
    ...['1002', '1003', '1004', '9001'].map((badge) => ({
      day: '2026-03-02',
      badge,
      kind: 'early',
    })),
    { day: '2026-03-10', badge: '1001', kind: 'early' },
    { day: '2026-03-12', badge: '1002', kind: 'late' },
  ];
  await post('/api/roster/shifts', { changes }, 'supervisor');
  await post('/api/roster/publish', { from: '2026-03-02', to: '2026-03-15' }, 'supervisor');
  const swap = { with: '1002', day: '2026-03-10', returnDay: '2026-03-12', note: 'a feast' };
  await post('/api/roster/swaps', swap, 'clerk');
  const leave = { from: '2026-03-16', to: '2026-03-17', note: 'moving house' };
  await post('/api/roster/leave', leave, 'clerk');
  await hub.hall.dispatch.settle();
}

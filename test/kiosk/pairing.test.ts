import { describe, expect, it } from 'vitest';
import { createPairing, pairingTiming } from '#kiosk/pairing.ts';
import type { PairedDevice } from '#ui/hub/device.ts';

const device: PairedDevice = { device: 'd1', token: 't1', state: 'pending', code: '135452' };

function given(answers: (PairedDevice | null)[]) {
  const told: string[] = [];
  const later: { run: () => void; ms: number }[] = [];
  const pairing = createPairing({
    hub: { signIn: (token) => void told.push(`sign in ${token ?? ''}`) },
    name: 'door',
    changed: () => void told.push(pairing.get().kind),
    reload: () => void told.push('reload'),
    pair: async () => answers.shift() ?? null,
    unpair: () => void told.push('unpair'),
    after: (run, ms) => later.push({ run, ms }),
    nowMs: () => 5_000,
  });
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  return { pairing, told, later, settle };
}

describe('pairing', () => {
  it('signs in with its token, waits for approval with its code, then starts by itself', async () => {
    const { pairing, told } = given([device]);
    await pairing.start();
    expect(told).toEqual(['starting', 'sign in t1']);
    pairing.refused({ code: 'forbidden' });
    expect(pairing.get()).toEqual({ kind: 'pending', code: '135452' });
    pairing.admitted();
    expect(pairing.get()).toEqual({ kind: 'paired' });
    expect(pairing.token()).toBe('t1');
  });

  it('tries again while the hub is out of reach, and keeps since when', async () => {
    const { pairing, later, settle } = given([null, null, device]);
    await pairing.start();
    expect(pairing.get()).toEqual({ kind: 'unreached', sinceMs: 5_000 });
    expect(later[0]?.ms).toBe(pairingTiming.retryMs);
    later[0]?.run();
    await settle();
    later[1]?.run();
    await settle();
    expect(pairing.get()).toEqual({ kind: 'starting' });
    expect(later).toHaveLength(2);
  });

  it('what a passer-by is refused is no verdict on a device that is not paired yet', () => {
    const { pairing } = given([]);
    pairing.refused({ code: 'forbidden' });
    pairing.refused({ code: 'not-signed-in' });
    expect(pairing.get()).toEqual({ kind: 'starting' });
  });

  it('a revoked kiosk says so and asks anew only when a supervisor wants it', async () => {
    const again = { ...device, token: 't2', code: '777777' };
    const { pairing, told, settle } = given([device, again]);
    await pairing.start();
    pairing.ended({ code: 'revoked', retry: false });
    expect(pairing.get()).toEqual({ kind: 'revoked' });
    pairing.again();
    await settle();
    expect(told).toContain('unpair');
    expect(told.at(-1)).toBe('sign in t2');
  });

  it('a hub that does not know the device gets a new one, without anybody’s help', async () => {
    const { pairing, told, later, settle } = given([device, { ...device, token: 't2' }]);
    await pairing.start();
    pairing.ended({ code: 'expired', retry: false });
    expect(told).toContain('unpair');
    expect(pairing.token()).toBeNull();
    later[0]?.run();
    await settle();
    expect(told.at(-1)).toBe('sign in t2');
  });

  it('a hub of another version makes the page open anew', async () => {
    const { pairing, told, later } = given([device]);
    await pairing.start();
    pairing.ended({ code: 'protocol', retry: false });
    expect(pairing.get()).toEqual({ kind: 'ended' });
    later[0]?.run();
    expect(told.at(-1)).toBe('reload');
  });

  it('a hub that only stops changes nothing', async () => {
    const { pairing, later } = given([device]);
    await pairing.start();
    pairing.admitted();
    for (const code of ['stopping', 'replaced', 'too-slow'] as const)
      pairing.ended({ code, retry: true });
    pairing.ended(null);
    expect(pairing.get()).toEqual({ kind: 'paired' });
    expect(later).toEqual([]);
  });
});

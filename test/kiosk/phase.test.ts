import { describe, expect, it } from 'vitest';
import { awayAfterMs, openingMs, phaseOf, type PhaseFacts } from '#kiosk/phase.ts';
import { kioskView, quotaReached, service } from './sample-view.ts';

const well: PhaseFacts = {
  view: kioskView,
  live: true,
  pairing: { kind: 'paired' },
  connection: { state: 'live', sinceMs: 0 },
  nowMs: 100_000,
  openedMs: 0,
};
const shut = (rule: 'outside-hours' | 'intake-closed') =>
  service('x', { available: false, reason: { rule, text: { zh: '', en: '' }, until: null } });

describe('what the kiosk can do', () => {
  it('takes numbers when the hub is there', () => {
    expect(phaseOf(well)).toEqual({ kind: 'ready' });
  });

  it('a restart of the hub is nobody’s business for two seconds, then staff help', () => {
    const since = (sinceMs: number): PhaseFacts => ({
      ...well,
      live: false,
      connection: { state: 'offline', sinceMs },
    });
    expect(phaseOf(since(100_000 - awayAfterMs))).toEqual({ kind: 'ready' });
    const sinceMs = 100_000 - awayAfterMs - 1;
    expect(phaseOf(since(sinceMs))).toEqual({ kind: 'away', sinceMs });
  });

  it('says that it connects before anything is known', () => {
    const starting: PhaseFacts = {
      ...well,
      view: null,
      live: false,
      pairing: { kind: 'starting' },
      connection: { state: 'connecting', sinceMs: 99_000 },
    };
    expect(phaseOf(starting)).toEqual({ kind: 'connecting' });
    const unreached = { ...starting, pairing: { kind: 'unreached', sinceMs: 90_000 } as const };
    expect(phaseOf(unreached)).toEqual({ kind: 'away', sinceMs: 90_000 });
  });

  it('says nothing for a moment after the page was opened, unless there is something to say', () => {
    const opened = (openedMs: number): PhaseFacts => ({
      ...well,
      view: null,
      live: false,
      pairing: { kind: 'starting' },
      connection: { state: 'connecting', sinceMs: 99_500 },
      openedMs,
    });
    expect(phaseOf(opened(100_000 - openingMs + 1))).toEqual({ kind: 'opening' });
    expect(phaseOf(opened(100_000 - openingMs))).toEqual({ kind: 'connecting' });
    const fresh = opened(100_000);
    const pending = { kind: 'pending', code: '1' } as const;
    expect(phaseOf({ ...fresh, pairing: pending })).toEqual(pending);
    expect(phaseOf({ ...fresh, view: kioskView })).toEqual({ kind: 'ready' });
  });

  it('pairing goes before everything else', () => {
    const pending = { ...well, pairing: { kind: 'pending', code: '135452' } as const };
    expect(phaseOf(pending)).toEqual({ kind: 'pending', code: '135452' });
    expect(phaseOf({ ...well, pairing: { kind: 'revoked' } })).toEqual({ kind: 'revoked' });
    expect(phaseOf({ ...well, pairing: { kind: 'ended' } })).toEqual({ kind: 'ended' });
  });

  it('rests where one reason of the hall holds for every service, and only there', () => {
    const with_ = (services: PhaseFacts['view']) => phaseOf({ ...well, view: services }).kind;
    expect(with_({ services: [shut('outside-hours'), shut('outside-hours')] })).toBe('resting');
    expect(with_({ services: [shut('intake-closed'), shut('intake-closed')] })).toBe('resting');
    expect(with_({ services: [] })).toBe('resting');
    expect(with_({ services: [shut('intake-closed'), service('open')] })).toBe('ready');
    // Each has its own reason to tell.
    expect(with_({ services: [service('a', quotaReached)] })).toBe('ready');
  });
});

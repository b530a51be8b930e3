import { describe, expect, it } from 'vitest';
import {
  alertSubject,
  countCounters,
  litAlert,
  ticketNumberFrom,
} from '#counter/supervisor/hall-model.ts';
import { instantToday } from '#counter/supervisor/time-today.ts';

describe('the supervisor’s page', () => {
  it('counts counters by what they do for those who wait', () => {
    const states = [
      'idle',
      'calling',
      'serving',
      'paused',
      'absent',
      'handover',
      'closed',
    ] as const;
    expect(countCounters(states.map((state) => ({ state })))).toEqual({
      open: 3,
      paused: 1,
      absent: 1,
      handover: 1,
    });
  });

  it('knows what an alert is about', () => {
    const about = (id: string, kind: Parameters<typeof alertSubject>[0]['kind']) =>
      alertSubject({ id, kind });
    expect(about('promise-broken:new:line', 'promise-broken')).toEqual({
      kind: 'service',
      service: 'new:line',
    });
    expect(about('absence-long:6', 'absence-long')).toEqual({ kind: 'counter', counter: '6' });
    expect(about('device-pending:d1', 'device-pending')).toEqual({ kind: 'device', device: 'd1' });
    expect(about('storage:hub', 'storage')).toBeNull();
  });

  it('lights one act: the first that the worst alert offers', () => {
    const act = { command: 'move-ticket', args: {}, label: { zh: '', en: 'move' } };
    const alerts = [
      { id: 'a', kind: 'absence-long', acts: [] },
      { id: 'b', kind: 'promise-broken', acts: [act] },
      { id: 'c', kind: 'promise-near', acts: [act] },
    ] as const;
    expect(litAlert(alerts)).toBe('b');
    expect(litAlert(alerts.slice(0, 1))).toBeNull();
    expect(litAlert([{ id: 'd', kind: 'device-pending', acts: [] }])).toBe('d');
  });

  it('reads a number as people type it', () => {
    expect(ticketNumberFrom(' a028 ')).toBe('A028');
    expect(ticketNumberFrom('A-028')).toBe('A028');
    expect(ticketNumberFrom('28')).toBe('28');
    expect(ticketNumberFrom('A028/../')).toBeNull();
    expect(ticketNumberFrom('')).toBeNull();
  });
});

describe('a time of today', () => {
  const now = Date.parse('2026-03-02T10:24:31+08:00');

  it('is an instant of the hall’s own day and zone', () => {
    expect(instantToday('10:40', now, 'Asia/Shanghai')).toBe('2026-03-02T02:40:00.000Z');
    expect(instantToday('00:05', now, 'Asia/Shanghai')).toBe('2026-03-01T16:05:00.000Z');
    expect(instantToday('23:59', now, 'America/New_York')).toBe('2026-03-02T04:59:00.000Z');
    expect(instantToday('24:00', now, 'Asia/Shanghai')).toBeNull();
    expect(instantToday('', now, 'Asia/Shanghai')).toBeNull();
  });

  it('follows the clocks over a change of the hour', () => {
    const before = Date.parse('2026-03-29T01:30:00+01:00');
    expect(instantToday('15:00', before, 'Europe/Paris')).toBe('2026-03-29T13:00:00.000Z');
    expect(instantToday('02:30', before, 'Europe/Paris')).toBeNull();
    const back = Date.parse('2026-10-25T01:30:00+02:00');
    expect(instantToday('15:00', back, 'Europe/Paris')).toBe('2026-10-25T14:00:00.000Z');
  });
});

import { describe, expect, it } from 'vitest';
import type { HallConfig } from '#core/hall-config.ts';
import { shownHall } from '#server/what-if/shown-hall.ts';
import { testConfig } from '#test/support/hall-config.ts';

const night = Date.parse('2026-03-02T23:00:00+08:00');
const evening = Date.parse('2026-03-02T19:00:00+08:00');
const base = 'http://hall.local';
const shown = (
  asked: Partial<Parameters<typeof shownHall>[2]> = {},
  config: HallConfig = testConfig,
  nowMs = night,
) => shownHall(config, nowMs, { moment: 'open', ...asked }, base);

describe('a hall as its customers would see it', () => {
  it('gives numbers on its next day, with some people in it', () => {
    const { day, opens, kiosk, lobby, slip, taken } = shown();
    expect({ day, opens, taken }).toEqual({ day: '2026-03-02', opens: true, taken: null });
    expect(kiosk.hall.state).toBe('open');
    expect(kiosk.services.map(({ available }) => available)).toEqual([true, true]);
    expect(kiosk.services.every(({ waiting }) => waiting > 0)).toBe(true);
    expect(lobby.calls.length).toBeGreaterThan(0);
    expect(lobby.counters.map(({ state }) => state)).toContain('serving');
    expect(lobby.counters.map(({ state }) => state)).toContain('closed');
    expect(slip?.service).toEqual(testConfig.services[0]?.name);
    expect(slip?.address?.startsWith(`${base}/t/`)).toBe(true);
  });

  it('has its own names, notices and classes', () => {
    const config: HallConfig = {
      ...testConfig,
      hall: { ...testConfig.hall, name: { zh: '新厅', en: 'New Hall' }, languages: ['en'] },
      classes: testConfig.classes.slice(0, 1),
      notices: [{ id: 'n', text: { zh: '请带证件。', en: 'Bring your papers.' } }],
    };
    const { kiosk, lobby, slip } = shown({}, config);
    expect(kiosk.hall.name.en).toBe('New Hall');
    expect(kiosk.languages).toEqual(['en']);
    expect(kiosk.classes.map(({ id }) => id)).toEqual(['ordinary']);
    expect(lobby.notices.map(({ text }) => text.en)).toEqual(['Bring your papers.']);
    expect(slip?.notices.map(({ en }) => en)).toEqual(['Bring your papers.']);
  });

  it('[closing-reminder] tells before closing that numbers end', () => {
    const { kiosk, slip } = shown({ moment: 'closing' });
    expect(kiosk.hall.state).toBe('closing');
    expect(kiosk.notices.map(({ kind }) => kind)).toContain('closing');
    expect(slip).not.toBeNull();
  });

  it('after hours gives none, and says when it opens next', () => {
    const { kiosk, slip } = shown({ moment: 'closed' });
    expect(kiosk.hall.state).toBe('closed');
    expect(kiosk.services.map(({ reason }) => reason?.rule)).toEqual([
      'outside-hours',
      'outside-hours',
    ]);
    expect(kiosk.hall.nextOpensAt).toBe('2026-03-03T00:30:00.000Z');
    expect(slip).toBeNull();
  });

  it('on a day of its own is open as that day says, or not at all', () => {
    const config: HallConfig = {
      ...testConfig,
      hours: {
        ...testConfig.hours,
        exceptions: [
          { date: '2026-10-01', hours: { from: '09:00', to: '16:00' }, reason: 'national-day' },
          { date: '2026-10-02', hours: null, reason: 'closed' },
        ],
      },
    };
    const short = shown({ day: '2026-10-01' }, config);
    expect([short.day, short.kiosk.hall.closesAt]).toEqual([
      '2026-10-01',
      '2026-10-01T08:00:00.000Z',
    ]);
    const shut = shown({ day: '2026-10-02' }, config);
    expect([shut.opens, shut.kiosk.hall.state, shut.slip]).toEqual([false, 'closed', null]);
    expect(shut.kiosk.hall.nextOpensAt ?? shut.kiosk.services[0]?.reason?.until).toBe(
      '2026-10-03T00:30:00.000Z',
    );
    expect(shown({}, config, Date.parse('2026-10-02T08:00:00+08:00')).day).toBe('2026-10-03');
    expect(shown({}, config, evening).day).toBe('2026-03-02');
  });

  it('gives the number that is asked for, also to the customers of its list', () => {
    const ordinary = shown({ take: { service: 'enquiry', language: 'en' } });
    expect(ordinary.taken).toMatchObject({ service: 'enquiry', class: 'ordinary', language: 'en' });
    expect(ordinary.slip?.number).toBe(ordinary.taken?.number);
    const vip = shown({ take: { service: 'payment', class: 'vip' } });
    expect(vip.taken?.number).toMatch(/^V\d+$/);
    expect(shown({ take: { service: 'gone' } }).taken).toBeNull();
    expect(shown({ moment: 'closed', take: { service: 'payment' } }).taken).toBeNull();
  });

  it('is the same for the same question', () => {
    expect(shown()).toEqual(shown());
  });
});

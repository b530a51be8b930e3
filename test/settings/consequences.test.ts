import { describe, expect, it } from 'vitest';
import type { HallConfig } from '#core/hall-config.ts';
import { consequencesOf } from '#server/settings/consequences.ts';
import { ownConfig } from '#core/rules/lending.ts';
import { testConfig } from '#test/support/hall-config.ts';
import { hallDay, type HallDayDriver } from '#test/support/hall-day.ts';

const of = (hall: HallDayDriver, change: Partial<HallConfig> = {}, later = change) => {
  const config = ownConfig(hall.state);
  const { now, next } = consequencesOf(
    hall.state,
    { ...config, ...change },
    { ...config, ...later },
  );
  return { now: now.map(({ en }) => en), next: next.map(({ en }) => en) };
};
const until = (to: string): Partial<HallConfig> => {
  const { weekly } = testConfig.hours;
  const hours = { ...testConfig.hours, weekly: { ...weekly, mon: { from: '08:30', to } } };
  return { hours };
};

describe('what saving does beside the changes', () => {
  it('is nothing on a quiet day', () => {
    const hall = hallDay().at('10:00');
    expect(of(hall)).toEqual({ now: [], next: [] });
  });

  it('[disperse-the-crowd] ends the lending of counters, and says what they serve again', () => {
    const hall = hallDay().at('10:00');
    hall.do('set-counter-services', { counter: '1', services: ['enquiry'] });
    hall.do('set-counter-services', { counter: '2', services: ['payment'] });
    expect(of(hall)).toEqual({
      now: [
        'Counter 1, lent for today, serves its own again: Payments.',
        'Counter 2, lent for today, serves its own again: everything.',
      ],
      next: [],
    });
    const gone = testConfig.counters.filter(({ id }) => id !== '1');
    expect(of(hall, { counters: gone }).now).toHaveLength(1);
    hall.do('set-counter-services', { counter: '2', services: null });
    expect(consequencesOf(hall.state, testConfig, testConfig).now.map(({ zh }) => zh)).toEqual([
      '借出的 1 号窗口回到本来的业务：缴费。',
    ]);
  });

  it('[never-close-early] tells when numbers end at another time today', () => {
    const hall = hallDay().at('10:00');
    expect(of(hall, until('19:00')).now).toEqual([
      'Today numbers are given until 19:00 instead of 18:30.',
    ]);
    expect(of(hall, until('18:30')).now).toEqual([]);
    expect(of(hall, until('19:00')).next).toEqual([]);
  });

  it('begins the turns between the classes anew, where turns are counted', () => {
    const guards = { maxConsecutivePriority: 2, maxWaitMinutes: {} };
    const hall = hallDay({ guards }).at('10:00').open('1', '1001');
    expect(of(hall).now).toEqual([]);
    hall.issue('payment', 'ordinary');
    hall.issue('payment', 'special');
    hall.do('call', { counter: '1' }, { kind: 'staff', badge: '1001', role: 'clerk' });
    expect(hall.state.memory.consecutivePriority).toBe(1);
    expect(of(hall).now).toEqual(['The turns between the classes begin anew.']);
    expect(of(hall, { guards: { ...guards, maxConsecutivePriority: null } }).now).toEqual([]);
  });

  it('ends pins and sign-ins of whoever leaves, and says when', () => {
    const hall = hallDay().at('10:00');
    const staff = testConfig.staff.filter(({ badge }) => badge !== '1004');
    expect(of(hall, { staff })).toEqual({
      now: ['Pin and sign-ins of 陈刚 (1004) end at once.'],
      next: ['Pin and sign-ins of 陈刚 (1004) end then.'],
    });
  });

  it('tells what becomes of a plan', () => {
    const hall = hallDay().at('10:00');
    hall.do('configure', { config: testConfig, from: 'next-opening', why: 'plan' });
    expect(of(hall)).toEqual({
      now: ['What is planned for the next business day stays, with this change in it.'],
      next: ['It takes the place of what is planned now.'],
    });
  });
});

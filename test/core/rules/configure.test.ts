import { describe, expect, it } from 'vitest';
import { effectOf } from '#core/rules/configure-effects.ts';
import type { HallConfig } from '#core/hall-config.ts';
import type { Actor } from '#core/vocabulary.ts';
import { clerk, hallDay, hub, replay, supervisor } from '#test/support/hall-day.ts';
import { testConfig } from '#test/support/hall-config.ts';
import { refusedBy } from '#test/support/hall-told.ts';

const without = {
  counter: (id: string): HallConfig => ({
    ...testConfig,
    counters: testConfig.counters.filter((each) => each.id !== id),
  }),
  service: (id: string): HallConfig => ({
    ...testConfig,
    services: testConfig.services.filter((each) => each.id !== id),
  }),
  class: (id: string): HallConfig => ({
    ...testConfig,
    classes: testConfig.classes.filter((each) => each.id !== id),
  }),
  clerk: (badge: string): HallConfig => ({
    ...testConfig,
    staff: testConfig.staff.filter((each) => each.badge !== badge),
  }),
};

/** Monday of the tests with other closing times. */
function closing(to: string | null): HallConfig {
  const mon = to === null ? null : { from: '08:30', to };
  return {
    ...testConfig,
    hours: { ...testConfig.hours, weekly: { ...testConfig.hours.weekly, mon } },
  };
}

const morning = () => hallDay().at('08:20').open('1', '1001').at('09:00');
const inUse = (place: readonly string[], by: object) => ({
  rule: 'settings-in-use',
  by,
  place,
  overridable: false,
});

describe('a configuration that takes effect now', () => {
  it('counts its revisions, and holds from its event on', () => {
    const hall = morning();
    const config = { ...testConfig, hall: { ...testConfig.hall, hotline: '10000' } };
    expect(hall.do('configure', { config, why: 'new number', base: 1 })).toMatchObject([
      { type: 'HallConfigured', data: { config, revision: 2, why: 'new number' } },
    ]);
    expect(hall.state).toMatchObject({ config, configRevision: 2, settingsRevision: 2 });
    expect(hall.state.counters['1']?.clerk).toBe('1001');
  });

  it('[newer-settings] one that was made from an older revision is refused, the hub’s own file is not', () => {
    const hall = morning();
    hall.do('configure', { config: closing('19:00'), why: 'longer', base: 1 });
    const args = { config: testConfig, why: 'older', base: 1 };
    expect(hall.refused('configure', args)).toEqual({
      kind: 'refused',
      ...refusedBy('newer-settings', { count: 2 }),
    });
    expect(hall.refused('configure', { ...args, from: 'next-opening' }).rule).toBe(
      'newer-settings',
    );
    expect(hall.ask('configure', { ...args, base: 3 }).kind).toBe('refused');
    expect(hall.ask('configure', { ...args, base: 2, from: 'next-opening' }).kind).toBe('accepted');
    expect(hall.ask('configure', { config: closing('19:30'), why: 'file' }, hub).kind).toBe(
      'accepted',
    );
  });

  it('[settings-in-use] names a counter that is open, and takes away one that is closed', () => {
    const hall = morning();
    const busy = { counter: '1', state: 'idle', badge: '1001' };
    expect(hall.refused('configure', { config: without.counter('1'), why: 'less' })).toEqual({
      kind: 'refused',
      rule: 'settings-in-use',
      rules: ['settings-in-use'],
      by: busy,
      waysOut: [],
      overridable: false,
      obstacles: [inUse(['counters', '1'], busy)],
    });
    hall.do('configure', { config: without.counter('3'), why: 'less' });
    expect(Object.keys(hall.state.counters)).toEqual(['1', '2']);
  });

  it('[settings-in-use] names a counter for which somebody waits', () => {
    const hall = morning().open('2', '1002');
    const ticket = hall.issue('payment');
    hall.do('call', { counter: '1' }, clerk('1001'));
    hall.do('start', { counter: '1' }, clerk('1001'));
    hall.do('transfer', { counter: '1', to: { counter: '2' }, reason: 'card' }, clerk('1001'));
    expect(hall.ticket(ticket.id).reservedFor).toBe('2');
    expect(
      hall.refused('configure', { config: without.counter('2'), why: 'less' }).obstacles,
    ).toEqual([
      inUse(['counters', '2'], { counter: '2', state: 'idle', badge: '1002' }),
      inUse(['counters', '2'], { counter: '2', count: 1, numbers: ['A001'] }),
    ]);
  });

  it('[settings-in-use] names everything in the way, not the first thing only', () => {
    const hall = morning();
    hall.issue('payment', 'vip');
    hall.issue('payment');
    hall.issue('enquiry');
    const config: HallConfig = {
      ...testConfig,
      hall: { ...testConfig.hall, id: 'other', timezone: 'Asia/Tokyo' },
      services: without.service('payment').services,
      classes: without.class('vip').classes,
      counters: without.counter('1').counters,
      staff: without.clerk('1001').staff,
    };
    const { obstacles, overridable, rules } = hall.refused('configure', { config, why: 'all' });
    expect(obstacles).toEqual([
      inUse(['hall', 'id'], { state: 'day' }),
      inUse(['hall', 'timezone'], { state: 'day' }),
      // 18:30 in Tokyo is 17:30 here.
      {
        rule: 'never-close-early',
        by: { atMs: Date.parse('2026-03-02T18:30:00+08:00') },
        place: ['hours'],
        overridable: true,
      },
      inUse(['counters', '1'], { counter: '1', state: 'idle', badge: '1001' }),
      inUse(['services', 'payment'], { service: 'payment', count: 2, numbers: ['V001', 'A001'] }),
      inUse(['classes', 'vip'], { class: 'vip', count: 1, numbers: ['V001'] }),
      inUse(['staff', '1001'], { badge: '1001', counter: '1', state: 'idle' }),
    ]);
    expect(rules).toEqual(['settings-in-use', 'never-close-early']);
    expect(overridable).toBe(false);
    expect(hall.ask('configure', { config, why: 'all', from: 'next-opening' }).kind).toBe(
      'accepted',
    );
  });

  it('[settings-in-use] a service whose tickets are all over may go; twelve numbers are named at most', () => {
    const hall = morning();
    for (let count = 0; count < 13; count += 1) hall.issue('enquiry');
    const { obstacles } = hall.refused('configure', {
      config: without.service('enquiry'),
      why: 'less',
    });
    expect(obstacles?.[0]?.by.count).toBe(13);
    expect(obstacles?.[0]?.by.numbers).toHaveLength(12);
    const quiet = morning();
    const ticket = quiet.issue('enquiry');
    quiet.do('cancel-ticket', { ticket: ticket.id });
    const served = quiet.issue('payment');
    quiet.do('call', { counter: '1' }, clerk('1001'));
    quiet.do('start', { counter: '1' }, clerk('1001'));
    quiet.do('finish', { counter: '1' }, clerk('1001'));
    expect(quiet.ticket(served.id).state).toBe('done');
    const config = { ...without.service('enquiry'), classes: without.class('vip').classes };
    expect(quiet.ask('configure', { config, why: 'less' }).kind).toBe('accepted');
  });

  it('[settings-in-use] names a clerk who is on the way to a counter', () => {
    const hall = morning();
    hall.do('handover', { counter: '1', to: '1002' }, clerk('1001'));
    const way = { badge: '1002', counter: '1', state: 'handover' };
    expect(
      hall.refused('configure', { config: without.clerk('1002'), why: 'left' }).obstacles,
    ).toEqual([inUse(['staff', '1002'], way)]);
    hall.open('2', '1003');
    hall.do('handover', { counter: '2', to: '1004', queue: true }, clerk('1003'));
    expect(
      hall.refused('configure', { config: without.clerk('1004'), why: 'left' }).obstacles,
    ).toEqual([inUse(['staff', '1004'], { badge: '1004', counter: '2', state: 'handover' })]);
    expect(hall.ask('configure', { config: without.clerk('9001'), why: 'left' }).kind).toBe(
      'accepted',
    );
  });

  it('[never-close-early] today’s closing does not come earlier but with a reason; later is free', () => {
    const hall = morning();
    const args = { config: closing('18:29'), why: 'short' };
    expect(hall.refused('configure', args)).toEqual({
      kind: 'refused',
      rule: 'never-close-early',
      rules: ['never-close-early'],
      by: { atMs: Date.parse('2026-03-02T18:30:00+08:00') },
      waysOut: [{ command: 'override', label: 'supervisor-pass' }],
      overridable: true,
      obstacles: [
        {
          rule: 'never-close-early',
          by: { atMs: Date.parse('2026-03-02T18:30:00+08:00') },
          place: ['hours'],
          overridable: true,
        },
      ],
    });
    expect(hall.refused('configure', { config: closing(null), why: 'shut' }).rule).toBe(
      'never-close-early',
    );
    const [first] = hall.do('configure', args, supervisor, { by: '9001', reason: 'power cut' });
    expect(first?.override).toEqual({
      by: '9001',
      reason: 'power cut',
      rules: ['never-close-early'],
    });
    expect(hall.state.hours?.closesAtMs).toBe(Date.parse('2026-03-02T18:29:00+08:00'));
    hall.do('configure', { config: closing('19:00'), why: 'longer' });
    expect(hall.state.hours?.closesAtMs).toBe(Date.parse('2026-03-02T19:00:00+08:00'));
  });

  it('[never-close-early] after intake is over, and on a day off, hours are free', () => {
    const hall = morning();
    hall.issue('payment');
    hall.at('18:30');
    expect(hall.state.hallState).toBe('serving-out');
    expect(hall.ask('configure', { config: closing('18:00'), why: 'short' }).kind).toBe('accepted');
    const off = hallDay(closing(null)).at('10:00');
    expect(off.ask('configure', { config: closing('12:00'), why: 'open' }).kind).toBe('accepted');
  });

  it('brings the hall’s own notices along, and leaves the others alone', () => {
    const text = (word: string) => ({ zh: word, en: word });
    const notices = ['a', 'b', 'c'].map((id) => ({ id, text: text(id) }));
    const hall = hallDay({ notices }).at('09:00');
    hall.do('post-notice', { text: text('by hand'), kind: 'notice', untilMs: null });
    hall.do('withdraw-notice', { notice: 'c' });
    const next = [
      { id: 'a', text: text('a') },
      { id: 'b', text: { zh: 'b', en: 'better' } },
      { id: 'c', text: text('c') },
      { id: 'd', text: text('d') },
    ];
    const events = hall.do('configure', { config: { ...testConfig, notices: next }, why: 'new' });
    expect(events.map(({ type, data }) => [type, 'notice' in data ? data.notice : ''])).toEqual([
      ['HallConfigured', ''],
      ['NoticeWithdrawn', 'b'],
      ['NoticePosted', 'b'],
      ['NoticePosted', 'd'],
    ]);
    expect(hall.state.notices.map(({ text: { en } }) => en)).toEqual([
      'a',
      'by hand',
      'better',
      'd',
    ]);
  });
});

describe('a configuration that is planned', () => {
  it('changes nothing today, and holds from the next business day on', () => {
    const hall = morning();
    hall.issue('payment');
    const config = closing('18:00');
    const tuesday = { ...config, counters: without.counter('1').counters };
    hall.do('configure', { config: tuesday, why: 'winter', base: 1, from: 'next-opening' });
    expect(hall.state).toMatchObject({
      config: testConfig,
      configRevision: 1,
      settingsRevision: 2,
      planned: { config: tuesday, revision: 2, why: 'winter', by: supervisor, atMs: hall.atMs },
    });
    hall.at('08:30', '2026-03-03');
    const began = hall.history.find(({ type, day }) => type === 'DayBegan' && day === '2026-03-03');
    expect(began?.data).toMatchObject({ config: tuesday, configRevision: 2 });
    expect(began?.data).not.toHaveProperty('settingsRevision');
    expect(hall.state).toMatchObject({
      config: tuesday,
      configRevision: 2,
      settingsRevision: 2,
      planned: null,
      hallState: 'open',
    });
    expect(replay(hall.history)).toEqual(hall.state);
  });

  it('the next opening is that of the plan, earlier or later', () => {
    const weekly = { ...testConfig.hours.weekly, tue: { from: '07:00', to: '18:30' } };
    const config = { ...testConfig, hours: { ...testConfig.hours, weekly } };
    const hall = hallDay().at('09:00');
    hall.do('configure', { config, why: 'early', from: 'next-opening' });
    hall.at('07:00', '2026-03-03');
    expect(hall.state.hallState).toBe('open');
  });

  it('frees the seat of a counter that is gone, or of a clerk who has left, and keeps the others', () => {
    const hall = hallDay().at('08:20').open('1', '1001').open('2', '1002').open('3', '1003');
    const config = { ...without.counter('1'), staff: without.clerk('1002').staff };
    hall.do('configure', { config, why: 'less', from: 'next-opening' });
    hall.at('08:30', '2026-03-03');
    expect(
      Object.values(hall.state.counters).map(({ id, state, clerk: who }) => [id, state, who]),
    ).toEqual([
      ['2', 'closed', null],
      ['3', 'idle', '1003'],
    ]);
  });

  it('brings its notices on the day that it begins', () => {
    const text = { zh: '新', en: 'new' };
    const hall = hallDay({ notices: [{ id: 'old', text: { zh: '旧', en: 'old' } }] }).at('09:00');
    const config = { ...testConfig, notices: [{ id: 'new', text }] };
    hall.do('configure', { config, why: 'spring', from: 'next-opening' });
    expect(hall.state.notices.map(({ notice }) => notice)).toEqual(['old']);
    hall.at('08:30', '2026-03-03');
    expect(hall.state.notices.map(({ notice }) => notice)).toEqual(['new']);
  });

  it('can be withdrawn; its number is not given again', () => {
    const hall = morning();
    const plan = { config: closing('18:00'), why: 'winter', from: 'next-opening' as const };
    hall.do('configure', { ...plan, base: 1 });
    expect(hall.refused('withdraw-configuration', { base: 1 }).rule).toBe('newer-settings');
    expect(hall.do('withdraw-configuration', { base: 2 })).toMatchObject([
      { type: 'ConfigurationWithdrawn', data: { revision: 2 } },
    ]);
    expect(hall.do('withdraw-configuration', { base: 2 })).toEqual([]);
    expect(hall.state).toMatchObject({ planned: null, configRevision: 1, settingsRevision: 2 });
    hall.at('08:30', '2026-03-03');
    const began = hall.history.find(({ type, day }) => type === 'DayBegan' && day === '2026-03-03');
    expect(began?.data).toMatchObject({ configRevision: 1, settingsRevision: 2 });
    hall.do('configure', { ...plan, base: 2 });
    expect(hall.state.planned?.revision).toBe(3);
  });

  it('a change now keeps the plan that comes with it, and withdraws one that does not', () => {
    const hall = morning();
    const plan = { config: closing('18:00'), why: 'winter' };
    hall.do('configure', { ...plan, base: 1, from: 'next-opening' });
    const colleague: Actor = { kind: 'staff', badge: '9002', role: 'supervisor' };
    const changed = { ...testConfig, hall: { ...testConfig.hall, hotline: '1' } };
    const both = { ...plan.config, hall: changed.hall };
    const args = { config: changed, why: 'number', base: 2 };
    const events = hall.do(
      'configure',
      { ...args, planned: { config: both, why: 'winter' } },
      colleague,
    );
    expect(events[1]?.data).toMatchObject({ by: supervisor });
    expect(events.map(({ type }) => type)).toEqual(['HallConfigured', 'ConfigurationPlanned']);
    expect(hall.state).toMatchObject({
      configRevision: 3,
      settingsRevision: 4,
      planned: { config: both, revision: 4, by: supervisor },
    });
    const last = hall.do('configure', { config: testConfig, why: 'file' }, hub);
    expect(last.map(({ type, data }) => [type, 'revision' in data ? data.revision : 0])).toEqual([
      ['HallConfigured', 5],
      ['ConfigurationWithdrawn', 4],
    ]);
    expect(hall.state.planned).toBeNull();
  });
});

describe('when a change takes effect', () => {
  it.each([
    [['hall', 'name', 'zh'], 'now', 'screens'],
    [['hall', 'id'], 'next-opening', 'day-counted'],
    [['hall', 'timezone'], 'next-opening', 'day-counted'],
    [['hours', 'weekly', 'mon'], 'now', 'hours'],
    [['hours', 'closingNoticeMinutes'], 'now', 'reminder'],
    [['services', 'payment', 'prefix'], 'now', 'next-number'],
    [['classes'], 'now', 'next-number'],
    [['counters', '1', 'services'], 'now', 'next-call'],
    [['staff', '1001'], 'now', 'next-sign-in'],
    [['discipline', 'kind'], 'now', 'next-call'],
    [['policy', 'recallMax'], 'now', 'next-act'],
    [['notices', 'lunch'], 'now', 'screens'],
    [['ticket', 'lines'], 'now', 'next-paper'],
    [['voice', 'volume'], 'now', 'next-announcement'],
    [['something', 'new'], 'now', 'next-account'],
    [[], 'now', 'next-account'],
  ])('%j: %s, %s', (place, from, reason) => {
    expect(effectOf(place)).toEqual({ from, reason });
  });
});

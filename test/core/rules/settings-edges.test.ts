import { describe, expect, it } from 'vitest';
import { whatStandsAgainst } from '#core/rules/configure-obstacles.ts';
import { initialDay } from '#core/state.ts';
import { testConfig } from '#test/support/hall-config.ts';
import { clerk, hallDay, supervisor } from '#test/support/hall-day.ts';
import { refusedBy } from '#test/support/hall-told.ts';

const at = (time: string) => Date.parse(`2026-03-02T${time}+08:00`);
const until = (to: string) => {
  const { hours } = testConfig;
  const mon = { from: '08:30', to };
  return { ...testConfig, hours: { ...hours, weekly: { ...hours.weekly, mon } } };
};

describe('what stands against a change', () => {
  it('nothing, in a hall that has no settings and no day yet', () => {
    const other = { ...testConfig, hall: { ...testConfig.hall, id: 'b', timezone: 'Asia/Tokyo' } };
    expect(whatStandsAgainst(initialDay, other, at('09:00:00'))).toEqual([]);
    expect(whatStandsAgainst({ ...initialDay, config: testConfig }, other, 0)).toEqual([]);
  });

  it('[never-close-early] an earlier closing only until the hall has closed', () => {
    const { state } = hallDay().at('09:00');
    const early = {
      rule: 'never-close-early',
      by: { atMs: at('18:30:00') },
      overridable: true,
      place: ['hours'],
    };
    expect(whatStandsAgainst(state, until('18:29'), at('18:29:59.999'))).toEqual([early]);
    expect(whatStandsAgainst(state, until('18:29'), at('18:30:00'))).toEqual([]);
    expect(whatStandsAgainst(state, until('18:30'), at('09:00:00'))).toEqual([]);
    const over = { ...state, hallState: 'serving-out' as const };
    expect(whatStandsAgainst(over, until('18:29'), at('09:00:00'))).toEqual([]);
  });

  it('[settings-in-use] a ticket that is done, cancelled or meant for a counter that stays does not', () => {
    const hall = hallDay().at('08:20').open('1', '1001').open('2', '1002').at('09:00');
    const done = hall.issue();
    hall.do('call', { counter: '1' }, clerk('1001'));
    hall.do('start', { counter: '1' }, clerk('1001'));
    hall.do('finish', { counter: '1' }, clerk('1001'));
    expect(hall.ticket(done.id).state).toBe('done');
    const without = { ...testConfig, services: testConfig.services.slice(1) };
    expect(whatStandsAgainst(hall.state, without, hall.atMs)).toEqual([]);
  });

  it('[settings-in-use] one who takes over where they sit is named once', () => {
    const hall = hallDay().at('08:20').open('1', '1001').at('09:00');
    hall.do('handover', { counter: '1', to: '1002' }, clerk('1001'));
    hall.do('relieve-handover', { counter: '1' }, clerk('1002'));
    const staff = testConfig.staff.filter(({ badge }) => badge !== '1002' && badge !== '1001');
    const named = whatStandsAgainst(hall.state, { ...testConfig, staff }, hall.atMs);
    expect(named.map(({ by, place }) => [place, by])).toEqual([
      [['staff', '1001'], { badge: '1001', counter: '1', state: 'handover' }],
      [['staff', '1002'], { badge: '1002', counter: '1', state: 'handover' }],
    ]);
    const seat = { ...hall.state.counters['1']!, clerk: '1002' };
    const signed = { ...hall.state, counters: { '1': seat } };
    expect(whatStandsAgainst(signed, { ...testConfig, staff }, hall.atMs)).toHaveLength(1);
    const queued = { counter: '1', from: '1002', to: '1001', draft: null };
    const next = { ...signed, handoverQueue: [queued, queued, { ...queued, counter: '2' }] };
    expect(
      whatStandsAgainst(next, { ...testConfig, staff }, hall.atMs).map(({ by }) => [
        by?.badge,
        by?.counter,
      ]),
    ).toEqual([
      ['1002', '1'],
      ['1001', '1'],
      ['1001', '2'],
    ]);
  });
});

describe('the intake', () => {
  const pass = { by: '9001', reason: 'flood' };
  const close = { state: 'closed', reason: 'flood' } as const;

  it('[never-close-early] is held with a reason while numbers are given, and says until when', () => {
    const refusal = {
      kind: 'refused',
      ...refusedBy(
        'never-close-early',
        { atMs: at('18:30:00') },
        { waysOut: [{ command: 'override', label: 'supervisor-pass' }], overridable: true },
      ),
    };
    expect(hallDay().at('10:00').ask('set-intake', close)).toEqual(refusal);
    const reminded = hallDay().at('18:20');
    expect(reminded.state.hallState).toBe('closing');
    expect(reminded.ask('set-intake', close)).toEqual(refusal);
    expect(reminded.ask('set-intake', close, supervisor, pass).kind).toBe('accepted');
  });

  it('[not-possible-now] is not to be held before opening nor after closing', () => {
    const refused = (state: string) => ({
      kind: 'refused',
      ...refusedBy('not-possible-now', { state }),
    });
    expect(hallDay().at('08:00').ask('set-intake', close, supervisor, pass)).toEqual(
      refused('closed'),
    );
    const late = hallDay().at('18:00');
    late.issue();
    late.at('18:31');
    expect(late.ask('set-intake', close, supervisor, pass)).toEqual(refused('serving-out'));
  });
});

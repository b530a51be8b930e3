import { describe, expect, it } from 'vitest';
import { due } from '#core/due.ts';
import { testConfig } from '#test/support/hall-config.ts';
import { clerk, hallDay } from '#test/support/hall-day.ts';
import { told } from '#test/support/hall-told.ts';

const nextMorningMs = Date.parse('2026-03-03T09:00:00+08:00');
type Hall = ReturnType<typeof hallDay>;

/** What falls due when the hub is back the next morning, in order. */
function overnight(hall: Hall): readonly unknown[] {
  return due(hall.state, nextMorningMs).map(({ type, data }) =>
    type === 'TicketLapsed' || type === 'IntakeClosed' ? told(hall, { [type]: data }) : type,
  );
}

function carriedSeats(hall: Hall): readonly string[] {
  const began = due(hall.state, nextMorningMs).find(({ type }) => type === 'DayBegan');
  if (began?.type !== 'DayBegan') throw new Error('no day began');
  return began.data.counters.map(({ counter, clerk: badge, state, sign }) =>
    [counter, badge, state, sign?.kind ?? 'no sign'].join(' '),
  );
}

describe('what the night does', () => {
  it('[serve-everyone-queued] closes the intake once, and lapses only who is not served', () => {
    const hall = hallDay().at('08:20').open('1', '1001').at('18:00');
    hall.issue();
    hall.issue();
    hall.do('call', { counter: '1' }, clerk('1001'));
    hall.do('start', { counter: '1' }, clerk('1001'));
    hall.later(60).do('finish', { counter: '1' }, clerk('1001'));
    expect(overnight(hall)).toEqual([
      { IntakeClosed: { waitingCount: 1 } },
      { TicketLapsed: { ticket: 'A002' } },
      ...['HallClosed', 'DayBegan', 'HallOpened'],
    ]);
    hall.at('18:40');
    expect(hall.state.hallState).toBe('serving-out');
    expect(overnight(hall)).toEqual([
      { TicketLapsed: { ticket: 'A002' } },
      ...['HallClosed', 'DayBegan', 'HallOpened'],
    ]);
  });

  it('a seat that was forgotten stays taken: paused as it was, else idle', () => {
    const hall = hallDay().at('08:20').open('1', '1001').open('2', '1002').at('12:00');
    hall.do(
      'pause',
      { counter: '1', kind: 'routine', reason: 'lunch', minutes: 30 },
      clerk('1001'),
    );
    expect(carriedSeats(hall)).toEqual(['1 1001 paused paused', '2 1002 idle no sign']);
  });

  it('a seat is free where the counter or the clerk goes with the settings of tomorrow', () => {
    const seats = (change: object): readonly string[] => {
      const hall = hallDay().at('08:20').open('1', '1001').open('2', '1002').at('12:00');
      const config = { ...testConfig, ...change };
      hall.do('configure', { config, why: 'less', base: 1, from: 'next-opening' });
      return carriedSeats(hall);
    };
    const { counters, staff } = testConfig;
    expect(seats({ counters: counters.filter(({ id }) => id !== '1') })).toEqual([
      '2 1002 idle no sign',
    ]);
    expect(seats({ staff: staff.filter(({ badge }) => badge !== '1002') })).toEqual([
      '1 1001 idle no sign',
    ]);
  });
});

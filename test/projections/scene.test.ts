import { describe, expect, it } from 'vitest';
import { aheadOfNew } from '#core/disciplines/pick.ts';
import type { HallConfig } from '#core/hall-config.ts';
import { aheadOfNewcomer, lineLength, localToday, nextOpeningMs } from '#projections/scene.ts';
import { livedDay } from './lived-day.ts';
import { monday, openHall } from './given.ts';
import { tongtai } from './tongtai.ts';

describe('scene', () => {
  it('the newcomer stands where the disciplines say, counted or known', () => {
    const changes: readonly Partial<HallConfig>[] = [
      {},
      { discipline: { kind: 'fifo' } },
      { guards: { maxConsecutivePriority: 2, maxWaitMinutes: {} } },
      { guards: { maxConsecutivePriority: null, maxWaitMinutes: { ordinary: 5, special: 3 } } },
      { discipline: { kind: 'promise' } },
      { discipline: { kind: 'aging', weights: { special: 3, ordinary: 1 } } },
    ];
    let waiting = 0;
    for (let seed = 70; seed < 90; seed += 1) {
      const hall = livedDay(seed, 90);
      for (const change of changes) {
        const state = { ...hall.state, config: tongtai({}, change) };
        for (const { id } of state.config.services) {
          const counted = aheadOfNew(state, id, 'ordinary', hall.nowMs);
          expect(aheadOfNewcomer(state, id, hall.nowMs)).toBe(counted);
          waiting += counted;
        }
      }
    }
    expect(waiting).toBeGreaterThan(100);
  });

  it('a counter’s line is who waits for its services and who is kept for it', () => {
    const hall = openHall();
    hall.run('open', { counter: '2' }, '1002');
    hall.run('open', { counter: '3' }, '1003');
    const ticket = hall.take('payment');
    hall.take('payment');
    hall.take('broadband');
    const lines = () => ['1', '2', '3', '4'].map((counter) => lineLength(hall.state, counter));
    expect(lines()).toEqual([2, 3, 2, 1]);
    hall.run('move-ticket', { ticket: ticket.id, counter: '2', reason: 'x' }, '9001');
    expect(lines()).toEqual([1, 3, 1, 1]);
  });

  it('[hours-on-the-door] the calendar is asked again when the day or the opening has passed', () => {
    const config = tongtai();
    expect(localToday(config, monday('00:00'))).toBe('2026-03-02');
    expect(localToday(config, monday('23:59'))).toBe('2026-03-02');
    expect(localToday(config, monday('23:59') + 60_000)).toBe('2026-03-03');
    expect(localToday(config, monday('08:00'))).toBe('2026-03-02');
    expect(nextOpeningMs(config, monday('08:00'))).toBe(monday('08:30'));
    expect(nextOpeningMs(config, monday('08:30'))).toBe(monday('08:30') + 86_400_000);
    expect(nextOpeningMs(config, monday('08:00'))).toBe(monday('08:30'));
    const never = tongtai({}, { hours: { ...config.hours, exceptions: [], weekly: closedWeek } });
    expect(nextOpeningMs(never, monday('08:00'))).toBeNull();
    expect(nextOpeningMs(never, monday('09:00'))).toBeNull();
  });
});

const closedWeek = { mon: null, tue: null, wed: null, thu: null, fri: null, sat: null, sun: null };

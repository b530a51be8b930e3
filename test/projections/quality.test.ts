import { describe, expect, it } from 'vitest';
import type { Breach } from '#projections/facts/breaches.ts';
import { factsOfDay } from '#projections/facts/day-facts.ts';
import { clerk, hallDay, hub, supervisor } from '#test/support/hall-day.ts';
import { meeting, record, served } from './quality-hall.ts';
import { rosterHall } from '../core/rules/roster-hall.ts';

const day = '2026-03-02';
type Hall = ReturnType<typeof hallDay>;

function breachesOf(hall: Hall): readonly Breach[] {
  return factsOfDay(hall.history).breaches;
}

/** Item, whose, and what a line tells of it, shortest first. */
function told(hall: Hall) {
  return breachesOf(hall).map(({ item, clerk: badge, counter, seconds }) => [
    item,
    badge,
    counter,
    seconds,
  ]);
}

/** Everybody at their posts in time: a day without breaches. */
function morning() {
  return hallDay().at('08:15').open('1', '1001').open('2', '1002').at('10:00');
}

describe('breaches in the events of a day', () => {
  it('[quality-score] a day in order has none', () => {
    const hall = morning();
    served(hall, 60, 120);
    hall.at('18:40');
    hall.do('close', { counter: '1' }, clerk('1001'));
    expect(told(hall)).toEqual([]);
  });

  it('[ten-minute-promise] is the hall’s where waiting was longer, also the clerk’s where service was', () => {
    const hall = morning();
    const waited = served(hall, 500, 101);
    const long = served(hall, 100, 501);
    served(hall, 300, 300);
    expect(breachesOf(hall)).toMatchObject([
      { item: 'promise-broken', number: waited.number, clerk: null, part: 'waiting', seconds: 1 },
      { item: 'promise-broken', number: long.number, clerk: '1001', part: 'service', seconds: 1 },
    ]);
  });

  it('[ten-minute-promise] who had to fetch papers starts the clock again, service before it too', () => {
    const hall = morning();
    const ticket = hall.issue('payment');
    hall.do('call', { counter: '1' }, clerk('1001'));
    hall.do('start', { counter: '1' }, clerk('1001'));
    hall.later(550).do('park', { counter: '1', missing: ['id'] }, clerk('1001'));
    hall.later(60).do('return-ticket', { ticket: ticket.id });
    hall.later(400).do('call', { counter: '1' }, clerk('1001'));
    hall.do('start', { counter: '1' }, clerk('1001'));
    hall.later(201).do('finish', { counter: '1' }, clerk('1001'));
    expect(breachesOf(hall)).toMatchObject([{ part: 'waiting', clerk: null, seconds: 1 }]);
  });

  it('[no-pause-while-waiting] what a supervisor let pass is counted, what was refused is not', () => {
    const hall = morning();
    hall.issue('payment');
    hall.refused('pause', { counter: '1', kind: 'routine', reason: 'tea' }, clerk('1001'));
    hall.do('pause', { counter: '1', kind: 'routine', reason: 'tea' }, clerk('1001'), {
      by: '9001',
      reason: 'printer jam',
    });
    expect(breachesOf(hall)).toMatchObject([
      {
        item: 'left-waiting',
        rule: 'no-pause-while-waiting',
        clerk: '1001',
        counter: '1',
        text: 'printer jam',
        points: 2,
        most: 20,
      },
    ]);
  });

  it('[honest-statistics] what a supervisor did at a clerk’s counter is not the clerk’s', () => {
    const hall = morning();
    hall.issue('payment');
    hall.do('pause', { counter: '1', kind: 'routine', reason: 'tea' }, supervisor, {
      by: '9001',
      reason: 'printer jam',
    });
    expect(told(hall)).toEqual([['left-waiting', null, '1', null]]);
  });

  it('[never-close-early] is the hall’s alone', () => {
    const hall = morning();
    hall.do('set-intake', { state: 'closed', reason: 'power cut' }, supervisor, {
      by: '9001',
      reason: 'dark',
    });
    expect(told(hall)).toEqual([['closed-early', null, null, null]]);
  });

  it('[no-show-calls] a no-show let pass too soon names its number', () => {
    const hall = morning();
    const ticket = hall.issue('payment');
    hall.do('call', { counter: '1' }, clerk('1001'));
    hall.do('no-show', { counter: '1' }, clerk('1001'), { by: '9001', reason: 'seen leaving' });
    expect(breachesOf(hall)).toMatchObject([
      { item: 'early-no-show', rule: 'no-show-calls', clerk: '1001', number: ticket.number },
    ]);
  });

  it('[apologise-when-away] back within a minute of the sign is in time, a second later is not', () => {
    for (const [seconds, expected] of [
      [660, []],
      [661, [['absence-over', '1001', '1', 61]]],
    ] as const) {
      const hall = morning();
      const away = { counter: '1', kind: 'absence', reason: 'school called', minutes: 10 } as const;
      hall.do('pause', away, clerk('1001'));
      hall.later(seconds).do('resume', { counter: '1' }, clerk('1001'));
      expect(told(hall)).toEqual(expected);
    }
  });

  it('[apologise-when-away] an absence that goes on counts as far as it is over', () => {
    const hall = morning();
    const away = { counter: '1', kind: 'absence', reason: 'unwell', minutes: 10 } as const;
    hall.do('pause', away, clerk('1001'));
    hall.later(900).issue('payment');
    const fold = () => told(hall);
    expect(fold()).toEqual([['absence-over', '1001', '1', 300]]);
    expect(fold()).toEqual(fold());
  });

  it('[ten-minutes-early] late is after ten minutes before opening; a later shift’s relief is not', () => {
    const hall = hallDay().at('08:20').open('1', '1001').at('08:20:01').open('2', '1002');
    hall.at('12:00').do('sign-in', { badge: '1003' }, clerk('1003'));
    hall.do('handover', { counter: '1', to: '1003' }, clerk('1001'));
    hall.do('complete-handover', { counter: '1', record }, clerk('1003'));
    hall.do('sign-in', { badge: '9001' });
    hall.do('sign-in', { badge: '1004' }, clerk('1004'));
    hall.open('3', '1004');
    expect(told(hall)).toEqual([
      ['late-sign-in', '1002', null, 1],
      ['late-sign-in', '1004', '3', 13_200],
    ]);
  });

  it('[ten-minutes-early] where a roster is published, its time counts and nothing else', () => {
    const hall = rosterHall([
      [day, '1001', 'early'],
      [day, '1002', 'late'],
      [day, '1003', 'early'],
    ]);
    hall.at('08:20').do('sign-in', { badge: '1001' }, hub);
    hall.at('08:20:30').do('sign-in', { badge: '1003' }, hub);
    // Off today, and came to help.
    hall.at('10:00').open('3', '1004');
    hall.at('13:21').do('sign-in', { badge: '1002' }, hub);
    hall.open('2', '1002');
    expect(told(hall)).toEqual([
      ['late-sign-in', '1003', null, 30],
      ['late-sign-in', '1002', null, 60],
    ]);
    const late = factsOfDay(hall.history).notes.signIns.filter(({ kind }) => kind === 'late');
    expect(late.map(({ badge, lateMinutes }) => [badge, lateMinutes])).toEqual([
      ['1003', 1],
      ['1002', 1],
    ]);
  });

  it('[swap-limits] nobody came for a shift: whose it was, until they come or leave is approved', () => {
    const hall = rosterHall([
      [day, '1001', 'early', '1'],
      [day, '1002', 'early', '2'],
      [day, '1003', 'early'],
    ]);
    hall.at('08:29:59');
    expect(told(hall)).toEqual([]);
    hall.at('08:31');
    expect(breachesOf(hall)).toMatchObject([
      {
        item: 'shift-missed',
        rule: 'swap-limits',
        clerk: '1001',
        counter: '1',
        points: 3,
        most: 15,
      },
      { item: 'shift-missed', clerk: '1002', counter: '2' },
      { item: 'shift-missed', clerk: '1003', counter: null },
    ]);
    hall.do('ask-leave', { from: day, to: day, note: 'ill' }, clerk('1002'));
    hall.do('approve-leave', { leave: hall.state.roster.leaves[0]?.leave ?? '' });
    hall.do('sign-in', { badge: '1003' }, hub);
    expect(told(hall)).toEqual([
      ['shift-missed', '1001', '1', null],
      ['late-sign-in', '1003', null, 660],
    ]);
  });

  it('[stay-until-relieved] a seat that had to be freed in business hours, not one after them', () => {
    const hall = morning();
    hall.do('release-counter', { counter: '1' });
    hall.at('18:31').do('release-counter', { counter: '2' });
    expect(told(hall)).toEqual([['seat-left', '1001', '1', null]]);
  });

  it('[handover-record] a seat that changed hands without one, or with an empty one', () => {
    const hall = morning();
    hall.do('close', { counter: '1' }, clerk('1001'));
    hall.later(60).open('1', '1001');
    hall.do('close', { counter: '1' }, clerk('1001'));
    hall.later(60).open('1', '1003');
    const empty = { ...record, equipment: '', hardCases: ' ', staffChanges: '' };
    hall.do('handover', { counter: '2', to: '1004' }, clerk('1002'));
    hall.do('complete-handover', { counter: '2', record: empty }, clerk('1004'));
    expect(told(hall).filter(([item]) => item === 'no-handover-record')).toEqual([
      ['no-handover-record', '1001', '1', null],
      ['no-handover-record', '1002', '2', null],
    ]);
  });

  it('[one-handover-at-a-time] a handover past the hall’s minutes is the hall’s', () => {
    for (const [seconds, expected] of [
      [600, []],
      [601, [['late-handover', null, '1', 1]]],
    ] as const) {
      const hall = morning();
      hall.do('handover', { counter: '1', to: '1003' }, clerk('1001'));
      hall.later(seconds).do('complete-handover', { counter: '1', record }, clerk('1003'));
      expect(told(hall)).toEqual(expected);
    }
  });

  it('[first-asked] a matter still open at closing of its day, whose it was then', () => {
    const hall = morning();
    hall.do('open-follow-up', { text: 'today', dueDay: '2026-03-02' }, clerk('1001'));
    hall.do('open-follow-up', { text: 'answered', dueDay: '2026-03-02' }, clerk('1001'));
    hall.do('open-follow-up', { text: 'tomorrow' }, clerk('1001'));
    const [today, answered] = hall.state.followUps;
    hall.do('pass-follow-up', { followUp: today?.id ?? '', to: '1002' }, clerk('1001'));
    hall.do('answer-follow-up', { followUp: answered?.id ?? '', how: 'called' }, clerk('1001'));
    expect(told(hall)).toEqual([]);
    hall.at('18:40');
    expect(breachesOf(hall)).toMatchObject([
      { item: 'follow-up-overdue', clerk: '1002', text: 'today' },
    ]);
  });

  it('[satisfaction] a dissatisfied customer stands with who served them', () => {
    const hall = morning();
    const ticket = served(hall, 10, 60);
    hall.do('rate-ticket', { ticket: ticket.id, rating: 'dissatisfied' });
    const fair = served(hall, 10, 60);
    hall.do('rate-ticket', { ticket: fair.id, rating: 'fair' });
    expect(breachesOf(hall)).toMatchObject([
      { item: 'dissatisfied', clerk: '1001', counter: '1', number: ticket.number },
    ]);
  });

  it('[pre-shift-meeting] where the hall asks for it, none recorded by opening is a breach', () => {
    expect(told(hallDay({ quality: meeting }).at('09:00'))).toEqual([
      ['no-meeting', null, null, null],
    ]);
    const met = hallDay({ quality: meeting }).at('08:15');
    met.do('record-meeting', { attended: ['1001'], points: ['x'] });
    expect(told(met.at('09:00'))).toEqual([]);
    expect(told(hallDay().at('09:00'))).toEqual([]);
  });

  it('[quality-score] the weight is the one in force at the time', () => {
    const own = { meeting: true, items: { 'no-meeting': { points: 7.5, most: 30 } } };
    expect(breachesOf(hallDay({ quality: own }).at('09:00'))).toMatchObject([
      { points: 7.5, most: 30 },
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import type { HallConfig } from '#core/hall-config.ts';
import { testPolicy } from '#test/support/hall-config.ts';
import { supervisor } from '#test/support/hall-day.ts';
import { outcome, refusedBy } from '#test/support/hall-told.ts';
import {
  bothOpen,
  chen,
  handoverRecord as record,
  li,
  one,
  sun,
  two,
  zhou,
} from '#test/support/situations.ts';

/** 1003 and 1004 are free to relieve. */
const noon = (change?: Partial<HallConfig>) => bothOpen('12:00', change);

describe('relief', () => {
  function asked() {
    const hall = noon();
    hall.do('handover', { ...one, to: '1003', record }, li);
    return hall.later(60);
  }

  it('[stay-until-relieved] signs in at the counter, once', () => {
    const hall = asked();
    expect(outcome(hall, 'relieve-handover', one, sun)).toEqual({
      events: [{ HandoverRelieved: { counter: '1', by: '1003' } }],
      became: { counters: { '1': { handover: { relieved: true } } } },
    });
    expect(outcome(hall, 'relieve-handover', one, sun)).toEqual({ events: [], became: {} });
    expect(outcome(hall, 'relieve-handover', one, chen)).toEqual(
      refusedBy('stay-until-relieved', { counter: '1', badge: '1003' }),
    );
  });

  it('[stay-until-relieved] not by another, not from another seat', () => {
    const hall = asked();
    expect(outcome(hall, 'relieve-handover', one, li)).toEqual(
      refusedBy('stay-until-relieved', { counter: '1', badge: '1003' }),
    );
    hall.open('3', '1003');
    expect(outcome(hall, 'relieve-handover', one, sun)).toEqual(
      refusedBy('one-counter-one-clerk', { counter: '3', badge: '1003' }),
    );
    expect(outcome(hall, 'complete-handover', one, sun)).toEqual(
      refusedBy('one-counter-one-clerk', { counter: '3', badge: '1003' }),
    );
  });

  it('[handover-record] completes with the draft, and relieves on the way', () => {
    expect(outcome(asked(), 'complete-handover', one, sun)).toEqual({
      events: [
        { HandoverRelieved: { counter: '1', by: '1003' } },
        {
          HandoverCompleted: {
            counter: '1',
            from: '1001',
            to: '1003',
            record,
          },
        },
      ],
      became: {
        counters: {
          '1': {
            state: 'idle',
            clerk: '1003',
            openedAtMs: '12:01:00',
            sinceMs: '12:01:00',
            sign: null,
            handover: null,
          },
        },
        followUps: [
          {
            id: '8-0',
            text: 'call back',
            ticket: null,
            number: null,
            owner: '1003',
            by: '1001',
            day: '2026-03-02',
            sinceMs: '12:01:00',
            dueDay: '2026-03-03',
            passes: 0,
          },
        ],
      },
    });
  });

  it('[handover-record] completes with a record of its own; others keep their follow-ups', () => {
    const hall = asked();
    hall.do('complete-handover', one, sun);
    hall.do('handover', { ...two, to: '1004' }, zhou);
    hall.do('relieve-handover', two, chen);
    const own = { ...record, followUps: [{ text: 'refund', ticket: null, owner: '1002' }] };
    expect(outcome(hall.later(5), 'complete-handover', { ...two, record: own }, chen)).toEqual({
      events: [
        {
          HandoverCompleted: {
            counter: '2',
            from: '1002',
            to: '1004',
            record: own,
          },
        },
      ],
      became: {
        counters: {
          '2': {
            state: 'idle',
            clerk: '1004',
            openedAtMs: '12:01:05',
            sinceMs: '12:01:05',
            sign: null,
            handover: null,
          },
        },
        followUps: [
          {
            id: '8-0',
            text: 'call back',
            ticket: null,
            number: null,
            owner: '1003',
            by: '1001',
            day: '2026-03-02',
            sinceMs: '12:01:00',
            dueDay: '2026-03-03',
            passes: 0,
          },
          {
            id: '11-0',
            text: 'refund',
            ticket: null,
            number: null,
            owner: '1004',
            by: '1002',
            day: '2026-03-02',
            sinceMs: '12:01:05',
            dueDay: '2026-03-03',
            passes: 0,
          },
        ],
      },
    });
  });

  it('[handover-record] not without a record', () => {
    const hall = noon();
    hall.do('handover', { ...one, to: '1003' }, li);
    expect(outcome(hall, 'complete-handover', one, sun)).toEqual(
      refusedBy(
        'handover-record',
        { counter: '1' },
        {
          waysOut: [
            { command: 'complete-handover', args: { counter: '1' }, label: 'complete-record' },
          ],
        },
      ),
    );
    expect(outcome(hall, 'complete-handover', one, li)).toMatchObject({
      rules: ['stay-until-relieved', 'handover-record'],
    });
  });

  it('is called off: the outgoing clerk goes on, unless seated elsewhere by then', () => {
    const hall = asked();
    expect(outcome(hall, 'cancel-handover', one, li)).toEqual({
      events: [{ HandoverCancelled: { counter: '1' } }],
      became: {
        counters: { '1': { state: 'idle', sinceMs: '12:01:00', sign: null, handover: null } },
      },
    });
    const late = asked();
    late.do('relieve-handover', one, sun);
    late.open('3', '1001');
    expect(outcome(late, 'cancel-handover', one, supervisor)).toEqual(
      refusedBy('one-counter-one-clerk', { counter: '3', badge: '1001' }),
    );
    late.do('close', { counter: '3' }, li);
    expect(late.ask('cancel-handover', one, li).kind).toBe('accepted');
    expect(outcome(noon(), 'cancel-handover', one, supervisor)).toEqual(
      refusedBy('not-possible-now', { counter: '1', state: 'idle' }),
    );
    const strict = noon({ policy: { ...testPolicy, handover: 'strict' } });
    strict.issue();
    expect(strict.ask('handover', { ...one, to: '1003' }, li)).toMatchObject({
      rules: ['no-pause-while-waiting'],
    });
  });
});

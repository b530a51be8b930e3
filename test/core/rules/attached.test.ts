import { describe, expect, it } from 'vitest';
import type { AttachedReport } from '#core/events.ts';
import { nextDue } from '#core/due.ts';
import type { AttachedKind, AttachedState } from '#core/vocabulary.ts';
import { hallDay, kiosk, supervisor } from '#test/support/hall-day.ts';
import { outcome } from '#test/support/hall-told.ts';
import { agent, printer } from '#test/support/situations.ts';

const board: AttachedReport = { ...printer, id: 'board', kind: 'board', counter: '1' };

/** Opened at nine; the agent has told of these devices. */
function nine(...devices: readonly AttachedReport[]) {
  const hall = hallDay().at('09:00');
  hall.do('report-devices', { devices }, agent);
  return hall;
}

function reported(hall: ReturnType<typeof nine>, ...devices: readonly AttachedReport[]) {
  return outcome(hall.later(1), 'report-devices', { devices }, agent);
}

const nothing = { events: [], became: {} };

describe('what is attached to an agent', () => {
  it('is told once, and what has changed since', () => {
    const hall = nine();
    expect(reported(hall, printer, board)).toEqual({
      events: [
        { DeviceStateChanged: { device: 'agent', ...printer } },
        { DeviceStateChanged: { device: 'agent', ...board } },
      ],
      became: {
        attached: {
          'agent/printer': {
            device: 'agent',
            ...printer,
            sinceMs: '09:00:01',
            fault: null,
            hidden: false,
          },
          'agent/board': {
            device: 'agent',
            ...board,
            sinceMs: '09:00:01',
            fault: null,
            hidden: false,
          },
        },
      },
    });
    expect(reported(hall, printer, board)).toEqual(nothing);
    expect(reported(hall, { ...printer, state: 'paper-low', detail: 'roll ends' }, board)).toEqual({
      events: [
        {
          DeviceStateChanged: {
            device: 'agent',
            ...printer,
            state: 'paper-low',
            detail: 'roll ends',
          },
        },
      ],
      became: {
        attached: {
          'agent/printer': { state: 'paper-low', detail: 'roll ends', sinceMs: '09:00:03' },
        },
      },
    });
  });

  it.each<Partial<AttachedReport>>([
    { kind: 'board' },
    { state: 'paper-low' },
    { detail: 'cold' },
    { counter: '2' },
    { kiosk: 'Entrance' },
  ])('has changed where it is %o now', (change) => {
    const { detail, kind, state, counter, kiosk: at } = { ...printer, ...change };
    expect(reported(nine(printer), { ...printer, ...change })).toMatchObject({
      events: [
        {
          DeviceStateChanged: {
            device: 'agent',
            id: 'printer',
            kind,
            state,
            detail,
            counter,
            kiosk: at,
          },
        },
      ],
    });
  });

  it('is there no more when it is not named; the first word on one counts', () => {
    const hall = nine(printer, board);
    hall.do('report-devices', { devices: [printer] }, kiosk);
    expect(reported(hall, board, { ...board, state: 'offline' })).toEqual({
      events: [{ DeviceDetached: { device: 'agent', id: 'printer' } }],
      became: { attached: { 'agent/printer': 'gone' } },
    });
  });

  it('is told by devices only', () => {
    const hall = nine(printer);
    expect(outcome(hall, 'report-devices', { devices: [] }, supervisor)).toEqual(nothing);
  });

  it('is offline while its agent is away, and comes back by itself', () => {
    const hall = nine(printer, { ...board, state: 'offline' });
    hall.do('report-devices', { devices: [printer] }, kiosk);
    const absent = () =>
      outcome(hall.later(1), 'agent-absent', { device: 'agent' }, { kind: 'hub' });
    expect(absent()).toEqual({
      events: [
        {
          DeviceStateChanged: {
            device: 'agent',
            ...printer,
            state: 'offline',
            detail: 'the agent is not connected',
          },
        },
      ],
      became: {
        attached: {
          'agent/printer': {
            state: 'offline',
            detail: 'the agent is not connected',
            sinceMs: '09:00:01',
          },
        },
      },
    });
    expect(absent()).toEqual(nothing);
    expect(hall.state.attached['kiosk-1/printer']?.state).toBe('ready');
  });

  it('leaves papers that had begun in doubt, and the others as they are', () => {
    const away = (how: 'absent' | 'gone' | 'revoked') => {
      const hall = nine(printer, { ...printer, id: 'own', kiosk: 'kiosk-2' });
      const ids = [hall.issue(), hall.issue()].map(({ id }) => id);
      hall.do('issue-ticket', { service: 'payment' }, { kind: 'device', device: 'kiosk-2' });
      const third = hall.state.tickets.tail[2]!.id;
      for (const id of [ids[0]!, third]) {
        hall.do('report-print', { job: `${id}.0`, outcome: 'sending' }, agent);
      }
      if (how === 'absent') return outcome(hall, 'agent-absent', { device: 'agent' });
      if (how === 'revoked') return outcome(hall, 'revoke-device', { device: 'agent' });
      return reported(hall, { ...printer, id: 'own', kiosk: 'kiosk-2' });
    };
    const doubt = (ticket: string) => ({
      PrintUncertain: { ticket, job: `${ticket}.0`, detail: 'the printer went away' },
    });
    const events = (told: unknown) => (told as { events: unknown[] }).events;
    expect(events(away('gone'))).toEqual([
      { DeviceDetached: { device: 'agent', id: 'printer' } },
      doubt('A001'),
    ]);
    expect(events(away('revoked'))).toEqual([
      doubt('A001'),
      doubt('A003'),
      { DeviceRevoked: { device: 'agent' } },
    ]);
    expect(events(away('absent'))).toMatchObject([
      { DeviceStateChanged: { id: 'printer' } },
      doubt('A001'),
      { DeviceStateChanged: { id: 'own' } },
      doubt('A003'),
    ]);
  });

  it('goes with its agent when that is revoked', () => {
    const hall = nine(printer, board);
    hall.do('report-devices', { devices: [printer] }, kiosk);
    expect(Object.keys(hall.state.attached)).toHaveLength(3);
    expect(outcome(hall, 'revoke-device', { device: 'agent' })).toEqual({
      events: [{ DeviceRevoked: { device: 'agent' } }],
      became: { attached: { 'agent/printer': 'gone', 'agent/board': 'gone' } },
    });
    expect(outcome(hall, 'revoke-device', { device: 'agent' })).toEqual({
      events: [{ DeviceRevoked: { device: 'agent' } }],
      became: {},
    });
  });
});

describe('out of order', () => {
  /** The state is reported at 09:00:00, and told from 09:00:15 on. */
  const faulty = (state: AttachedState, kind: AttachedKind = 'printer') =>
    nine({ ...printer, kind, state });
  const faultOf = (hall: ReturnType<typeof nine>) => hall.state.attached['agent/printer']?.fault;

  it.each<[AttachedState, AttachedKind, number | null]>([
    ['ready', 'printer', null],
    ['paper-low', 'printer', null],
    ['paper-out', 'printer', 10],
    ['cover-open', 'printer', 10],
    ['offline', 'printer', 30],
    ['uncertain', 'printer', 30],
    ['offline', 'board', 30],
    ['offline', 'reader', 30],
    ['offline', 'pad', null],
  ])(
    '[fault-notice] %s of a %s is told after 15 s, back within %s minutes',
    (state, kind, minutes) => {
      const hall = faulty(state, kind);
      const toldMs = hall.atMs + 15_000;
      hall.moveTo(toldMs - 1);
      expect(faultOf(hall)).toBeNull();
      const before = hall.state.seq;
      hall.moveTo(toldMs);
      if (minutes === null) {
        expect(hall.state.seq).toBe(before);
        return;
      }
      expect(hall.history.at(-1)).toMatchObject({
        type: 'FaultRaised',
        actor: { kind: 'clock' },
        data: { device: 'agent', id: 'printer', state, untilMs: toldMs + minutes * 60_000 },
      });
      expect(faultOf(hall)).toEqual({ sinceMs: toldMs, untilMs: toldMs + minutes * 60_000 });
    },
  );

  it('[fault-notice] is told again when it lasts, since the same moment', () => {
    const hall = faulty('paper-out');
    const toldMs = hall.atMs + 15_000;
    hall.moveTo(toldMs + 600_000 - 1);
    expect(faultOf(hall)?.untilMs).toBe(toldMs + 600_000);
    hall.moveTo(toldMs + 600_000);
    expect(faultOf(hall)).toEqual({ sinceMs: toldMs, untilMs: toldMs + 1_200_000 });
  });

  it('[fault-notice] falls due the earliest first, and only while the doors are open', () => {
    const hall = faulty('offline');
    const { atMs } = hall;
    hall.later(2).do(
      'report-devices',
      {
        devices: [
          { ...printer, state: 'offline' },
          { ...board, state: 'offline' },
        ],
      },
      agent,
    );
    expect(nextDue(hall.state)).toBe(atMs + 15_000);
    const later = faulty('offline').later(2);
    later.do('report-devices', { devices: [{ ...board, state: 'offline' }] }, kiosk);
    later.do('report-devices', { devices: [] }, agent);
    later.later(3).do('report-devices', { devices: [{ ...printer, state: 'offline' }] }, agent);
    expect(nextDue(later.state)).toBe(atMs + 17_000);
    const closed = hallDay().at('08:00');
    closed.do('report-devices', { devices: [{ ...printer, state: 'offline' }] }, agent);
    expect(nextDue(closed.state)).toBe(closed.state.hours?.opensAtMs);
    closed.at('08:29:59');
    expect(faultOf(closed)).toBeNull();
    closed.at('08:30');
    expect(faultOf(closed)).not.toBeNull();
  });

  it('[fault-notice] ends when it works again, is low on paper, or is gone', () => {
    for (const state of ['ready', 'paper-low'] as const) {
      const hall = faulty('paper-out').later(15);
      expect(reported(hall, { ...printer, state })).toEqual({
        events: [
          {
            DeviceStateChanged: {
              device: 'agent',
              id: 'printer',
              kind: 'printer',
              state,
              detail: null,
              counter: null,
              kiosk: null,
            },
          },
          { FaultEnded: { device: 'agent', id: 'printer', why: 'fixed' } },
        ],
        became: {
          attached: { 'agent/printer': { state, sinceMs: '09:00:16', fault: null } },
        },
      });
    }
    const ended = { FaultEnded: { device: 'agent', id: 'printer', why: 'fixed' } };
    expect(reported(faulty('paper-out').later(15))).toMatchObject({
      events: [ended, { DeviceDetached: {} }],
    });
    const revoked = outcome(faulty('paper-out').later(15), 'revoke-device', { device: 'agent' });
    expect(revoked).toMatchObject({ events: [ended, { DeviceRevoked: {} }] });
    const two = faulty('paper-out').later(15);
    expect(outcome(two, 'revoke-device', { device: 'nobody' })).toEqual({
      events: [{ DeviceRevoked: { device: 'nobody' } }],
      became: {},
    });
    const other = reported(faulty('paper-out').later(15), { ...printer, state: 'offline' });
    expect((other as { events: unknown[] }).events).toHaveLength(1);
  });

  it('[fault-notice] stays down once withdrawn, until it has worked again', () => {
    const hall = faulty('paper-out').later(15);
    const notice = 'fault:agent/printer';
    expect(outcome(hall, 'withdraw-notice', { notice })).toEqual({
      events: [{ FaultEnded: { device: 'agent', id: 'printer', why: 'withdrawn' } }],
      became: { attached: { 'agent/printer': { fault: null, hidden: true } } },
    });
    expect(outcome(hall, 'withdraw-notice', { notice })).toEqual({ what: 'notice', id: notice });
    reported(hall, { ...printer, state: 'cover-open' });
    hall.later(7_200);
    expect(faultOf(hall)).toBeNull();
    for (const state of ['ready', 'paper-low'] as const) {
      reported(hall, { ...printer, state });
      expect(hall.state.attached['agent/printer']?.hidden).toBe(false);
    }
    reported(hall, { ...printer, state: 'paper-out' });
    hall.later(15);
    expect(faultOf(hall)).not.toBeNull();
  });
});

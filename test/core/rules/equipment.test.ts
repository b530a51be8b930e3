import { describe, expect, it } from 'vitest';
import type { AttachedReport } from '#core/events.ts';
import { clerk, hallDay, kiosk, supervisor } from '#test/support/hall-day.ts';
import { agent, printer } from '#test/support/situations.ts';

function opened(...devices: readonly AttachedReport[]) {
  const hall = hallDay().at('09:00');
  hall.do('report-devices', { devices: devices.length > 0 ? devices : [printer] }, agent);
  return hall;
}

describe('a ticket’s paper', () => {
  it('is asked with the ticket, begins once, and ends as printed', () => {
    const hall = opened();
    const ticket = hall.issue();
    expect(hall.types().slice(-2)).toEqual(['TicketIssued', 'PrintAsked']);
    const job = `${ticket.id}.0`;
    hall.do('report-print', { job, outcome: 'sending' }, agent);
    // Told again, as after a lost answer: nothing is written twice.
    expect(hall.do('report-print', { job, outcome: 'sending' }, agent)).toEqual([]);
    hall.do('report-print', { job, outcome: 'sent' }, agent);
    // Whoever would begin it again is refused.
    expect(hall.refused('report-print', { job, outcome: 'sending' }, agent).by.state).toBe(
      'print-sent',
    );
    hall.do('report-print', { job, outcome: 'printed' }, agent);
    expect(hall.ticket(ticket.id).print?.state).toBe('printed');
    expect(hall.state.printing).toEqual([]);
  });

  it('is not asked by staff, nor where no printer stands, nor for another kiosk’s printer', () => {
    const hall = opened({ ...printer, kiosk: 'other door' });
    expect(hall.issue().print).toBeNull();
    hall.do('report-devices', { devices: [printer] }, agent);
    hall.do('issue-ticket', { service: 'payment' }, clerk('1001'));
    expect(hall.types().at(-1)).toBe('TicketIssued');
    const named = { service: 'payment', kiosk: 'door' } as const;
    hall.do(
      'report-devices',
      { devices: [printer, { ...printer, id: 'own', kiosk: 'door' }] },
      agent,
    );
    hall.do('issue-ticket', named, kiosk);
    expect(hall.history.at(-1)).toMatchObject({ data: { printer: 'agent/own' } });
  });

  it('uncertain is a person’s: printed after all, or a copy that says so; never by itself', () => {
    const hall = opened();
    const ticket = hall.issue();
    const args = { ticket: ticket.id };
    expect(hall.refused('reprint-ticket', args, supervisor).by.state).toBe('print-asked');
    for (const outcome of ['sending', 'uncertain'] as const) {
      hall.do('report-print', { job: `${ticket.id}.0`, outcome }, agent);
    }
    expect(hall.state.printTroubles).toEqual([ticket.ordinal]);
    expect(
      hall.refused('report-print', { job: `${ticket.id}.0`, outcome: 'sending' }, agent).rule,
    ).toBe('not-possible-now');
    hall.do('reprint-ticket', args, supervisor);
    expect(hall.history.at(-1)).toMatchObject({
      type: 'PrintAsked',
      data: { job: `${ticket.id}.1`, copy: true },
      actor: { kind: 'staff' },
    });
    // The old paper's name opens nothing any more.
    const old = hall.ask('report-print', { job: `${ticket.id}.0`, outcome: 'printed' }, agent);
    expect(old.kind).toBe('unknown');
    for (const outcome of ['sending', 'uncertain'] as const) {
      hall.do('report-print', { job: `${ticket.id}.1`, outcome }, agent);
    }
    hall.do('settle-print', { ...args, as: 'printed' }, clerk('1001'));
    expect(hall.state.printTroubles).toEqual([]);
  });

  it('refused begins again by itself, three times, then a person is asked', () => {
    const hall = opened();
    const { id } = hall.issue();
    for (let round = 0; round < 3; round += 1) {
      expect(hall.ticket(id).print?.state).toBe('asked');
      for (const outcome of ['sending', 'refused'] as const) {
        hall.do('report-print', { job: `${id}.0`, outcome }, agent);
      }
    }
    expect(hall.ticket(id).print?.state).toBe('refused');
    expect(hall.state.printTroubles).toHaveLength(1);
  });

  it('is dropped when its customer is served or leaves before it began', () => {
    const hall = opened({ ...printer, state: 'paper-out' });
    hall.open('1', '1001');
    const served = hall.issue();
    const gone = hall.issue();
    hall.do('call', { counter: '1' }, clerk('1001'));
    expect(hall.state.printing).toHaveLength(2);
    hall.do('start', { counter: '1' }, clerk('1001'));
    hall.do('cancel-ticket', { ticket: gone.id });
    expect(hall.state.printing).toEqual([]);
    expect(hall.ticket(served.id).print?.state).toBe('dropped');
  });

  it('an agent speaks for its own printers only, and its absence makes begun papers uncertain', () => {
    const hall = opened();
    const { id } = hall.issue();
    const other = { kind: 'device', device: 'age' } as const;
    const report = { job: `${id}.0`, outcome: 'sending' } as const;
    expect(hall.refused('report-print', report, other).by.state).toBe('not-yours');
    hall.do('report-print', report, agent);
    hall.do('agent-absent', { device: 'agent' }, { kind: 'hub' });
    expect(hall.ticket(id).print?.state).toBe('uncertain');
    // It was only the network: the agent knows better.
    hall.do('report-print', { job: `${id}.0`, outcome: 'printed' }, agent);
    expect(hall.ticket(id).print?.state).toBe('printed');
  });
});

describe('equipment out of order', () => {
  const fault = (hall: ReturnType<typeof opened>) => hall.state.attached['agent/printer']?.fault;

  it('[fault-notice] is told once it lasts, with its expected return, and ends with the fault', () => {
    const hall = opened();
    const out = { ...printer, state: 'paper-out' } as const;
    hall.do('report-devices', { devices: [out] }, agent);
    expect(fault(hall.later(14))).toBeNull();
    hall.later(2);
    expect(fault(hall)).toMatchObject({ untilMs: hall.atMs - 1_000 + 10 * 60_000 });
    // Told again with a later return where it takes longer.
    const first = fault(hall)?.untilMs ?? 0;
    hall.later(11 * 60);
    expect(fault(hall)?.untilMs).toBeGreaterThan(first);
    hall.do('report-devices', { devices: [printer] }, agent);
    expect(hall.types().at(-1)).toBe('FaultEnded');
    expect(fault(hall)).toBeNull();
  });

  it('[fault-notice] a hiccup is told nobody, a withdrawn notice stays down, a pad is the staff’s', () => {
    const hall = opened(printer, { ...printer, id: 'pad', kind: 'pad', counter: '1' });
    const off = { ...printer, state: 'offline' } as const;
    const pad = { ...off, id: 'pad', kind: 'pad', counter: '1' } as const;
    hall.do('report-devices', { devices: [off, pad] }, agent);
    hall.later(5).do('report-devices', { devices: [printer, pad] }, agent);
    hall.later(3_600);
    expect(hall.types()).not.toContain('FaultRaised');
    hall.do('report-devices', { devices: [off, pad] }, agent);
    hall.later(60);
    expect(fault(hall)).not.toBeNull();
    hall.do('withdraw-notice', { notice: 'fault:agent/printer' }, supervisor);
    hall.later(2 * 3_600);
    expect(fault(hall)).toBeNull();
  });

  it('what is attached and in doubt passes into the next day, and so does a fault’s end', () => {
    const hall = opened({ ...printer, state: 'offline' });
    hall.at('08:40', '2026-03-03');
    expect(hall.state.attached['agent/printer']?.state).toBe('offline');
    hall.do('revoke-device', { device: 'agent' }, supervisor);
    expect(hall.state.attached).toEqual({});
  });
});

import { describe, expect, it } from 'vitest';
import type { HallEvent } from '#core/events.ts';
import { createEstimateAudit } from '#projections/estimate-audit.ts';
import { openHall } from './given.ts';

let seq = 0;

function event(day: string, type: string, data: object): HallEvent {
  seq += 1;
  const whole: unknown = { seq, day, atMs: seq, actor: { kind: 'hub' }, type, data };
  return whole as HallEvent;
}

/** A day on which so many were told 60 to 120 s; `late` of them waited 200 s, the others 90 s. */
function day(date: string, service: string, count: number, late: number): readonly HallEvent[] {
  return Array.from({ length: count }, (_, index) => {
    const ticket = `${date}-${service}-${String(index)}`;
    const estimate = { p50Seconds: 60, p90Seconds: 120 };
    const waitMs = index < late ? 200_000 : 90_000;
    return [
      event(date, 'TicketIssued', { ticket, service, estimate }),
      event(date, 'TicketCalled', { ticket, waitMs }),
    ];
  }).flat();
}

describe('the audit of estimates', () => {
  it('[honest-statistics] coverage, error and bias by day and service, from the journal alone', () => {
    const audit = createEstimateAudit();
    for (const each of day('2026-03-02', 'payment', 10, 2)) audit.apply(each);
    audit.apply(
      event('2026-03-02', 'TicketIssued', { ticket: 'x', service: 'payment', estimate: null }),
    );
    audit.apply(event('2026-03-02', 'TicketCalled', { ticket: 'x', waitMs: 5_000 }));
    const [first] = audit.read().byDay;
    expect(first).toMatchObject({
      date: '2026-03-02',
      told: 10,
      untold: 1,
      coverage90: 0.8,
      meanWaitSeconds: 112,
      errorSeconds: 52,
      biasSeconds: -52,
    });
    expect(first?.byService).toMatchObject([{ service: 'payment', told: 10 }]);
  });

  it('warns when a week and a hundred tickets leave 0.85 to 0.95, and not before', () => {
    const audit = createEstimateAudit();
    const dates = [1, 2, 3, 4, 5, 6, 7].map((each) => `2026-03-0${String(each)}`);
    for (const date of dates.slice(0, 6)) {
      for (const each of [...day(date, 'a', 20, 5), ...day(date, 'b', 20, 2)]) audit.apply(each);
    }
    expect(audit.read().warnings).toEqual([]);
    const last = dates[6] ?? '';
    for (const each of [...day(last, 'a', 20, 5), ...day(last, 'b', 20, 2)]) audit.apply(each);
    expect(audit.read().warnings).toEqual([
      { service: '*', coverage90: 0.825 },
      { service: 'a', coverage90: 0.75 },
    ]);
  });

  it('what a ticket was told stands in the journal as it was told, and its wait beside it', () => {
    const hall = openHall();
    hall.run('open', { counter: '3' }, '1001');
    const audit = createEstimateAudit();
    const ticket = hall.take('payment');
    hall.pass(40);
    hall.run('call', { counter: '3' }, '1001');
    hall.events.forEach((each) => audit.apply(each));
    const { byDay } = audit.read();
    const told = ticket.estimate === null ? 0 : 1;
    expect(byDay[0]).toMatchObject({ told, untold: 1 - told });
    if (told === 1) expect(byDay[0]?.meanWaitSeconds).toBe(40);
  });
});

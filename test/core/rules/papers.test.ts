import { describe, expect, it } from 'vitest';
import type { AttachedReport } from '#core/events.ts';
import type { Actor } from '#core/vocabulary.ts';
import { clerk, hallDay, kiosk, supervisor } from '#test/support/hall-day.ts';
import { outcome } from '#test/support/hall-told.ts';
import { agent, printer } from '#test/support/situations.ts';

const other: Actor = { kind: 'device', device: 'agen' };
const board: AttachedReport = { ...printer, id: 'board', kind: 'board' };
type Outcome = 'sending' | 'sent' | 'printed' | 'uncertain' | 'refused';

function nine(...devices: readonly AttachedReport[]) {
  const hall = hallDay().at('08:20').open('1', '1001').at('09:00');
  hall.do('report-devices', { devices: devices.length > 0 ? devices : [board, printer] }, agent);
  return hall;
}

/** A001 with its paper, told this much of it. */
function papered(...outcomes: readonly Outcome[]) {
  const hall = nine();
  const { id } = hall.issue();
  for (const each of outcomes) {
    hall.later(1).do('report-print', { job: `${id}.0`, outcome: each }, agent);
  }
  const report = (what: Outcome, detail?: string, actor = agent) =>
    outcome(
      hall.later(1),
      'report-print',
      { job: `${id}.0`, outcome: what, ...(detail === undefined ? {} : { detail }) },
      actor,
    );
  return { hall, id, report };
}

const paths: Record<string, readonly Outcome[]> = {
  asked: [],
  sending: ['sending'],
  sent: ['sending', 'sent'],
  printed: ['sending', 'sent', 'printed'],
  uncertain: ['sending', 'uncertain'],
  refused: ['sending', 'refused', 'sending', 'refused', 'sending', 'refused'],
};

const refusal = (state: string) => ({
  rule: 'not-possible-now',
  rules: ['not-possible-now'],
  by: { ticket: 'A001', number: 'A001', state: `print-${state}` },
  waysOut: [],
  overridable: false,
});

describe('which printer', () => {
  const own = { ...printer, id: 'own', kiosk: 'kiosk-1' };
  const named = { ...printer, id: 'named', kiosk: 'Entrance' };
  const far = { ...printer, id: 'far', kiosk: 'kiosk-9' };
  const out = { state: 'paper-out' } as const;

  it.each<[string, readonly AttachedReport[], string | null]>([
    ['the kiosk’s own, by its id', [board, far, printer, own], 'agent/own'],
    ['the kiosk’s own, by its name', [far, printer, named], 'agent/named'],
    ['one for every kiosk', [board, far, printer], 'agent/printer'],
    ['nobody’s else', [board, far], null],
    [
      'the one that works',
      [
        { ...printer, ...out },
        { ...printer, id: 'b' },
      ],
      'agent/b',
    ],
    [
      'one low on paper',
      [
        { ...printer, ...out },
        { ...printer, id: 'b', state: 'paper-low' },
      ],
      'agent/b',
    ],
    [
      'the first where none works',
      [
        { ...printer, ...out },
        { ...printer, id: 'b', ...out },
      ],
      'agent/printer',
    ],
    ['its own though it does not work', [printer, { ...own, ...out }], 'agent/own'],
  ])('%s', (_, devices, expected) => {
    const hall = nine(...devices);
    const told = outcome(hall, 'issue-ticket', { service: 'payment', kiosk: 'Entrance' }, kiosk);
    const job = { ticket: 'A001', job: 'A001.0', printer: expected, copy: false };
    const events = [
      { TicketIssued: { ticket: 'A001' } },
      ...(expected === null ? [] : [{ PrintAsked: job }]),
    ];
    expect(told).toMatchObject({ events });
    expect((told as { events: unknown[] }).events).toHaveLength(events.length);
  });

  it('the kiosk’s own though its name is not known', () => {
    const hall = nine(printer, own);
    expect(outcome(hall, 'issue-ticket', { service: 'payment' }, kiosk)).toMatchObject({
      events: [{}, { PrintAsked: { printer: 'agent/own' } }],
    });
  });

  it('none for a number that a colleague gives', () => {
    const told = outcome(nine(), 'issue-ticket', { service: 'payment' }, supervisor);
    expect((told as { events: unknown[] }).events).toHaveLength(1);
  });
});

describe('what an agent says of a paper', () => {
  it('is asked for, begins, leaves, and is printed', () => {
    const { report, hall } = papered();
    expect(hall.state.printing).toEqual([0]);
    expect(report('sending')).toEqual({
      events: [{ PrintBegan: { ticket: 'A001', job: 'A001.0' } }],
      became: { tickets: { A001: { print: { state: 'sending', sinceMs: '09:00:01' } } } },
    });
    expect(report('sent')).toEqual({
      events: [{ PrintSent: { ticket: 'A001', job: 'A001.0' } }],
      became: { tickets: { A001: { print: { state: 'sent', sinceMs: '09:00:02' } } } },
    });
    expect(report('printed')).toEqual({
      events: [{ Printed: { ticket: 'A001', job: 'A001.0' } }],
      became: {
        tickets: { A001: { print: { state: 'printed', sinceMs: '09:00:03' } } },
        printing: [],
      },
    });
  });

  it('does not know, or was refused: a person looks after three refusals', () => {
    const { report } = papered('sending');
    expect(report('uncertain', 'cover')).toEqual({
      events: [{ PrintUncertain: { ticket: 'A001', job: 'A001.0', detail: 'cover' } }],
      became: {
        tickets: { A001: { print: { state: 'uncertain', sinceMs: '09:00:02' } } },
        printing: [],
        printTroubles: [0],
      },
    });
    expect(papered('sending').report('uncertain')).toMatchObject({
      events: [{ PrintUncertain: { detail: null } }],
    });
    const again = papered('sending', 'refused', 'sending');
    expect(again.report('refused', 'no paper')).toEqual({
      events: [{ PrintRefused: { ticket: 'A001', job: 'A001.0', detail: 'no paper' } }],
      became: {
        tickets: { A001: { print: { state: 'asked', refusals: 2, sinceMs: '09:00:04' } } },
      },
    });
    again.report('sending');
    expect(again.report('refused')).toEqual({
      events: [{ PrintRefused: { ticket: 'A001', job: 'A001.0', detail: null } }],
      became: {
        tickets: { A001: { print: { state: 'refused', refusals: 3, sinceMs: '09:00:06' } } },
        printing: [],
        printTroubles: [0],
      },
    });
  });

  it.each<[Outcome, readonly string[]]>([
    ['sending', ['asked']],
    ['sent', ['sending']],
    ['printed', ['sending', 'sent', 'uncertain']],
    ['uncertain', ['sending', 'sent']],
    ['refused', ['sending']],
  ])('%s follows %o; told twice is told once', (what, after) => {
    for (const [state, path] of Object.entries(paths)) {
      const { report } = papered(...path);
      const told = report(what);
      if (state === what) expect(told).toEqual({ events: [], became: {} });
      else if (!after.includes(state)) expect(told).toEqual(refusal(state));
      else expect(told).toMatchObject({ events: [{}] });
    }
  });

  it('is of its own printers only', () => {
    for (const actor of [other, supervisor]) {
      expect(papered().report('sending', undefined, actor)).toEqual({
        ...refusal(''),
        by: { state: 'not-yours' },
      });
    }
  });

  it.each(['nothing', '0-x.0', '.0', '0.', ''])('is of no job: %s', (job) => {
    const { hall } = papered();
    expect(outcome(hall, 'report-print', { job, outcome: 'sending' }, agent)).toEqual({
      what: 'ticket',
      id: job,
    });
  });

  it('is of a job that this ticket does not have, or has no more', () => {
    const { hall, id } = papered('sending', 'sent', 'printed');
    hall.do('reprint-ticket', { ticket: id });
    for (const no of ['0', '2', 'x']) {
      const args = { job: `${id}.${no}`, outcome: 'sending' } as const;
      expect(hall.ask('report-print', args, agent)).toEqual({
        kind: 'unknown',
        what: 'ticket',
        id: args.job,
      });
    }
    const bare = nine(board);
    const ticket = bare.issue();
    const args = { job: `${ticket.id}.0`, outcome: 'sending' } as const;
    expect(bare.ask('report-print', args, agent).kind).toBe('unknown');
  });
});

describe('another paper', () => {
  const again = (one: ReturnType<typeof papered>, args: object = {}) =>
    outcome(one.hall.later(1), 'reprint-ticket', { ticket: one.id, ...args });

  it('says that it is a copy, and is counted', () => {
    expect(again(papered('sending', 'sent', 'printed'))).toEqual({
      events: [
        { PrintAsked: { ticket: 'A001', job: 'A001.1', printer: 'agent/printer', copy: true } },
      ],
      became: {
        tickets: { A001: { print: { no: 1, state: 'asked', copy: true, sinceMs: '09:00:04' } } },
        printing: [0],
      },
    });
  });

  it('is not asked for while one is on its way', () => {
    for (const [state, path] of Object.entries(paths)) {
      const told = again(papered(...path));
      if (['asked', 'sending', 'sent'].includes(state)) expect(told).toEqual(refusal(state));
      else expect(told).toMatchObject({ events: [{ PrintAsked: { copy: true } }] });
    }
  });

  it('is the first where none was wanted, or none printed before', () => {
    const dropped = papered();
    dropped.hall.do('settle-print', { ticket: dropped.id, as: 'dropped' });
    expect(again(dropped)).toMatchObject({
      events: [{ PrintAsked: { job: 'A001.1', copy: false } }],
    });
    const hall = nine(printer);
    hall.do('issue-ticket', { service: 'payment' }, supervisor);
    const { id } = hall.state.tickets.tail[0]!;
    expect(outcome(hall, 'reprint-ticket', { ticket: id })).toMatchObject({
      events: [{ PrintAsked: { job: 'A001.0', copy: false, printer: 'agent/printer' } }],
    });
  });

  it('comes from the printer that is named, or that it had, or any that stands', () => {
    const far = { ...printer, id: 'far', kiosk: 'kiosk-9' };
    const on = (...devices: readonly AttachedReport[]) => {
      const one = papered('sending', 'sent', 'printed');
      one.hall.do('report-devices', { devices }, agent);
      return one;
    };
    const printerIn = (told: unknown) =>
      (told as { events: { PrintAsked: { printer: string } }[] }).events[0]?.PrintAsked.printer;
    expect(printerIn(again(on(printer, far), { printer: 'agent/far' }))).toBe('agent/far');
    expect(printerIn(again(on(far, printer)))).toBe('agent/printer');
    expect(printerIn(again(on(far, { ...printer, id: 'b' })))).toBe('agent/b');
    expect(printerIn(again(on(board, far)))).toBe('agent/far');
    expect(again(on(board))).toEqual({ ...refusal(''), by: { state: 'no-printer' } });
    for (const wrong of ['agent/board', 'agent/nothing']) {
      expect(again(on(board, printer), { printer: wrong })).toEqual({ what: 'device', id: wrong });
    }
    expect(again({ ...on(printer), id: '0-x' })).toEqual({ what: 'ticket', id: '0-x' });
  });

  it('is asked for though the printer of the first has gone with it', () => {
    const one = papered();
    one.hall.do('report-devices', { devices: [{ ...printer, id: 'b' }] }, agent);
    expect(again(one)).toMatchObject({ events: [{ PrintAsked: { printer: 'agent/b' } }] });
  });
});

describe('a person who has looked', () => {
  it.each<['printed' | 'dropped', readonly string[]]>([
    ['printed', ['uncertain', 'refused']],
    ['dropped', ['uncertain', 'refused', 'asked']],
  ])('says %s of what is %o', (as, possible) => {
    for (const [state, path] of Object.entries(paths)) {
      const { hall, id } = papered(...path);
      const told = outcome(hall, 'settle-print', { ticket: id, as });
      if (state === as) expect(told).toEqual({ events: [], became: {} });
      else if (!possible.includes(state)) expect(told).toEqual(refusal(state));
      else {
        expect(told).toMatchObject({
          events: [{ PrintSettled: { ticket: 'A001', job: 'A001.0', as } }],
          became: { tickets: { A001: { print: { state: as } } } },
        });
        expect([hall.state.printing, hall.state.printTroubles]).toEqual([[], []]);
      }
    }
  });

  it('says nothing of a ticket without a paper, or of none', () => {
    const hall = nine(board);
    const { id } = hall.issue();
    for (const ticket of [id, '0-x']) {
      const decision = hall.ask('settle-print', { ticket, as: 'dropped' });
      expect(decision).toEqual({ kind: 'unknown', what: 'ticket', id: ticket });
    }
  });
});

describe('a paper that nobody needs', () => {
  const one = { counter: '1' };

  it('is dropped when its customer is served, or gone', () => {
    const served = papered();
    served.hall.do('call', one, clerk('1001'));
    expect(served.hall.state.printing).toEqual([0]);
    expect(outcome(served.hall, 'start', one, clerk('1001'))).toMatchObject({
      became: { tickets: { A001: { print: { state: 'dropped' } } }, printing: [] },
    });
    const gone = papered();
    expect(outcome(gone.hall, 'cancel-ticket', { ticket: gone.id })).toMatchObject({
      became: { tickets: { A001: { print: { state: 'dropped' } } }, printing: [] },
    });
  });

  it('ends as it ends where it has begun; its trouble is over with the visit, not before', () => {
    const begun = papered('sending');
    begun.hall.do('call', one, clerk('1001'));
    begun.hall.do('start', one, clerk('1001'));
    expect(begun.hall.state.printing).toEqual([0]);
    const trouble = papered('sending', 'uncertain');
    trouble.hall.do('call', one, clerk('1001'));
    trouble.hall.do('start', one, clerk('1001'));
    expect(trouble.hall.state.printTroubles).toEqual([0]);
    trouble.hall.do('finish', one, clerk('1001'));
    expect(trouble.hall.state.printTroubles).toEqual([]);
    expect(trouble.report('printed')).toMatchObject({ events: [{ Printed: {} }] });
  });
});

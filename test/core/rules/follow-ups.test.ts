import { describe, expect, it } from 'vitest';
import { followUpsMax } from '#core/follow-ups.ts';
import { clerk, hallDay, supervisor } from '#test/support/hall-day.ts';
import { fridayOf } from './weeks.ts';

const record = {
  equipment: 'fine',
  hardCases: 'none',
  staffChanges: 'none',
  followUps: [],
  note: null,
};

function morning() {
  return hallDay().at('08:20').open('1', '1001').open('2', '1002').at('10:00');
}

describe('writing down who must be answered', () => {
  it('[first-asked] belongs to who wrote it, with its ticket’s number and the next open day', () => {
    const hall = morning();
    const ticket = hall.issue('payment');
    const [event] = hall.do(
      'open-follow-up',
      { text: 'call back about the bill', ticket: ticket.id },
      clerk('1001'),
    );
    expect(event).toMatchObject({
      type: 'FollowUpOpened',
      data: {
        id: expect.any(String) as string,
        text: 'call back about the bill',
        number: ticket.number,
        owner: '1001',
        by: '1001',
        dueDay: '2026-03-03',
      },
    });
    expect(hall.state.followUps).toMatchObject([
      { owner: '1001', passes: 0, day: '2026-03-02', sinceMs: hall.atMs },
    ]);
  });

  it('[first-asked] before opening it is due on the next open day as well, not today', () => {
    const hall = hallDay().at('07:40');
    hall.do('open-follow-up', { text: 'ask the warehouse' }, clerk('1001'));
    expect(hall.state.followUps[0]?.dueDay).toBe('2026-03-03');
  });

  it('[first-asked] a due day of its own may be today and not yesterday', () => {
    const hall = morning();
    const today = { text: 'today', dueDay: '2026-03-02' };
    hall.do('open-follow-up', today, clerk('1001'));
    const yesterday = { text: 'late', dueDay: '2026-03-01' };
    expect(hall.refused('open-follow-up', yesterday, clerk('1001'))).toMatchObject({
      rule: 'first-asked',
      rules: ['first-asked'],
      by: { state: 'due-past' },
      overridable: false,
    });
  });

  it('[first-asked] only a supervisor gives it to somebody else', () => {
    const hall = morning();
    const other = { text: 'x', owner: '1002' };
    expect(hall.refused('open-follow-up', other, clerk('1001'))).toMatchObject({
      rule: 'first-asked',
      by: { badge: '1002' },
      overridable: false,
    });
    hall.do('open-follow-up', other, supervisor);
    expect(hall.state.followUps[0]).toMatchObject({ owner: '1002', by: '9001' });
  });

  it('names what the hall does not have', () => {
    const hall = morning();
    expect(hall.ask('open-follow-up', { text: 'x', owner: '7777' }, supervisor)).toEqual({
      kind: 'unknown',
      what: 'staff',
      id: '7777',
    });
    expect(hall.ask('open-follow-up', { text: 'x', ticket: 'none' }, clerk('1001'))).toEqual({
      kind: 'unknown',
      what: 'ticket',
      id: 'none',
    });
    for (const name of ['answer-follow-up', 'pass-follow-up'] as const) {
      expect(hall.ask(name, { followUp: 'none', how: 'x', to: '1002' }, clerk('1001'))).toEqual({
        kind: 'unknown',
        what: 'follow-up',
        id: 'none',
      });
    }
  });

  it('[first-asked] the list of a hall has an end, and says so', () => {
    const hall = morning();
    for (let n = 0; n < followUpsMax; n += 1) {
      hall.do('open-follow-up', { text: `matter ${String(n)}` }, clerk('1001'));
    }
    expect(hall.refused('open-follow-up', { text: 'one more' }, clerk('1001'))).toMatchObject({
      rule: 'first-asked',
      by: { count: followUpsMax },
    });
  });
});

describe('answering and passing on', () => {
  function owed() {
    const hall = morning();
    hall.do('open-follow-up', { text: 'call back' }, clerk('1001'));
    return { hall, id: hall.state.followUps[0]?.id ?? '' };
  }

  it('[first-asked] its owner says how it was answered, and only then it is off the list', () => {
    const { hall, id } = owed();
    hall.later(600);
    const [event] = hall.do('answer-follow-up', { followUp: id, how: 'called' }, clerk('1001'));
    expect(event).toMatchObject({
      type: 'FollowUpAnswered',
      actor: { kind: 'staff', badge: '1001' },
      data: {
        followUp: id,
        how: 'called',
        text: 'call back',
        number: null,
        owner: '1001',
        by: '1001',
        sinceMs: hall.atMs - 600_000,
        dueDay: '2026-03-03',
      },
    });
    expect(hall.state.followUps).toEqual([]);
  });

  it('[first-asked] another clerk neither answers nor passes it; a supervisor does', () => {
    const { hall, id } = owed();
    for (const name of ['answer-follow-up', 'pass-follow-up'] as const) {
      expect(
        hall.refused(name, { followUp: id, how: 'x', to: '1003' }, clerk('1002')),
      ).toMatchObject({ rule: 'first-asked', by: { badge: '1001' }, overridable: false });
    }
    hall.do('pass-follow-up', { followUp: id, to: '1002' }, supervisor);
    hall.do('answer-follow-up', { followUp: id, how: 'done' }, supervisor);
    expect(hall.state.followUps).toEqual([]);
  });

  it('[first-asked] passing tells from whom and why; to its owner it changes nothing', () => {
    const { hall, id } = owed();
    expect(hall.do('pass-follow-up', { followUp: id, to: '1001' }, clerk('1001'))).toEqual([]);
    const [event] = hall.do(
      'pass-follow-up',
      { followUp: id, to: '1002', reason: 'on leave' },
      clerk('1001'),
    );
    expect(event?.data).toEqual({ followUp: id, from: '1001', to: '1002', reason: 'on leave' });
    expect(hall.state.followUps).toMatchObject([{ id, owner: '1002', by: '1001', passes: 1 }]);
    expect(hall.ask('pass-follow-up', { followUp: id, to: '7777' }, supervisor)).toEqual({
      kind: 'unknown',
      what: 'staff',
      id: '7777',
    });
  });
});

describe('over handovers and days', () => {
  it('[handover-record] a line with its id is the one on the list, in the words of the record', () => {
    const hall = morning();
    hall.do('open-follow-up', { text: 'call back' }, clerk('1001'));
    hall.do('open-follow-up', { text: 'write' }, clerk('1001'));
    hall.do('open-follow-up', { text: 'ask' }, clerk('1002'));
    const [mine, kept, other] = hall.state.followUps.map(({ id }) => id);
    hall.at('12:00').do('handover', { counter: '1', to: '1003' }, clerk('1001'));
    const line = { ticket: null, owner: '1001' };
    const followUps = [
      { ...line, text: 'call back before Friday', id: mine ?? '' },
      { ...line, text: 'ask again', id: other ?? '' },
    ];
    hall.do('complete-handover', { counter: '1', record: { ...record, followUps } }, clerk('1003'));
    expect(hall.state.followUps.map(({ id, text, owner }) => [id, text, owner])).toEqual([
      [mine, 'call back before Friday', '1003'],
      [kept, 'write', '1003'],
      [other, 'ask', '1002'],
    ]);
  });

  it('[handover-record] what the record leaves out passes on all the same; what it adds is new', () => {
    const hall = morning();
    hall.do('open-follow-up', { text: 'said again by its words' }, clerk('1001'));
    hall.do('open-follow-up', { text: 'said again by its id' }, clerk('1001'));
    hall.do('open-follow-up', { text: 'left out' }, clerk('1001'));
    hall.do('open-follow-up', { text: 'another’s' }, clerk('1002'));
    const [, byId] = hall.state.followUps;
    hall.at('12:00').do('handover', { counter: '1', to: '1003' }, clerk('1001'));
    const followUps = [
      { text: 'said again by its words', ticket: null, owner: '1001' },
      { text: 'with other words', ticket: null, owner: '1001', id: byId?.id ?? '' },
      { text: 'new', ticket: null, owner: '1001' },
      { text: 'another’s', ticket: null, owner: '1001' },
    ];
    hall.do('complete-handover', { counter: '1', record: { ...record, followUps } }, clerk('1003'));
    expect(
      hall.state.followUps.map(({ text, owner, by, passes }) => [text, owner, by, passes]),
    ).toEqual([
      ['said again by its words', '1003', '1001', 1],
      ['with other words', '1003', '1001', 1],
      ['left out', '1003', '1001', 1],
      ['another’s', '1002', '1002', 0],
      ['new', '1003', '1001', 0],
      ['another’s', '1003', '1001', 0],
    ]);
    expect(new Set(hall.state.followUps.map(({ id }) => id)).size).toBe(6);
  });

  it('[first-asked] the next day knows it as the same, with its age and its due day', () => {
    const hall = morning();
    hall.do('open-follow-up', { text: 'call back' }, clerk('1001'));
    const before = hall.state.followUps;
    hall.at('09:00', '2026-03-03');
    expect(hall.state.day).toBe('2026-03-03');
    expect(hall.state.followUps).toEqual(before);
  });

  it('[first-asked] a journal from before follow-ups had names is read, and names them', () => {
    const hall = morning();
    const { config } = hall.state;
    if (config === null) throw new Error('no configuration');
    const state = fridayOf(hall, [{ text: 'old', ticket: null, owner: '1001' }]);
    expect(state.followUps).toEqual([
      {
        text: 'old',
        ticket: null,
        owner: '1001',
        id: '1-0',
        number: null,
        by: '1001',
        sinceMs: Date.parse('2026-03-06T07:00:00+08:00'),
        day: '2026-03-06',
        dueDay: '2026-03-07',
        passes: 0,
      },
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { meetingsMax } from '#core/rules/meetings.ts';
import { clerk, hallDay, supervisor } from '#test/support/hall-day.ts';

const said = { attended: ['1001', '1002'], points: ['New tariffs from today'] };

describe('the meeting before the shift', () => {
  it('[pre-shift-meeting] is recorded with who held it, who was there and what was said', () => {
    const hall = hallDay().at('08:15');
    const [event] = hall.do('record-meeting', said, supervisor);
    expect(event).toMatchObject({
      type: 'MeetingRecorded',
      data: { meeting: expect.any(String) as string, heldBy: '9001', ...said },
    });
    expect(hall.state.meetings).toMatchObject([
      { heldBy: '9001', ...said, signed: [], atMs: hall.atMs },
    ]);
  });

  it('[pre-shift-meeting] somebody else may have held it; who was there twice was there once', () => {
    const hall = hallDay().at('08:15');
    hall.do(
      'record-meeting',
      { heldBy: '1003', attended: ['1001', '1001'], points: ['x'] },
      supervisor,
    );
    expect(hall.state.meetings).toMatchObject([{ heldBy: '1003', attended: ['1001'] }]);
  });

  it('[pre-shift-meeting] a meeting of nobody, or a ninth one, is none', () => {
    const hall = hallDay().at('08:15');
    expect(hall.refused('record-meeting', { attended: [], points: ['x'] })).toMatchObject({
      rule: 'pre-shift-meeting',
      rules: ['pre-shift-meeting'],
      by: { state: 'nobody' },
      overridable: false,
    });
    for (let n = 0; n < meetingsMax; n += 1) hall.do('record-meeting', said);
    expect(hall.refused('record-meeting', said)).toMatchObject({
      rule: 'pre-shift-meeting',
      by: { count: meetingsMax },
      overridable: false,
    });
  });

  it('names strangers', () => {
    const hall = hallDay().at('08:15');
    for (const strange of [
      { ...said, attended: ['1001', '7777'] },
      { ...said, heldBy: '7777' },
    ]) {
      expect(hall.ask('record-meeting', strange)).toEqual({
        kind: 'unknown',
        what: 'staff',
        id: '7777',
      });
    }
  });

  it('[pre-shift-meeting] who attended signs once, and nobody else does', () => {
    const hall = hallDay().at('08:15');
    hall.do('record-meeting', said);
    const meeting = hall.state.meetings[0]?.meeting ?? '';
    const [event] = hall.later(90).do('sign-meeting', { meeting }, clerk('1002'));
    const signedAtMs = hall.atMs;
    hall.later(30);
    expect(event).toMatchObject({ type: 'MeetingSigned', data: { meeting, badge: '1002' } });
    expect(hall.do('sign-meeting', { meeting }, clerk('1002'))).toEqual([]);
    expect(hall.state.meetings[0]?.signed).toEqual([{ badge: '1002', atMs: signedAtMs }]);
    expect(hall.refused('sign-meeting', { meeting }, clerk('1003'))).toMatchObject({
      rule: 'pre-shift-meeting',
      by: { badge: '1003' },
      overridable: false,
    });
    expect(hall.ask('sign-meeting', { meeting: 'none' }, clerk('1001'))).toEqual({
      kind: 'unknown',
      what: 'meeting',
      id: 'none',
    });
  });

  it('[pre-shift-meeting] the next day begins without one', () => {
    const hall = hallDay().at('08:15');
    hall.do('record-meeting', said);
    hall.at('08:00', '2026-03-03');
    expect(hall.state.meetings).toEqual([]);
  });
});

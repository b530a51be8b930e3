import { describe, expect, it } from 'vitest';
import { clerk, hallDay, supervisor } from '#test/support/hall-day.ts';

const objection = {
  month: '2026-03',
  badge: '1001',
  kind: 'objection' as const,
  line: '12-late-sign-in',
  text: 'The bus was late.',
};
const inspection = { ...objection, kind: 'inspection' as const };

describe('remarks beside a quality sheet', () => {
  it('[quality-score] a clerk objects to their own sheet, a supervisor notes an inspection', () => {
    const hall = hallDay().at('09:00');
    const [event] = hall.do('note-quality', objection, clerk('1001'));
    expect(event).toMatchObject({
      type: 'QualityNoted',
      actor: { kind: 'staff', badge: '1001' },
      data: { ...objection, note: expect.any(String) as string },
    });
    const before = hall.state;
    const { line: _, ...whole } = inspection;
    const [noted] = hall.do('note-quality', { ...whole, badge: null });
    expect(noted?.data).toMatchObject({ badge: null, line: null, kind: 'inspection' });
    expect({ ...hall.state, seq: 0 }).toEqual({ ...before, seq: 0 });
  });

  it('[quality-score] nobody objects for another, and no clerk inspects', () => {
    const hall = hallDay().at('09:00');
    const refusal = { rule: 'quality-score', rules: ['quality-score'], overridable: false };
    expect(hall.refused('note-quality', objection, clerk('1002'))).toMatchObject({
      ...refusal,
      by: { badge: '1001' },
    });
    expect(hall.refused('note-quality', objection, supervisor)).toMatchObject(refusal);
    expect(hall.refused('note-quality', inspection, clerk('1001'))).toMatchObject(refusal);
    const ofHall = { ...objection, badge: null };
    expect(hall.refused('note-quality', ofHall, supervisor).by).toEqual({});
  });

  it('[quality-score] for this month and the last, not before and not ahead', () => {
    const hall = hallDay().at('09:00');
    hall.do('note-quality', { ...objection, month: '2026-02' }, clerk('1001'));
    for (const month of ['2026-01', '2026-04', '2025-03']) {
      expect(hall.refused('note-quality', { ...objection, month }, clerk('1001'))).toMatchObject({
        rule: 'quality-score',
        by: { state: 'month-closed' },
      });
    }
    expect(hall.ask('note-quality', { ...inspection, badge: '7777' })).toEqual({
      kind: 'unknown',
      what: 'staff',
      id: '7777',
    });
  });
});

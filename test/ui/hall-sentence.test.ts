import { describe, expect, it, beforeEach } from 'vitest';
import type { HallHead } from '#protocol/views.ts';
import { hallSentence } from '#ui/locale/hall-sentence.ts';
import { language } from '#ui/locale/language.ts';

const hall: HallHead = {
  id: 'h',
  name: { zh: '厅', en: 'Hall' },
  state: 'open',
  timezone: 'Asia/Shanghai',
  languages: ['zh', 'en'],
  hotline: null,
  opensAt: '2026-03-02T00:30:00Z',
  closesAt: '2026-03-02T10:30:00Z',
  nextOpensAt: null,
  training: false,
  intakeClosedReason: null,
};
const at = (time: string) => Date.parse(`2026-03-02T${time}:00+08:00`);

beforeEach(() => language.set('zh'));

describe('hallSentence', () => {
  it('says until when the hall is open, or why the intake rests', () => {
    expect(hallSentence(hall, at('10:24'), 3)).toBe('营业至 18:30');
    const resting = { ...hall, intakeClosedReason: '停电' };
    expect(hallSentence(resting, at('10:24'), 3)).toBe('暂停取号：停电');
  });

  it('says the time left before the intake closes, rounded up, never less than now', () => {
    const closing = { ...hall, state: 'closing' } as const;
    expect(hallSentence(closing, at('18:08'), 3)).toBe('还有 22 分钟停止取号');
    expect(hallSentence(closing, at('18:30') - 1, 3)).toBe('还有 1 分钟停止取号');
    expect(hallSentence(closing, at('18:31'), 3)).toBe('马上停止取号');
  });

  it('says how many are still served', () => {
    const serving = { ...hall, state: 'serving-out' } as const;
    expect(hallSentence(serving, at('18:40'), 9)).toBe('已停止取号，还有 9 位，都会办完');
    expect(hallSentence(serving, at('18:40'), null)).toBe('已停止取号，手里有号的都会办完');
    language.set('en');
    expect(hallSentence(serving, at('18:40'), 1)).toContain('one person left');
  });

  it('says when the hall opens again: today, tomorrow or on which day', () => {
    const opens = (nextOpensAt: string) =>
      hallSentence({ ...hall, state: 'closed', nextOpensAt }, at('20:00'), null);
    expect(opens('2026-03-02T13:00:00Z')).toBe('今天 21:00 开门');
    expect(opens('2026-03-03T00:30:00Z')).toBe('明天 08:30 开门');
    expect(opens('2026-03-09T00:30:00Z')).toBe('3月9日星期一 08:30 开门');
    expect(hallSentence({ ...hall, state: 'closed' }, at('20:00'), null)).toBe('今天不营业了');
  });
});

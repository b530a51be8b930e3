import { beforeEach, describe, expect, it } from 'vitest';
import { pieces } from '#kiosk/figures.ts';
import {
  isNewCall,
  lineOf,
  papersHint,
  phoneScreen,
  phoneTitle,
  ticketFrom,
} from '#kiosk/phone-view.ts';
import { language } from '#ui/locale/index.ts';
import { ticket } from './sample-view.ts';

const seen = { data: ticket, live: true, unknown: false, loading: false };

beforeEach(() => {
  language.set('zh');
});

describe('the phone’s page', () => {
  it('shows the state of its ticket, or why there is none', () => {
    expect(phoneScreen(seen)).toBe('waiting');
    expect(phoneScreen({ ...seen, unknown: true })).toBe('unknown');
    expect(phoneScreen({ ...seen, data: null, loading: true })).toBe('loading');
    expect(phoneScreen({ ...seen, data: null })).toBe('unreached');
  });

  it('says the most important thing in its title', () => {
    const title = (change: object) => phoneTitle({ ...seen, data: { ...ticket, ...change } });
    expect(title({})).toBe('A028 · 前面 3 人');
    expect(title({ ahead: 0 })).toBe('A028 · 下一位就是您');
    expect(title({ state: 'called', counter: '5' })).toBe('A028 · 请到 5 号窗口');
    expect(title({ state: 'missed' })).toBe('A028 · 过号');
    expect(phoneTitle({ ...seen, unknown: true })).toBe('我的号');
  });

  it('the line never has more dots and plates than a narrow page holds', () => {
    for (let ahead = 0; ahead < 200; ahead++) {
      const { counters, max } = lineOf({ ahead, counters: ['1', '2', '3', '4'] });
      const dots = Math.min(ahead, max);
      expect(dots + counters.length + (ahead > max ? 2 : 0)).toBeLessThanOrEqual(8);
    }
  });

  it('[one-notice-of-missing-papers] all papers are told at once', () => {
    const papers = [
      { zh: '身份证', en: 'ID card' },
      { zh: '委托书', en: 'letter of authority' },
    ];
    expect(papersHint({ papers })).toBe('先准备好：身份证；委托书。');
    expect(papersHint({ papers: [] })).not.toContain('：');
  });

  it('speaks up for a call and for each repetition, once', () => {
    const waiting = { state: 'waiting', calls: 0 } as const;
    const called = { state: 'called', calls: 1 } as const;
    expect(isNewCall(waiting, called)).toBe(true);
    expect(isNewCall(null, called)).toBe(true);
    expect(isNewCall(called, called)).toBe(false);
    expect(isNewCall(called, { state: 'called', calls: 2 })).toBe(true);
    expect(isNewCall(called, { state: 'serving', calls: 2 })).toBe(false);
    expect(isNewCall({ state: 'missed', calls: 2 }, { state: 'called', calls: 1 })).toBe(true);
  });
});

describe('addresses', () => {
  it.each([
    ['/t/1-abc', '1-abc'],
    ['/t/1-abc/', '1-abc'],
    ['/h/north/t/1-abc', '1-abc'],
    ['/t/', ''],
    ['/t/%zz', ''],
    ['/kiosk', ''],
  ])('%s is ticket "%s"', (path, id) => {
    expect(ticketFrom(path)).toBe(id);
  });
});

describe('figures of a sentence', () => {
  it('are found, ranges and times whole, and nothing is lost', () => {
    for (const [sentence, expected] of [
      ['前面 6 人', ['6']],
      ['8–14 分钟', ['8–14']],
      ['18:30 停止取号', ['18:30']],
      ['约 2.5 小时', ['2.5']],
      ['现在不用等', []],
      ['', []],
    ] as const) {
      const found = pieces(sentence);
      expect(found.filter(({ isFigure }) => isFigure).map(({ text }) => text)).toEqual(expected);
      expect(found.map(({ text }) => text).join('')).toBe(sentence);
    }
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import {
  about,
  dateOf,
  dayOf,
  either,
  minutesSeconds,
  range,
  timeOfDay,
  weekdayOf,
} from '#ui/locale/format.ts';
import { language } from '#ui/locale/language.ts';

beforeEach(() => language.set('zh'));
afterEach(() => language.set('zh'));

const wait = (p50Minutes: number, p90Minutes: number) => ({
  p50Seconds: p50Minutes * 60,
  p90Seconds: p90Minutes * 60,
});

describe('range', () => {
  it.each([
    [wait(12, 18), '10–20 分钟', '10–20 min'],
    [wait(8, 14), '5–15 分钟', '5–15 min'],
    [wait(3.2, 6.5), '3–10 分钟', '3–10 min'],
    [wait(1.5, 3.1), '1–4 分钟', '1–4 min'],
    [wait(0.4, 1.6), '2 分钟以内', 'Under 2 min'],
    [wait(10, 10), '约 10 分钟', 'About 10 min'],
    [wait(55, 72), '55–80 分钟', '55–80 min'],
    [wait(150, 200), '2 小时以上', 'Over 2 h'],
    [wait(0, 0), '不用等', 'No wait'],
    [wait(-3, -1), '不用等', 'No wait'],
    [wait(-3, 4), '4 分钟以内', 'Under 4 min'],
    [null, '暂无法估计', 'No estimate yet'],
  ])('%j is %s', (estimate, zh, en) => {
    expect(range(estimate, 'zh')).toBe(zh);
    expect(range(estimate, 'en')).toBe(en);
  });

  it('never promises less than the estimate: it is rounded outwards', () => {
    fc.assert(
      fc.property(fc.nat(7200), fc.nat(7200), (p50Seconds, more) => {
        const said = range({ p50Seconds, p90Seconds: p50Seconds + more }, 'en');
        const figures = said.match(/\d+/g)?.map(Number) ?? [];
        if (said.startsWith('Over')) return (figures[0] ?? 0) * 3600 <= p50Seconds;
        const from = figures.length === 2 ? (figures[0] ?? 0) : 0;
        const to = figures.at(-1) ?? 0;
        return (from * 60 <= p50Seconds || from === to) && to * 60 >= p50Seconds + more;
      }),
    );
  });

  it('takes a p90 below the p50 for the p50', () => {
    expect(range({ p50Seconds: 600, p90Seconds: 60 }, 'en')).toBe('About 10 min');
  });
});

describe('either', () => {
  it('names counters as an alternative', () => {
    expect(either(['2', '5'])).toBe('2 号或 5 号');
    expect(either(['2', '5'], 'en')).toBe('2 or 5');
    expect(either(['1', '2', '5'])).toBe('1 号、2 号或 5 号');
    expect(either(['1', '2', '5'], 'en')).toBe('1, 2 or 5');
    expect(either(['3'])).toBe('3 号');
    expect(either([])).toBe('');
  });
});

describe('times and spans', () => {
  it('shows instants in the time zone of the hall', () => {
    expect(timeOfDay('2026-03-02T01:05:00Z', 'Asia/Shanghai')).toBe('09:05');
    expect(timeOfDay(Date.UTC(2026, 2, 2, 16, 0), 'Asia/Shanghai')).toBe('00:00');
    expect(dateOf('2026-03-01T23:30:00Z', 'Asia/Shanghai')).toBe('3月2日星期一');
    expect(timeOfDay('nonsense', 'Asia/Shanghai')).toBe('—');
  });

  it('are the same with and without Intl, in every zone and half-hour', () => {
    for (const zone of ['Asia/Shanghai', 'Asia/Kathmandu', 'Europe/Berlin', 'America/St_Johns']) {
      const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: zone });
      for (let each = 0; each < 500; each += 1) {
        const at = Date.UTC(2026, 2, 28, 0, 0, 59.5) + each * 1_801_500.5;
        expect(timeOfDay(at, zone)).toBe(clock.format(at));
      }
    }
  });

  it('shows a business day as itself, wherever the screen stands', () => {
    expect(dayOf('2026-03-02')).toBe('3月2日星期一');
    expect(weekdayOf('2026-03-02')).toBe('周一');
    language.set('en');
    expect(weekdayOf('2026-03-02')).toBe('Mon');
  });

  it('counts minutes and seconds, and on past an hour; overdue has a minus', () => {
    expect([0, 65, 3723, -75].map(minutesSeconds)).toEqual(['0:00', '1:05', '62:03', '−1:15']);
  });

  it('tells a span without decimals of minutes', () => {
    expect([20, 200, 1300, 4000].map(about)).toEqual([
      '不到 1 分钟',
      '约 3 分钟',
      '约 20 分钟',
      '约 1 小时',
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { lines, problemsOf, sampleText, smallHall } from './sample.ts';

describe('a hall file with mistakes', () => {
  it('five mistakes: five messages with line and column, in the order of the file', () => {
    const text = `hall:
  id: tongtai
  name: { zh: 通泰街营业厅, en: Tongtai Street Hall }
  timezone: Asia/Beijing
hours:
  weekly:
    mon: 08:30-18:30
    tue: 08:30-18:30
    wed: 08:30-18:30
    thu: 08:30-18:30
    fri: 08:30-18:30
    sat: 09:00-16:00
    sun: 08:30-18:30
classes:
  - { id: ordinary, rank: 0, name: { zh: 普通, en: Ordinary } }
services:
  - id: payment
    name: { zh: 缴费, en: Payments }
    prefix: O
    promise_minutes: 10
counters:
  - { id: "1", services: [paymnt] }
staff:
  - { badge: "9001", name: 王芳, role: supervisor, pin: "7350" }
`;
    expect(lines(problemsOf(text))).toEqual([
      '4:13 hall.timezone: The time zone "Asia/Beijing" is unknown. Write a name such as Asia/Shanghai. Did you mean "Asia/Shanghai"?',
      '12:10 hours.weekly.sat: A day has at least 10 hours, this one has 7 h; only days marked spring-festival or national-day may be shorter (rule open-every-day). A hall with rules of its own writes policy: { openEveryDay: off }.',
      '19:13 services[0].prefix: A prefix is one or two capital letters; I, O and Q read like digits and cannot be used.',
      '20:5 services[0].promise_minutes: There is no key "promise_minutes" here. Did you mean "promiseMinutes"?',
      '22:27 counters[0].services[0]: There is no service "paymnt". Did you mean "payment"?',
    ]);
  });

  it('says it in both languages', () => {
    for (const { message } of problemsOf(smallHall({ hall: '{ colour: red }', staff: '[]' }))) {
      expect(message.zh).toMatch(/\p{Script=Han}.*。|？$/u);
      expect(message.en).toMatch(/^[A-Z"].*[.?]$/);
    }
  });

  it('finds its place in files with Windows line ends and a byte order mark alike', () => {
    const broken = sampleText.replace('prefix: C', 'prefix: Q');
    const [plain] = problemsOf(broken);
    const [windows] = problemsOf(`\uFEFF${broken.replaceAll('\n', '\r\n')}`);
    expect(plain?.path).toBe('services[2].prefix');
    expect(windows).toEqual(plain);
  });
});

describe('syntax mistakes', () => {
  it.each([
    ['a tab', 'hall:\n\tid: a\n', /^2:1 : Indent with spaces, not with tabs\.$/],
    ['an open quote', 'hall: { id: "a, name: b }\n', /^1:13 : This quote is never closed\.$/],
    ['an open bracket', 'hall: { name: [b }\nhours: 1\n', /^1:15 : This bracket is never closed/],
    ['uneven indentation', 'hall:\n    id: a\n  name: b\n', /^3:1 : The indentation is uneven/],
    ['two documents', 'hall: 1\n---\nhall: 2\n', /^2:1 : A file holds one hall/],
    ['a tag', 'hall: !!js/function "x"\n', /^1:7 : Tags \(!…\) have no place here\.$/],
    ['an alias of nothing', 'hall: *north\n', /^1:7 hall: An anchor or alias/],
    ['an escape', 'hall: "\\q"\n', /^1:8 : A backslash in double quotes/],
  ])('%s is named at its place', (_, text, expected) => {
    expect(lines(problemsOf(text)).some((line) => expected.test(line))).toBe(true);
  });

  it('what stands before a syntax mistake is still checked, what follows is not guessed at', () => {
    const text = 'hall:\n  id: Not Good\n  colour: red\n  name: { zh: a, en: "b }\nhours: 3\n';
    const found = problemsOf(text).map(({ line, path }) => [line, path]);
    expect(found).toEqual([
      [2, 'hall.id'],
      [3, 'hall.colour'],
      [4, ''],
    ]);
  });

  it('an empty file and one that is a list are said to be so', () => {
    expect(lines(problemsOf(''))).toEqual(['1:1 : The file is empty.']);
    expect(lines(problemsOf('# only a comment\n'))).toEqual(['1:1 : The file is empty.']);
    expect(lines(problemsOf('- a\n'))[0]).toMatch(/^1:1 : Here stands a list; it takes a group/);
  });

  it('aliases that unfold without end, and files without end, are refused', () => {
    expect(lines(problemsOf('hall: &a { name: *a }\n'))).not.toEqual([]);
    const bomb = ['services: &a0 [x, x, x, x, x, x, x, x, x]'];
    for (let level = 1; level < 9; level += 1) {
      const before = `*a${level - 1}`;
      bomb.push(`k${level}: &a${level} [${Array<string>(9).fill(before).join(', ')}]`);
    }
    expect(problemsOf(bomb.join('\n'))).not.toEqual([]);
    expect(lines(problemsOf('x'.repeat(1_100_000)))[0]).toMatch(/too long/);
  });

  it('a repeated key is named with the line of the first', () => {
    expect(lines(problemsOf(`${smallHall()}hall: {}\n`))).toEqual([
      '16:1 hall: The key "hall" stands on line 1 already; write it once.',
    ]);
  });
});

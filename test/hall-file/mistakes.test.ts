import { describe, expect, it } from 'vitest';
import { problemsOf, smallHall, wrongWith } from './sample.ts';

const names = 'name: { zh: 名, en: Name }';

describe('the small hall', () => {
  it('is in order', () => {
    expect(wrongWith({})).toEqual([]);
  });
});

describe('form', () => {
  it.each([
    ['a missing part', { staff: null }, ': The key "staff" is missing.'],
    [
      'a number for a text',
      { hall: `{ id: a, ${names}, timezone: UTC, hotline: 10050 }` },
      'hall.hotline: Here stands a number; it takes a text. Put it in quotes.',
    ],
    [
      'a text for a group',
      { hall: '{ id: a, name: Hall, timezone: UTC }' },
      'hall.name: Here stands a text; it takes a group of keys. Write { zh: …, en: … }.',
    ],
    [
      'nothing',
      { customers: '' },
      'customers: Nothing stands here. Fill it in, or take the line out.',
    ],
    ['an empty list', { services: '[]', counters: '[]' }, 'services: There must be at least one.'],
    [
      'a language twice',
      { hall: `{ id: a, ${names}, timezone: UTC, languages: [zh, zh] }` },
      'hall.languages[1]: "zh" is used on line 1 already.',
    ],
    [
      'half a minute of a whole number',
      { policy: '{ ratingMinutes: 2.5 }' },
      'policy.ratingMinutes: It takes a whole number.',
    ],
    [
      'a number out of range',
      { policy: '{ noShow: { minSeconds: -1 } }' },
      'policy.noShow.minSeconds: The number must be at least 0 and at most 3600.',
    ],
    [
      'no number at all',
      { policy: '{ ratingMinutes: .nan }' },
      /^policy.ratingMinutes: The number/,
    ],
    [
      'a word that is none of them',
      { policy: '{ handover: cover }' },
      'policy.handover: "cover" is not possible here. Did you mean "covered"? Possible: strict, covered, off.',
    ],
    [
      'a word for yes',
      { policy: '{ startOnCall: yes }' },
      'policy.startOnCall: Here stands a text; it takes true or false.',
    ],
    ['blank text', { hall: '{ id: a, name: { zh: " ", en: N }, timezone: UTC }' }, /blank/],
    [
      'an unknown key near a known one',
      { hall: `{ id: a, ${names}, timeZone: UTC }` },
      'hall.timeZone: There is no key "timeZone" here. Did you mean "timezone"?',
    ],
    [
      'an unknown key near none',
      { policy: '{ colour: red }' },
      /^policy\.colour: There is no key "colour" here\. Possible: routinePause/,
    ],
    [
      'a prototype as a key',
      { policy: '{ __proto__: {} }' },
      /^policy\.__proto__: There is no key/,
    ],
    ['a group as a key', { policy: '{ ? [a] : 1 }' }, 'policy: A key is a single word.'],
    [
      'a photo outside its folder',
      {
        staff: `[{ badge: "1", name: 王芳, role: supervisor, pin: "7350", photo: ../../etc/passwd }]`,
      },
      /^staff\[0\]\.photo: A photo is a file below/,
    ],
    [
      'an id that every object has',
      {
        services: `[{ id: constructor, ${names}, prefix: A }]`,
        counters: '[{ id: "1", services: ["*"] }]',
      },
      /^services\[0\]\.id: An id has letters/,
    ],
  ])('%s', (_, own, expected) => {
    const found = wrongWith(own);
    expect(
      found.some((line) =>
        typeof expected === 'string' ? line === expected : expected.test(line),
      ),
    ).toBe(true);
  });

  it('a promise must be more than nothing', () => {
    const services = `[{ id: payment, ${names}, prefix: A, promiseMinutes: 0, expectedMinutes: -3 }]`;
    expect(wrongWith({ services, counters: '[{ id: "1", services: ["*"] }]' })).toEqual([
      'services[0].promiseMinutes: The number must be more than 0 and at most 600.',
      'services[0].expectedMinutes: The number must be more than 0 and at most 600.',
    ]);
  });

  it.each(['I', 'O', 'Q', 'AO', 'a', '1', 'ABC', ''])('no prefix %j', (prefix) => {
    const services = `[{ id: payment, ${names}, prefix: "${prefix}" }]`;
    const found = wrongWith({ services, counters: '[{ id: "1", services: ["*"] }]' });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^services\[0\]\.prefix: A prefix is/);
  });
});

describe('what stands twice', () => {
  it('ids, prefixes, counters, badges, notices and dates are named with the first line', () => {
    const found = wrongWith({
      hours: `
  weekly: { mon: "08:30-18:30", tue: "08:30-18:30", wed: "08:30-18:30", thu: "08:30-18:30", fri: "08:30-18:30", sat: "08:30-18:30", sun: "08:30-18:30" }
  exceptions:
    - { date: 2026-02-17, hours: closed, reason: spring-festival }
    - { date: 2026-02-17, hours: closed, reason: spring-festival }`,
      classes: `
  - { id: ordinary, rank: 0, ${names} }
  - { id: vip, rank: 2, ${names}, prefix: A }`,
      services: `
  - { id: payment, ${names}, prefix: A }
  - { id: vip, ${names}, prefix: B }
  - { id: payment, ${names}, prefix: B }`,
      counters: `
  - { id: "1", services: ["*"] }
  - { id: "1", services: ["*"] }`,
      staff: `
  - { badge: "9", name: 王芳, role: supervisor, pin: "7350" }
  - { badge: "9", name: 李敏, role: clerk, pin: "4821" }`,
      notices: `
  - { id: lunch, text: { zh: 中, en: en } }
  - { id: lunch, text: { zh: 中, en: en } }`,
    });
    expect(found).toEqual([
      'hours.exceptions[1].date: "2026-02-17" is used on line 5 already.',
      'services[0].prefix: "A" is used on line 9 already.',
      'services[1].id: "vip" is used on line 9 already.',
      'services[2].id: "payment" is used on line 11 already.',
      'services[2].prefix: "B" is used on line 12 already.',
      'counters[1].id: "1" is used on line 15 already.',
      'staff[1].badge: "9" is used on line 18 already.',
      'notices[1].id: "lunch" is used on line 21 already.',
    ]);
  });
});

describe('references', () => {
  it('counters name services and classes that there are', () => {
    const counters = `
  - { id: "1", services: [payment, enqiry, payment] }
  - { id: "2", services: ["*", payment], prefers: [vipp, enquiry], backup: { services: [move], afterMinutes: 5 } }`;
    expect(wrongWith({ counters })).toEqual([
      'counters[0].services[1]: There is no service "enqiry". Did you mean "enquiry"?',
      'counters[0].services[2]: "payment" is used on line 11 already.',
      'counters[1].services[0]: "*" means all services; nothing else beside it.',
      'counters[1].prefers[0]: There is neither a class nor a service "vipp". Did you mean "vip"?',
      'counters[1].backup.services[0]: There is no service "move". The hall’s services: payment, enquiry.',
    ]);
  });

  it('every service is served somewhere, if only as a backup', () => {
    expect(wrongWith({ counters: '[{ id: "1", services: [payment] }]' })).toEqual([
      'services[1].id: No counter serves "enquiry": its tickets would wait for ever. Add it to a counter’s services.',
    ]);
    const backup = 'backup: { services: [enquiry], afterMinutes: 5 }';
    expect(wrongWith({ counters: `[{ id: "1", services: [payment], ${backup} }]` })).toEqual([]);
  });

  it('an id that cannot be read does not make every reference to it wrong as well', () => {
    const services = `
  - { id: 7, ${names}, prefix: A }
  - { id: "pay ment", ${names}, prefix: B }`;
    const counters = '[{ id: "1", services: ["7", "pay ment"] }]';
    const found = wrongWith({ services, counters });
    expect(found.map((line) => line.split(':')[0])).toEqual(['services[0].id', 'services[1].id']);
  });

  it.each([
    ['{ kind: ratio, shares: { vip: 2, ordinry: 1 } }', 'discipline.shares.ordinry', 'ordinary'],
    ['{ kind: aging, weights: { vipp: 2 } }', 'discipline.weights.vipp', 'vip'],
    [
      '{ kind: fifo, maxWaitMinutes: { ordinray: 20 } }',
      'discipline.maxWaitMinutes.ordinray',
      'ordinary',
    ],
    ['{ kind: strickt }', 'discipline.kind', 'strict'],
    [
      '{ kind: profile, rules: [{ when: { waitOver: { queue: paymen, minutes: 5 } }, call: vip }], finally: max-wait }',
      'discipline.rules[0].when.waitOver.queue',
      'payment',
    ],
    [
      '{ kind: profile, rules: [{ when: { all: [{ lengthOver: { queue: vipp, count: 5 } }] }, call: vip }], finally: max-wait }',
      'discipline.rules[0].when.all[0].lengthOver.queue',
      'vip',
    ],
    [
      '{ kind: profile, rules: [{ when: { calledLess: { queue: vip, n: 2, scope: hal } }, call: vip }], finally: max-wait }',
      'discipline.rules[0].when.calledLess.scope',
      'hall',
    ],
    [
      '{ kind: profile, rules: [{ when: { between: ["09:00", "11:00"] }, call: vpi }], finally: max-wait }',
      'discipline.rules[0].call',
      'vip',
    ],
    [
      '{ kind: profile, rules: [{ when: { between: ["09:00", "11:00"] }, call: vip }], finally: max_wait }',
      'discipline.finally',
      'max-wait',
    ],
    [
      '{ kind: profile, rules: [{ when: { between: ["09:00", "11:00"] }, call: vip }], finally: { list-order: [enquri] } }',
      'discipline.finally.list-order[0]',
      'enquiry',
    ],
    [
      '{ kind: profile, rules: [{ when: { between: ["09:00", "11:00"] }, call: vip }], finally: { ratio: { ordinari: 1 } } }',
      'discipline.finally.ratio.ordinari',
      'ordinary',
    ],
  ])('%s: %s, did you mean %s', (discipline, path, meant) => {
    const found = wrongWith({ discipline });
    expect(found).toHaveLength(1);
    expect(found[0]?.startsWith(`${path}: `)).toBe(true);
    expect(found[0]).toContain(`Did you mean "${meant}"?`);
  });

  it('a discipline has what its kind needs, and one condition a rule', () => {
    expect(wrongWith({ discipline: '{ kind: ratio }' })).toEqual([
      'discipline: The key "shares" is missing.',
    ]);
    expect(wrongWith({ discipline: '{ shares: { vip: 1 } }' })).toEqual([
      'discipline: The key "kind" is missing.',
    ]);
    expect(wrongWith({ discipline: '{ kind: strict, shares: { vip: 1 } }' })[0]).toMatch(
      /^discipline\.shares: There is no key "shares" here/,
    );
    const two = '{ waitOver: { queue: vip, minutes: 1 }, between: ["11:00", "09:00"] }';
    const discipline = `{ kind: profile, rules: [{ when: ${two}, call: vip }, { when: {}, call: vip }], finally: max-wait }`;
    const known = 'waitOver, lengthOver, calledLess, between, all';
    expect(wrongWith({ discipline })).toEqual([
      `discipline.rules[0].when: Write exactly one of: ${known}.`,
      'discipline.rules[0].when.between[1]: The second time must be later than the first.',
      `discipline.rules[1].when: Write exactly one of: ${known}.`,
    ]);
  });
});

describe('hours', () => {
  const week = (sun: string) =>
    `\n  weekly: { mon: "08:30-18:30", tue: "08:30-18:30", wed: "08:30-18:30", thu: "08:30-18:30", fri: "08:30-18:30", sat: "08:30-18:30", sun: ${sun} }`;

  it('[open-every-day] a closed Sunday is refused, unless the hall has rules of its own', () => {
    expect(wrongWith({ hours: week('closed') })).toEqual([
      expect.stringMatching(
        /^hours\.weekly\.sun: A hall is open seven days a week.*open-every-day/,
      ),
    ]);
    expect(wrongWith({ hours: week('closed'), policy: '{ openEveryDay: off }' })).toEqual([]);
  });

  it('[open-every-day] a short day is refused with its length', () => {
    expect(wrongWith({ hours: week('"09:00-16:45"') })[0]).toMatch(/this one has 7 h 45 min/);
  });

  it('[open-every-day] exceptions are closed or short only for the festivals', () => {
    const exceptions = `
  exceptions:
    - { date: 2026-02-17, hours: closed, reason: spring-festival }
    - { date: 2026-10-02, hours: "09:00-16:00", reason: national-day }
    - { date: 2026-10-03, hours: closed, reason: national-day }
    - { date: 2026-05-01, hours: "09:00-16:00", reason: stocktaking }
    - { date: 2026-06-18, hours: "08:00-22:00", reason: sale }`;
    const found = wrongWith({ hours: week('"08:30-18:30"') + exceptions });
    expect(found.map((line) => line.split(':')[0])).toEqual([
      'hours.exceptions[2].hours',
      'hours.exceptions[3].hours',
    ]);
  });

  it.each([
    '"8:30-18:30"',
    '"08:30 - 18:30"',
    '"08:30-25:00"',
    '"24:00-24:00"',
    '"08:30-12:00,13:00-18:30"',
    'open',
  ])('%s is no span of hours', (sun) => {
    expect(wrongWith({ hours: week(sun) })).toEqual([
      expect.stringMatching(/^hours\.weekly\.sun: Hours are written "08:30-18:30"/),
    ]);
  });

  it('hours end after they begin, at midnight at the latest', () => {
    expect(wrongWith({ hours: week('"18:30-08:30"') })[0]).toMatch(/Closing must be later/);
    expect(wrongWith({ hours: week('"08:30-08:30"') })[0]).toMatch(/Closing must be later/);
    expect(wrongWith({ hours: week('"00:00-24:00"') })).toEqual([]);
  });

  it('dates are days of the calendar, the notice a reasonable time', () => {
    const own = `
  exceptions:
    - { date: 2026-02-30, hours: "00:00-24:00", reason: test }
    - { date: 30.2.2026, hours: "00:00-24:00", reason: test }
  closingNoticeMinutes: 121`;
    expect(wrongWith({ hours: week('"08:30-18:30"') + own })).toEqual([
      'hours.exceptions[0].date: The calendar has no day "2026-02-30".',
      'hours.exceptions[1].date: A date is written like 2026-02-17.',
      'hours.closingNoticeMinutes: The number must be at least 1 and at most 120.',
    ]);
  });

  it.each([
    ['Beijing', 'Asia/Shanghai'],
    ['Asia/Shangai', 'Asia/Shanghai'],
    ['Berlin', 'Europe/Berlin'],
    ['new_york', 'America/New_York'],
  ])('time zone %s: did you mean %s', (timezone, meant) => {
    const hall = `{ id: a, ${names}, timezone: ${timezone} }`;
    expect(wrongWith({ hall })[0]).toContain(`Did you mean "${meant}"?`);
  });

  it('an offset is no time zone', () => {
    expect(wrongWith({ hall: `{ id: a, ${names}, timezone: "+08:00" }` })).toHaveLength(1);
  });
});

describe('people', () => {
  it('a hall needs a supervisor', () => {
    const staff = '[{ badge: "1", name: 李敏, role: clerk, pin: "4821" }]';
    expect(wrongWith({ staff })).toEqual([
      'staff: At least one supervisor is needed (role: supervisor).',
    ]);
    const unreadable = '[{ badge: "1", name: 李敏, role: supervisr, pin: "4821" }]';
    expect(wrongWith({ staff: unreadable })).toHaveLength(1);
  });

  it.each(['"123"', '"1234567890123"', '"12a4"', '""', '"１２３４"', '4821', 'true', '[4821]'])(
    'the pin %s is refused without being quoted',
    (pin) => {
      const staff = `[{ badge: "1", name: 王芳, role: supervisor, pin: ${pin} }]`;
      const problems = problemsOf(smallHall({ staff }));
      expect(problems).toHaveLength(1);
      expect(problems[0]?.path).toBe('staff[0].pin');
      const digits = pin.replaceAll(/\D/g, '');
      if (digits.length > 2) expect(JSON.stringify(problems[0]?.message)).not.toContain(digits);
    },
  );

  it('a class for listed customers needs the list', () => {
    const classes = `
  - { id: ordinary, rank: 0, ${names} }
  - { id: gold, rank: 2, ${names}, needsCustomer: true }`;
    const counters = '[{ id: "1", services: ["*"] }]';
    expect(wrongWith({ classes, counters })).toEqual([
      'classes[1].needsCustomer: A class for listed customers needs the list: write customers.',
    ]);
    expect(wrongWith({ classes, counters, customers: 'customers.csv' })).toEqual([]);
  });

  it('a no-show that could never come is a contradiction', () => {
    const found = wrongWith({ policy: '{ recallMax: 1, noShow: { minCalls: 3 } }' });
    expect(found[0]).toMatch(/^policy\.noShow\.minCalls: A ticket is called 2 times at most/);
    expect(wrongWith({ policy: '{ recallMax: 0 }' })[0]).toMatch(/^policy\.recallMax: /);
  });
});

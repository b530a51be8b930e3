import fc from 'fast-check';
import { ticketParts, weekdays, type HallConfig } from '#core/hall-config.ts';
import { testConfig } from '#test/support/hall-config.ts';

const word = fc.stringMatching(/^[A-Za-z0-9\u4e00-\u9fa5"':#{}\- ,]{0,12}[A-Za-z\u4e00-\u9fa5]$/);
const text = fc.record({ zh: word, en: word });
const minutes = fc.double({ min: 0.5, max: 600, noNaN: true }).map((m) => Math.round(m * 2) / 2);
const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null });
const span = fc.constantFrom(
  { from: '08:00', to: '18:00' },
  { from: '07:30', to: '24:00' },
  { from: '00:00', to: '23:59' },
);
const ids = ['ordinary', 'special', 'vip'] as const;

const discipline: fc.Arbitrary<HallConfig['discipline']> = fc.oneof(
  fc.constantFrom(
    { kind: 'fifo' } as const,
    { kind: 'strict' } as const,
    {
      kind: 'promise',
    } as const,
  ),
  fc
    .tuple(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 9 }))
    .map(([a, b]) => ({ kind: 'ratio', shares: { ordinary: a, special: b, vip: 1 } }) as const),
  fc
    .tuple(minutes)
    .map(([a]) => ({ kind: 'aging', weights: { ordinary: 1, special: a, vip: 2.5 } }) as const),
  fc.constantFrom<HallConfig['discipline']>(
    {
      kind: 'profile',
      rules: [
        { when: { kind: 'waitOver', queue: 'vip', minutes: 2.5 }, call: 'vip' },
        {
          when: {
            kind: 'all',
            conditions: [
              { kind: 'lengthOver', queue: 'payment', count: 3 },
              { kind: 'between', from: '09:00', to: '24:00' },
            ],
          },
          call: 'payment',
        },
        { when: { kind: 'calledLess', queue: 'special', n: 2, scope: 'counter' }, call: 'special' },
      ],
      finally: { kind: 'list-order', queues: ['vip', 'payment'] },
    },
    {
      kind: 'profile',
      rules: [{ when: { kind: 'between', from: '09:00', to: '10:00' }, call: 'vip' }],
      finally: { kind: 'max-wait' },
    },
    {
      kind: 'profile',
      rules: [{ when: { kind: 'lengthOver', queue: 'vip', count: 0 }, call: 'vip' }],
      finally: { kind: 'ratio', shares: { ordinary: 1, special: 2, vip: 3 } },
    },
  ),
);

const line = fc
  .record({
    show: fc.constantFrom(...ticketParts),
    text,
    size: maybe(fc.integer({ min: 1, max: 8 })),
    align: maybe(fc.constantFrom('left' as const, 'center' as const, 'right' as const)),
    bold: maybe(fc.boolean()),
  })
  .map((each) => ({ ...each, text: each.show === 'text' ? each.text : null }));

const logo = fc
  .tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 9 }))
  .chain(([widthDots, heightDots]) => {
    const rowBytes = Math.ceil(widthDots / 8);
    return fc
      .uint8Array({ minLength: rowBytes * heightDots, maxLength: rowBytes * heightDots })
      .map((bytes) => {
        // What lies beyond a row's last dot is white.
        const rows = bytes.map((byte, at) =>
          (at + 1) % rowBytes === 0 ? byte & (0xff << (rowBytes * 8 - widthDots)) : byte,
        );
        return { widthDots, heightDots, bits: Buffer.from(rows).toString('base64') };
      });
  });

const voice = fc.record({
  spoken: fc.boolean(),
  volumePercent: fc.integer({ min: 0, max: 100 }),
  languages: fc.constantFrom(['zh', 'en'] as const, ['en'] as const),
  oneAsYao: fc.boolean(),
  quietHours: fc.constantFrom([], [{ from: '12:00', to: '13:30' }]),
  pack: maybe(fc.constant('wang-fang')),
  model: maybe(word),
  voices: fc.record({ zh: maybe(word), en: maybe(word) }),
  wordsPerMinute: fc.integer({ min: 80, max: 300 }),
  screen: maybe(word),
  templates: fc.constantFrom(
    {},
    { call: { zh: '请 {number} 到 {counter}', en: '{number} to {counter}' } },
  ),
});

/** Configurations that a hall file can say, with every part of it in many forms. */
export const anyConfig: fc.Arbitrary<HallConfig> = fc
  .record({
    name: text,
    hotline: maybe(word),
    languages: fc.constantFrom(['zh', 'en'] as const, ['en', 'zh'] as const, ['zh'] as const),
    span,
    festival: maybe(fc.constantFrom(null, { from: '09:00', to: '16:00' })),
    closingNoticeMinutes: fc.integer({ min: 1, max: 120 }),
    promise: maybe(minutes),
    needsCustomer: fc.boolean(),
    short: maybe(text),
    quota: maybe(fc.integer({ min: 1, max: 100_000 })),
    papers: fc.array(text, { maxLength: 3 }),
    expected: minutes,
    icon: fc.constantFrom('payment', 'fault'),
    backup: maybe(minutes),
    prefers: fc.subarray([...ids, 'payment']),
    place: maybe(text),
    photo: maybe(fc.constantFrom('li.png', 'a b/c.jpg')),
    outOfOrder: fc.boolean(),
    discipline,
    consecutive: maybe(fc.integer({ min: 1, max: 50 })),
    maxWait: fc.constantFrom({}, { ordinary: 20 }, { vip: 2.5, special: 8 }),
    reading: fc.constantFrom('strict' as const, 'covered' as const, 'off' as const),
    lock: maybe(fc.integer({ min: 0, max: 240 })),
    transferPlace: fc.constantFrom('keep' as const, 'front' as const, 'back' as const),
    notices: fc.array(text, { maxLength: 3 }),
    lines: fc.array(line, { minLength: 1, maxLength: 6 }),
    logo: maybe(logo),
    hasTicket: fc.boolean(),
    voice,
    quality: maybe(
      fc.constantFrom<NonNullable<HallConfig['quality']>>(
        { meeting: true, items: {} },
        { meeting: false, items: { 'promise-broken': { points: 0.2, most: 10 } } },
      ),
    ),
  })
  .map((a): HallConfig => {
    const exceptions =
      a.festival === null && a.hotline === null
        ? []
        : [{ date: '2026-02-17', hours: a.festival, reason: 'spring-festival' }];
    const [first, second, third] = testConfig.classes;
    const [payment, enquiry] = testConfig.services;
    const [one, two, ...counters] = testConfig.counters;
    const [clerk, ...staff] = testConfig.staff;
    if (!first || !second || !third || !payment || !enquiry || !one || !two || !clerk) {
      throw new Error('the test hall has become too small');
    }
    return {
      ...testConfig,
      training: false,
      hall: { ...testConfig.hall, name: a.name, hotline: a.hotline, languages: a.languages },
      hours: {
        weekly: Object.fromEntries(
          weekdays.map((day) => [day, a.span]),
        ) as HallConfig['hours']['weekly'],
        exceptions,
        closingNoticeMinutes: a.closingNoticeMinutes,
      },
      classes: [
        first,
        { ...second, promiseMinutes: a.promise },
        { ...third, needsCustomer: a.needsCustomer },
      ],
      services: [
        {
          ...payment,
          short: a.short ?? payment.name,
          quotaPerDay: a.quota,
          papers: a.papers,
          icon: a.icon,
        },
        { ...enquiry, short: enquiry.name, expectedMinutes: a.expected, icon: 'enquiry' },
      ],
      counters: [
        {
          ...one,
          backup: a.backup === null ? null : { services: ['enquiry'], afterMinutes: a.backup },
          place: a.place,
        },
        { ...two, prefers: a.prefers },
        ...counters,
      ],
      staff: [{ ...clerk, photo: a.photo, mayCallOutOfOrder: a.outOfOrder }, ...staff],
      discipline: a.discipline,
      guards: { maxConsecutivePriority: a.consecutive, maxWaitMinutes: a.maxWait },
      policy: {
        ...testConfig.policy,
        routinePause: a.reading,
        transferPlace: a.transferPlace,
        ...(a.lock === null ? {} : { lockAfterMinutes: a.lock }),
      },
      notices: a.notices.map((each, index) => ({ id: `n${String(index)}`, text: each })),
      ...(a.hasTicket
        ? { ticket: { language: 'both' as const, logo: a.logo, lines: a.lines } }
        : {}),
      voice: a.voice,
      ...(a.quality === null ? {} : { quality: a.quality }),
    };
  });

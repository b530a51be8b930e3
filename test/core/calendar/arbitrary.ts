import fc from 'fast-check';
import { weekdays, type HallHours, type OpeningHours, type Weekday } from '#core/hall-config.ts';

/**
 * Days around the changes that are hard: each zone with a day near which its clocks turn, among
 * them gaps and repeats at midnight, half hours, two hours, and days left out.
 */
const turns: readonly (readonly [timezone: string, day: string])[] = [
  ['Asia/Shanghai', '2026-03-29'],
  ['Asia/Shanghai', '1986-05-04'],
  ['Europe/Berlin', '2026-03-29'],
  ['Europe/Berlin', '2026-10-25'],
  ['Europe/Lisbon', '2026-10-25'],
  ['America/New_York', '2026-03-08'],
  ['America/New_York', '2026-11-01'],
  ['America/Sao_Paulo', '2018-11-04'],
  ['America/Santiago', '2026-04-04'],
  ['America/Havana', '2026-11-01'],
  ['America/Toronto', '1919-03-30'],
  ['Australia/Sydney', '2026-10-04'],
  ['Australia/Lord_Howe', '2026-04-05'],
  ['Antarctica/Troll', '2026-03-29'],
  ['Africa/Cairo', '2026-04-24'],
  ['Africa/Casablanca', '2026-02-15'],
  ['Asia/Kathmandu', '2026-01-01'],
  ['Asia/Beirut', '2026-10-24'],
  ['Pacific/Apia', '2011-12-30'],
  ['Pacific/Kwajalein', '1993-08-21'],
  ['America/Nuuk', '2024-03-30'],
  ['UTC', '2026-06-01'],
];

export const anyZonedDay = fc
  .record({ turn: fc.constantFrom(...turns), days: fc.integer({ min: -3, max: 3 }) })
  .map(({ turn: [timezone, day], days }) => ({
    timezone,
    day: Temporal.PlainDate.from(day).add({ days }).toString(),
  }));

const time = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

const anyOpening: fc.Arbitrary<OpeningHours | null> = fc.option(
  fc
    .tuple(fc.integer({ min: 0, max: 287 }), fc.integer({ min: 1, max: 288 }))
    .filter(([from, to]) => from < to)
    .map(([from, to]) => ({ from: time(from * 5), to: time(to * 5) })),
  { freq: 6 },
);

export const anyHours: fc.Arbitrary<HallHours> = fc
  .record({
    days: fc.array(anyOpening, { minLength: 7, maxLength: 7 }),
    exceptions: fc.array(fc.tuple(anyZonedDay, anyOpening), { maxLength: 4 }),
    closingNoticeMinutes: fc.integer({ min: 1, max: 120 }),
  })
  .map(({ days, exceptions, closingNoticeMinutes }) => ({
    weekly: Object.fromEntries(weekdays.map((day, index) => [day, days[index] ?? null])) as Record<
      Weekday,
      OpeningHours | null
    >,
    exceptions: exceptions.map(([{ day }, hours]) => ({ date: day, hours, reason: 'any' })),
    closingNoticeMinutes,
  }));

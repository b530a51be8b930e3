import type { Estimate, Language } from '#core/vocabulary.ts';
import { waitRange } from '#protocol/wait-range.ts';
import { defineLocale } from './define-locale.ts';
import { language, languageTags } from './language.ts';

/**
 * Times, spans and lists as people read them. Instants are ISO 8601 or milliseconds since 1970,
 * shown in the hall's own time zone; spans are seconds. Minutes have no decimals, and a wait is a
 * range: false precision is a promise nobody made.
 */

const words = defineLocale({
  zh: {
    noWait: '不用等',
    notKnown: '暂无法估计',
    minutes: '{minutes} 分钟',
    within: '{minutes} 分钟以内',
    about: '约 {minutes} 分钟',
    between: '{from}–{to} 分钟',
    underMinute: '不到 1 分钟',
    overHours: '{hours} 小时以上',
    aboutHours: '约 {hours} 小时',
    counter: '{counter} 号',
    comma: '、',
    or: '或 ',
  },
  en: {
    noWait: 'No wait',
    notKnown: 'No estimate yet',
    minutes: '{minutes} min',
    within: 'Under {minutes} min',
    about: 'About {minutes} min',
    between: '{from}–{to} min',
    underMinute: 'Under a minute',
    overHours: 'Over {hours} h',
    aboutHours: 'About {hours} h',
    counter: '{counter}',
    comma: ', ',
    or: ' or ',
  },
});
export const formatWords = words;

/** `09:05`, 24 hours, in the hall's time zone; `—` for what is no instant. */
export function timeOfDay(instant: string | number, timezone: string): string {
  const at = typeof instant === 'number' ? instant : Date.parse(instant);
  if (!isQuick || !Number.isFinite(at)) return formatted(at, 'time', timezone);
  const local = Temporal.Instant.fromEpochMilliseconds(Math.floor(at)).toZonedDateTimeISO(timezone);
  return `${twoDigits(local.hour)}:${twoDigits(local.minute)}`;
}

/**
 * Whether a time of day is to be had without `Intl`, whose first formatter takes a slow kiosk as long
 * as a fifth of its first screen (Chromium 144).
 */
export const isQuick = 'Temporal' in globalThis;

function twoDigits(figure: number): string {
  return String(figure).padStart(2, '0');
}

/** `09:05:07`. */
export function timeWithSeconds(instant: string | number, timezone: string): string {
  return formatted(instant, 'seconds', timezone);
}

/** `3月2日星期一`, `Mon, 2 March`: the day of an instant in the hall's time zone. */
export function dateOf(instant: string | number, timezone: string): string {
  return formatted(instant, 'date', timezone);
}

/** The same for a business day (`YYYY-MM-DD`), which has no time zone. */
export function dayOf(businessDay: string): string {
  return formatted(`${businessDay}T12:00:00Z`, 'date', 'UTC');
}

/** `周一`, `Mon` of a business day. */
export function weekdayOf(businessDay: string): string {
  return formatted(`${businessDay}T12:00:00Z`, 'weekday', 'UTC');
}

/** `m:ss`; minutes run on past an hour. A span that is overdue has a minus sign. */
export function minutesSeconds(seconds: number): string {
  const whole = Math.trunc(seconds);
  const left = Math.abs(whole);
  const rest = String(left % 60).padStart(2, '0');
  return `${whole < 0 ? '−' : ''}${Math.floor(left / 60)}:${rest}`;
}

/** Whole minutes, upwards from half: `12 分钟`, `12 min`. */
export function minutes(seconds: number): string {
  return words.t('minutes', { minutes: Math.round(seconds / 60) });
}

/** One figure for a span: to the minute below ten, to five minutes below an hour, then to half hours. */
export function about(seconds: number): string {
  if (seconds < 60) return words.t('underMinute');
  const whole = Math.round(seconds / 60);
  if (whole < 10) return words.t('about', { minutes: whole });
  const fives = Math.round(whole / 5) * 5;
  if (fives < 60) return words.t('about', { minutes: fives });
  return words.t('aboutHours', { hours: Math.round(whole / 30) / 2 });
}

/** The wait as a range (`waitRange`). Null is a wait that nobody can tell yet. */
export function range(estimate: Estimate | null, speaking: Language = language.get()): string {
  if (estimate === null) return words.say(speaking, 'notKnown');
  const wait = waitRange(estimate);
  switch (wait.kind) {
    case 'none':
      return words.say(speaking, 'noWait');
    case 'within':
      return words.say(speaking, 'within', { minutes: wait.minutes });
    case 'about':
      return words.say(speaking, 'about', { minutes: wait.minutes });
    case 'between':
      return words.say(speaking, 'between', { from: wait.from, to: wait.to });
    case 'over':
      return words.say(speaking, 'overHours', { hours: wait.hours });
  }
}

/** Counters as an alternative: `2 号或 5 号`, `2 or 5`; the empty list is the empty text. */
export function either(counters: readonly string[], speaking: Language = language.get()): string {
  const named = counters.map((counter) => words.say(speaking, 'counter', { counter }));
  const last = named.pop();
  if (last === undefined) return '';
  if (named.length === 0) return last;
  return named.join(words.say(speaking, 'comma')) + words.say(speaking, 'or') + last;
}

const shapes = {
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  seconds: { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
  date: { weekday: 'long', day: 'numeric', month: 'long' },
  weekday: { weekday: 'short' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

// Making a formatter costs a hundred times what using it does, and clocks use one every second.
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatted(instant: string | number, shape: keyof typeof shapes, timezone: string): string {
  const at = typeof instant === 'number' ? instant : Date.parse(instant);
  if (!Number.isFinite(at)) return '—';
  const speaking = language.get();
  const name = `${speaking} ${shape} ${timezone}`;
  let formatter = formatters.get(name);
  if (formatter === undefined) {
    const options: Intl.DateTimeFormatOptions = { ...shapes[shape], timeZone: timezone };
    formatter = new Intl.DateTimeFormat(languageTags[speaking], options);
    formatters.set(name, formatter);
  }
  return formatter.format(at);
}

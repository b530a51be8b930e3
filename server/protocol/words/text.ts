import { languages, type InstantMs, type Language, type Text } from '#core/vocabulary.ts';

/**
 * Small makers of texts, used by every file of this folder: the one place in the hub where data
 * becomes words. Chinese and Latin stand apart by one space, as the pages set them.
 */

export function text(zh: string, en: string): Text {
  return { zh, en };
}

/** One text a language, made by the same sentence maker. */
export function inEach(make: (language: Language) => string): Text {
  return { zh: make('zh'), en: make('en') };
}

/** Joins sentences; empty ones leave no trace. Chinese needs no space between sentences. */
export function sentences(...parts: readonly (Text | null)[]): Text {
  const said = parts.filter((part) => part !== null);
  return {
    zh: said.map((part) => part.zh).join(''),
    en: said.map((part) => part.en).join(' '),
  };
}

/** `2 号或 5 号` / `2 or 5`; at most three are named, so that a sign stays a sign. */
export function countersEither(ids: readonly string[]): Text {
  const named = ids.slice(0, 3);
  return {
    zh: named.map((id) => `${id} 号`).join('或 '),
    en:
      named.length < 2
        ? named.join('')
        : `${named.slice(0, -1).join(', ')} or ${named.at(-1) ?? ''}`,
  };
}

/** `A028、C016、P009` / `A028, C016, P009`, then how many more. */
export function numbersListed(numbers: readonly string[], max = 3): Text {
  const named = numbers.slice(0, max);
  const more = numbers.length - named.length;
  return {
    zh: named.join('、') + (more > 0 ? ` 等 ${String(numbers.length)} 位` : ''),
    en: named.join(', ') + (more > 0 ? ` and ${String(more)} more` : ''),
  };
}

/** `1 person`, `3 people`. */
export function people(count: number): string {
  return count === 1 ? '1 person' : `${String(count)} people`;
}

/** Whole seconds as one says them: `36 秒`, `8 分 05 秒` / `36 s`, `8 min 05 s`. */
export function spokenSeconds(seconds: number): Text {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 60) return text(`${String(whole)} 秒`, `${String(whole)} s`);
  const minutes = String(Math.floor(whole / 60));
  const rest = String(whole % 60).padStart(2, '0');
  return text(`${minutes} 分 ${rest} 秒`, `${minutes} min ${rest} s`);
}

/** Seconds as whole minutes, at least one: nobody is told of half a minute. */
export function wholeMinutes(seconds: number): number {
  return Math.max(1, Math.round(seconds / 60));
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Times of day lately asked for, by zone and minute: a view asks for the same ones again. */
const recentTimes = new Map<string, string>();
const recentTimesMax = 1000;

/** Time of day in the hall's own zone: `10:40`. */
export function clockTime(atMs: InstantMs, timezone: string): string {
  const key = `${timezone} ${String(Math.floor(atMs / 60_000))}`;
  const known = recentTimes.get(key);
  if (known !== undefined) return known;
  const shape = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const time = formatter(timezone, shape).format(atMs);
  if (recentTimes.size >= recentTimesMax) recentTimes.clear();
  recentTimes.set(key, time);
  return time;
}

/** `18:30`, `明天 08:30`, `10 月 2 日 09:00` / `at 18:30`, `tomorrow at 08:30`, `on 2 October at 09:00`. */
export function dayAndTime(atMs: InstantMs, nowMs: InstantMs, timezone: string): Text {
  const time = clockTime(atMs, timezone);
  const days = dayNumber(atMs, timezone) - dayNumber(nowMs, timezone);
  if (days === 0) return text(time, `at ${time}`);
  if (days === 1) return text(`明天 ${time}`, `tomorrow at ${time}`);
  const { month, day, date } = calendarDate(atMs, timezone);
  return text(`${month} 月 ${day} 日 ${time}`, `on ${date} at ${time}`);
}

function calendarDate(atMs: InstantMs, timezone: string) {
  const parts = partsOf(atMs, timezone);
  const date = formatter(timezone, { day: 'numeric', month: 'long' }).format(atMs);
  return { month: String(parts.month), day: String(parts.day), date };
}

/** Local dates lately asked for, as the times of day above. */
const recentDays = new Map<string, number>();

/** Days since 1970 of the local date: only differences are meant. */
function dayNumber(atMs: InstantMs, timezone: string): number {
  const key = `${timezone} ${String(Math.floor(atMs / 60_000))}`;
  const known = recentDays.get(key);
  if (known !== undefined) return known;
  const { year, month, day } = partsOf(atMs, timezone);
  const number = Date.UTC(year, month - 1, day) / 86_400_000;
  if (recentDays.size >= recentTimesMax) recentDays.clear();
  recentDays.set(key, number);
  return number;
}

function partsOf(atMs: InstantMs, timezone: string) {
  const numeric = { year: 'numeric', month: 'numeric', day: 'numeric' } as const;
  const parts = formatter(timezone, numeric).formatToParts(atMs);
  const part = (type: string): number =>
    Number(parts.find((each) => each.type === type)?.value ?? 0);
  return { year: part('year'), month: part('month'), day: part('day') };
}

/** Formatters are costly to make; a hub knows few zones and three shapes. */
function formatter(timezone: string, shape: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${timezone}|${JSON.stringify(shape)}`;
  const known = clocks.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-GB', { ...shape, timeZone: timezone });
  clocks.set(key, made);
  return made;
}

/** True where both languages say something. */
export function isWhole(words: Text): boolean {
  return languages.every((language) => words[language].trim() !== '');
}

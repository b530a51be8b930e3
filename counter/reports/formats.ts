import type { CellKind } from '#protocol/report-tables/table.ts';
import { cellWords, weekdayWords, type CellWord } from '#protocol/words/report-labels.ts';
import { dayOf, language, languageTags, textOf } from '#ui/locale/index.ts';

/** `m:ss`, from an hour on `h:mm:ss`. */
export function span(seconds: number): string {
  const whole = Math.round(seconds);
  const two = (value: number): string => String(value).padStart(2, '0');
  const hours = Math.floor(whole / 3_600);
  const minutes = Math.floor((whole % 3_600) / 60);
  const rest = two(whole % 60);
  return hours > 0 ? `${String(hours)}:${two(minutes)}:${rest}` : `${String(minutes)}:${rest}`;
}

/** `97.4%`. */
export function share(value: number): string {
  return new Intl.NumberFormat(languageTags[language.get()], {
    style: 'percent',
    maximumFractionDigits: 1,
  }).format(value);
}

export function number(value: number): string {
  return new Intl.NumberFormat(languageTags[language.get()], { maximumFractionDigits: 1 }).format(
    value,
  );
}

/** `03-02 09:31:07` of an instant in the hall's own time; the day is left out where it is one. */
export function instant(iso: string, timezone: string, withDay: boolean): string {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone: timezone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(Date.parse(iso));
  return withDay ? parts.slice(5) : parts.slice(11);
}

/** A cell as people read it; `—` for what was not measured. */
export function cellText(
  value: string | number | null,
  kind: CellKind,
  timezone: string,
  withDay: boolean,
): string {
  if (value === null) return '—';
  switch (kind) {
    case 'count':
    case 'number':
      return number(Number(value));
    case 'share':
      return share(Number(value));
    case 'seconds':
      return span(Number(value));
    case 'date':
      return dayOf(String(value));
    case 'instant':
      return instant(String(value), timezone, withDay);
    case 'word':
      return textOf(cellWords[value as CellWord]);
    case 'weekday':
      return textOf(weekdayWords[Number(value) - 1] ?? { zh: '', en: '' });
    case 'time':
    case 'text':
      return String(value);
  }
}

/** Whether a kind is set to the right, digit below digit. */
export function isNumeric(kind: CellKind): boolean {
  return kind === 'count' || kind === 'number' || kind === 'share' || kind === 'seconds';
}

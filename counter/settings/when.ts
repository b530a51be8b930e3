import { language, languageTags } from '#ui/locale/index.ts';

/** An instant on the hall's own clock, such as `2026年3月2日 09:05`. */
export function dateAndTime(at: string, timezone: string): string {
  const style = { dateStyle: 'medium', timeStyle: 'short', timeZone: timezone } as const;
  return new Intl.DateTimeFormat(languageTags[language.get()], style).format(Date.parse(at));
}

/** A business day `YYYY-MM-DD`, such as `3月3日周二`. */
export function dayWords(day: string): string {
  const style = { month: 'long', day: 'numeric', weekday: 'short', timeZone: 'UTC' } as const;
  const at = Date.parse(`${day}T00:00:00Z`);
  return new Intl.DateTimeFormat(languageTags[language.get()], style).format(at);
}

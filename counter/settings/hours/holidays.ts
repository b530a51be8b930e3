import chineseDays from 'chinese-days';
import type { Text } from '#core/vocabulary.ts';

/** A public holiday, or the working day that makes up for one, as the State Council announced it. */
export interface Holiday {
  readonly name: Text;
  /** True: a weekend on which people work instead. */
  readonly isWorkday: boolean;
}

/** Null on an ordinary day, and in years whose holidays are not known. */
export function holidayOn(date: string): Holiday | null {
  const { name, work } = chineseDays.getDayDetail(date);
  // Named days come as `Spring Festival,春节,4`; ordinary ones as `Monday`.
  const [en = '', zh] = name.split(',');
  if (zh === undefined) return null;
  return { name: { zh, en }, isWorkday: work };
}

/** Whether the holidays of a year are known: there is no year without a National Day. */
export function isAnnounced(year: number): boolean {
  return holidayOn(`${String(year)}-10-01`) !== null;
}

/** The public holidays of a year, in order. */
export function holidaysOf(
  year: number,
): readonly { readonly date: string; readonly en: string }[] {
  const found: { date: string; en: string }[] = [];
  for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += 86_400_000) {
    const date = new Date(at).toISOString().slice(0, 10);
    const holiday = holidayOn(date);
    if (holiday !== null && !holiday.isWorkday) found.push({ date, en: holiday.name.en });
  }
  return found;
}

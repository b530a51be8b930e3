import type { QualityLine, QualityMonth } from '#protocol/quality.ts';
import { hallRules } from '#protocol/words/hall-rules.ts';
import { partWords } from '#protocol/words/quality.ts';
import { language, languageTags, textOf, timeWithSeconds } from '#ui/locale/index.ts';
import { hrefTo } from '../manager/route.ts';
import { span } from '../reports/formats.ts';
import { words } from './locale.ts';

/** `98.6`, `100`. */
export function points(value: number): string {
  return new Intl.NumberFormat(languageTags[language.get()], { maximumFractionDigits: 1 }).format(
    value,
  );
}

/** `03-02 10:42:07` in the hall's own time. */
export function moment(iso: string, timezone: string): string {
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: timezone }).format(Date.parse(iso));
  return `${day.slice(5)} ${timeWithSeconds(iso, timezone)}`;
}

/** Who, where, how much, why: what is known of a deduction beside its item. */
export function factsOf(line: QualityLine, { names }: QualityMonth, withClerk: boolean): string[] {
  const { counter, clerk, seconds, part, text } = line;
  return [
    ...(counter === null ? [] : [words.t('at-counter', { counter })]),
    ...(withClerk && clerk !== null ? [names.clerks[clerk] ?? clerk] : []),
    ...(seconds === null ? [] : [words.t('too-long', { span: span(seconds) })]),
    ...(part === null ? [] : [textOf(partWords[part])]),
    ...(text === null || text === '' ? [] : [text]),
  ];
}

/** The hall at that second, and the ticket's story beside it. */
export function evidenceOf(line: QualityLine, timezone: string): string {
  const at = timeWithSeconds(line.at, timezone);
  return hrefTo('day-again', [line.date], {
    at,
    ...(line.number === null ? {} : { ticket: line.number }),
  });
}

export function ruleName(rule: string): string {
  const known = hallRules as Readonly<Record<string, (typeof hallRules)[keyof typeof hallRules]>>;
  const text = known[rule];
  return text === undefined ? rule : textOf(text);
}

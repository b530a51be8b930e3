import type { Text } from '#core/vocabulary.ts';
import { text } from './text.ts';

/** The kinds of shift that follow from a hall's hours; a hall's own kinds bring their names. */
const shifts: Readonly<Partial<Record<string, Text>>> = {
  early: text('早班', 'Early'),
  late: text('晚班', 'Late'),
  full: text('全天', 'Full day'),
};

export function shiftName(kind: string, own: Text | null | undefined): Text {
  return own ?? shifts[kind] ?? text(kind, kind);
}

/** Reasons of exceptions in the hall's hours that are holidays. */
const festivals: Readonly<Partial<Record<string, Text>>> = {
  'spring-festival': text('春节', 'Spring Festival'),
  'national-day': text('国庆节', 'National Day'),
};

/** Null where the exception is no holiday; a day that is closed is one, by the hall's own word. */
export function holidayName(reason: string, isClosed: boolean): Text | null {
  return festivals[reason] ?? (isClosed ? text(reason, reason) : null);
}

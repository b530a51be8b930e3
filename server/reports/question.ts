import { addDays } from '#core/calendar/business-day.ts';
import type { BusinessDay, Language } from '#core/vocabulary.ts';
import type { FieldFault } from '#protocol/validator.ts';
import type { TableId } from '#protocol/words/report-labels.ts';
import { limits } from '#server/limits.ts';

export const reportFormats = ['json', 'csv', 'xlsx'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** What is asked of the reports. */
export interface ReportQuestion {
  /** `quality`: the sheets of a month; `records`: what staff wrote down. */
  readonly kind: 'day' | 'range' | 'quality' | 'records';
  /** Both the same for a day. */
  readonly from: BusinessDay;
  readonly to: BusinessDay;
  readonly format: ReportFormat;
  /** Of a CSV, which holds one table. */
  readonly table: TableId;
  readonly language: Language;
  /** Of quality: one clerk's sheet alone. */
  readonly badge?: string;
}

/** The report in the form asked; null where the hall has no such day. */
export type ReportAnswer = string | Uint8Array | null;

/** Told now and then while days are read. */
export type ReportProgress = (doneDays: number, totalDays: number) => void;

/** What is wrong with a range of days, each of which is one; nothing when it is good. */
export function faultsOfSpan(from: string, to: string): readonly FieldFault[] {
  const last = addDays(from, limits.reportDaysMax - 1);
  if (to < from) return [{ field: 'to', word: 'minimum', parameter: from }];
  return to > last ? [{ field: 'to', word: 'maximum', parameter: last }] : [];
}

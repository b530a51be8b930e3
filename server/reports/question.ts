import type { BusinessDay, Language } from '#core/vocabulary.ts';
import type { TableId } from '#protocol/words/report-labels.ts';

export const reportFormats = ['json', 'csv', 'xlsx'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** What is asked of the reports. */
export interface ReportQuestion {
  readonly kind: 'day' | 'range';
  /** Both the same for a day. */
  readonly from: BusinessDay;
  readonly to: BusinessDay;
  readonly format: ReportFormat;
  /** Of a CSV, which holds one table. */
  readonly table: TableId;
  readonly language: Language;
}

/** The report in the form asked; null where the hall has no such day. */
export type ReportAnswer = string | Uint8Array | null;

/** Told now and then while days are read. */
export type ReportProgress = (doneDays: number, totalDays: number) => void;

import type { EstimateAudit, EstimateAuditRow } from '#protocol/estimate-audit.ts';
import { minutesSeconds } from '#ui/locale/index.ts';
import { words } from './locale.ts';

/** One row of the audit with the day and the service it is of; `*` is all services. */
export interface AuditLine extends EstimateAuditRow {
  readonly date: string;
  readonly service: string;
}

/** Day by day, of one service or of all (`*`); days without a told ticket are left out. */
export function linesOf(audit: EstimateAudit, service: string): readonly AuditLine[] {
  return audit.byDay.flatMap(({ byService, ...day }) => {
    const row = service === '*' ? day : byService.find((each) => each.service === service);
    return row === undefined || row.told === 0 ? [] : [{ ...row, date: day.date, service }];
  });
}

/** Newest first: each day's whole, then its services. */
export function tableOf(audit: EstimateAudit): readonly AuditLine[] {
  return audit.byDay
    .toReversed()
    .flatMap(({ byService, ...day }) => [
      { ...day, service: '*' },
      ...byService.map((row) => ({ ...row, date: day.date })),
    ]);
}

/** `91%`, rounded down below the band's lower edge so that 84.9 % is not told as 85 %. */
export function shareOf(coverage: number | null): string {
  if (coverage === null) return '—';
  const percent = coverage * 100;
  const whole =
    percent < 85 ? Math.floor(percent) : percent > 95 ? Math.ceil(percent) : Math.round(percent);
  return `${whole}%`;
}

export function spanOf(seconds: number | null): string {
  return seconds === null ? '—' : minutesSeconds(seconds);
}

/** Which way the figures lean, in words. */
export function biasOf(seconds: number | null): string {
  if (seconds === null) return '—';
  if (seconds === 0) return words.t('even');
  return words.t(seconds > 0 ? 'longer' : 'shorter', { span: minutesSeconds(Math.abs(seconds)) });
}

/** Told tickets and days enough for a warning to be given at all. */
export function isEnough({ week }: EstimateAudit): boolean {
  return week.days >= 7 && week.told >= 100;
}

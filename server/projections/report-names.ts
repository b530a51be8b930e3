import type { ReportNames } from '#protocol/report.ts';

export const noNames: ReportNames = {
  hall: { zh: '', en: '' },
  services: {},
  classes: {},
  clerks: {},
};

/** A later day's names go first: a hall is called what it is called now. */
export function mergedNames(before: ReportNames, now: ReportNames): ReportNames {
  return {
    hall: now.hall.zh === '' && now.hall.en === '' ? before.hall : now.hall,
    services: { ...before.services, ...now.services },
    classes: { ...before.classes, ...now.classes },
    clerks: { ...before.clerks, ...now.clerks },
  };
}

import type { HallEvent } from '#core/events.ts';
import type { ReportFigures } from '#protocol/report.ts';
import { createFactsFold } from './facts/day-facts.ts';
import { createReportFold } from './report.ts';

/** The figures of a day (docs/figures.md and the glossary of figures define each). */
export type DayFigures = ReportFigures;

export interface DayFold {
  /** One event of the day, in order. DayBegan starts it afresh. */
  apply(event: HallEvent): void;
  figures(): DayFigures;
}

/** A day's figures straight from its events. Its memory grows with the day. */
export function createDayFold(): DayFold {
  const facts = createFactsFold();
  // Before the first event any day will do: nothing is told of it.
  let day = '1970-01-01';
  return {
    apply(event) {
      day = event.day;
      facts.apply(event);
    },
    figures() {
      const report = createReportFold();
      report.add(day, facts.read());
      return report.read().figures;
    },
  };
}

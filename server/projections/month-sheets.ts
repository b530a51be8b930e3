import type { BusinessDay } from '#core/vocabulary.ts';
import type {
  AnsweredRecord,
  HandoverLineRecord,
  MeetingRecord,
  QualityMonth,
  RecordsOfDays,
} from '#protocol/quality.ts';
import type { ReportNames } from '#protocol/report.ts';
import type { FoldedDay } from './day-report.ts';
import { iso } from './facts/notes.ts';
import type { RemarkFacts } from './facts/records.ts';
import { qualitySheet, type DatedBreach } from './quality-sheets.ts';
import { mergedNames, noNames } from './report-names.ts';
import { compareIds } from './tallies.ts';

interface Span {
  readonly from: BusinessDay;
  readonly to: BusinessDay;
}

/** Rule quality-score: the sheets of a month from the facts of its days, and from nothing else. */
export function createMonthFold(month: string, { from, to }: Span) {
  const breaches: DatedBreach[] = [];
  const remarks: RemarkFacts[] = [];
  const about = createAbout();

  const answerable = new Map<string, { readonly answerable: string; readonly reason: string }>();

  function writtenOn({ facts }: FoldedDay): void {
    remarks.push(...facts.records.remarks.filter((each) => each.month === month));
    for (const named of facts.records.answerable) {
      answerable.set(`${named.day} ${named.badge}`, named);
    }
  }

  /** A missed shift stands on the sheet of who answers for it (`swap-limits`). */
  function answeredFor(breach: DatedBreach): DatedBreach {
    if (breach.item !== 'shift-missed' || breach.clerk === null) return breach;
    const named = answerable.get(`${breach.date} ${breach.clerk}`);
    return named === undefined
      ? breach
      : { ...breach, clerk: named.answerable, text: named.reason };
  }

  return {
    /** A day of the month; days in their order. */
    add(day: FoldedDay): void {
      about.add(day);
      for (const breach of day.facts.breaches) breaches.push({ ...breach, date: day.date });
      writtenOn(day);
    },
    /** A day of the month after, in which the month was still spoken of. */
    addLater: writtenOn,
    /** Null without a day. @param badge only that clerk's sheet */
    read({ isOver, badge }: { isOver: boolean; badge?: string }): QualityMonth | null {
      const known = about.read();
      if (known === null) return null;
      const { complete, timezone, names, range } = known;
      const all = breaches.map(answeredFor);
      const badges = new Set([
        ...known.clerks,
        ...all.flatMap(({ clerk }) => (clerk === null ? [] : [clerk])),
      ]);
      const wanted = badge === undefined ? [null, ...[...badges].toSorted(compareIds)] : [badge];
      return {
        month,
        from,
        to,
        complete: isOver && complete,
        timezone,
        names,
        sheets: wanted.map((each) => qualitySheet(each, all, remarks)),
        range,
      };
    },
  };
}

/** What staff wrote down on several days, newest first. */
export function createRecordsFold({ from, to }: Span) {
  const handovers: HandoverLineRecord[] = [];
  const meetings: MeetingRecord[] = [];
  const answered: AnsweredRecord[] = [];
  const about = createAbout();
  return {
    add(day: FoldedDay): void {
      about.add(day);
      const { date, facts } = day;
      for (const { askedAtMs, relievedAtMs, atMs, shift, ...rest } of facts.records.handovers) {
        const { fromMs, ...figures } = shift;
        handovers.push({
          ...rest,
          date,
          askedAt: iso(askedAtMs),
          relievedAt: iso(relievedAtMs),
          at: iso(atMs),
          shift: { from: iso(fromMs), ...figures },
        });
      }
      for (const { atMs, signed, ...rest } of facts.records.meetings) {
        meetings.push({
          ...rest,
          date,
          at: iso(atMs),
          signed: signed.map(({ badge, atMs: signedMs }) => ({ badge, at: iso(signedMs) })),
        });
      }
      for (const { atMs, sinceMs, ...rest } of facts.records.answered) {
        answered.push({ ...rest, date, at: iso(atMs), since: iso(sinceMs) });
      }
    },
    read(): RecordsOfDays | null {
      const known = about.read();
      if (known === null) return null;
      const { complete, timezone, names, range } = known;
      return {
        from,
        to,
        complete,
        timezone,
        names,
        handovers: handovers.toReversed(),
        meetings: meetings.toReversed(),
        answered: answered.toReversed(),
        range,
      };
    },
  };
}

/** What the days are about: names as they were last, and the stretch of the journal. */
function createAbout() {
  let names: ReportNames = noNames;
  let first: FoldedDay | null = null;
  let last: FoldedDay | null = null;
  let complete = true;
  return {
    add(day: FoldedDay): void {
      first ??= day;
      last = day;
      complete &&= day.facts.complete;
      names = mergedNames(names, day.facts.names);
    },
    read() {
      if (first === null || last === null) return null;
      return {
        complete,
        timezone: last.facts.timezone,
        names,
        clerks: last.facts.clerks,
        range: {
          fromSeq: first.range.fromSeq,
          toSeq: last.range.toSeq,
          headHash: last.range.headHash,
        },
      };
    },
  };
}

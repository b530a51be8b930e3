import { html, type TemplateResult } from 'lit';
import type { MeetingLine } from '#protocol/report.ts';
import type { AnyReport } from '#protocol/report-tables/tables.ts';
import { timeOfDay } from '#ui/locale/index.ts';
import { hrefTo } from '../manager/route.ts';
import { words } from './locale.ts';

/** Of a day its meeting (`pre-shift-meeting`); of any report its handover records, with the way there. */
export function writtenDown(report: AnyReport): TemplateResult {
  const [from, to, meetings] =
    'byDay' in report
      ? [report.from, report.to, null]
      : [report.date, report.date, report.meetings];
  const count = report.counts.handoverRecords;
  return html`<section class="written" aria-labelledby="written">
    <h2 id="written">${words.t('records')}</h2>
    ${
      meetings === null
        ? null
        : meetings.length === 0
          ? html`<p>${words.t('meeting-none')}</p>`
          : meetings.map((each) => meeting(each, report))
    }
    <p>
      <a href=${hrefTo('quality', ['handovers', from, to])}
        >${words.t('records-handovers', { count })}</a
      >
    </p>
  </section>`;
}

function meeting(
  { at, heldBy, attended, points, signed }: MeetingLine,
  { names, timezone }: AnyReport,
): TemplateResult {
  return html`<div>
    <p>
      <a href=${hrefTo('quality', ['meeting'])}
        >${words.t('meeting-line', {
          time: timeOfDay(at, timezone),
          name: names.clerks[heldBy] ?? heldBy,
          attended: attended.length,
          signed: signed.length,
        })}</a
      >
    </p>
    <ol>
      ${points.map((point) => html`<li>${point}</li>`)}
    </ol>
  </div>`;
}

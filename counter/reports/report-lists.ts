import { html, nothing, type TemplateResult } from 'lit';
import { reportLists, type ReportList } from '#protocol/report.ts';
import { tableOf, type AnyReport } from '#protocol/report-tables/tables.ts';
import type { ReportTable } from '#protocol/report-tables/table.ts';
import { figureWords } from '#protocol/words/figures.ts';
import { tableWords } from '#protocol/words/report-labels.ts';
import { textOf } from '#ui/locale/index.ts';
import { words } from './locale.ts';

/** First what asks for an answer, then what is only told. */
const order: readonly ReportList[] = [
  'overrides',
  'earlyClosings',
  'absences',
  'signOffs',
  'signIns',
  'pauses',
  'handovers',
  'faults',
  'reprints',
];

/** Of the sign-ins, the late ones are what is counted. */
function nameOf(name: ReportList): string {
  return textOf(name === 'signIns' ? figureWords.lateSignIns.name : tableWords[name]);
}

/** What a manager has to account for one by one; lists without entries are named in one line. */
export function listsOf(report: AnyReport, tables: readonly ReportTable[]): TemplateResult {
  const counts = { ...report.counts, signIns: report.counts.lateSignIns };
  const filled = order.filter((name) => counts[name] > 0);
  const empty = reportLists.filter((name) => counts[name] === 0);
  const separator = words.t('name-separator');
  return html`<section class="lists" aria-labelledby="lists">
    <h2 id="lists">${words.t('lists')}</h2>
    ${filled.map(
      (name) =>
        html`<details ?open=${name === 'overrides' || name === 'earlyClosings'}>
          <summary>
            <span class="name">${nameOf(name)}</span>
            <span class="figure">${words.t('list-count', { count: counts[name] })}</span>
          </summary>
          <ph-report-table
            .table=${tableOf(tables, name)}
            .timezone=${report.timezone}
            ?days=${'byDay' in report}
          ></ph-report-table>
        </details>`,
    )}
    ${
      empty.length === 0
        ? nothing
        : html`<p class="none">
            ${words.t('list-none', {
              names: empty.map(nameOf).join(separator),
            })}
          </p>`
    }
  </section>`;
}

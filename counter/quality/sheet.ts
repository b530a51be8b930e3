import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { QualityLine, QualityMonth, QualityRemark, QualitySheet } from '#protocol/quality.ts';
import type { SessionView } from '#protocol/views.ts';
import { qualityWords } from '#protocol/words/quality.ts';
import { base, buttons } from '#ui/base-styles.ts';
import { emit } from '#ui/elements/emit.ts';
import { LanguageController, textOf } from '#ui/locale/index.ts';
import { words } from './locale.ts';
import { partStyles } from './page-styles.ts';
import './remark-dialog.ts';
import { sheetStyles } from './sheet-styles.ts';
import { evidenceOf, factsOf, moment, points, ruleName } from './sheet-words.ts';

/**
 * One quality sheet: score, what was deducted for what, every deduction with its evidence, and the
 * remarks beside them. Printed for signing on A4.
 *
 * - `month`, `sheet`, `session`; `open-for-remarks`
 *
 * @fires noted a remark was written down
 */
@customElement('ph-quality-sheet')
export class QualitySheetElement extends LitElement {
  @property({ attribute: false }) month: QualityMonth | null = null;
  @property({ attribute: false }) sheet: QualitySheet | null = null;
  @property({ attribute: false }) session: SessionView | null = null;
  @property({ type: Boolean, attribute: 'open-for-remarks' }) openForRemarks = false;
  /** The line a remark is being written about; `''`: the sheet. */
  @state() private noting: { readonly line: QualityLine | null } | null = null;
  readonly speaking = new LanguageController(this);

  override render(): TemplateResult | typeof nothing {
    const { month, sheet } = this;
    if (month === null || sheet === null) return nothing;
    return html`<section class="card" aria-labelledby="whose">
        <h2 id="whose">${this.whose(month, sheet)}</h2>
        <p class="score">
          <b class="figure">${points(sheet.score)}</b>
          <span>${words.t('of-base', { base: sheet.base })}</span>
        </p>
        ${
          sheet.linesCount === 0
            ? html`<p class="quiet-words">
                ${words.t('nothing-deducted')}. ${words.t('nothing-help')}
              </p>`
            : this.items(sheet)
        }
      </section>
      ${sheet.linesCount === 0 ? nothing : this.lines(month, sheet)} ${this.remarks(month, sheet)}
      ${this.foot(month, sheet)} ${this.dialog(month, sheet)}`;
  }

  private whose({ names }: QualityMonth, { badge }: QualitySheet): string {
    if (badge === null) return textOf(names.hall);
    const name = names.clerks[badge];
    return name === undefined ? badge : `${name} ${badge}`;
  }

  private items({ items }: QualitySheet): TemplateResult {
    return html`<table>
      <caption class="visually-hidden">
        ${words.t('items')}
      </caption>
      <thead>
        <tr>
          <th scope="col">${words.t('item')}</th>
          <th scope="col" class="right">${words.t('times')}</th>
          <th scope="col" class="right">${words.t('points')}</th>
        </tr>
      </thead>
      <tbody>
        ${items.map(
          ({ item, count, points: deducted }) =>
            html`<tr>
              <th scope="row">
                ${textOf(qualityWords[item].name)}
                <small>${textOf(qualityWords[item].meaning)}</small>
              </th>
              <td class="right">${count}</td>
              <td class="right">${points(deducted)}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
  }

  private lines(month: QualityMonth, sheet: QualitySheet): TemplateResult {
    const rest = sheet.linesCount - sheet.lines.length;
    return html`<section class="card" aria-labelledby="evidence">
      <h2 id="evidence">${words.t('evidence')}</h2>
      <ol>
        ${sheet.lines.map((line) => this.line(line, month, sheet))}
      </ol>
      ${rest > 0 ? html`<p class="quiet-words">${words.t('evidence-more', { count: rest })}</p>` : nothing}
    </section>`;
  }

  private line(line: QualityLine, month: QualityMonth, sheet: QualitySheet): TemplateResult {
    const { timezone } = month;
    const remarks = sheet.remarks.filter((each) => each.line === line.line);
    const facts = factsOf(line, month, sheet.badge === null);
    const isSupervisor = this.session?.role === 'supervisor';
    return html`<li class=${line.points === 0 ? 'free' : ''}>
      <time datetime=${line.at}>${moment(line.at, timezone)}</time>
      <div class="what">
        <b>${textOf(qualityWords[line.item].name)}</b>
        <p>${facts.join(' · ')}</p>
        <p class="quiet-words">
          <span title=${ruleName(line.rule)}>${words.t('rule-of', { rule: line.rule })}</span> ·
          ${words.t('event-of', { seq: line.seq })}
        </p>
        ${remarks.map((remark) => this.remark(remark, month, null))}
        <p class="acts">
          ${
            isSupervisor
              ? html`<a class="link" href=${evidenceOf(line, timezone)}
                  >${line.number === null ? words.t('see-moment') : words.t('see-ticket', { number: line.number })}</a
                >`
              : nothing
          }
          ${this.mayNote(sheet) ? this.noteKey(line) : nothing}
        </p>
      </div>
      <span class="points">${line.points === 0 ? words.t('zero') : `−${points(line.points)}`}</span>
    </li>`;
  }

  /** Own sheet: objections. A supervisor: inspection notes. */
  private mayNote({ badge }: QualitySheet): boolean {
    const { session } = this;
    if (session === null || !this.openForRemarks) return false;
    return session.role === 'supervisor' || session.badge === badge;
  }

  private noteKey(line: QualityLine | null): TemplateResult {
    const isSupervisor = this.session?.role === 'supervisor';
    return html`<button
      type="button"
      class=${line === null ? 'button plain' : 'link'}
      @click=${() => {
        this.noting = { line };
      }}
    >
      ${words.t(isSupervisor ? 'inspect' : 'object')}
    </button>`;
  }

  private remarks(month: QualityMonth, sheet: QualitySheet): TemplateResult {
    const items = new Map(sheet.lines.map(({ line, item }) => [line, item]));
    return html`<section class="card" aria-labelledby="remarks">
      <h2 id="remarks">${words.t('remarks')}</h2>
      ${
        sheet.remarks.length === 0
          ? html`<p class="quiet-words">${words.t('no-remarks')}</p>`
          : sheet.remarks.map((remark) => {
              const item = remark.line === null ? undefined : items.get(remark.line);
              return this.remark(
                remark,
                month,
                item === undefined ? null : textOf(qualityWords[item].name),
              );
            })
      }
      ${
        this.mayNote(sheet)
          ? html`<div>${this.noteKey(null)}</div>`
          : html`<p class="quiet-words">${this.openForRemarks ? '' : words.t('remark-closed')}</p>`
      }
    </section>`;
  }

  private remark(
    { kind, by, at, text, seq }: QualityRemark,
    { names, timezone }: QualityMonth,
    about: string | null,
  ): TemplateResult {
    const time = moment(at, timezone);
    const name = by === null ? '' : (names.clerks[by] ?? by);
    return html`<blockquote>
      <p>
        <b>${words.t(`remark-title-${kind}`)}</b>
        ${about === null ? nothing : html`<span>${about}</span>`}
      </p>
      <p class="text">${text}</p>
      <p class="quiet-words">
        ${words.t('remark-by', { name, time })} · ${words.t('event-of', { seq })}
      </p>
    </blockquote>`;
  }

  private foot({ range }: QualityMonth, { badge }: QualitySheet): TemplateResult {
    return html`<footer>
      <p>
        ${words.t('range-of', { from: range.fromSeq, to: range.toSeq })}
        <code>${range.headHash}</code>
      </p>
      <div class="signatures">
        <span>${words.t('sign-hall')}</span>
        ${badge === null ? nothing : html`<span>${words.t('sign-clerk')}</span>`}
        <span>${words.t('sign-date')}</span>
      </div>
    </footer>`;
  }

  private dialog(
    { month }: QualityMonth,
    { badge }: QualitySheet,
  ): TemplateResult | typeof nothing {
    const { noting } = this;
    if (noting === null) return nothing;
    return html`<ph-remark-dialog
      .session=${this.session}
      .month=${month}
      .badge=${badge}
      .line=${noting.line}
      @close=${() => {
        this.noting = null;
      }}
      @noted=${(event: Event) => {
        // Written though its dialog was left: another one may be open by now.
        event.stopPropagation();
        if (this.noting === noting) this.noting = null;
        emit(this, 'noted');
      }}
    ></ph-remark-dialog>`;
  }

  static override styles = [base, buttons, partStyles, sheetStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-quality-sheet': QualitySheetElement;
  }
}

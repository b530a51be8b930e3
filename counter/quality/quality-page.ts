import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { HallHead, SessionView } from '#protocol/views.ts';
import { base, buttons } from '#ui/base-styles.ts';
import { LanguageController } from '#ui/locale/index.ts';
import { fields } from '../field-styles.ts';
import { hrefTo } from '../manager/route.ts';
import { OnPaper } from '../on-paper.ts';
import { localDay } from '../reports/report-place.ts';
import './handovers.ts';
import { words } from './locale.ts';
import './meetings.ts';
import './open-answers.ts';
import { pageStyles } from './page-styles.ts';
import { placeKinds, placeOf, type QualityPlace } from './quality-place.ts';
import './sheets.ts';

/**
 * Quality sheets, answers owed, handover records, meetings. A clerk sees their own sheet.
 *
 * - `session`, `hall`, `nowMs`; `path`, `query` of the address: `quality-place.ts`
 */
@customElement('ph-quality')
export class QualityPage extends LitElement {
  @property({ attribute: false }) session: SessionView | null = null;
  @property({ attribute: false }) hall: HallHead | null = null;
  @property({ attribute: false }) nowMs = 0;
  @property({ attribute: false }) path: readonly string[] = [];
  @property({ attribute: false }) query = new URLSearchParams();
  readonly speaking = new LanguageController(this);
  readonly paper = new OnPaper(this);

  override render(): TemplateResult | typeof nothing {
    const { session, hall } = this;
    if (session === null || hall === null || this.nowMs === 0) {
      return html`<main aria-busy="true"></main>`;
    }
    const today = localDay(this.nowMs, hall.timezone);
    const place = placeOf(this.path, this.query, today);
    return html`<main>
      <nav class="choices" aria-label=${words.t('tabs')}>
        ${placeKinds.map(
          (kind) =>
            html`<a
              class="choice"
              href=${hrefTo('quality', kind === 'sheets' ? [] : [kind])}
              aria-current=${kind === place.kind ? 'page' : nothing}
              >${words.t(`tab-${kind}`)}</a
            >`,
        )}
      </nav>
      ${this.content(place, session, today, hall.timezone)}
    </main>`;
  }

  private content(
    place: QualityPlace,
    session: SessionView,
    today: string,
    timezone: string,
  ): TemplateResult {
    switch (place.kind) {
      case 'sheets':
        return html`<ph-quality-sheets
          .session=${session}
          .month=${place.month}
          .badge=${session.role === 'supervisor' ? place.badge : session.badge}
          .today=${today}
        ></ph-quality-sheets>`;
      case 'open':
        return html`<ph-open-answers
          .session=${session}
          .today=${today}
          .timezone=${timezone}
        ></ph-open-answers>`;
      case 'handovers':
        return html`<ph-handover-records
          .session=${session}
          .place=${place}
        ></ph-handover-records>`;
      case 'meeting':
        return html`<ph-meetings
          .session=${session}
          .today=${today}
          .timezone=${timezone}
        ></ph-meetings>`;
    }
  }

  static override styles = [base, buttons, fields, pageStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-quality': QualityPage;
  }
}

import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { HallHead } from '#protocol/views.ts';
import { base } from '#ui/base-styles.ts';
import { LanguageController } from '#ui/locale/index.ts';
import { words } from '../manager/locale.ts';

/** Reports of the hall, computed from the journal alone. */
@customElement('ph-reports')
export class ReportsPage extends LitElement {
  @property({ attribute: false }) token = '';
  @property({ attribute: false }) hall: HallHead | null = null;
  @property({ attribute: false }) nowMs = 0;
  @property({ attribute: false }) path: readonly string[] = [];
  @property({ attribute: false }) query = new URLSearchParams();
  readonly language = new LanguageController(this);

  override render(): TemplateResult {
    return html`<main>
      <h1>${words.t('section-reports')}</h1>
    </main>`;
  }

  static override styles = [
    base,
    css`
      :host {
        display: block;
        min-height: 0;
        overflow: auto;
      }
      main {
        padding: var(--space-24) calc(var(--u) * 28);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-reports': ReportsPage;
  }
}

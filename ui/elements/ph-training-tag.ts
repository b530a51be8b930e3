import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { base } from '../base-styles.ts';
import { LanguageController, common } from '../locale/index.ts';

/** Top right on every page of a training hall: what is seen here is practice. */
@customElement('ph-training-tag')
export class TrainingTag extends LitElement {
  readonly language = new LanguageController(this);

  override render(): TemplateResult {
    return html`<span>${common.t('training')}</span>`;
  }

  static override styles = [
    base,
    css`
      :host {
        display: inline-block;
      }
      span {
        display: inline-block;
        padding: 0.25em 0.7em;
        border-radius: var(--radius-small);
        border: calc(var(--u) * 1.5) dashed currentColor;
        color: var(--ink2);
        font-weight: var(--weight-label);
        line-height: 1.2;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-training-tag': TrainingTag;
  }
}

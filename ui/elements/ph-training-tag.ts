import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { base } from '../base-styles.ts';
import { LanguageController, common } from '../locale/index.ts';

/** The tag at the top right of every page of a training hall. */
@customElement('ph-training-tag')
export class TrainingTag extends LitElement {
  readonly language = new LanguageController(this);

  override render(): TemplateResult {
    return html`${common.t('training')}`;
  }

  static override styles = [
    base,
    css`
      :host {
        display: inline-block;
        padding: 0.32em 0.75em;
        border-radius: 0.55em;
        background: var(--plate);
        color: var(--plate-ink);
        font-size: var(--text-16);
        font-weight: var(--weight-name);
        line-height: 1.25;
        white-space: nowrap;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-training-tag': TrainingTag;
  }
}

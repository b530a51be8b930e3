import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { CallKind } from '#core/vocabulary.ts';
import { base } from '../base-styles.ts';
import { icon } from '../icons.ts';
import { LanguageController, common } from '../locale/index.ts';
import './ph-plate.ts';
import './ph-ticket-number.ts';

/**
 * A call: number, arrow, plate. The font size is the number's; the plate is .73 of it.
 *
 * - `number`, `counter`: who, and where to
 * - `look`: `new` stands on its own ground with the lit plate; `newest` stands there still when the
 *   counter serves; `standing` is one of the last calls;
 *   `not-live` is hollow
 * - `kind`: call, recall or redirect; decides the sentence that screen readers get
 */
@customElement('ph-call-card')
export class CallCard extends LitElement {
  @property() number = '';
  @property() counter = '';
  @property() look: 'new' | 'newest' | 'standing' | 'not-live' = 'standing';
  @property() kind: CallKind = 'call';

  readonly language = new LanguageController(this);

  override render(): TemplateResult {
    const { number, counter } = this;
    const hollow = this.look === 'not-live';
    const sentence = hollow
      ? common.t('ticket-not-live', { number })
      : common.t(`${this.kind}-sentence`, { number, counter });
    return html`<div class="card ${this.look}">
      <span class="visually-hidden">${sentence}</span>
      <ph-ticket-number
        aria-hidden="true"
        .number=${number}
        .look=${hollow ? 'hollow' : 'solid'}
      ></ph-ticket-number>
      <span class="arrow">${icon('arrow')}</span>
      <ph-plate
        decorative
        .counter=${counter}
        .state=${this.look === 'new' ? 'calling' : 'serving'}
        ?not-live=${hollow}
      ></ph-plate>
    </div>`;
  }

  static override styles = [
    base,
    css`
      :host {
        display: block;
        --plate-size: 0.73em;
      }
      .card {
        display: flex;
        align-items: center;
        gap: 0.08em;
      }
      .card.new,
      .card.newest {
        height: 100%;
        padding: 0.22em 0.17em 0.22em 0.16em;
        border-radius: var(--radius-public-large);
        background: var(--surface);
        --hollow-ground: var(--surface);
      }
      .arrow {
        flex: 1;
        display: grid;
        place-items: center;
        color: var(--ink2);
        font-size: 0.27em;
        min-width: 1.2em;
      }
      .standing .arrow,
      .not-live .arrow {
        font-size: 0.31em;
      }
      .new ph-plate,
      .newest ph-plate {
        margin-inline-end: 0.08em;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-call-card': CallCard;
  }
}

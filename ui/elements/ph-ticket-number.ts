import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base, numbers } from '../base-styles.ts';
import { LanguageController, common } from '../locale/index.ts';

/**
 * A ticket: its number, as large as the font size of the place it stands in. Its box is as tall as
 * its capitals (.74 em), so it can be placed to the pixel.
 *
 * - `number`: letter and digits
 * - `look`: `solid`; `hollow` is not current (not live); `struck` is cancelled
 * - `takeover`: the heavier cut for the whole-screen call
 * - `--hollow-ground`: the colour behind it, which fills a hollow number
 */
@customElement('ph-ticket-number')
export class TicketNumber extends LitElement {
  @property() number = '';
  @property() look: 'solid' | 'hollow' | 'struck' = 'solid';
  @property({ type: Boolean }) takeover = false;

  readonly language = new LanguageController(this);

  override render(): TemplateResult {
    return html`<span class="num ${this.look} ${this.takeover ? 'takeover' : ''}" aria-hidden="true"
        >${this.number}</span
      ><span class="visually-hidden">${this.spoken()}</span>`;
  }

  private spoken(): string {
    const { number } = this;
    switch (this.look) {
      case 'solid':
        return number;
      case 'hollow':
        return common.t('ticket-not-live', { number });
      case 'struck':
        return common.t('ticket-struck', { number });
    }
  }

  static override styles = [
    base,
    numbers,
    css`
      :host {
        position: relative;
        display: inline-block;
        line-height: 0;
      }
      .num {
        position: relative;
        display: inline-block;
      }
      .hollow {
        color: var(--hollow-ground, var(--bg));
        -webkit-text-stroke: 0.042em var(--ink2);
        paint-order: stroke fill;
      }
      .struck {
        color: var(--ink2);
      }
      .struck::after {
        content: '';
        position: absolute;
        inset: 46% -0.06em auto;
        height: 0.065em;
        border-radius: 0.04em;
        background: currentColor;
        box-shadow: 0 0 0 0.022em var(--hollow-ground, var(--bg));
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-ticket-number': TicketNumber;
  }
}

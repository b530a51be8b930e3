import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base } from '../base-styles.ts';
import { icon, type IconName } from '../icons.ts';

/**
 * A standing message: icon, heading, at most two lines beside it. Stands on the surface of its
 * theme; a dark screen gives its band `data-theme="light"`. The font size is that of the lines.
 *
 * - `kind`: decides the icon; `sound` and `notice` may be asked to do something by a slotted button
 * - `heading`: the one thing to know
 * - `lines`: what follows from it
 * - default slot: a button at the end
 */
@customElement('ph-message-band')
export class MessageBand extends LitElement {
  @property() kind: MessageKind = 'notice';
  @property() heading = '';
  @property({ attribute: false }) lines: readonly string[] = [];

  override render(): TemplateResult {
    return html`<div class="band" role=${this.kind === 'fault' ? 'alert' : 'status'}>
      <span class="sign">${icon(icons[this.kind])}</span>
      <span class="heading">${this.heading}</span>
      ${
        this.lines.length === 0
          ? nothing
          : html`<span class="lines">
              ${this.lines.map((line) => html`<span class="line">${line}</span>`)}
            </span>`
      }
      <slot></slot>
    </div>`;
  }

  static override styles = [
    base,
    css`
      :host {
        display: block;
        background: var(--bg);
        color: var(--ink);
      }
      .band {
        display: flex;
        align-items: center;
        gap: 0.6em 1.35em;
        height: 100%;
        padding: 0.9em var(--band-margin, 1.35em);
      }
      .sign svg {
        width: 2.2em;
        height: 2.2em;
      }
      .heading {
        flex: none;
        max-width: 46%;
        font-size: 1.62em;
        font-weight: var(--weight-heading);
        line-height: var(--leading-heading);
        text-wrap: balance;
      }
      .lines {
        display: grid;
        gap: 0.1em;
        line-height: 1.3;
      }
      .line {
        text-wrap: balance;
      }
      ::slotted(*) {
        margin-inline-start: auto;
      }
      @media (max-width: 700px) {
        .band {
          flex-wrap: wrap;
        }
        .heading {
          flex: 1;
          max-width: none;
        }
        .lines {
          flex-basis: 100%;
        }
      }
    `,
  ];
}

export type MessageKind = 'notice' | 'closing' | 'offline' | 'fault' | 'training' | 'sound';

const icons = {
  notice: 'bell',
  closing: 'clock',
  offline: 'offline',
  fault: 'fault',
  training: 'play',
  sound: 'speaker',
} as const satisfies Record<MessageKind, IconName>;

declare global {
  interface HTMLElementTagNameMap {
    'ph-message-band': MessageBand;
  }
}

import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base, buttons } from '../base-styles.ts';
import { icon, type IconName } from '../icons.ts';
import { phrased } from '../phrased.ts';

export type MessageKind = 'notice' | 'closing' | 'offline' | 'fault' | 'training' | 'sound';

const icons = {
  notice: 'bell',
  closing: 'clock',
  offline: 'offline',
  fault: 'fault',
  training: 'play',
  sound: 'speaker',
} as const satisfies Record<MessageKind, IconName>;

/**
 * A standing message across the page, on paper: icon, heading, up to two lines.
 *
 * - `kind`: notice, closing, offline, fault, training, sound
 * - `heading`: short; the page's own words
 * - `text`: what happens and what to do; may be empty
 * - slot `action`: a button; slot default: more than text
 * - `urgent`: is said at once by screen readers (offline), otherwise when there is a pause
 */
@customElement('ph-message-band')
export class MessageBand extends LitElement {
  @property() kind: MessageKind = 'notice';
  @property() heading = '';
  @property() text = '';
  @property({ type: Boolean }) urgent = false;

  override render(): TemplateResult {
    return html`<section class="band ${this.kind}" role=${this.urgent ? 'alert' : 'status'}>
      <span class="sign">${icon(icons[this.kind])}</span>
      <div class="words">
        ${this.heading === '' ? nothing : html`<p class="heading">${this.heading}</p>`}
        ${this.text === '' ? nothing : html`<p class="text phrases">${phrased(this.text)}</p>`}
        <slot></slot>
      </div>
      <slot name="action"></slot>
    </section>`;
  }

  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: block;
      }
      .band {
        display: flex;
        align-items: center;
        gap: 1em;
        padding: 0.9em 1.25em;
        border-radius: var(--band-radius, var(--radius-row));
        background: var(--paper);
        color: var(--pine-950);
        box-shadow: inset 0 0 0 1px var(--pine-200);
      }
      .sign {
        flex: none;
        font-size: 1.5em;
        line-height: 0;
      }
      .words {
        flex: 1;
        min-width: 0;
      }
      .heading {
        font-weight: var(--weight-heading);
        line-height: var(--leading-heading);
        font-size: 1.15em;
      }
      .text {
        color: var(--ink-2);
        margin-block-start: 0.2em;
      }
      .heading:only-child,
      .text:only-child {
        margin: 0;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-message-band': MessageBand;
  }
}

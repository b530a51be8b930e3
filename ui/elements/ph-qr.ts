import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base } from '../base-styles.ts';
import { qrPath } from './qr-path.ts';

/**
 * A QR code, drawn sharp at any size on its own white ground with the quiet zone that readers need.
 *
 * - `value`: what it says, e.g. the address of a ticket's page; empty shows nothing
 * - `label`: what screen readers are told
 * - `--qr-size`: its side, quiet zone included (300 px)
 */
@customElement('ph-qr')
export class Qr extends LitElement {
  @property() value = '';
  @property() label = '';

  override render(): TemplateResult | typeof nothing {
    if (this.value === '') return nothing;
    const { side, path } = qrPath(this.value);
    return html`<svg
      viewBox="0 0 ${side} ${side}"
      role="img"
      aria-label=${this.label}
      shape-rendering="crispEdges"
    >
      <path d=${path} />
    </svg>`;
  }

  static override styles = [
    base,
    css`
      :host {
        display: inline-block;
        width: var(--qr-size, calc(var(--u) * 300));
        aspect-ratio: 1;
        border-radius: var(--radius-public);
        background: var(--white);
        overflow: hidden;
      }
      svg {
        width: 100%;
        height: 100%;
        fill: var(--pine-950);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-qr': Qr;
  }
}

import { LitElement, css, html, nothing, svg, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base } from '../base-styles.ts';
import { qrPath } from './qr-path.ts';

/**
 * A QR code, always dark on white: cameras need it so. As wide as its place.
 *
 * - `text`: what it holds, usually an address; '' shows nothing
 * - `label`: what screen readers get
 */
@customElement('ph-qr')
export class QrCode extends LitElement {
  @property() text = '';
  @property() label = '';

  override render(): TemplateResult | typeof nothing {
    if (this.text === '') return nothing;
    const { side, path } = qrPath(this.text);
    return html`<svg
      viewBox="0 0 ${side} ${side}"
      role="img"
      aria-label=${this.label}
      shape-rendering="crispEdges"
    >
      ${svg`<rect class="light" width=${side} height=${side} /><path class="dark" d=${path} />`}
    </svg>`;
  }

  static override styles = [
    base,
    css`
      :host {
        display: block;
        aspect-ratio: 1;
        border-radius: var(--radius-small);
        overflow: hidden;
      }
      svg {
        width: 100%;
        height: 100%;
        forced-color-adjust: none;
      }
      .light {
        fill: #fff;
      }
      .dark {
        fill: var(--pine-950, #041919);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-qr': QrCode;
  }
}

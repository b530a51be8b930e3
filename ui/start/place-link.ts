import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base } from '../base-styles.ts';
import { icon, type IconName } from '../icons.ts';

/**
 * A place of the hall that opens its page: icon, name, address.
 *
 * - `href`, `icon`, `name`; `note`: the second line, the address where none is given
 * - `shown`: the address as it is written, where it is longer than one wants to read
 */
@customElement('ph-place-link')
export class PlaceLink extends LitElement {
  @property() href = '';
  @property() icon: IconName = 'screen';
  @property() name = '';
  @property() note = '';
  @property() shown = '';

  override render(): TemplateResult {
    return html`<a href=${this.href}>
      ${icon(this.icon)}
      <span class="words">
        <span class="name">${this.name}</span>
        ${this.note === '' ? nothing : html`<span class="note">${this.note}</span>`}
        <span class="address">${this.shown === '' ? this.href : this.shown}</span>
      </span>
      <span class="chevron">${icon('chevron', 'mark')}</span>
    </a>`;
  }

  static override styles = [
    base,
    css`
      :host {
        display: inline-block;
        min-width: 0;
      }
      a {
        display: flex;
        align-items: center;
        gap: var(--space-12);
        width: 100%;
        height: 100%;
        min-height: var(--place-height, calc(var(--u) * 66));
        padding: var(--space-8) var(--space-16);
        border-radius: var(--radius-row);
        background: var(--surface);
        color: var(--ink);
        box-shadow:
          inset 0 0 0 calc(var(--u) * 1.5) var(--edge),
          inset 0 calc(var(--lip) * -1) 0 var(--edge);
        text-decoration: none;
        transition: background-color var(--dur-state) var(--ease-in);
      }
      a:hover {
        background: var(--sunk);
      }
      a:active {
        transform: translateY(calc(var(--u) * 2));
      }
      svg {
        width: calc(var(--u) * 24);
        height: calc(var(--u) * 24);
        color: var(--dot);
      }
      .words {
        display: grid;
        flex: 1;
        min-width: 0;
        line-height: 1.25;
      }
      .name {
        font-size: var(--place-name, var(--text-17));
        font-weight: var(--weight-name);
        white-space: nowrap;
      }
      .note,
      .address {
        color: var(--ink2);
        font-size: var(--text-14);
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .chevron svg {
        width: calc(var(--u) * 16);
        height: calc(var(--u) * 16);
        color: var(--ink);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-place-link': PlaceLink;
  }
}

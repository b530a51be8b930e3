import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { KioskView } from '#protocol/views.ts';
import { base } from '#ui/base-styles.ts';
import { classIcon } from '#ui/elements/ph-class-switch.ts';
import { emit } from '#ui/elements/emit.ts';
import { icon } from '#ui/icons.ts';
import { LanguageController, common, textOf } from '#ui/locale/index.ts';
import { words } from './locale.ts';
import { screenStyles } from './screen-styles.ts';

/**
 * Large text: the class has a screen of its own, a row each; one touch goes on.
 *
 * - `classes`: of the kiosk's view
 * - event `choose`, detail `{ id, needsCustomer }`
 */
@customElement('ph-kiosk-who')
export class KioskWho extends LitElement {
  @property({ attribute: false }) classes: KioskView['classes'] = [];

  readonly language = new LanguageController(this);

  override render(): TemplateResult {
    return html`<div class="screen large">
      <div class="list">${this.classes.map((choice) => this.row(choice))}</div>
    </div>`;
  }

  private row(choice: KioskView['classes'][number]): TemplateResult {
    const { id, name, needsCustomer, isDefault } = choice;
    const help = isDefault
      ? common.t('class-in-turn')
      : words.t(needsCustomer ? 'class-number-help' : 'class-priority-help');
    return html`<button
      class="row"
      type="button"
      @click=${() => {
        emit(this, 'choose', { id, needsCustomer });
      }}
    >
      ${icon(classIcon(choice))}
      <span><span class="name">${textOf(name)}</span><span class="help">${help}</span></span>
      ${icon('chevron')}
    </button>`;
  }

  static override styles = [
    base,
    screenStyles,
    css`
      .row {
        min-height: calc(var(--u) * 236);
      }
      .large .row .name {
        font-size: calc(var(--u) * 84);
      }
      .row > .icon:first-child {
        width: calc(var(--u) * 84);
        height: calc(var(--u) * 84);
        color: var(--dot);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-kiosk-who': KioskWho;
  }
}

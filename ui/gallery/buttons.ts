import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { base, buttons } from '#ui/base-styles.ts';
import { icon } from '#ui/icons.ts';
import { LanguageController, common } from '#ui/locale/index.ts';
import '#ui/elements/ph-dialog.ts';

/** The buttons of base-styles, and the dialog that one of them opens. */
@customElement('ph-button-samples')
export class ButtonSamples extends LitElement {
  @state() private open = false;
  readonly language = new LanguageController(this);

  override render(): TemplateResult {
    return html`<button class="button lamp" type="button" @click=${this.toggle}>
        ${icon('bell')} lamp, opens the dialog
      </button>
      <button class="button plain" type="button">${icon('papers')} plain</button>
      <button class="button flat" type="button" aria-disabled="true">${icon('lock')} flat</button>
      <button class="button plain touch" type="button">touch</button>
      <p>A sentence with a <button class="link" type="button">link</button> in it.</p>
      <ph-dialog heading="Dialog" .open=${this.open} @close=${this.toggle}>
        <p>Escape asks to leave.</p>
        <button slot="actions" class="button plain" type="button" @click=${this.toggle}>
          ${common.t('close')}
        </button>
      </ph-dialog>`;
  }

  private toggle(): void {
    this.open = !this.open;
  }

  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-16);
      }
    `,
  ];
}

export function buttonsShown(): TemplateResult {
  return html`<ph-button-samples></ph-button-samples>`;
}

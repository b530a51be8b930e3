import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { base } from '#ui/base-styles.ts';
import { emit } from '#ui/elements/emit.ts';
import type { TimeOut } from '#ui/elements/ph-time-out.ts';
import '#ui/elements/ph-time-out.ts';
import { LanguageController } from '#ui/locale/index.ts';
import { words } from './locale.ts';

/**
 * The one plain button below a number: it presses itself, and a touch or a key anywhere gives the
 * full time again (WCAG 2.2.1).
 *
 * - `seconds`: its time-out
 * - event `back`: pressed, or the time is over
 */
@customElement('ph-kiosk-done')
export class KioskDone extends LitElement {
  @property({ type: Number }) seconds = 20;

  @query('ph-time-out') private timeOut!: TimeOut | null;

  readonly language = new LanguageController(this);

  override connectedCallback(): void {
    super.connectedCallback();
    for (const touch of touches) addEventListener(touch, this.extend, true);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const touch of touches) removeEventListener(touch, this.extend, true);
  }

  override render(): TemplateResult {
    return html`<ph-time-out
      .seconds=${this.seconds}
      .note=${(seconds: number) => words.t('done-seconds', { seconds })}
      @press=${this.done}
      @elapsed=${this.done}
      >${words.t('done')}</ph-time-out
    >`;
  }

  private readonly done = (): void => {
    emit(this, 'back');
  };

  private readonly extend = (): void => {
    this.timeOut?.extend();
  };

  static override styles = [
    base,
    css`
      :host {
        display: block;
        --radius-row: var(--radius);
        font-size: calc(var(--u) * 46);
      }
    `,
  ];
}

const touches = ['pointerdown', 'keydown'] as const;

declare global {
  interface HTMLElementTagNameMap {
    'ph-kiosk-done': KioskDone;
  }
}

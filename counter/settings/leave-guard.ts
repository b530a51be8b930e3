import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { base, buttons } from '#ui/base-styles.ts';
import { emit } from '#ui/elements/emit.ts';
import '#ui/elements/ph-dialog.ts';
import { LanguageController } from '#ui/locale/index.ts';
import { readRoute } from '../manager/route.ts';
import { words } from './locale.ts';
import { saveStyles } from './save-styles.ts';

/**
 * Asks before somebody leaves the settings with changes that are not saved: by a link within the
 * desk with its own words, by closing the tab with the browser's.
 *
 * - `isDirty`: there are such changes
 *
 * @fires discard they are not wanted any more
 */
@customElement('ph-leave-guard')
export class LeaveGuard extends LitElement {
  @property({ attribute: false }) isDirty = false;
  @state() private target: string | null = null;
  readonly language = new LanguageController(this);

  override render(): TemplateResult | typeof nothing {
    if (this.target === null) return nothing;
    return html`<ph-dialog open .heading=${words.t('leave-title')} @close=${this.stay}>
      <div class="stack">
        <p>${words.t('leave-help')}</p>
        <div class="acts">
          <button class="button lamp" type="button" @click=${this.stay}>
            ${words.t('leave-stay')}
          </button>
          <button class="button plain" type="button" @click=${this.go}>
            ${words.t('leave-keep')}
          </button>
          <button
            class="button plain"
            type="button"
            @click=${() => {
              emit(this, 'discard');
              this.go();
            }}
          >
            ${words.t('leave-discard')}
          </button>
        </div>
      </div>
    </ph-dialog>`;
  }

  private readonly stay = (): void => {
    this.target = null;
  };

  private readonly go = (): void => {
    const { target } = this;
    this.target = null;
    if (target !== null) location.hash = target;
  };

  private readonly clicked = (event: MouseEvent): void => {
    if (!this.isDirty || event.defaultPrevented || event.button !== 0) return;
    // Another tab is no leaving.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const link = event.composedPath().find((each) => each instanceof HTMLAnchorElement);
    if (link === undefined || link.target !== '' || link.hash === '') return;
    if (link.pathname !== location.pathname || readRoute(link.hash).section === 'settings') return;
    event.preventDefault();
    this.target = link.hash;
  };

  private readonly unloading = (event: BeforeUnloadEvent): void => {
    if (this.isDirty) event.preventDefault();
  };

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('click', this.clicked, { capture: true });
    addEventListener('beforeunload', this.unloading);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('click', this.clicked, { capture: true });
    removeEventListener('beforeunload', this.unloading);
  }

  static override styles = [base, buttons, saveStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-leave-guard': LeaveGuard;
  }
}

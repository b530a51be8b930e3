import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { HallHead } from '#protocol/views.ts';
import { base, buttons } from '#ui/base-styles.ts';
import { emit } from '#ui/elements/emit.ts';
import type { HubClient } from '#ui/hub/hub-client.ts';
import { icon } from '#ui/icons.ts';
import { LanguageController } from '#ui/locale/index.ts';
import './desk-head.ts';
import { words } from './locale.ts';
import { readRoute, type Route } from './manager/route.ts';
import type { SectionModule } from './manager/sections.ts';
import type { StaffSession } from './session.ts';

/**
 * What a clerk reads beside the counter: the own quality sheet, answers owed, handover records, the
 * meeting. The same pages as the manager's, fetched when they are opened first.
 *
 * - `hub`, `session`, `hall`, `nowMs`, `staleSinceMs`: of the page that shows it
 *
 * @fires leave-own back to the counter
 */
@customElement('ph-own-desk')
export class OwnDesk extends LitElement {
  @property({ attribute: false }) hub: HubClient | null = null;
  @property({ attribute: false }) session: StaffSession | null = null;
  @property({ attribute: false }) hall: HallHead | null = null;
  @property({ attribute: false }) nowMs = 0;
  @property({ attribute: false }) staleSinceMs: number | null = null;
  @state() private route: Route = readRoute(location.hash);
  @state() private loaded: SectionModule | 'failed' | null = null;
  readonly language = new LanguageController(this);

  override render(): TemplateResult {
    return html`<ph-desk-head
        .session=${this.session}
        .hall=${this.hall}
        .nowMs=${this.nowMs}
        .staleSinceMs=${this.staleSinceMs}
      >
        <button class="button plain" type="button" @click=${this.leave}>
          ${icon('back')}<span>${words.t('own-leave')}</span>
        </button>
      </ph-desk-head>
      ${this.content()}`;
  }

  private content(): TemplateResult {
    const { hub, session, hall, nowMs, loaded } = this;
    const { path, query } = this.route;
    if (hub === null || session === null || loaded === null) {
      return html`<main aria-busy="true"></main>`;
    }
    if (loaded === 'failed') {
      return html`<main><p role="alert">${words.t('own-failed')}</p></main>`;
    }
    return loaded.section({ hub, session, hall, nowMs, path, query });
  }

  private readonly leave = (): void => {
    emit(this, 'leave-own');
  };

  private readonly moved = (): void => {
    const route = readRoute(location.hash);
    // The way back leads to the counter.
    if (route.section === 'quality') this.route = route;
    else this.leave();
  };

  override connectedCallback(): void {
    super.connectedCallback();
    this.route = readRoute(location.hash);
    addEventListener('hashchange', this.moved);
    void import('./quality/section.ts').then(
      (module) => {
        this.loaded = module;
      },
      () => {
        this.loaded = 'failed';
      },
    );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.moved);
  }

  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: grid;
        grid-template: auto minmax(0, 1fr) / minmax(0, 1fr);
        min-height: 0;
        background: var(--bg);
        color: var(--ink);
      }
      main {
        display: grid;
        place-items: center;
        padding: var(--space-24);
        text-align: center;
      }
      @media print {
        :host {
          display: block;
          background: none;
        }
        ph-desk-head {
          display: none;
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-own-desk': OwnDesk;
  }
}

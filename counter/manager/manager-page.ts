import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { HallHead, SessionView } from '#protocol/views.ts';
import { base, buttons } from '#ui/base-styles.ts';
import type { HubClient } from '#ui/hub/hub-client.ts';
import { LanguageController, textOf } from '#ui/locale/index.ts';
import '../desk-head.ts';
import { isTyping } from '../supervisor/board-keys.ts';
import { isWall } from '../supervisor/board-route.ts';
import '../supervisor/supervisor-page.ts';
import '../supervisor/wall.ts';
import { words } from './locale.ts';
import { hrefTo, readRoute, type Route } from './route.ts';
import { createDeskKeys } from './desk-keys.ts';
import './palette.ts';
import './section-nav.ts';
import { boardSection, sections, type Section, type SectionModule } from './sections.ts';

type Loaded = { readonly id: string; readonly module: SectionModule | 'failed' };

/**
 * The manager's desk: the live board and, beside it, every other section, each under an address of
 * its own. The board is there at once; the others are fetched when they are opened first.
 *
 * - `hub`, `session`, `hall`, `nowMs`, `staleSinceMs`: of the page that shows it
 */
@customElement('ph-manager')
export class ManagerPage extends LitElement {
  @property({ attribute: false }) hub: HubClient | null = null;
  @property({ attribute: false }) session: SessionView | null = null;
  @property({ attribute: false }) hall: HallHead | null = null;
  @property({ attribute: false }) nowMs = 0;
  @property({ attribute: false }) staleSinceMs: number | null = null;

  @state() private paletteOpen = false;
  @state() private wall = isWall(location);
  @state() private route: Route = readRoute(location.hash);
  @state() private loaded: Loaded | null = null;
  readonly language = new LanguageController(this);

  override render(): TemplateResult {
    if (this.wall) return html`<ph-desk-wall .hub=${this.hub}></ph-desk-wall>`;
    return html`<ph-section-nav .current=${this.wanted}></ph-section-nav>
      <div class="place">${this.place()}</div>
      <ph-palette ?open=${this.paletteOpen} @leave=${this.hidePalette}></ph-palette>`;
  }

  private get wanted(): string {
    return this.route.section === '' ? boardSection : this.route.section;
  }

  private get section(): Section | undefined {
    return sections.find(({ id }) => id === this.wanted);
  }

  private place(): TemplateResult | typeof nothing {
    const { hub, session, section } = this;
    if (hub === null || session === null) return nothing;
    if (section?.load === null) {
      return html`<ph-supervisor .hub=${hub} .session=${session}></ph-supervisor>`;
    }
    return html`${this.head(section)} ${this.content(section, hub, session)}`;
  }

  private head(section: Section | undefined): TemplateResult {
    const { hall, session } = this;
    return html`<ph-desk-head
      .session=${session}
      .hall=${hall}
      .nowMs=${this.nowMs}
      .waitingCount=${null}
      .staleSinceMs=${this.staleSinceMs}
    >
      <span class="name">${words.t(section?.label ?? 'navigation')}</span>
    </ph-desk-head>`;
  }

  private content(
    section: Section | undefined,
    hub: HubClient,
    session: SessionView,
  ): TemplateResult {
    if (section === undefined) {
      return html`<main class="said">
        <h1>${words.t('no-section')}</h1>
        <p>${words.t('no-section-help')}</p>
        <a class="button plain" href=${hrefTo(boardSection)}>${words.t('to-board')}</a>
      </main>`;
    }
    const { loaded } = this;
    if (loaded?.id !== section.id) {
      return html`<main class="said" aria-busy="true">
        <p role="status">${words.t('loading')}</p>
      </main>`;
    }
    if (loaded.module === 'failed') {
      return html`<main class="said">
        <h1>${words.t('load-failed')}</h1>
        <p role="alert">${words.t('load-failed-help')}</p>
        <button
          class="button lamp"
          type="button"
          @click=${() => {
            // The list of files may be an older one than the hub's.
            location.reload();
          }}
        >
          ${words.t('load-again')}
        </button>
      </main>`;
    }
    const { hall, nowMs, route } = this;
    const { path, query } = route;
    return loaded.module.section({ hub, session, hall, nowMs, path, query });
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const { section } = this;
    if (changed.has('route') && section?.load != null && this.loaded?.id !== section.id) {
      this.loaded = null;
      void this.fetch(section.id, section.load);
    }
  }

  private async fetch(id: string, load: () => Promise<SectionModule>): Promise<void> {
    const module = await load().catch((): 'failed' => 'failed');
    if (this.wanted === id) this.loaded = { id, module };
  }

  protected override updated(): void {
    const { hall, section } = this;
    if (hall === null || section === undefined) return;
    document.title = words.t('page-title', {
      section: words.t(section.label),
      hall: textOf(hall.name),
    });
  }

  private readonly keys = createDeskKeys();

  private readonly key = (event: KeyboardEvent): void => {
    if (this.wall) return;
    const target = event.composedPath()[0];
    const busy =
      event.composedPath().some((each) => each instanceof HTMLDialogElement) || isTyping(target);
    const wish = this.keys(event, busy);
    if (wish === null) return;
    event.preventDefault();
    if (wish.kind === 'palette') this.showPalette();
    else {
      const section = sections[wish.index];
      if (section !== undefined) location.hash = hrefTo(section.id);
    }
  };

  private readonly hidePalette = (): void => {
    this.paletteOpen = false;
  };

  private readonly showPalette = (): void => {
    this.paletteOpen = true;
  };

  private readonly moved = (): void => {
    this.route = readRoute(location.hash);
    this.wall = isWall(location);
  };

  override connectedCallback(): void {
    super.connectedCallback();
    this.moved();
    addEventListener('hashchange', this.moved);
    addEventListener('keydown', this.key);
    addEventListener('palette', this.showPalette);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.moved);
    removeEventListener('keydown', this.key);
    removeEventListener('palette', this.showPalette);
  }

  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: grid;
        grid-template: minmax(0, 1fr) / calc(var(--u) * 84) minmax(0, 1fr);
        min-height: 0;
        background: var(--bg);
        color: var(--ink);
      }
      ph-desk-wall {
        grid-column: 1 / -1;
      }
      .place {
        display: grid;
        grid-template: auto minmax(0, 1fr) / minmax(0, 1fr);
        min-width: 0;
        min-height: 0;
      }
      ph-supervisor {
        grid-row: 1 / -1;
      }
      .name {
        font-size: var(--text-21);
        font-weight: var(--weight-name);
        white-space: nowrap;
      }
      .said {
        display: grid;
        align-content: center;
        justify-items: center;
        gap: var(--space-16);
        padding: var(--space-32) var(--space-24);
        text-align: center;
      }
      .said h1 {
        font-size: var(--text-28);
      }
      .said p {
        max-width: 34em;
        color: var(--ink2);
        font-size: var(--text-17);
        line-height: var(--leading-help);
      }
      @media (max-width: 759px) {
        :host {
          grid-template: minmax(0, 1fr) auto / minmax(0, 1fr);
        }
        .name {
          font-size: var(--text-17);
        }
        ph-section-nav {
          order: 1;
        }
      }
      @media print {
        :host,
        .place {
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
    'ph-manager': ManagerPage;
  }
}

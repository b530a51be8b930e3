import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { KioskView } from '#protocol/views.ts';
import { base } from '#ui/base-styles.ts';
import { emit } from '#ui/elements/emit.ts';
import { icon } from '#ui/icons.ts';
import { LanguageController, common } from '#ui/locale/index.ts';
import '#ui/elements/ph-class-switch.ts';
import './ph-service-tile.ts';
import { words } from './locale.ts';
import { screenStyles } from './screen-styles.ts';
import { chosenClass, largeRowsMax, servicesPage, tilesMax, type Visit } from './visit.ts';

/**
 * The first page: who, and what. Usual text has the class above tiles; large text has rows and
 * asks for the class afterwards.
 *
 * - `view`, `visit`
 * - `busy`: id of the service whose number is on the way; `said-busy` after a while
 * - `offline`: the hub is away: nobody can tell the waits
 * - events `choose` (class), `service`, `more`
 */
@customElement('ph-kiosk-services')
export class KioskServices extends LitElement {
  @property({ attribute: false }) view: KioskView | null = null;
  @property({ attribute: false }) visit!: Visit;
  @property() busy = '';
  @property({ type: Boolean, attribute: 'said-busy' }) saidBusy = false;
  @property({ type: Boolean }) offline = false;

  readonly language = new LanguageController(this);

  override render(): TemplateResult | typeof nothing {
    const { view, visit } = this;
    if (view === null) return nothing;
    const max = visit.large ? largeRowsMax : tilesMax;
    const page = servicesPage(view.services, visit.page, max);
    const crowd = page.shown.length + (page.others > 0 ? 1 : 0);
    const compact = !visit.large && crowd > 10;
    const few = !visit.large && crowd <= 6;
    return html`<div class="screen ${visit.large ? 'large' : ''}">
      ${
        visit.large || view.classes.length < 2
          ? nothing
          : html`<ph-class-switch
              .classes=${view.classes}
              .value=${chosenClass(visit, view)?.id ?? ''}
              .notes=${this.classNotes(view)}
            ></ph-class-switch>`
      }
      <div class="services ${visit.large ? 'rows' : compact ? 'many' : few ? 'few' : ''}">
        ${repeat(
          page.shown,
          ({ id }) => id,
          (service) =>
            html`<ph-service-tile
              ?row=${visit.large}
              ?compact=${compact}
              ?busy=${this.busy === service.id}
              ?said-busy=${this.saidBusy}
              ?offline=${this.offline}
              .service=${service}
            ></ph-service-tile>`,
        )}
        ${page.others === 0 ? nothing : this.more(page.others, page.isFirst)}
      </div>
    </div>`;
  }

  private more(others: number, isFirst: boolean): TemplateResult {
    return html`<button
      class="act more"
      type="button"
      @click=${() => {
        emit(this, 'more');
      }}
    >
      ${
        isFirst
          ? html`<span>${words.t('more-services', { count: others })}</span>${icon('chevron')}`
          : html`${icon('back')}<span>${words.t('first-services')}</span>`
      }
    </button>`;
  }

  /** What a hall does not say of its classes. */
  private classNotes({ classes }: KioskView): Record<string, string> {
    const { customer } = this.visit;
    const careful = classes.filter((one) => !one.isDefault && !one.needsCustomer);
    const notes: Record<string, string> = {};
    for (const { id, isDefault } of classes) if (isDefault) notes[id] = common.t('class-in-turn');
    const [only] = careful;
    if (only !== undefined && careful.length === 1) notes[only.id] = words.t('class-priority-help');
    for (const { id, needsCustomer } of classes) {
      if (!needsCustomer) continue;
      notes[id] =
        customer !== null && this.visit.class === id
          ? words.t('class-known', { masked: customer.masked })
          : words.t('class-number-help');
    }
    return notes;
  }

  static override styles = [
    base,
    screenStyles,
    css`
      .screen {
        gap: calc(var(--u) * 36);
      }
      ph-class-switch {
        flex: none;
        min-height: calc(var(--u) * 168);
        font-size: calc(var(--u) * 38);
      }
      .services {
        flex: 1;
        min-height: 0;
        display: grid;
        grid-template-columns: repeat(2, minmax(0, 1fr));
        grid-auto-rows: minmax(0, calc(var(--u) * 290));
        align-content: space-between;
        gap: calc(var(--u) * 24);
      }
      .few {
        grid-auto-rows: minmax(0, calc(var(--u) * 320));
        align-content: start;
      }
      .many {
        grid-template-columns: repeat(3, minmax(0, 1fr));
        grid-auto-rows: minmax(0, 1fr);
        gap: calc(var(--u) * 18);
      }
      .rows {
        grid-template-columns: minmax(0, 1fr);
        grid-auto-rows: minmax(0, calc(var(--u) * 204));
        align-content: start;
        gap: calc(var(--u) * 20);
      }
      .rows .more {
        min-height: 0;
        height: calc(var(--u) * 150);
      }
      @media (orientation: landscape) {
        .screen {
          gap: calc(var(--u) * 28);
        }
        ph-class-switch {
          min-height: calc(var(--u) * 150);
        }
        .services {
          grid-template-columns: repeat(3, minmax(0, 1fr));
          grid-auto-rows: minmax(0, 1fr);
          align-content: stretch;
        }
        .few {
          grid-auto-rows: minmax(0, calc(var(--u) * 340));
          align-content: start;
        }
        .many {
          grid-template-columns: repeat(4, minmax(0, 1fr));
        }
        .rows {
          grid-template-columns: repeat(2, minmax(0, 1fr));
          grid-auto-rows: minmax(0, calc(var(--u) * 270));
          align-content: start;
        }
        .rows .more {
          height: auto;
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-kiosk-services': KioskServices;
  }
}

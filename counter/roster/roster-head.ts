import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { RosterView } from '#protocol/roster-view.ts';
import { base, buttons } from '#ui/base-styles.ts';
import { emit } from '#ui/elements/emit.ts';
import { icon } from '#ui/icons.ts';
import { LanguageController, dayOf } from '#ui/locale/index.ts';
import '../act-menu.ts';
import type { MenuAct } from '../act-menu.ts';
import { fields } from '../field-styles.ts';
import { deskIcon } from '../manager/desk-icons.ts';
import { hrefTo } from '../manager/route.ts';
import { stepStyles, steps } from '../steps.ts';
import { words } from './locale.ts';
import { stepped, type Span } from './roster-model.ts';

/**
 * Which days, and what may be done with their roster: publishing is the next step, undoing stands
 * beside it, the rest is in a menu.
 *
 * - `view`, `span`; `undoable`: there is a step to take back
 *
 * @fires undo · copy-week · kinds · publish
 */
@customElement('ph-roster-head')
export class RosterHead extends LitElement {
  @property({ attribute: false }) view: RosterView | null = null;
  @property() span: Span = 'week';
  @property({ type: Boolean }) undoable = false;
  readonly language = new LanguageController(this);

  override render(): TemplateResult | typeof nothing {
    const { view } = this;
    if (view === null) return html`<h1>${words.t('title')}</h1>`;
    const last = view.days.at(-1)?.day ?? view.from;
    return html`<h1>
        <span class="title">${words.t('title')}</span>
        ${words.t('span', { from: dayOf(view.from), to: dayOf(last) })}
      </h1>
      <div class="row">${this.way(view)} ${this.does(view)}</div>`;
  }

  private way(view: RosterView): TemplateResult {
    const to = (day: string, span = this.span): string => hrefTo('roster', [span, day]);
    // The day that stays in sight when week and month change places.
    const isHere = view.days.some(({ day }) => day === view.today);
    const anchor = isHere ? view.today : view.from;
    return html`<nav aria-label=${words.t('view')}>
      <div class="choices">
        ${(['week', 'month'] as const).map(
          (each) =>
            html`<a
              class="choice"
              href=${to(anchor, each)}
              aria-current=${each === this.span ? 'true' : nothing}
              >${words.t(each)}</a
            >`,
        )}
      </div>
      ${steps(
        { href: to(stepped(view.from, this.span, -1)), label: words.t('earlier') },
        { href: to(stepped(view.from, this.span, 1)), label: words.t('later') },
        html`<a class="button plain" href=${to(view.today)}>${words.t('today')}</a>`,
      )}
    </nav>`;
  }

  private does({ changes }: RosterView): TemplateResult {
    return html`<div class="acts">
      <button
        class="button plain"
        type="button"
        aria-disabled=${this.undoable ? nothing : 'true'}
        aria-label=${words.t('undo')}
        @click=${this.tell('undo')}
      >
        ${words.t('undo-short')}
      </button>
      <ph-act-menu
        .label=${words.t('more')}
        .sign=${deskIcon('more')}
        .acts=${this.rest()}
      ></ph-act-menu>
      <button
        class=${changes > 0 ? 'button lamp publish' : 'button flat publish'}
        type="button"
        aria-disabled=${changes > 0 ? nothing : 'true'}
        @click=${changes > 0 ? this.tell('publish') : nothing}
      >
        ${changes > 0 ? words.t('publish', { count: changes }) : words.t('publish-none')}
      </button>
    </div>`;
  }

  private rest(): readonly MenuAct[] {
    const copy: MenuAct = {
      label: words.t('copy-week'),
      sign: icon('papers'),
      run: this.tell('copy-week'),
    };
    return [
      ...(this.span === 'week' ? [copy] : []),
      { label: words.t('kinds'), sign: icon('clock'), run: this.tell('kinds') },
      {
        label: words.t('print'),
        sign: icon('printer'),
        run: () => {
          print();
        },
      },
    ];
  }

  private tell(name: 'undo' | 'copy-week' | 'kinds' | 'publish'): () => void {
    return () => {
      emit(this, name);
    };
  }

  static override styles = [
    base,
    buttons,
    fields,
    stepStyles,
    css`
      :host {
        display: grid;
        gap: var(--space-12);
      }
      h1 {
        font-size: calc(var(--u) * 30);
        font-variant-numeric: tabular-nums;
      }
      /* The desk's own head says so already; paper has none. */
      .title {
        position: absolute;
        width: 1px;
        height: 1px;
        overflow: hidden;
        clip-path: inset(50%);
      }
      .row,
      nav,
      .acts {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-8) var(--space-12);
      }
      .row {
        justify-content: space-between;
      }
      .choice {
        text-decoration: none;
      }
      .choice[aria-current] {
        background: var(--plate);
        color: var(--plate-ink);
        box-shadow: none;
        font-weight: var(--weight-name);
      }
      @media (max-width: 759px) {
        h1 {
          font-size: var(--text-21);
        }
        nav,
        .acts {
          width: 100%;
          gap: var(--space-8);
          font-size: var(--text-15);
        }
        nav {
          justify-content: space-between;
        }
        .choice,
        .steps .button {
          padding-inline: 0.7em;
        }
        .publish {
          flex: 1;
        }
      }
      @media print {
        h1 {
          font-size: 16pt;
        }
        .title {
          position: static;
          width: auto;
          height: auto;
          clip-path: none;
          margin-inline-end: 0.6em;
        }
        .row {
          display: none;
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-roster-head': RosterHead;
  }
}

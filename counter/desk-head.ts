import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { HallHead } from '#protocol/views.ts';
import { base, buttons } from '#ui/base-styles.ts';
import { emit } from '#ui/elements/emit.ts';
import '#ui/elements/ph-hall-status.ts';
import '#ui/elements/ph-lang-switch.ts';
import '#ui/elements/ph-training-tag.ts';
import { icon } from '#ui/icons.ts';
import { themes } from '#ui/themes.ts';
import { LanguageController, timeOfDay } from '#ui/locale/index.ts';
import { words } from './locale.ts';
import { PressElsewhere } from './press-elsewhere.ts';
import type { StaffSession } from './session.ts';
import { ThemeController, theme, themeChoices } from './theme.ts';

/**
 * The head of the desk pages: what stands on the left is the page's (slot), on the right the hall,
 * lock, language and clock. The name opens a menu: appearance, overview, signing out.
 *
 * - `session`, `hall`, `nowMs`, `waitingCount`; `staleSinceMs` while the hub is away
 * - `overview`: offers the way back to the hall's overview (supervisors)
 * - events `lock`, `sign-out`, `overview`, `my-shifts`, `own-records`
 */
@customElement('ph-desk-head')
export class DeskHead extends LitElement {
  @property({ attribute: false }) session: StaffSession | null = null;
  @property({ attribute: false }) hall: HallHead | null = null;
  @property({ attribute: false }) nowMs = 0;
  @property({ attribute: false }) waitingCount: number | null = null;
  @property({ attribute: false }) staleSinceMs: number | null = null;
  @property({ type: Boolean }) overview = false;

  @state() private menuOpen = false;
  @state() private ownOpen = false;

  readonly language = new LanguageController(this);
  readonly theme = new ThemeController(this);

  override render(): TemplateResult {
    const { hall, session } = this;
    return html`<header data-theme="dark">
        <slot></slot>
        ${session === null ? nothing : this.person(session)}
        <slot name="state"></slot>
        <div class="right">
          ${
            this.waitingCount === null
              ? nothing
              : html`<span class="waiting">${this.waitingWords(this.waitingCount)}</span>`
          }
          <ph-hall-status
            .hall=${hall}
            .nowMs=${this.nowMs}
            .waitingCount=${this.waitingCount}
            .staleSinceMs=${this.staleSinceMs}
          ></ph-hall-status>
          ${
            session === null
              ? nothing
              : html`<button
                  class="button plain tool"
                  type="button"
                  @click=${() => {
                    emit(this, 'lock');
                  }}
                >
                  ${icon('lock')}<span class="wide-only">${words.t('lock')}</span>
                </button>`
          }
          <ph-lang-switch
            look="small"
            .languages=${hall?.languages ?? ['zh', 'en']}
          ></ph-lang-switch>
          ${hall === null ? nothing : html`<time class="clock">${timeOfDay(this.nowMs, hall.timezone)}</time>`}
          ${hall?.training === true ? html`<ph-training-tag></ph-training-tag>` : nothing}
        </div>
      </header>
      ${session !== null && this.ownOpen ? this.own(session) : nothing}`;
  }

  /** Fetched when it is opened first. */
  private openOwn(): void {
    this.menuOpen = false;
    void import('./own-sign-in.ts').then(() => {
      this.ownOpen = true;
    });
  }

  private own({ token }: StaffSession): TemplateResult {
    return html`<ph-own-sign-in
      .token=${token}
      .timezone=${this.hall?.timezone ?? 'Asia/Shanghai'}
      @close=${(event: Event) => {
        event.stopPropagation();
        this.ownOpen = false;
      }}
    ></ph-own-sign-in>`;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('session') && this.session === null) this.ownOpen = false;
  }

  private waitingWords(count: number): string {
    return count === 0 ? words.t('nobody-waits') : words.t('waiting', { count });
  }

  private person({ name, badge }: StaffSession): TemplateResult {
    return html`<div class="person" @keydown=${this.menuKey} @focusout=${this.menuLeft}>
      <button
        class="name"
        type="button"
        aria-haspopup="true"
        aria-expanded=${this.menuOpen ? 'true' : 'false'}
        @click=${() => {
          this.menuOpen = !this.menuOpen;
        }}
      >
        <span class="lines">
          <b>${name}</b><span class="badge">${words.t('badge-of', { badge })}</span>
          <span class="visually-hidden">${words.t('menu')}</span>
        </span>
        ${icon('chevron', 'mark')}
      </button>
      ${this.menuOpen ? this.menu() : nothing}
    </div>`;
  }

  private menu(): TemplateResult {
    return html`<div class="menu">
      <p class="legend" id="theme">${words.t('theme')}</p>
      <div class="themes" role="radiogroup" aria-labelledby="theme">
        ${themeChoices.map(
          (choice) =>
            html`<button
              type="button"
              role="radio"
              class="theme"
              aria-checked=${this.theme.value === choice ? 'true' : 'false'}
              @click=${() => {
                theme.set(choice);
              }}
            >
              ${words.t(`theme-${choice}`)}
            </button>`,
        )}
      </div>
      ${
        this.overview
          ? html`<button class="item" type="button" @click=${this.choose('overview')}>
              ${icon('screen')}<span>${words.t('overview')}</span>
            </button>`
          : nothing
      }
      <button class="item" type="button" @click=${this.choose('my-shifts')}>
        ${icon('clock')}<span
          >${words.t('my-shifts')}<small>${words.t('my-shifts-help')}</small></span
        >
      </button>
      <button class="item" type="button" @click=${this.choose('own-records')}>
        ${icon('papers')}<span>${words.t('own')}<small>${words.t('own-help')}</small></span>
      </button>
      <button
        class="item"
        type="button"
        @click=${() => {
          this.openOwn();
        }}
      >
        ${icon('lock')}<span
          >${words.t('own-sign-in')}<small>${words.t('own-sign-in-help')}</small></span
        >
      </button>
      <button class="item" type="button" @click=${this.choose('sign-out')}>
        ${icon('door')}<span>${words.t('sign-out')}<small>${words.t('sign-out-help')}</small></span>
      </button>
    </div>`;
  }

  private choose(name: 'overview' | 'my-shifts' | 'own-records' | 'sign-out'): () => void {
    return () => {
      this.menuOpen = false;
      emit(this, name);
    };
  }

  private menuKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this.menuOpen) return;
    event.stopPropagation();
    this.menuOpen = false;
    this.renderRoot.querySelector<HTMLElement>('.name')?.focus();
  }

  private menuLeft(event: FocusEvent): void {
    const inside = event.currentTarget as HTMLElement;
    if (event.relatedTarget instanceof Node && inside.contains(event.relatedTarget)) return;
    // A press on the menu's own ground takes the focus nowhere, and closes nothing.
    if (event.relatedTarget !== null) this.menuOpen = false;
  }

  constructor() {
    super();
    new PressElsewhere(this, () => {
      this.menuOpen = false;
    });
  }

  static override styles = [
    base,
    themes,
    buttons,
    css`
      :host {
        display: block;
      }
      header {
        display: flex;
        align-items: center;
        gap: calc(var(--u) * 16);
        min-height: calc(var(--u) * 64);
        padding-inline: calc(var(--u) * 24);
        background: var(--desk-head-ground);
        color: var(--ink);
      }
      .right {
        display: flex;
        align-items: center;
        gap: calc(var(--u) * 16);
        margin-inline-start: auto;
        min-width: 0;
        color: var(--ink2);
        font-weight: var(--weight-label);
        white-space: nowrap;
      }
      .waiting,
      ph-hall-status {
        font-variant-numeric: tabular-nums;
        overflow: hidden;
        text-overflow: ellipsis;
      }
      .tool {
        padding-block: 0.2em;
        background: transparent;
        color: var(--ink);
        font-size: var(--text-15);
      }
      ph-lang-switch {
        font-size: var(--text-15);
        color: var(--ink);
      }
      .clock {
        color: var(--ink);
        font-size: var(--text-24);
        font-weight: var(--weight-number);
        font-variant-numeric: tabular-nums;
      }
      ph-training-tag {
        font-size: var(--text-13);
      }
      .person {
        position: relative;
      }
      .name {
        display: flex;
        align-items: center;
        gap: 0.5em;
        min-height: var(--target);
        padding: 0 var(--space-8);
        margin-inline-start: calc(var(--space-8) * -1);
        border: 0;
        border-radius: var(--radius-small);
        background: none;
        text-align: start;
        cursor: pointer;
      }
      .name svg {
        width: calc(var(--u) * 14);
        height: calc(var(--u) * 14);
        color: var(--ink2);
        transform: rotate(90deg);
      }
      .lines {
        display: grid;
        line-height: 1.2;
        white-space: nowrap;
      }
      b {
        font-weight: var(--weight-name);
      }
      .badge {
        color: var(--ink2);
        font-size: var(--text-14);
        font-variant-numeric: tabular-nums;
      }
      .menu {
        position: absolute;
        z-index: 5;
        inset: calc(100% + var(--space-8)) auto auto calc(var(--space-8) * -1);
        display: grid;
        gap: var(--space-8);
        width: calc(var(--u) * 304);
        max-width: calc(100vw - 2 * var(--space-16));
        padding: var(--space-16);
        border-radius: var(--radius-row);
        background: var(--surface);
        box-shadow: 0 0 0 1px var(--edge);
      }
      .legend {
        color: var(--ink2);
        font-size: var(--text-14);
      }
      .themes {
        display: grid;
        grid-template-columns: repeat(3, 1fr);
        gap: var(--space-4);
        margin-block-end: var(--space-8);
      }
      .theme,
      .item {
        min-height: var(--target);
        border: 0;
        border-radius: var(--radius-small);
        background: var(--sunk);
        cursor: pointer;
      }
      .theme[aria-checked='true'] {
        background: var(--plate);
        color: var(--plate-ink);
        font-weight: var(--weight-name);
      }
      .item {
        display: flex;
        align-items: center;
        gap: var(--space-12);
        padding: var(--space-8) var(--space-12);
        text-align: start;
      }
      small {
        display: block;
        color: var(--ink2);
        font-size: var(--text-14);
      }
      @media (max-width: 1199px) {
        .waiting {
          display: none;
        }
      }
      @media (max-width: 759px) {
        /* Out of sight, not out of hearing. */
        .wide-only {
          position: absolute;
          width: 1px;
          height: 1px;
          overflow: hidden;
          clip-path: inset(50%);
        }
        header {
          gap: calc(var(--u) * 10);
          padding-inline: calc(var(--u) * 16);
        }
        .right {
          gap: calc(var(--u) * 8);
        }
        .tool {
          padding-inline: 0.6em;
        }
        ph-lang-switch {
          font-size: var(--text-14);
        }
        b {
          max-width: 6em;
          overflow: hidden;
          text-overflow: ellipsis;
        }
        ph-hall-status,
        .badge,
        .clock {
          display: none;
        }
        header {
          flex-wrap: wrap;
          padding-block: var(--space-8);
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-desk-head': DeskHead;
  }
}

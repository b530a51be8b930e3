import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ConsoleView } from '#protocol/views.ts';
import { base } from '#ui/base-styles.ts';
import { emit } from '#ui/elements/emit.ts';
import { icon } from '#ui/icons.ts';
import { LanguageController, textOf } from '#ui/locale/index.ts';
import { words } from './locale.ts';
import { nextWords } from './next-words.ts';
import { nextStep } from './next-step.ts';
import { keyStateAt, padKeys, secondsToAllowed, type PadAct } from './pad-layout.ts';

/** The key that did not get through, and the short word for it. */
export interface KeyComplaint {
  readonly act: PadAct;
  readonly short: string;
  /** Said at once by screen readers; a refusal's own card speaks for itself. */
  readonly aloud: boolean;
}

/**
 * The number pad on glass. Keys never move and keep their names; one that would be refused lies
 * flat and says why in a few characters, and still answers when it is pressed.
 *
 * - `view`, `nowMs`, `badge` of who works here
 * - `working`: the key that is on its way to the hub
 * - `complaint`: the key pressed last, if it did not get through
 * - `offlineSeconds`: while the hub is away: seconds to the next try (null: connecting)
 * - event `press`, detail `{ act }`
 */
@customElement('ph-pad')
export class Pad extends LitElement {
  @property({ attribute: false }) view: ConsoleView | null = null;
  @property({ attribute: false }) nowMs = 0;
  @property() badge = '';
  @property({ attribute: false }) working: PadAct | null = null;
  @property({ attribute: false }) complaint: KeyComplaint | null = null;
  @property({ attribute: false }) offlineSeconds: number | null = null;
  @property({ type: Boolean }) live = false;

  readonly language = new LanguageController(this);

  override render(): TemplateResult {
    return html`<div class="pad" role="group" aria-label=${words.t('pad-label')}>
        ${padKeys.map((each) => this.key(each))}
      </div>
      ${this.wide()}
      <p class="help">${icon('keypad')}<span>${words.t('pad-help')}</span></p>
      <p class="visually-hidden" role="alert">
        ${this.complaint?.aloud === true ? this.complaint.short : ''}
      </p>`;
  }

  private key({ digit, key, icon: name, letter }: (typeof padKeys)[number]): TemplateResult {
    const { view, nowMs, live } = this;
    const state = view === null ? null : keyStateAt(view, key, nowMs);
    const allowed = live && state?.allowed === true;
    const own = this.complaint?.act === key ? this.complaint : null;
    const seconds = state === null ? null : secondsToAllowed(state, nowMs);
    const short =
      own?.short ??
      (seconds !== null
        ? words.t('key-after', { seconds })
        : state?.short == null
          ? ''
          : textOf(state.short));
    const looks = [
      allowed ? 'ready' : 'flat',
      own === null ? '' : 'framed',
      this.working === key ? 'working' : '',
      live ? '' : 'away',
    ];
    return html`<button
      class="key ${looks.join(' ')}"
      type="button"
      data-key=${key}
      aria-disabled=${allowed ? nothing : 'true'}
      aria-keyshortcuts=${letter === null ? digit : `${digit} ${letter}`}
      @mousedown=${keepFocus}
      @click=${this.press(key)}
    >
      <span class="digit">${digit}</span>
      <span class="sign">${icon(name)}</span>
      <span class="name">${words.t(`key-${key}`)}</span>
      <span class="why">${short}</span>
    </button>`;
  }

  private wide(): TemplateResult {
    const { view, live } = this;
    const step = view === null ? null : nextStep(view, this.badge);
    const own = this.complaint?.act === 'next' || this.complaint?.act === 'call';
    const said =
      view === null || step === null || !live
        ? this.awayWords()
        : nextWords(view, step, this.badge);
    const looks = [
      live && step?.lit === true ? 'lit' : 'rest',
      own ? 'framed' : '',
      this.working === 'next' || this.working === 'call' ? 'working' : '',
      live ? '' : 'away',
    ];
    return html`<button
      class="wide ${looks.join(' ')}"
      type="button"
      data-key="next"
      aria-disabled=${live && step !== null ? nothing : 'true'}
      aria-keyshortcuts="Enter"
      @mousedown=${keepFocus}
      @click=${this.press('next')}
    >
      <span class="what"
        ><b>${said.name}</b><span>${own ? (this.complaint?.short ?? '') : said.detail}</span></span
      >
      <kbd>${words.t('key-enter')}</kbd>
    </button>`;
  }

  private awayWords(): { readonly name: string; readonly detail: string } {
    const { offlineSeconds } = this;
    return offlineSeconds === null
      ? { name: words.t('next-connecting'), detail: '' }
      : {
          name: words.t('next-offline'),
          detail: words.t('next-offline-detail', { seconds: offlineSeconds }),
        };
  }

  private press(act: PadAct): () => void {
    return () => {
      if (this.live) emit(this, 'press', { act });
    };
  }

  static override styles = [
    base,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: calc(var(--u) * 12);
        min-height: 0;
        padding: calc(var(--u) * 24) calc(var(--u) * 24) calc(var(--u) * 20);
        background: var(--sunk);
      }
      .pad {
        flex: 0 1 calc(var(--u) * 468);
        display: grid;
        grid-template: repeat(3, minmax(calc(var(--u) * 76), 1fr)) / repeat(3, minmax(0, 1fr));
        gap: calc(var(--u) * 12);
        min-height: 0;
      }
      .key,
      .wide {
        border: 0;
        text-align: start;
        cursor: pointer;
        touch-action: manipulation;
        user-select: none;
        transition:
          transform var(--dur-press) var(--ease-in),
          background-color var(--dur-state) var(--ease-in),
          box-shadow var(--dur-press) var(--ease-in);
      }
      .key {
        display: grid;
        grid-template: auto 1fr auto auto / 1fr auto;
        align-items: start;
        min-width: 0;
        padding: calc(var(--u) * 12);
        border-radius: calc(var(--u) * 20);
        background: var(--surface);
        box-shadow:
          inset 0 0 0 calc(var(--u) * 1) var(--line),
          0 calc(var(--u) * 2) 0 var(--line);
      }
      .digit {
        font-size: var(--text-15);
        font-weight: var(--weight-label);
        font-variant-numeric: tabular-nums;
      }
      .sign svg {
        width: calc(var(--u) * 20);
        height: calc(var(--u) * 20);
      }
      .name {
        grid-area: 3 / 1 / 4 / 3;
        font-size: var(--text-21);
        font-weight: var(--weight-name);
        line-height: 1.2;
      }
      :lang(en) .name {
        font-size: var(--text-19);
      }
      .why {
        grid-area: 4 / 1 / 5 / 3;
        min-height: 1.35em;
        font-size: var(--text-14);
        line-height: 1.35;
        color: var(--ink2);
        font-variant-numeric: tabular-nums;
      }
      .why:empty {
        min-height: 0;
      }
      .flat {
        background: transparent;
        box-shadow: inset 0 0 0 calc(var(--u) * 1.5) var(--line);
        color: var(--ink2);
      }
      .flat .name {
        font-weight: var(--weight-text);
      }
      .framed {
        box-shadow: inset 0 0 0 calc(var(--u) * 3) var(--ink);
      }
      .framed .why {
        color: var(--ink);
        font-weight: var(--weight-label);
      }
      .key.ready:active,
      .working {
        transform: translateY(calc(var(--u) * 2));
        box-shadow: inset 0 0 0 calc(var(--u) * 1) var(--edge);
      }
      .away {
        cursor: default;
      }
      .wide {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        align-items: center;
        gap: var(--space-16);
        flex: 1 0 calc(var(--u) * 150);
        max-height: calc(var(--u) * 220);
        padding: calc(var(--u) * 20) calc(var(--u) * 24);
        border-radius: calc(var(--u) * 20);
        color: var(--ink);
      }
      .wide.lit {
        background: var(--lamp);
        color: var(--pine-950);
        box-shadow: 0 calc(var(--u) * 3) 0 var(--lamp-lip);
      }
      .wide.rest {
        background: transparent;
        box-shadow: inset 0 0 0 calc(var(--u) * 1.5) var(--edge);
      }
      .wide.framed {
        box-shadow: inset 0 0 0 calc(var(--u) * 3) var(--ink);
      }
      .wide.lit.framed {
        box-shadow: inset 0 0 0 calc(var(--u) * 3) var(--pine-950);
      }
      .wide.lit:active,
      .wide.working {
        transform: translateY(calc(var(--u) * 2));
        box-shadow: 0 calc(var(--u) * 1) 0 var(--lamp-lip);
      }
      .what {
        display: grid;
        gap: var(--space-4);
        font-size: var(--text-19);
        font-weight: var(--weight-label);
        line-height: 1.25;
      }
      .what b {
        font-size: calc(var(--u) * 38);
        font-weight: var(--weight-heading);
        line-height: 1.1;
        text-wrap: balance;
      }
      :lang(en) .what b {
        font-size: var(--text-34);
      }
      kbd {
        padding: calc(var(--u) * 7) calc(var(--u) * 12);
        border: calc(var(--u) * 2) solid currentColor;
        border-radius: var(--radius-small);
        font: inherit;
        font-size: var(--text-17);
        font-weight: var(--weight-name);
      }
      .help {
        display: flex;
        align-items: center;
        gap: var(--space-8);
        color: var(--ink2);
        font-size: var(--text-14);
      }
      .help svg {
        width: calc(var(--u) * 19);
        height: calc(var(--u) * 19);
      }
      @media (max-width: 1199px) {
        .wide {
          flex-basis: calc(var(--u) * 112);
        }
        :lang(en) .name {
          font-size: var(--text-17);
        }
      }
      @media (max-height: 719px) {
        .wide {
          flex-basis: calc(var(--u) * 84);
        }
        .help {
          display: none;
        }
      }
      @media (max-width: 759px) {
        :host {
          padding: var(--space-12) var(--space-12) max(var(--space-12), env(safe-area-inset-bottom));
          gap: var(--space-8);
        }
        .pad {
          flex: none;
          grid-template-rows: repeat(3, minmax(calc(var(--u) * 60), auto));
          gap: var(--space-8);
        }
        .key {
          grid-template: auto auto / auto 1fr;
          column-gap: var(--space-8);
          align-content: center;
          padding: var(--space-8);
          border-radius: var(--radius-row);
        }
        .sign {
          display: none;
        }
        .name,
        :lang(en) .name {
          grid-area: 1 / 2;
          font-size: var(--text-17);
        }
        .why {
          grid-area: 2 / 1 / 3 / 3;
          font-size: var(--text-13);
          line-height: 1.25;
        }
        .wide {
          flex: none;
          min-height: calc(var(--u) * 72);
          padding: var(--space-12) var(--space-16);
          border-radius: var(--radius-row);
        }
        .what {
          gap: 0;
          font-size: var(--text-15);
        }
        .what b,
        :lang(en) .what b {
          font-size: var(--text-28);
        }
        kbd,
        .help {
          display: none;
        }
      }
      @media (forced-colors: active) {
        .key,
        .wide {
          border: 1px solid ButtonText;
        }
      }
    `,
  ];
}

/** Keys do not take the focus from a press: Enter stays the wide key's. */
function keepFocus(event: MouseEvent): void {
  event.preventDefault();
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-pad': Pad;
  }
  interface HTMLElementEventMap {
    press: CustomEvent<{ readonly act: PadAct }>;
  }
}

import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { LobbyView } from '#protocol/views.ts';
import { base, numbers } from '#ui/base-styles.ts';
import { LanguageController, counterWord } from '#ui/locale/index.ts';
import '#ui/elements/ph-plate.ts';
import '#ui/elements/ph-sign.ts';
import '#ui/elements/ph-state-mark.ts';
import '#ui/elements/ph-ticket-number.ts';
import { words } from './locale.ts';

type CounterRow = LobbyView['counters'][number];

/** Rows that fit at full size; a hall with more shows two columns, the telling ones first. */
const fullRowsMax = 6;
const rowsMax = 12;

/** The counters with number or sign, a row each. */
@customElement('ph-lobby-counters')
export class LobbyCounters extends LitElement {
  @property({ attribute: false }) counters: LobbyView['counters'] = [];
  @property() timezone = 'UTC';
  @property({ type: Boolean, attribute: 'not-live' }) notLive = false;

  readonly language = new LanguageController(this);

  override render(): TemplateResult {
    const { rows, hiddenCount } = arrange(this.counters);
    const dense = this.counters.length > fullRowsMax;
    return html`<ul class=${dense ? 'dense' : ''}>
        ${rows.map((row) => this.row(row, dense))}
      </ul>
      ${
        hiddenCount === 0
          ? nothing
          : html`<p class="more">${words.t('more-counters', { count: hiddenCount })}</p>`
      }`;
  }

  private row(row: CounterRow, dense: boolean): TemplateResult {
    const { counter, state, number } = row;
    const live = !this.notLive;
    return html`<li class=${state}>
      <ph-plate decorative .counter=${counter} .state=${state} ?not-live=${this.notLive}></ph-plate>
      ${
        number === null
          ? this.sign(row)
          : html`<ph-ticket-number
                .number=${number}
                .look=${live ? 'solid' : 'hollow'}
              ></ph-ticket-number>
              ${dense ? nothing : html`<span class="word">${counterWord(state)}</span>`}`
      }
    </li>`;
  }

  private sign({ state, sign }: CounterRow): TemplateResult {
    if (sign !== null) {
      return html`<ph-sign look="line" .sign=${sign} .timezone=${this.timezone}></ph-sign>`;
    }
    return html`<ph-state-mark class=${state} .counter=${state}></ph-state-mark>`;
  }

  static override styles = [
    base,
    numbers,
    css`
      :host {
        display: block;
      }
      ul {
        display: grid;
        grid-auto-rows: minmax(0, calc(var(--u) * 122));
        height: 100%;
        align-content: start;
      }
      li {
        display: flex;
        align-items: center;
        gap: calc(var(--u) * 28);
        border-bottom: calc(var(--u) * 2) solid var(--line);
        font-size: calc(var(--u) * 84);
        --plate-size: calc(var(--u) * 88);
      }
      li:last-child {
        border-bottom: 0;
      }
      .word {
        flex: 1;
        text-align: end;
        white-space: nowrap;
        font-size: calc(var(--u) * 34);
        font-weight: var(--weight-label);
        color: var(--ink2);
      }
      .word:lang(en) {
        font-size: calc(var(--u) * 30);
      }
      .calling .word {
        color: var(--warn);
        font-weight: var(--weight-name);
      }
      ph-sign,
      ph-state-mark {
        font-size: calc(var(--u) * 40);
        min-width: 0;
      }
      ph-state-mark {
        color: var(--ink2);
      }
      .dense {
        grid-template-columns: 1fr 1fr;
        column-gap: calc(var(--u) * 20);
      }
      .dense li {
        gap: calc(var(--u) * 14);
        font-size: calc(var(--u) * 50);
        --plate-size: calc(var(--u) * 64);
      }
      .dense ph-sign,
      .dense ph-state-mark {
        font-size: calc(var(--u) * 28);
      }
      .more {
        padding-top: var(--space-8);
        font-size: calc(var(--u) * 30);
        color: var(--ink2);
      }
    `,
  ];
}

/** Signs first, then those who call and serve, where not all of them fit. */
export function arrange(counters: readonly CounterRow[]): {
  readonly rows: readonly CounterRow[];
  readonly hiddenCount: number;
} {
  if (counters.length <= rowsMax) return { rows: counters, hiddenCount: 0 };
  const rank = ({ state }: CounterRow): number =>
    ['calling', 'absent', 'paused', 'handover', 'serving', 'idle', 'closed'].indexOf(state);
  const kept = new Set(
    [...counters]
      .sort((a, b) => rank(a) - rank(b))
      .slice(0, rowsMax)
      .map(({ counter }) => counter),
  );
  const rows = counters.filter(({ counter }) => kept.has(counter));
  return { rows, hiddenCount: counters.length - rows.length };
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-lobby-counters': LobbyCounters;
  }
}

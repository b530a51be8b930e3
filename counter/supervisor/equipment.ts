import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { AttachedView, PrintTroubleView, SupervisorView } from '#protocol/views.ts';
import { attachedStateHelp, attachedStateWords } from '#protocol/words/faults.ts';
import { base, buttons, numbers } from '#ui/base-styles.ts';
import { emit } from '#ui/elements/emit.ts';
import { icon, type IconName } from '#ui/icons.ts';
import { LanguageController, textOf, timeOfDay } from '#ui/locale/index.ts';
import type { Act } from './acts.ts';
import { hallListsStyles } from './hall-lists-styles.ts';
import { words } from './locale.ts';
import { sheets } from './sheet-styles.ts';

const kindIcons = {
  printer: 'printer',
  board: 'screen',
  pad: 'keypad',
  reader: 'terminal',
} as const satisfies Record<AttachedView['kind'], IconName>;

/** A state has a shape before it has a colour. */
const stateIcons = {
  ready: 'check',
  'paper-low': 'papers',
  'paper-out': 'papers',
  'cover-open': 'lock',
  offline: 'offline',
  uncertain: 'fault',
} as const satisfies Record<AttachedView['state'], IconName>;

/**
 * Printers, boards, pads and readers of the hall with their states, and the papers in doubt with
 * what a person may decide about them.
 *
 * - `hall`: the supervisor view
 *
 * Fires `act` with an Act, and `ticket` with `{ticket}`.
 */
@customElement('ph-equipment')
export class Equipment extends LitElement {
  @property({ attribute: false }) hall: SupervisorView | null = null;

  readonly language = new LanguageController(this);

  override render(): TemplateResult | typeof nothing {
    const { hall } = this;
    const attached = hall?.devices.filter(isAttached) ?? [];
    if (hall === null || (attached.length === 0 && hall.prints.length === 0)) return nothing;
    return html`<section id="equipment-section" aria-labelledby="equipment" tabindex="-1">
      <h2 id="equipment">${words.t('equipment-title')}</h2>
      <ul class="rows scroll" tabindex="0" aria-labelledby="equipment">
        ${attached.map((each) => device(each, hall.hall.timezone))}
      </ul>
      ${
        hall.prints.length === 0
          ? nothing
          : html`<h3 id="papers">${words.t('papers-title')}</h3>
              <p class="help">${words.t('papers-help')}</p>
              <ul class="rows" aria-labelledby="papers">
                ${hall.prints.map((each) => this.paper(each, hall.hall.timezone))}
              </ul>`
      }
    </section>`;
  }

  private paper(trouble: PrintTroubleView, timezone: string): TemplateResult {
    const { ticket, number, serviceName, state, printerName, since } = trouble;
    const said = words.t(state === 'uncertain' ? 'paper-uncertain' : 'paper-refused', {
      printer: printerName,
      time: timeOfDay(since, timezone),
    });
    return html`<li class="paper">
      ${icon('papers')}
      <span class="grow">${number} ${textOf(serviceName)}<small>${said}</small></span>
      <span class="acts">
        ${
          state === 'uncertain'
            ? this.button(
                'settle-print',
                { ticket, as: 'printed' },
                words.t('paper-printed'),
                number,
              )
            : nothing
        }
        ${this.button('reprint-ticket', { ticket }, words.t('paper-reprint'), number)}
        ${this.button('settle-print', { ticket, as: 'dropped' }, words.t('paper-drop'), number)}
      </span>
    </li>`;
  }

  private button(
    command: string,
    args: Act['args'],
    label: string,
    number: string,
  ): TemplateResult {
    return html`<button
      class="button plain"
      type="button"
      @click=${() => {
        emit(this, 'act', { command, args, label: `${label} ${number}` } satisfies Act);
      }}
    >
      ${label}<span class="visually-hidden"> ${number}</span>
    </button>`;
  }

  static override styles = [
    base,
    numbers,
    buttons,
    sheets,
    hallListsStyles,
    css`
      :host(:not(:has(section))) {
        display: contents;
      }
      .state {
        display: inline-flex;
        gap: var(--space-4);
        align-items: center;
        color: var(--ink2);
        font-size: var(--text-15);
        font-weight: var(--weight-label);
        white-space: nowrap;
      }
      .faulty .state {
        color: var(--bad);
        font-weight: var(--weight-name);
      }
      h3 {
        margin-block-start: var(--space-16);
      }
      .paper {
        flex-wrap: wrap;
      }
      .paper .grow {
        flex-basis: calc(100% - var(--u) * 48);
      }
      .acts {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-8);
      }
    `,
  ];
}

function device(attached: AttachedView, timezone: string): TemplateResult {
  const { kind, name, state, detail, since, counter, kiosk } = attached;
  const isWell = state === 'ready';
  const isFaulty = !isWell && state !== 'paper-low';
  const place = counter === null ? kiosk : words.t('at-counter', { counter });
  const about = [
    words.t(`attached-${kind}`),
    ...(place === null ? [] : [place]),
    ...(isWell ? [] : [words.t('since', { time: timeOfDay(since, timezone) })]),
  ].join(' · ');
  const help = isWell ? '' : textOf(attachedStateHelp[state]);
  return html`<li class=${isFaulty ? 'faulty' : ''}>
    ${icon(kindIcons[kind])}
    <span class="grow"
      >${name}<small>${about}</small>${help === '' ? nothing : html`<small>${help}</small>`}${
        detail === null ? nothing : html`<small lang="en">${detail}</small>`
      }</span
    >
    <span class="state">${icon(stateIcons[state])}${textOf(attachedStateWords[state])}</span>
  </li>`;
}

export function isAttached(device: SupervisorView['devices'][number]): device is AttachedView {
  return !('code' in device);
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-equipment': Equipment;
  }
}

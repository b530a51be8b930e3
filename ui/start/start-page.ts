import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { LobbyView } from '#protocol/views.ts';
import { base, numbers } from '../base-styles.ts';
import '../elements/ph-hall-status.ts';
import '../elements/ph-lang-switch.ts';
import '../elements/ph-plate.ts';
import '../elements/ph-training-tag.ts';
import { ClockController, ConnectionController, ViewController } from '../hub/controllers.ts';
import { createHubClient } from '../hub/hub-client.ts';
import { openSocket } from '../hub/open-socket.ts';
import { LanguageController, counterWord, language, textOf, timeOfDay } from '../locale/index.ts';
import './floor-plan.ts';
import { words } from './locale.ts';
import './place-link.ts';
import './run-card.ts';
import { TrainingController, type Training } from './training-controller.ts';

/**
 * The first page of a hub. A training hall is a floor plan that can be brought to life; a working
 * hall is a calm list of its pages.
 */
@customElement('ph-start')
export class StartPage extends LitElement {
  private readonly hub = createHubClient(openSocket, null, () => language.get());
  private readonly view = new ViewController(this, this.hub, 'lobby');
  private readonly connection = new ConnectionController(this, this.hub);
  private readonly clock = new ClockController(this, this.hub);
  private readonly training = new TrainingController(this, this.hub);
  readonly language = new LanguageController(this);

  override render(): TemplateResult {
    const { data, live } = this.view;
    return data?.hall.training === true
      ? this.trainingPage(data, live)
      : this.workingPage(data, live);
  }

  protected override updated(): void {
    const hall = this.view.data?.hall;
    document.title =
      hall === undefined
        ? words.t('title-plain')
        : words.t('page-title', { hall: textOf(hall.name) });
  }

  private trainingPage(data: LobbyView, live: boolean): TemplateResult {
    const { data: training, complaint, busy } = this.training;
    return html`<div class="page training">
      <header>
        <h1>${words.t('walk-in', { hall: textOf(data.hall.name) })}</h1>
        <p class="help">${words.t('walk-in-help')}</p>
        ${this.corner(data)}
      </header>
      <main>
        ${this.offlineNote(data)}
        <ph-floor-plan
          .hall=${data}
          .newest=${training?.newestTicket ?? null}
          ?not-live=${!live}
        ></ph-floor-plan>
        <div class="side">
          <ph-run-card
            .simulation=${training?.simulation ?? null}
            .time=${timeOfDay(this.clock.nowMs, data.hall.timezone)}
            .waiting=${data.waitingCount}
            .hallState=${data.hall.state}
            .complaint=${complaint}
            ?busy=${busy}
            ?not-live=${!live}
            @simulate=${({
              detail,
            }: CustomEvent<{ state: 'running' | 'stopped'; speed: number }>) => {
              void this.training.simulate(detail.state, detail.speed);
            }}
          ></ph-run-card>
          ${training === null ? nothing : signIns(training.signIns)} ${docs()}
        </div>
      </main>
    </div>`;
  }

  private workingPage(data: LobbyView | null, live: boolean): TemplateResult {
    return html`<div class="page working">
      <header>
        <h1>${data === null ? words.t('title-plain') : textOf(data.hall.name)}</h1>
        ${
          data === null
            ? html`<p class="help" role="status">${words.t('first-view')}</p>`
            : html`<ph-hall-status
                .hall=${data.hall}
                .nowMs=${this.clock.nowMs}
                .waitingCount=${data.waitingCount}
              ></ph-hall-status>`
        }
        ${this.corner(data)}
      </header>
      <main>
        ${data === null ? nothing : this.offlineNote(data)}
        <p class="help">${words.t('working-help')}</p>
        <nav class="links" aria-label=${words.t('working-pages')}>
          ${link('/kiosk', 'printer', words.t('kiosk'), words.t('kiosk-help'))}
          ${link('/counter', 'keypad', words.t('console'), words.t('console-help'))}
          ${link('/display', 'screen', words.t('lobby'), '')}
          ${link('/display/door', 'door', words.t('door'), words.t('door-help'))}
        </nav>
        ${
          data === null || data.counters.length === 0
            ? nothing
            : html`<nav class="windows" aria-labelledby="windows">
                <h2 id="windows">${words.t('working-windows')}</h2>
                <ul>
                  ${data.counters.map(
                    ({ counter, state }) =>
                      html`<li>
                        <a href="/display/window/${encodeURIComponent(counter)}">
                          <span class="visually-hidden"
                            >${words.t('counter-link', { counter })}</span
                          >
                          <ph-plate
                            decorative
                            .counter=${counter}
                            .state=${state}
                            ?not-live=${!live}
                          ></ph-plate>
                          <span>${counterWord(state, 'staff')}</span>
                        </a>
                      </li>`,
                  )}
                </ul>
              </nav>`
        }
        ${docs()}
      </main>
    </div>`;
  }

  /** Top right on every page: language, and that a training hall is one. */
  private corner(data: LobbyView | null): TemplateResult {
    return html`<div class="corner">
      <ph-lang-switch .offered=${data?.hall.languages ?? ['zh', 'en']}></ph-lang-switch>
      ${data?.hall.training === true ? html`<ph-training-tag></ph-training-tag>` : nothing}
    </div>`;
  }

  private offlineNote(data: LobbyView): TemplateResult | typeof nothing {
    const { state } = this.connection.value;
    if (this.view.live || state === 'connecting') return nothing;
    const time = timeOfDay(data.now, data.hall.timezone);
    return html`<p class="note" role="status">${words.t('offline', { time })}</p>`;
  }

  static override styles = [
    base,
    numbers,
    css`
      :host {
        display: block;
        min-height: 100vh;
        background: var(--bg);
        color: var(--ink);
      }
      .page {
        display: grid;
        grid-template: auto minmax(0, 1fr) / minmax(0, 1fr);
        max-width: calc(var(--u) * 1640);
        min-height: 100vh;
        margin-inline: auto;
        padding: var(--space-24) var(--space-48) var(--space-32);
      }
      header {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: var(--space-8) var(--space-24);
        margin-block-end: var(--space-24);
      }
      h1 {
        font-size: var(--text-40);
      }
      header .help {
        font-size: var(--text-19);
        color: var(--ink2);
      }
      .corner {
        display: flex;
        align-items: center;
        gap: var(--space-16);
        margin-inline-start: auto;
        align-self: center;
        font-size: var(--text-15);
      }
      .training main {
        display: grid;
        grid-template: auto minmax(0, 1fr) / minmax(0, 1fr) calc(var(--u) * 360);
        gap: 0 var(--space-48);
      }
      .note {
        grid-column: 1 / -1;
        margin-block-end: var(--space-16);
        color: var(--ink2);
        font-weight: var(--weight-label);
      }
      ph-floor-plan {
        grid-row: 2;
      }
      .side {
        grid-row: 2;
        display: grid;
        align-content: start;
        gap: var(--space-24);
      }
      table {
        width: 100%;
        border-collapse: collapse;
      }
      caption {
        position: absolute;
        width: 1px;
        height: 1px;
        overflow: hidden;
        clip-path: inset(50%);
      }
      th,
      td {
        padding: calc(var(--u) * 6) 0;
        border-block-end: 1px solid var(--line);
        text-align: end;
        font-variant-numeric: tabular-nums;
        line-height: 1.3;
      }
      thead th {
        color: var(--ink2);
        font-size: var(--text-15);
        font-weight: var(--weight-label);
      }
      thead th:first-child {
        color: var(--ink);
        font-size: var(--text-21);
        font-weight: var(--weight-heading);
      }
      th:first-child {
        text-align: start;
        font-weight: var(--weight-name);
      }
      td {
        width: calc(var(--u) * 64);
        font-weight: var(--weight-name);
        letter-spacing: 0.02em;
      }
      th small {
        margin-inline-start: 0.4em;
        color: var(--ink2);
        font-size: var(--text-15);
        font-weight: var(--weight-text);
      }
      .docs {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-8) var(--space-24);
      }
      .docs a {
        display: inline-flex;
        align-items: center;
        min-height: var(--target);
        color: inherit;
        font-weight: var(--weight-label);
        text-underline-offset: 0.3em;
        text-decoration-thickness: 0.09em;
      }
      .working {
        max-width: calc(var(--u) * 1000);
      }
      .working main {
        display: grid;
        align-content: start;
        gap: var(--space-32);
      }
      .working header ph-hall-status {
        font-size: var(--text-19);
      }
      .links {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(calc(var(--u) * 360), 100%), 1fr));
        gap: var(--space-16);
      }
      .working > main > .help {
        color: var(--ink2);
        font-size: var(--text-19);
      }
      .windows h2 {
        margin-block-end: var(--space-12);
        font-size: var(--text-21);
      }
      .windows ul {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-24);
      }
      .windows a {
        display: grid;
        justify-items: center;
        gap: var(--space-8);
        min-width: calc(var(--u) * 72);
        border-radius: var(--radius-row);
        color: var(--ink2);
        font-size: var(--text-14);
        font-weight: var(--weight-label);
        text-decoration: none;
      }
      @media (max-width: 1099px) {
        .training main {
          grid-template-columns: minmax(0, 1fr);
          grid-template-rows: none;
          gap: var(--space-32);
        }
        ph-floor-plan,
        .side {
          grid-row: auto;
        }
      }
      @media (max-width: 759px) {
        .page {
          padding: var(--space-24) var(--space-16) var(--space-32);
        }
        h1 {
          font-size: var(--text-28);
        }
        header .help {
          font-size: var(--text-16);
        }
        .corner {
          order: -1;
          width: 100%;
          justify-content: flex-end;
        }
        .training main {
          gap: var(--space-24);
        }
        .side {
          order: -1;
          display: contents;
        }
        ph-run-card {
          order: -1;
        }
      }
    `,
  ];
}

function signIns(people: Training['signIns']): TemplateResult {
  return html`<table>
    <caption>
      ${words.t('sign-ins-help')}
    </caption>
    <thead>
      <tr>
        <th scope="col">${words.t('sign-ins')}</th>
        <th scope="col">${words.t('badge')}</th>
        <th scope="col">${words.t('pin')}</th>
      </tr>
    </thead>
    <tbody>
      ${people.map(
        ({ badge, name, role, pin }) =>
          html`<tr>
            <th scope="row">${name}<small>${words.t(`role-${role}`)}</small></th>
            <td>${badge}</td>
            <td>${pin ?? words.t('pin-none')}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function docs(): TemplateResult {
  return html`<p class="docs">
    <a href="/api/docs">${words.t('api-docs')}</a>
    <a href="/docs/hall-file">${words.t('hall-docs')}</a>
  </p>`;
}

function link(
  href: string,
  sign: 'printer' | 'keypad' | 'screen' | 'door',
  name: string,
  note: string,
): TemplateResult {
  return html`<ph-place-link
    .href=${href}
    .icon=${sign}
    .name=${name}
    .note=${note}
  ></ph-place-link>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-start': StartPage;
  }
}

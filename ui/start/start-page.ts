import { LitElement, html, nothing, type TemplateResult } from 'lit';
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
import { icon } from '../icons.ts';
import { LanguageController, counterWord, language, textOf, timeOfDay } from '../locale/index.ts';
import './device-shelf.ts';
import './floor-plan.ts';
import { words } from './locale.ts';
import './place-link.ts';
import './run-card.ts';
import { TrainingController, type Training } from './training-controller.ts';
import { startStyles } from './start-styles.ts';

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
          ${training === null ? nothing : signIns(training.signIns)}
          <button class="to-shelf" type="button" @click=${() => this.showShelf()}>
            ${icon('printer')}${words.t('shelf-link')}
          </button>
          ${docs()}
        </div>
        <ph-device-shelf tabindex="-1" ?not-live=${!live}></ph-device-shelf>
      </main>
    </div>`;
  }

  /** Below the plan; the keyboard goes along. */
  private showShelf(): void {
    const shelf = this.renderRoot.querySelector('ph-device-shelf');
    shelf?.scrollIntoView({ block: 'start' });
    shelf?.focus({ preventScroll: true });
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
          ${link('/display', 'screen', words.t('lobby'), words.t('lobby-help'))}
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

  static override styles = [base, numbers, startStyles];
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

import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { base } from '#ui/base-styles.ts';
import { ClockController, ConnectionController, ViewController } from '#ui/hub/controllers.ts';
import { LanguageController, textOf } from '#ui/locale/index.ts';
import { words } from '#ui/wall/locale.ts';
import '#ui/wall/ph-wall.ts';
import { stoppedAt } from '#ui/wall/stopped-at.ts';
import { reloadIfNewer } from './fresh-build.ts';
import { connectScreen, type Pairing } from './screen-hub.ts';

/**
 * `/display/wall`: the board on a screen of the back office. It pairs itself as a device and shows
 * the hall once a supervisor has approved it; nobody is signed in, so that it stays for weeks.
 */
@customElement('ph-wall-page')
export class WallPage extends LitElement {
  private readonly screen = connectScreen('wall');
  private readonly view = new ViewController(this, this.screen.hub, 'wall');
  private readonly connection = new ConnectionController(this, this.screen.hub);
  private readonly clock = new ClockController(this, this.screen.hub);
  readonly language = new LanguageController(this);
  @state() private pairing: Pairing = { state: 'unknown' };
  private stops: readonly (() => void)[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    this.stops = [
      this.screen.pairing.subscribe((pairing) => {
        this.pairing = pairing;
      }),
      this.screen.hub.connection.subscribe(({ state: now }) => {
        if (now === 'live') void reloadIfNewer(() => true);
      }),
    ];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const stop of this.stops) stop();
  }

  override updated(): void {
    const hall = this.view.data?.hall;
    if (hall !== undefined) document.title = words.t('page-title', { hall: textOf(hall.name) });
  }

  override render(): TemplateResult {
    const { data } = this.view;
    const { pairing } = this;
    if (data === null && pairing.state === 'pending') {
      return html`<main>
        <div role="status">
          <h1>${words.t('pairing')}</h1>
          <p class="code">${pairing.device.code}</p>
          <p>${words.t('pairing-help')}</p>
        </div>
      </main>`;
    }
    return html`<ph-wall
      .view=${data}
      .nowMs=${this.clock.nowMs}
      .stoppedMs=${stoppedAt(this.connection.value, data, this.clock.nowMs)}
    ></ph-wall>`;
  }

  static override styles = [
    base,
    css`
      :host {
        display: block;
        height: 100vh;
      }
      main {
        display: grid;
        place-items: center;
        height: 100%;
        background: var(--pine-900);
        color: var(--paper);
        padding: calc(var(--u) * 64);
        font-size: calc(var(--u) * 48);
        text-align: center;
      }
      div {
        display: grid;
        gap: calc(var(--u) * 40);
      }
      h1 {
        font-size: calc(var(--u) * 72);
      }
      .code {
        font-size: calc(var(--u) * 180);
        font-weight: var(--weight-number);
        font-variant-numeric: tabular-nums;
        line-height: 1;
      }
      @media (orientation: portrait) {
        main {
          --u: min(calc(100vw / 1232), calc(100vh / 1900));
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-wall-page': WallPage;
  }
}

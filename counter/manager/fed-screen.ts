import { LitElement, css, html, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { LobbyView } from '#protocol/views.ts';
import { base } from '#ui/base-styles.ts';
import { setStyle } from '#ui/elements/set-style.ts';
import type { FedReady, FedView } from '#ui/hub/fed-socket.ts';

const screenWidth = 1920;
const screenHeight = 1080;

/**
 * The hall's own lobby screen in a frame, fed with what it showed once or would show.
 *
 * - `lobby`: the view; `label`: the frame's name
 * - `notices`: notices come first
 */
@customElement('ph-fed-screen')
export class FedScreen extends LitElement {
  @property({ attribute: false }) lobby: LobbyView | null = null;
  @property() label = '';
  @property({ type: Boolean }) notices = false;
  @state() private scale = 0.3;
  @query('iframe') private readonly frame!: HTMLIFrameElement | null;

  private isReady = false;
  private readonly sizes = new ResizeObserver(([entry]) => {
    if (entry !== undefined) this.scale = entry.contentRect.width / screenWidth;
  });

  override render(): TemplateResult {
    return html`<div
      class="glass"
      ${setStyle({ height: `${String(screenHeight * this.scale)}px` })}
    >
      <iframe
        src=${this.notices ? '/display?again&notices' : '/display?again'}
        title=${this.label}
        tabindex="-1"
        width=${screenWidth}
        height=${screenHeight}
        ${setStyle({ transform: `scale(${String(this.scale)})` })}
      ></iframe>
    </div>`;
  }

  private feed(): void {
    const { lobby, frame } = this;
    if (lobby === null || !this.isReady) return;
    // The frame's clock stands still at that moment.
    const told: FedView = { kind: 'paihao-view', view: 'lobby', data: { ...lobby, clockSpeed: 0 } };
    frame?.contentWindow?.postMessage(told, location.origin);
  }

  private readonly heard = (event: MessageEvent<Partial<FedReady>>): void => {
    if (event.source !== this.frame?.contentWindow || event.origin !== location.origin) return;
    if (event.data.kind !== 'paihao-ready') return;
    this.isReady = true;
    this.feed();
  };

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('lobby')) this.feed();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('message', this.heard);
    this.sizes.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('message', this.heard);
    this.sizes.disconnect();
  }

  static override styles = [
    base,
    css`
      :host {
        display: block;
        min-width: 0;
        overflow: hidden;
      }
      .glass {
        overflow: hidden;
        border-radius: var(--radius-row);
        background: var(--pine-950);
      }
      iframe {
        display: block;
        border: 0;
        transform-origin: 0 0;
        pointer-events: none;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-fed-screen': FedScreen;
  }
}

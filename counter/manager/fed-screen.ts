import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { KioskView, LobbyView } from '#protocol/views.ts';
import { base } from '#ui/base-styles.ts';
import { emit } from '#ui/elements/emit.ts';
import { setStyle } from '#ui/elements/set-style.ts';
import type { FedAnswer, FedAsked, FedReady, FedView } from '#ui/hub/fed-socket.ts';

const longSide = 1920;
const shortSide = 1080;

/** What the page in the frame asked of its hub; `answer` is what the hub would say. */
export interface FedQuestion {
  readonly word: string;
  readonly payload: unknown;
  readonly answer: (answer: unknown) => void;
}

/**
 * The hall's own lobby screen or kiosk in a frame, fed with what it showed once or would show.
 *
 * - `lobby` or `kiosk`: the view; `label`: the frame's name
 * - `notices`: on the lobby screen notices come first
 * - `upright`: the glass stands; a kiosk can be touched
 *
 * @fires asked detail `FedQuestion`
 */
@customElement('ph-fed-screen')
export class FedScreen extends LitElement {
  @property({ attribute: false }) lobby: LobbyView | null = null;
  @property({ attribute: false }) kiosk: KioskView | null = null;
  @property() label = '';
  @property({ type: Boolean }) notices = false;
  @property({ type: Boolean }) upright = false;
  @state() private width = 0.3 * longSide;
  @query('iframe') private readonly frame!: HTMLIFrameElement | null;

  private isReady = false;
  private readonly sizes = new ResizeObserver(([entry]) => {
    if (entry !== undefined) this.width = entry.contentRect.width;
  });

  override render(): TemplateResult {
    const [width, height] = this.upright ? [shortSide, longSide] : [longSide, shortSide];
    const scale = this.width / width;
    const isKiosk = this.kiosk !== null;
    return html`<div class="glass" ${setStyle({ height: `${String(height * scale)}px` })}>
      <iframe
        class=${isKiosk ? 'touched' : ''}
        src=${isKiosk ? '/kiosk?again' : this.notices ? '/display?again&notices' : '/display?again'}
        title=${this.label}
        tabindex=${isKiosk ? nothing : -1}
        width=${width}
        height=${height}
        ${setStyle({ transform: `scale(${String(scale)})` })}
      ></iframe>
    </div>`;
  }

  private feed(): void {
    const { lobby, kiosk } = this;
    const data = kiosk ?? lobby;
    if (data === null || !this.isReady) return;
    const view = kiosk === null ? 'lobby' : 'kiosk';
    // The frame's clock stands still at that moment.
    this.tell({ kind: 'paihao-view', view, data: { ...data, clockSpeed: 0 } });
  }

  private tell(told: FedView | FedAnswer): void {
    this.frame?.contentWindow?.postMessage(told, location.origin);
  }

  private readonly heard = (event: MessageEvent<FedReady | FedAsked>): void => {
    if (event.source !== this.frame?.contentWindow || event.origin !== location.origin) return;
    const { data } = event;
    if (data.kind === 'paihao-asked') {
      const { no, word, payload } = data;
      const answer = (said: unknown): void => {
        this.tell({ kind: 'paihao-answer', no, answer: said });
      };
      emit(this, 'asked', { word, payload, answer } satisfies FedQuestion);
    }
    if (data.kind !== 'paihao-ready') return;
    this.isReady = true;
    this.feed();
  };

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('lobby') || changed.has('kiosk')) this.feed();
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
      .touched {
        pointer-events: auto;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-fed-screen': FedScreen;
  }
}

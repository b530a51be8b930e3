import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { base, buttons } from '#ui/base-styles.ts';
import { LanguageController, textOf } from '#ui/locale/index.ts';
import type { SettingsPlace } from '../parts.ts';
import { words } from './locale.ts';

/** Base64 of it has to fit into what the hub takes for a logo. */
const fileBytesMax = 270_000;

/**
 * The logo of the tickets: chosen, seen in the dots that are printed, taken away.
 *
 * - `place`: of the settings' page
 */
@customElement('ph-hall-logo')
export class HallLogo extends LitElement {
  @property({ attribute: false }) place: SettingsPlace | null = null;
  @state() private isLarge = false;
  @query('canvas') private canvas!: HTMLCanvasElement | null;
  private drawn = '';
  readonly language = new LanguageController(this);

  private get logo(): string | undefined {
    return this.place?.draft.ticket?.logo;
  }

  override render(): TemplateResult {
    const { place, logo } = this;
    const problems = place?.problems('ticket.logo') ?? [];
    return html`<section aria-labelledby="title">
      <h2 id="title">${words.t('logo-title')}</h2>
      <p class="help" id="help">${words.t('logo-help')}</p>
      ${
        logo === undefined
          ? html`<p>${words.t('logo-none')}</p>`
          : html`<canvas role="img" aria-label=${words.t('logo-there')}></canvas>`
      }
      <p class="acts">
        <label class="button plain" for="file">${words.t('logo-choose')}</label>
        <input
          id="file"
          class="visually-hidden"
          type="file"
          accept="image/png"
          aria-describedby="help wrong"
          @change=${this.chosen}
        />
        ${
          logo === undefined
            ? nothing
            : html`<button
                class="button plain"
                type="button"
                @click=${() => {
                  place?.change('ticket.logo', undefined);
                }}
              >
                ${words.t('logo-remove')}
              </button>`
        }
      </p>
      <p class="wrong" id="wrong" role="alert">
        ${this.isLarge ? words.t('logo-large') : nothing}
        ${problems.map(({ message }) => textOf(message))}
      </p>
    </section>`;
  }

  private async chosen({ target }: Event): Promise<void> {
    const input = target as HTMLInputElement;
    const file = input.files?.[0];
    input.value = '';
    if (file === undefined) return;
    this.isLarge = file.size > fileBytesMax;
    if (this.isLarge) return;
    const bytes = new Uint8Array(await file.arrayBuffer());
    const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
    this.place?.change('ticket.logo', `data:image/png;base64,${btoa(text)}`);
  }

  protected override updated(_: PropertyValues<this>): void {
    const { logo, canvas } = this;
    if (logo === undefined || canvas === null) {
      this.drawn = '';
      return;
    }
    if (logo === this.drawn) return;
    this.drawn = logo;
    void draw(logo, canvas, () => this.drawn === logo);
  }

  static override styles = [
    base,
    buttons,
    css`
      section {
        display: grid;
        gap: var(--space-12);
        padding: var(--space-24);
        border-radius: var(--radius-card);
        background: var(--surface);
        box-shadow: inset 0 0 0 1px var(--line);
      }
      h2 {
        font-size: var(--text-21);
      }
      .help {
        color: var(--ink2);
      }
      canvas {
        max-width: min(100%, calc(var(--u) * 288));
        border: 1px solid var(--line);
        border-radius: var(--radius-small);
        background: var(--white);
      }
      .acts {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-8);
      }
      label:has(+ :focus-visible) {
        outline: calc(var(--u) * 3) solid var(--focus);
        outline-offset: calc(var(--u) * 3);
      }
      .wrong {
        color: var(--bad);
        font-weight: var(--weight-label);
      }
    `,
  ];
}

/** Black and white as on paper; the policy of the hub lets no picture come from an address. */
async function draw(
  logo: string,
  canvas: HTMLCanvasElement,
  isWanted: () => boolean,
): Promise<void> {
  try {
    const text = atob(logo.slice(logo.indexOf(',') + 1));
    const bytes = Uint8Array.from(text, (each) => each.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    if (!isWanted()) return;
    canvas.width = picture.width;
    canvas.height = picture.height;
    const paper = canvas.getContext('2d');
    if (paper === null) return;
    paper.fillStyle = '#fff';
    paper.fillRect(0, 0, picture.width, picture.height);
    paper.drawImage(picture, 0, 0);
    const dots = paper.getImageData(0, 0, picture.width, picture.height);
    for (let at = 0; at < dots.data.length; at += 4) {
      const [red = 0, green = 0, blue = 0] = dots.data.subarray(at, at + 3);
      const light = 0.2126 * red + 0.7152 * green + 0.0722 * blue < 128 ? 0 : 255;
      dots.data.fill(light, at, at + 3);
    }
    paper.putImageData(dots, 0, 0);
  } catch {
    // No picture: the hub says so beside it.
    if (isWanted()) canvas.width = 0;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-hall-logo': HallLogo;
  }
}

import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { base, buttons } from '#ui/base-styles.ts';
import { icon } from '#ui/icons.ts';
import { LanguageController, language } from '#ui/locale/index.ts';
import '../act-menu.ts';
import { deskIcon } from '../manager/desk-icons.ts';
import { download } from './download.ts';
import { words } from './locale.ts';

/** A file that can be had. */
export interface TakenFile {
  readonly label: string;
  /** Of its door, with a query; the language is added. */
  readonly path: string;
}

/**
 * What is shown, to take away: as a file or on paper. On a phone two signs.
 *
 * - `files`, `token`
 */
@customElement('ph-take-away')
export class TakeAway extends LitElement {
  @property({ attribute: false }) files: readonly TakenFile[] = [];
  @property() token = '';
  @state() private fetching: 'no' | 'busy' | 'failed' = 'no';
  readonly speaking = new LanguageController(this);

  override render(): TemplateResult {
    const { fetching } = this;
    return html`<ph-act-menu
        brief
        .label=${words.t('export')}
        .sign=${deskIcon('download')}
        .acts=${this.files.map(({ label, path }) => ({ label, run: () => void this.fetch(path) }))}
      ></ph-act-menu>
      <button
        type="button"
        class="button plain"
        @click=${() => {
          print();
        }}
      >
        ${icon('printer')}<span class="label">${words.t('print')}</span>
      </button>
      <p role="status" class=${fetching === 'failed' ? '' : 'visually-hidden'}>
        ${fetching === 'no' ? '' : words.t(fetching === 'busy' ? 'exporting' : 'export-failed')}
      </p>`;
  }

  private async fetch(path: string): Promise<void> {
    this.fetching = 'busy';
    const isThere = await download(`${path}&lang=${language.get()}`, this.token);
    this.fetching = isThere ? 'no' : 'failed';
  }

  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-8);
        font-size: var(--text-15);
      }
      p {
        color: var(--bad);
        font-weight: var(--weight-label);
      }
      @media (max-width: 759px) {
        .label {
          position: absolute;
          width: 1px;
          height: 1px;
          overflow: hidden;
          clip-path: inset(50%);
        }
        .button {
          padding-inline: 0.6em;
        }
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-take-away': TakeAway;
  }
}

import { html, nothing, type TemplateResult } from 'lit';
import type { Fetched } from './fetched.ts';
import { words } from './locale.ts';

/** What a page says while there is nothing to show; `nothing` once there is. */
export function saidOf<T>(
  fetched: Fetched<T>,
  unknown: { readonly title: string; readonly help: string },
): TemplateResult | typeof nothing {
  switch (fetched.state) {
    case 'there':
      return nothing;
    case 'nothing':
    case 'loading':
      return html`<section class="said" aria-busy="true">
        <p role="status">${words.t('loading')}</p>
      </section>`;
    case 'unknown':
      return html`<section class="said">
        <h2>${unknown.title}</h2>
        <p role="status">${unknown.help}</p>
      </section>`;
    case 'away':
      return html`<section class="said">
        <p role="alert">${words.t('away')}</p>
        <button
          type="button"
          class="button plain"
          @click=${() => {
            void fetched.load();
          }}
        >
          ${words.t('again')}
        </button>
      </section>`;
  }
}

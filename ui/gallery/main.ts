import { LitElement, html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { LanguageController } from '#ui/locale/index.ts';
import { exhibits } from './exhibits.ts';
import '#ui/elements/ph-lang-switch.ts';
import '#ui/elements/ph-training-tag.ts';

/** Each element in every state, without a hub, on light and dark ground. `?lang=zh|en`. */
@customElement('ph-gallery')
export class Gallery extends LitElement {
  readonly language = new LanguageController(this);

  /** Without a shadow root: the gallery shows what a page's own styles do as well. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override render(): TemplateResult {
    return html`<header class="top">
        <h1>Gallery of the elements</h1>
        <ph-training-tag></ph-training-tag>
        <ph-lang-switch></ph-lang-switch>
      </header>
      ${exhibits.map(
        ({ name, show }) =>
          html`<section class="exhibit" id=${name}>
            <h2>${name}</h2>
            <div class="grounds">
              <div class="ground" data-theme="light">${show('light')}</div>
              <div class="ground" data-theme="dark">${show('dark')}</div>
            </div>
          </section>`,
      )}`;
  }
}

document.querySelector('#gallery')?.append(document.createElement('ph-gallery'));

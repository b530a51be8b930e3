import { html, nothing, type TemplateResult } from 'lit';

export interface ChoiceLook {
  readonly text: string;
  readonly note?: string | undefined;
  readonly mark?: TemplateResult | undefined;
  readonly pressed: boolean;
  /** 1 to 9: the digit that chooses it; more choices than digits go without. */
  readonly digit: number;
  readonly choose: () => void;
}

/** One of several, with the digit that chooses it. Its styles are field-styles and dialog-styles. */
export function choice({ text, note, mark, pressed, digit, choose }: ChoiceLook): TemplateResult {
  return html`<button
    class="choice"
    type="button"
    data-choice
    aria-pressed=${pressed ? 'true' : 'false'}
    @click=${choose}
  >
    ${digit <= 9 ? html`<span class="digit" aria-hidden="true">${digit}</span>` : nothing}
    ${mark ?? nothing}
    <span>${text}</span>
    ${note === undefined || note === '' ? nothing : html`<small>${note}</small>`}
  </button>`;
}

import { html, type TemplateResult } from 'lit';
import { emit } from '#ui/elements/emit.ts';

export interface DialogActs {
  /** What the dialogue is for, in words. */
  readonly go: string;
  /** The way out without it. */
  readonly back: string;
  /** It has been sent: the hub is asked. */
  readonly busy: boolean;
  /** Where no form of the id `form` sends it. */
  readonly send?: () => void;
}

/** The two buttons at the foot of a `ph-dialog`; the way back fires `close` from the dialogue. */
export function dialogActs(
  from: EventTarget,
  { go, back, busy, send }: DialogActs,
): TemplateResult {
  return html`<button
      slot="actions"
      class="button lamp"
      type=${send === undefined ? 'submit' : 'button'}
      form="form"
      aria-disabled=${busy ? 'true' : 'false'}
      @click=${send}
    >
      ${go}
    </button>
    <button
      slot="actions"
      class="button plain"
      type="button"
      @click=${() => {
        emit(from, 'close');
      }}
    >
      ${back}
    </button>`;
}

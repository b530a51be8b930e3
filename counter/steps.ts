import { css, html, type TemplateResult } from 'lit';
import { icon } from '#ui/icons.ts';

/** A link to what lies before or after. */
export interface Step {
  readonly href: string;
  readonly label: string;
}

/** The way through days, weeks or months: an arrow back, what is chosen, an arrow on. */
export function steps(before: Step, after: Step, between: unknown): TemplateResult {
  const link = ({ href, label }: Step, sign: 'back' | 'arrow'): TemplateResult =>
    html`<a class="button plain" href=${href} aria-label=${label}>${icon(sign)}</a>`;
  return html`<div class="steps">${link(before, 'back')} ${between} ${link(after, 'arrow')}</div>`;
}

export const stepStyles = css`
  .steps {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-8);
  }
  .steps .input {
    width: auto;
    min-height: var(--target);
  }
  @media (max-width: 759px) {
    .steps {
      flex-wrap: nowrap;
      min-width: 0;
    }
    .steps .input {
      width: calc(var(--u) * 134);
      min-width: 0;
      padding-inline: var(--space-8);
    }
    .steps .button {
      padding-inline: 0.6em;
    }
  }
`;

import { html, nothing, type TemplateResult } from 'lit';
import { css } from 'lit';
import type { ConsoleView } from '#protocol/views.ts';
import { timeOfDay } from '#ui/locale/index.ts';
import { words } from '../locale.ts';

/** The shift in figures, as the journal has them. */
export function shiftFacts({ shift, hall }: ConsoleView): TemplateResult {
  const fact = (value: string | number, word: string): TemplateResult =>
    html`<div>
      <dd class="digit">${value}</dd>
      <dt>${word}</dt>
    </div>`;
  return html`<dl class="facts">
    ${fact(shift.served, words.t('shift-served'))}
    ${fact(shift.parked.length, words.t('shift-parked'))}
    ${fact(shift.missed, words.t('shift-missed'))}
    ${
      shift.openedAt === null
        ? nothing
        : fact(timeOfDay(shift.openedAt, hall.timezone), words.t('shift-opened'))
    }
  </dl>`;
}

export const shiftFactStyles = css`
  .facts {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(calc(var(--u) * 88), 1fr));
    gap: var(--space-12);
    padding-block: var(--space-12);
    border-block: 1px solid var(--line);
    border-block-start: calc(var(--u) * 2) solid var(--ink);
  }
  .facts div {
    display: flex;
    flex-direction: column;
    gap: var(--space-4);
  }
  .facts dd {
    font-size: var(--text-34);
    line-height: 1.1;
  }
  .facts dt {
    color: var(--ink2);
    font-size: var(--text-15);
  }
`;

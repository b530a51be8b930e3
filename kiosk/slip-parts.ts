import { css, html, type TemplateResult } from 'lit';
import { icon } from '#ui/icons.ts';

/** The slip's first line: the service, and beside it the class or the time. */
export function slipTop(service: string, beside: string): TemplateResult {
  return html`<p class="top"><span>${service}</span><span class="beside">${beside}</span></p>`;
}

/** The number, large; the screen says how large, by `.length-N`. */
export function slipNumber(number: string): TemplateResult {
  return html`<p class="number">
    <span class="num length-${Math.min(number.length, 7)}">${number}</span>
  </p>`;
}

/** No slip comes out: it is to be photographed. */
export function photographLine(text: string): TemplateResult {
  return html`<p class="photograph">${icon('phone')}<span>${text}</span></p>`;
}

/** The slip as a white card, whether a printer has it or the screen alone. */
export const slipStyles = css`
  .slip {
    display: grid;
    border-radius: calc(var(--u) * 36);
    background: var(--surface);
    color: var(--ink);
  }
  .top {
    display: flex;
    justify-content: space-between;
    gap: calc(var(--u) * 32);
    padding: calc(var(--u) * 52) calc(var(--u) * 64) 0;
    font-size: calc(var(--u) * 44);
    font-weight: var(--weight-name);
    line-height: 1.15;
  }
  .beside {
    color: var(--ink2);
    font-weight: var(--weight-label);
    font-variant-numeric: tabular-nums;
  }
  .number {
    display: grid;
    place-items: center;
    padding-inline: calc(var(--u) * 40);
  }
  .num.length-7 {
    font-size: calc(var(--u) * 198);
  }
  .photograph {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: calc(var(--u) * 20);
    margin: 0 calc(var(--u) * 52) calc(var(--u) * 28);
    padding: calc(var(--u) * 18) calc(var(--u) * 24);
    border: calc(var(--u) * 3) solid var(--ink);
    border-radius: calc(var(--u) * 20);
    background: var(--lamp);
    color: var(--pine-950);
    font-size: calc(var(--u) * 36);
    font-weight: var(--weight-name);
    line-height: 1.2;
  }
  .photograph svg {
    flex: none;
    width: 1.3em;
    height: 1.3em;
  }
`;

/** A number's screen: the slip (`.ticket`), and below or beside it what is told of it (`.side`). */
export const numberScreenStyles = css`
  .ticket {
    display: flex;
    flex-direction: column;
    gap: calc(var(--u) * 48);
    height: 100%;
  }
  .side {
    flex: 1;
    min-height: 0;
    display: flex;
    flex-direction: column;
  }
  @media (orientation: landscape) {
    .ticket {
      flex-direction: row;
      gap: calc(var(--u) * 72);
    }
  }
`;

import { css } from 'lit';

/**
 * Styles shared by all shadow roots. Put `base` first in `static styles`; the others as needed:
 *
 *     static override styles = [base, numbers, buttons, css`…`];
 *
 * Sizes are in `em` or `calc(var(--u) * n)`, colours are roles, so an element follows the theme
 * and the scale of the place it stands in.
 */
export const base = css`
  :host {
    box-sizing: border-box;
    text-autospace: normal;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3,
  p,
  dl,
  dd,
  ol,
  ul,
  figure {
    margin: 0;
    padding: 0;
  }
  h1,
  h2,
  h3 {
    font-size: inherit;
    font-weight: var(--weight-heading);
    line-height: var(--leading-heading);
    text-wrap: balance;
  }
  p {
    text-wrap: balance;
  }
  ol,
  ul {
    list-style: none;
  }
  button,
  input,
  select,
  textarea {
    font: inherit;
    letter-spacing: inherit;
    color: inherit;
  }
  /* Chinese lines break between phrases, not inside them (phrased.ts). */
  .phrases {
    word-break: keep-all;
    overflow-wrap: anywhere;
  }
  svg {
    display: block;
    flex: none;
  }
  .icon {
    width: 1.2em;
    height: 1.2em;
  }
  :focus-visible {
    outline: calc(var(--u) * 3) solid var(--focus);
    outline-offset: calc(var(--u) * 3);
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;

/**
 * `.num`: a ticket number or any other large figure. The size is the font size; the box is as tall
 * as the capitals (.74), so that it can be placed to the pixel. `.num.takeover` is the heavier
 * cut. `.digit`: a counter's number outside its plate. `.figure`: figures within text.
 */
export const numbers = css`
  .num {
    font-family: var(--font);
    font-weight: var(--weight-number);
    font-stretch: 102%;
    font-variant-numeric: tabular-nums;
    letter-spacing: -0.012em;
    line-height: 0.74;
    white-space: nowrap;
    text-autospace: no-autospace;
  }
  .num.takeover {
    font-weight: var(--weight-takeover);
  }
  .digit {
    font-weight: 690;
    font-stretch: 106%;
    font-variant-numeric: tabular-nums;
  }
  .figure {
    font-variant-numeric: tabular-nums;
  }
`;

/**
 * `.button` with one of `.lamp` (the next step; one a page), `.plain` (the others), `.flat` (rests
 * or would be refused; still answers with its reason). `.wide` fills its row. `.touch` is 60 px.
 * `.link` is an act within a sentence. Pressed, a button goes down by its lip.
 */
export const buttons = css`
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5em;
    min-height: var(--target);
    min-width: var(--target);
    padding: 0.45em 1.1em calc(0.45em + var(--lip));
    border: 0;
    border-radius: var(--radius-row);
    font-weight: var(--weight-name);
    line-height: 1.2;
    text-align: center;
    text-decoration: none;
    text-wrap: balance;
    cursor: pointer;
    touch-action: manipulation;
    user-select: none;
    background: var(--surface);
    color: var(--ink);
    transition:
      transform var(--dur-press) var(--ease-in),
      box-shadow var(--dur-press) var(--ease-in),
      background-color var(--dur-state) var(--ease-in);
  }
  .button.touch {
    min-height: var(--target-touch);
  }
  .button.wide {
    width: 100%;
  }
  .button.lamp {
    background: var(--lamp);
    color: var(--pine-950);
    box-shadow:
      inset 0 0 0 calc(var(--u) * 1.5) var(--lamp-lip),
      inset 0 calc(var(--lip) * -1) 0 var(--lamp-lip);
  }
  .button.plain {
    box-shadow:
      inset 0 0 0 calc(var(--u) * 1.5) var(--edge),
      inset 0 calc(var(--lip) * -1) 0 var(--edge);
  }
  .button.flat,
  .button[aria-disabled='true'] {
    background: var(--sunk);
    color: var(--ink2);
    box-shadow: inset 0 0 0 calc(var(--u) * 1) var(--line);
    padding-block: 0.45em;
  }
  .button:active:not([aria-disabled='true'], .flat) {
    transform: translateY(calc(var(--u) * 2));
  }
  .button.lamp:active {
    box-shadow: inset 0 0 0 calc(var(--u) * 1.5) var(--lamp-lip);
  }
  .button.plain:active {
    box-shadow: inset 0 0 0 calc(var(--u) * 1.5) var(--edge);
  }
  .link {
    display: inline;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font-weight: var(--weight-name);
    text-decoration: underline;
    text-decoration-thickness: 0.09em;
    text-underline-offset: 0.22em;
    cursor: pointer;
  }
  @media (forced-colors: active) {
    .button {
      border: 1px solid ButtonText;
    }
  }
`;

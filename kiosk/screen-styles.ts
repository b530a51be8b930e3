import { css } from 'lit';

/**
 * What the kiosk's screens have in common. `.large` on a screen is large text. Portrait is the
 * first home (1080 wide), landscape has its head at the left.
 */
export const screenStyles = css`
  :host {
    display: block;
    height: 100%;
    font-size: calc(var(--u) * 32);
    line-height: var(--leading-text);
    --radius: calc(var(--u) * 28);
    --lip: calc(var(--u) * 4);
  }
  b {
    font-weight: var(--weight-name);
    font-variant-numeric: tabular-nums;
  }
  button {
    -webkit-tap-highlight-color: transparent;
  }

  /* a screen below the head: content, then what leads on */
  .screen {
    display: flex;
    flex-direction: column;
    height: 100%;
    gap: calc(var(--u) * 32);
  }
  .push {
    flex: 1;
    min-height: 0;
  }

  /* the buttons of the kiosk: plain outlines, solid, or lit; all of one height */
  .act {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 0.55em;
    width: 100%;
    min-height: calc(var(--u) * 112);
    padding: calc(var(--u) * 16) calc(var(--u) * 32);
    border: 0;
    border-radius: var(--radius);
    background: transparent;
    box-shadow: inset 0 0 0 calc(var(--u) * 2.5) var(--edge);
    font-size: calc(var(--u) * 36);
    font-weight: var(--weight-name);
    line-height: 1.15;
    text-align: center;
    text-wrap: balance;
    cursor: pointer;
    touch-action: manipulation;
    transition: transform var(--dur-press) var(--ease-in);
  }
  .act:active {
    transform: translateY(calc(var(--u) * 2));
  }
  .act.solid {
    background: var(--plate);
    color: var(--plate-ink);
    box-shadow: none;
    font-size: calc(var(--u) * 46);
    min-height: calc(var(--u) * 148);
  }
  .act.lit {
    background: var(--lamp);
    color: var(--pine-950);
    box-shadow:
      inset 0 0 0 calc(var(--u) * 2.5) var(--lamp-lip),
      inset 0 calc(var(--lip) * -1.5) 0 var(--lamp-lip);
    font-size: calc(var(--u) * 46);
    min-height: calc(var(--u) * 148);
  }
  .act[aria-disabled='true'] {
    background: var(--sunk);
    color: var(--ink2);
    box-shadow: none;
  }
  .acts {
    display: grid;
    gap: calc(var(--u) * 24);
  }

  /* rows that lead somewhere, and rows that only tell */
  .row {
    display: grid;
    grid-template-columns: auto 1fr auto;
    align-items: center;
    gap: calc(var(--u) * 36);
    width: 100%;
    min-height: calc(var(--u) * 160);
    padding: calc(var(--u) * 24) calc(var(--u) * 44);
    border: 0;
    border-radius: var(--radius);
    background: var(--surface);
    box-shadow:
      inset 0 0 0 calc(var(--u) * 2) var(--line),
      0 calc(var(--u) * 3) 0 var(--line);
    color: var(--ink);
    text-align: start;
    font-size: calc(var(--u) * 32);
    touch-action: manipulation;
  }
  button.row {
    cursor: pointer;
    transition: transform var(--dur-press) var(--ease-in);
  }
  button.row:active {
    transform: translateY(calc(var(--u) * 2));
  }
  .row.told {
    background: var(--sunk);
    box-shadow: none;
  }
  .row > .icon {
    width: calc(var(--u) * 52);
    height: calc(var(--u) * 52);
  }
  .row .name {
    display: block;
    font-size: calc(var(--u) * 44);
    font-weight: var(--weight-name);
    line-height: 1.15;
  }
  .row .help {
    display: block;
    margin-block-start: 0.15em;
    color: var(--ink2);
    line-height: 1.3;
    text-wrap: balance;
  }

  /* label and fact, one a line */
  .facts {
    padding-inline: calc(var(--u) * 44);
    border-radius: var(--radius);
    background: var(--surface);
    box-shadow: inset 0 0 0 calc(var(--u) * 2) var(--line);
  }
  .facts > div {
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    gap: calc(var(--u) * 32);
    padding-block: calc(var(--u) * 32);
    font-size: calc(var(--u) * 38);
  }
  .facts > div + div {
    border-top: calc(var(--u) * 2) solid var(--line);
  }
  .facts dt {
    color: var(--ink2);
  }
  .facts dd {
    font-weight: var(--weight-name);
    text-align: end;
  }
  .label {
    font-size: calc(var(--u) * 42);
    font-weight: var(--weight-heading);
  }
  .list {
    display: grid;
    gap: calc(var(--u) * 24);
  }

  .large .act {
    min-height: calc(var(--u) * 160);
    font-size: calc(var(--u) * 56);
  }
  .large .facts > div {
    font-size: calc(var(--u) * 56);
    flex-wrap: wrap;
  }
  .large .row {
    min-height: calc(var(--u) * 204);
  }
  .large .row .name {
    font-size: calc(var(--u) * 64);
  }
  .large .row .help {
    font-size: calc(var(--u) * 42);
  }
  .large .label {
    font-size: calc(var(--u) * 52);
  }
  @media (forced-colors: active) {
    .act,
    .row {
      border: 2px solid ButtonText;
    }
  }
`;

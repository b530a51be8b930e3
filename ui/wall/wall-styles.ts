import { css } from 'lit';

/**
 * How `ph-wall` looks. One unit is a pixel of 1920 × 1080: 84 and more for what must be read from
 * three metres, 140 from five, on 55 inches (visual direction, section 2).
 */
export const wallStyles = css`
  :host {
    --wall: min(calc(100vw / 1920), calc(100vh / 1080));
    display: block;
    height: 100vh;
    overflow: hidden;
  }
  main {
    display: grid;
    grid-template: auto auto minmax(0, 1fr) auto / minmax(0, 1fr);
    gap: calc(var(--wall) * 28);
    height: 100%;
    padding: calc(var(--wall) * 36) calc(var(--wall) * 64) 0;
    background: var(--bg);
    color: var(--ink);
    font-size: calc(var(--wall) * 44);
  }
  .empty {
    display: grid;
    place-items: center;
    grid-template: none;
    font-size: calc(var(--wall) * 72);
  }
  header {
    display: flex;
    align-items: baseline;
    gap: calc(var(--wall) * 40);
  }
  header > * {
    flex: none;
  }
  h1 {
    flex: 0 3 auto;
    min-width: 6em;
    overflow: hidden;
    text-overflow: ellipsis;
    font-size: calc(var(--wall) * 52);
    font-weight: var(--weight-name);
    white-space: nowrap;
  }
  ph-training-tag {
    font-size: calc(var(--wall) * 32);
    align-self: center;
  }
  .state {
    flex: 1 1 auto;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    color: var(--ink2);
    text-align: end;
    white-space: nowrap;
  }
  time {
    font-size: calc(var(--wall) * 96);
    line-height: 1;
  }
  .figures {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    align-items: center;
    gap: calc(var(--wall) * 56);
  }
  .big,
  .risk {
    display: flex;
    align-items: baseline;
    gap: calc(var(--wall) * 24);
    font-size: calc(var(--wall) * 64);
    font-weight: var(--weight-name);
    line-height: 1.1;
  }
  .big {
    display: grid;
    gap: calc(var(--wall) * 8);
    font-size: calc(var(--wall) * 52);
  }
  .big b {
    font-size: calc(var(--wall) * 216);
    line-height: 0.82;
  }
  .risk {
    justify-content: center;
    padding: calc(var(--wall) * 24) calc(var(--wall) * 40);
    border-radius: calc(var(--wall) * 32);
    box-shadow: inset 0 0 0 calc(var(--wall) * 3) var(--line);
  }
  .risk svg {
    align-self: center;
    width: 1.1em;
    height: 1.1em;
  }
  .risk b {
    font-size: calc(var(--wall) * 160);
    line-height: 0.9;
  }
  .of {
    display: flex;
    align-items: baseline;
    gap: calc(var(--wall) * 20);
  }
  .of + .of {
    padding-inline-start: calc(var(--wall) * 28);
    box-shadow: inset calc(var(--wall) * 3) 0 0 currentColor;
  }
  /* Two numbers: their words stand below them. */
  .risk:has(.of + .of) {
    gap: calc(var(--wall) * 28);
    padding: calc(var(--wall) * 20) calc(var(--wall) * 20);
  }
  .risk:has(.of + .of) b {
    font-size: calc(var(--wall) * 128);
  }
  .risk:has(.of + .of) .of {
    display: grid;
    justify-items: center;
    gap: calc(var(--wall) * 8);
    font-size: calc(var(--wall) * 36);
    white-space: nowrap;
  }
  .risk.lit {
    background: var(--lamp);
    color: var(--pine-950);
    box-shadow: none;
  }
  .small {
    display: grid;
    gap: calc(var(--wall) * 8);
  }
  .figure-of {
    display: flex;
    align-items: baseline;
    gap: calc(var(--wall) * 20);
  }
  .figure-of b {
    min-width: 2.6em;
    font-size: calc(var(--wall) * 64);
    line-height: 1.1;
    text-align: end;
  }
  .figure-of span {
    color: var(--ink2);
    white-space: nowrap;
  }
  .middle {
    display: grid;
    grid-template-columns: minmax(0, 56fr) minmax(0, 44fr);
    gap: calc(var(--wall) * 56);
    min-height: 0;
    overflow: hidden;
  }
  .middle > section {
    min-height: 0;
  }
  .lines ul {
    display: flex;
    flex-direction: column;
    height: 100%;
  }
  .lines li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 2.2em 8.6em;
    align-items: center;
    gap: calc(var(--wall) * 20);
    flex: 0 1 calc(var(--wall) * 66);
    min-height: 0;
    line-height: 1.15;
    border-block-end: calc(var(--wall) * 2) solid var(--line);
  }
  .name {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    font-weight: var(--weight-name);
  }
  .lines b {
    font-size: calc(var(--wall) * 60);
    line-height: 1;
    text-align: end;
  }
  .longest {
    display: flex;
    align-items: center;
    justify-content: flex-end;
    gap: 0.4em;
    color: var(--ink2);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .nobody {
    color: var(--ink2);
  }
  .counters ul {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: calc(var(--wall) * 20) calc(var(--wall) * 12);
  }
  .counters .some {
    grid-template-columns: repeat(4, minmax(0, 1fr));
    row-gap: calc(var(--wall) * 14);
  }
  .counters .many {
    grid-template-columns: repeat(5, minmax(0, 1fr));
    row-gap: calc(var(--wall) * 10);
  }
  .counters .dense {
    grid-template-columns: repeat(8, minmax(0, 1fr));
    row-gap: calc(var(--wall) * 10);
  }
  .counters .crowd {
    grid-template-columns: repeat(16, minmax(0, 1fr));
    gap: calc(var(--wall) * 6);
  }
  .counters li {
    display: grid;
    justify-items: center;
    gap: calc(var(--wall) * 8);
    font-size: calc(var(--wall) * 30);
    white-space: nowrap;
  }
  ph-plate {
    --plate-size: calc(var(--wall) * 112);
    --hollow-ground: var(--bg);
  }
  .some li {
    gap: calc(var(--wall) * 4);
    font-size: calc(var(--wall) * 23);
  }
  .some ph-plate {
    --plate-size: calc(var(--wall) * 84);
  }
  .many li {
    gap: calc(var(--wall) * 2);
    font-size: calc(var(--wall) * 18);
  }
  .many ph-plate {
    --plate-size: calc(var(--wall) * 62);
  }
  .dense li {
    gap: 0;
    font-size: calc(var(--wall) * 20);
  }
  .dense ph-plate {
    --plate-size: calc(var(--wall) * 44);
  }
  .crowd li {
    font-size: calc(var(--wall) * 14);
  }
  .crowd ph-plate {
    --plate-size: calc(var(--wall) * 26);
  }
  footer {
    display: grid;
    gap: calc(var(--wall) * 6);
    margin-inline: calc(var(--wall) * -64);
    padding: calc(var(--wall) * 22) calc(var(--wall) * 64) calc(var(--wall) * 28);
    background: var(--sunk);
    font-size: calc(var(--wall) * 48);
    font-weight: var(--weight-name);
    line-height: 1.25;
  }
  footer p {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .help {
    color: var(--warn);
  }
  .calm {
    color: var(--ink2);
    font-weight: var(--weight-label);
  }
  .lost {
    grid-template-columns: auto 1fr;
    align-items: center;
    gap: calc(var(--wall) * 32);
    background: var(--bg);
  }
  .lost svg {
    width: 1.6em;
    height: 1.6em;
  }
  .lost p {
    white-space: normal;
    font-size: calc(var(--wall) * 40);
    font-weight: var(--weight-label);
  }
  .lost b {
    display: block;
    font-size: calc(var(--wall) * 64);
  }
  /* Upright: one unit is a pixel of 1080 × 1920, everything below each other. */
  @media (orientation: portrait) {
    :host {
      --wall: min(calc(100vw / 1080), calc(100vh / 1920));
    }
    header {
      flex-wrap: wrap;
      justify-content: space-between;
      row-gap: calc(var(--wall) * 12);
    }
    h1 {
      flex: 1 1 0;
    }
    .state {
      order: 1;
      flex: 1 0 100%;
      text-align: start;
    }
    .figures {
      grid-template-columns: auto 1fr;
      row-gap: calc(var(--wall) * 32);
    }
    .small {
      justify-self: end;
    }
    .risk {
      grid-row: 2;
      grid-column: 1 / -1;
    }
    .middle {
      grid-template: minmax(0, max-content) auto / minmax(0, 1fr);
      align-content: start;
      gap: calc(var(--wall) * 40);
    }
    footer p {
      white-space: normal;
    }
  }
  .not-live .num,
  .not-live .longest {
    color: var(--bg);
    -webkit-text-stroke: calc(var(--wall) * 3) var(--ink2);
    paint-order: stroke fill;
  }
  .not-live ph-state-mark {
    filter: grayscale(1);
  }
`;

import { css } from 'lit';

/** The phone's page: one column, pine or lamp above, what can be read and done below. */
export const phoneStyles = css`
  :host {
    display: block;
    --side: max(calc(var(--u) * 24), (100vw - calc(var(--u) * 440)) / 2);
    --fit: min(1, 100vw / 390px);
  }
  .page {
    display: flex;
    flex-direction: column;
    min-height: 100vh;
    min-height: 100dvh;
    background: var(--bg);
    color: var(--ink);
    font-size: calc(var(--u) * 18);
  }
  .upper,
  .lower {
    display: flex;
    flex-direction: column;
    background: var(--bg);
    color: var(--ink);
    padding-inline: var(--side);
  }
  .upper {
    padding-block: calc(var(--u) * 20 + env(safe-area-inset-top)) calc(var(--u) * 36);
  }
  .tall {
    min-height: 60vh;
    min-height: 60dvh;
  }
  .lower {
    flex: 1;
    gap: calc(var(--u) * 12);
    padding-block: calc(var(--u) * 22) calc(var(--u) * 8 + env(safe-area-inset-bottom));
  }
  header {
    display: flex;
    align-items: center;
    gap: calc(var(--u) * 12);
    min-height: calc(var(--u) * 28);
    color: var(--ink2);
    font-size: calc(var(--u) * 15);
    font-weight: var(--weight-label);
    font-variant-numeric: tabular-nums;
  }
  header .hall {
    flex: 1;
    min-width: 0;
  }
  ph-training-tag {
    font-size: calc(var(--u) * 13);
  }
  .service {
    margin-block: calc(var(--u) * 24) calc(var(--u) * 32);
    font-size: calc(var(--u) * 20);
    font-weight: var(--weight-label);
  }
  .number {
    --hollow-ground: var(--bg);
    margin-inline-start: -0.025em;
    line-height: 0;
    font-size: min(calc(var(--u) * 138), 35.3vw);
  }
  .number.length-5 {
    font-size: min(calc(var(--u) * 112), 28.6vw);
  }
  .number.length-6,
  .number.length-7 {
    font-size: min(calc(var(--u) * 90), 23vw);
  }
  .number.small {
    font-size: min(calc(var(--u) * 104), 26.6vw);
  }
  .number.small.length-6,
  .number.small.length-7 {
    font-size: min(calc(var(--u) * 84), 21.5vw);
  }
  ph-queue-line {
    margin-block: auto;
    padding-block: calc(var(--u) * 32);
    font-size: min(calc(var(--u) * 23), 5.9vw);
    --line-plate: 1.5em;
  }
  .facts {
    display: grid;
    grid-template-columns: 1fr 1.2fr;
    gap: calc(var(--u) * 16);
  }
  dt {
    color: var(--ink2);
    font-size: calc(var(--u) * 15);
    font-weight: var(--weight-label);
  }
  dd {
    font-size: calc(var(--u) * 19);
    font-weight: var(--weight-name);
    line-height: 1.2;
  }
  dd b {
    font-size: min(calc(var(--u) * 38), 9.2vw);
    font-weight: var(--weight-number);
    font-variant-numeric: tabular-nums;
    letter-spacing: -0.01em;
  }
  .risen {
    margin-block-start: calc(var(--u) * 12);
    font-size: calc(var(--u) * 16);
    line-height: 1.35;
  }
  .soon {
    font-size: calc(var(--u) * 28);
    font-weight: var(--weight-heading);
    line-height: 1.2;
  }
  h1 {
    font-size: calc(var(--u) * 32);
    text-wrap: balance;
  }
  .upper h1 {
    margin-block-start: calc(var(--u) * 40);
  }
  .upper .more {
    margin-block-start: calc(var(--u) * 12);
    color: var(--ink2);
    line-height: 1.4;
  }
  .hints {
    display: grid;
    gap: calc(var(--u) * 12);
    font-size: calc(var(--u) * 17);
    line-height: 1.36;
  }
  .hints li {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: calc(var(--u) * 14);
  }
  .hints .icon {
    color: var(--dot);
    margin-block-start: 0.1em;
  }
  .text {
    line-height: var(--leading-help);
  }
  .push {
    flex: 1;
  }
  .acts {
    display: grid;
    gap: calc(var(--u) * 12);
  }
  .button {
    min-height: max(60px, var(--target-touch));
    font-size: calc(var(--u) * 18);
  }
  .problem {
    font-weight: var(--weight-name);
  }
  .problem:empty {
    display: none;
  }
  .feet {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--u) * 16);
    color: var(--ink2);
    font-size: calc(var(--u) * 16);
  }
  .feet a,
  .feet button {
    display: inline-flex;
    align-items: center;
    gap: 0.5em;
    min-height: max(60px, var(--target-touch));
    padding: 0 calc(var(--u) * 4);
    border: 0;
    background: none;
    color: inherit;
    font-weight: var(--weight-label);
    text-decoration: none;
    cursor: pointer;
  }
  .band {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: calc(var(--u) * 12);
    margin-block-start: calc(var(--u) * 14);
    padding: calc(var(--u) * 14) calc(var(--u) * 16);
    border-radius: var(--radius-row);
    background: var(--paper);
    color: var(--pine-950);
    font-size: calc(var(--u) * 16);
    line-height: 1.4;
  }

  /* called: the page is the lamp */
  .called {
    --plate-ink: var(--lamp);
    flex: 1;
    animation: light-up var(--dur-lamp-on) var(--ease-in);
  }
  @keyframes light-up {
    from {
      clip-path: circle(0 at 35% 55%);
    }
    to {
      clip-path: circle(150vmax at 35% 55%);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .called {
      animation: none;
    }
  }
  .called .number {
    margin-block: calc(var(--u) * 26) calc(var(--u) * 40);
  }
  .called h1 {
    margin: 0 0 calc(var(--u) * 24);
  }
  .go {
    display: flex;
    align-items: flex-end;
    gap: calc(var(--u) * 16);
    font-size: calc(var(--u) * 34);
    font-weight: var(--weight-heading);
    line-height: 1.15;
    --plate-size: min(calc(var(--u) * 214), 55vw);
  }
  .go span {
    padding-block-end: calc(var(--u) * 14);
  }
  .way {
    margin-block-start: calc(var(--u) * 22);
    font-size: calc(var(--u) * 21);
    font-weight: var(--weight-label);
    line-height: 1.45;
  }
  .after {
    flex: none;
    background: var(--pine-950);
    color: var(--paper);
    gap: calc(var(--u) * 12);
  }
  .at {
    display: flex;
    align-items: center;
    gap: calc(var(--u) * 16);
    margin-block-start: calc(var(--u) * 20);
    font-size: calc(var(--u) * 24);
    font-weight: var(--weight-name);
    --plate-size: calc(var(--u) * 76);
  }
  .papers {
    display: grid;
    gap: calc(var(--u) * 10);
  }
  .lower > .text + .papers {
    margin-block: calc(var(--u) * 4) calc(var(--u) * 12);
  }
  .papers li {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: calc(var(--u) * 12);
    padding: calc(var(--u) * 16);
    border-radius: var(--radius-row);
    background: var(--surface);
    box-shadow: inset 0 0 0 1px var(--line);
    font-size: calc(var(--u) * 19);
    font-weight: var(--weight-name);
    line-height: 1.3;
  }
  ph-rating {
    font-size: calc(var(--u) * 18);
  }
  @media (orientation: landscape) and (max-height: 500px) {
    .tall {
      min-height: 0;
    }
  }
`;

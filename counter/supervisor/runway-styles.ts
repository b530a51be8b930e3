import { css } from 'lit';

/** How `runway.ts` looks. */
export const runwayStyles = css`
  :host {
    display: block;
  }
  section {
    --names: calc(var(--u) * 132);
    --row: calc(var(--u) * 43);
    --mark: calc(var(--u) * 20);
    position: relative;
  }
  h2 {
    font-size: var(--text-17);
  }
  .scale {
    position: relative;
    height: calc(var(--u) * 30);
    margin-inline-start: var(--names);
    font-size: var(--text-14);
    font-weight: var(--weight-label);
    font-variant-numeric: tabular-nums;
  }
  .tick {
    position: absolute;
    inset-inline-start: calc(var(--at, 0) * 100%);
    transform: translateX(-50%);
    white-space: nowrap;
  }
  .tick.promise {
    font-weight: var(--weight-heading);
  }
  .rows {
    position: relative;
  }
  /* The promise line, through all rows. */
  .rows::after {
    content: '';
    position: absolute;
    inset-block: calc(var(--u) * -2) calc(var(--u) * -18);
    inset-inline-start: calc(var(--names) + (100% - var(--names)) * 5 / 6);
    width: calc(var(--u) * 3);
    margin-inline-start: calc(var(--u) * -1.5);
    background: var(--ink);
    pointer-events: none;
  }
  li {
    display: flex;
    align-items: stretch;
    height: var(--row);
  }
  .name {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--space-8);
    flex: none;
    width: calc(var(--names) - var(--space-16));
    margin-inline-end: var(--space-16);
    padding: 0;
    border: 0;
    border-radius: var(--radius-small);
    background: none;
    font-size: var(--text-17);
    font-weight: var(--weight-name);
    line-height: 1.15;
    text-align: start;
    cursor: pointer;
  }
  .name:hover .words {
    text-decoration: underline;
    text-underline-offset: 0.22em;
  }
  :focus-visible {
    outline-offset: 0;
  }
  small {
    display: block;
    color: var(--ink2);
    font-size: var(--text-13);
    font-weight: var(--weight-label);
  }
  .count {
    color: var(--ink2);
    font-weight: var(--weight-label);
    font-variant-numeric: tabular-nums;
  }
  .track {
    position: relative;
    flex: 1;
    min-width: 0;
    border-block-end: 1px solid var(--line);
  }
  .hatch {
    position: absolute;
    inset-block: calc(var(--u) * 9);
    inset-inline: calc(var(--from) * 100%) calc(100% / 6);
    border-start-start-radius: calc(var(--u) * 4);
    border-end-start-radius: calc(var(--u) * 4);
    background: repeating-linear-gradient(
      115deg,
      var(--hatch, var(--lit-soft)) 0 calc(var(--u) * 6),
      transparent calc(var(--u) * 6.5) calc(var(--u) * 11.5),
      var(--hatch, var(--lit-soft)) calc(var(--u) * 12)
    );
  }
  .mark {
    position: absolute;
    z-index: 1;
    inset-block-start: 50%;
    inset-inline-start: calc(var(--at) * 100%);
    width: var(--mark);
    height: var(--mark);
    margin: calc(var(--mark) / -2) 0 0 calc(var(--mark) / -2);
    padding: 0;
    border: 0;
    border-radius: 50%;
    background: var(--dot);
    cursor: pointer;
    transition: inset-inline-start var(--dur-panel) linear;
  }
  .mark.near,
  .mark.broken {
    width: calc(var(--mark) + var(--u) * 4);
    height: calc(var(--mark) + var(--u) * 4);
    margin: calc(var(--mark) / -2 - var(--u) * 2) 0 0 calc(var(--mark) / -2 - var(--u) * 2);
  }
  .mark.near {
    z-index: 2;
    background: var(--lamp);
    border: calc(var(--u) * 3) solid var(--lit-rim);
  }
  .mark.broken {
    z-index: 3;
    border-radius: calc(var(--u) * 5);
    background: var(--broken);
  }
  .mark.broken::before,
  .mark.broken::after {
    content: '';
    position: absolute;
    inset: 50% auto auto 50%;
    width: 52%;
    height: calc(var(--u) * 2.4);
    border-radius: calc(var(--u) * 2);
    background: var(--broken-ink);
    transform: translate(-50%, -50%) rotate(45deg);
  }
  .mark.broken::after {
    transform: translate(-50%, -50%) rotate(-45deg);
  }
  .label {
    position: absolute;
    inset-block-start: 50%;
    transform: translateY(-50%);
    padding: 0 calc(var(--u) * 4);
    border-radius: calc(var(--u) * 4);
    background: var(--surface);
    color: var(--ink);
    font-size: var(--text-15);
    font-weight: var(--weight-name);
    line-height: 1.3;
    white-space: nowrap;
  }
  .after .label {
    inset-inline-start: calc(100% + var(--u) * 7);
  }
  .before .label {
    inset-inline-end: calc(100% + var(--u) * 7);
  }
  .more {
    position: absolute;
    inset-block-start: 50%;
    inset-inline-start: calc(var(--u) * -6);
    z-index: 4;
    transform: translateY(-50%);
    padding-inline: calc(var(--u) * 3);
    border-radius: calc(var(--u) * 4);
    background: var(--surface);
    font-size: var(--text-14);
    font-weight: var(--weight-name);
    font-variant-numeric: tabular-nums;
  }
  .nobody {
    position: absolute;
    inset-block-start: calc(var(--u) * 30 + var(--row) * 2.5);
    inset-inline-start: calc(var(--names) + var(--u) * 16);
    max-width: 15em;
    padding: var(--space-4) var(--space-8);
    border-radius: var(--radius-small);
    background: var(--surface);
    color: var(--ink2);
    line-height: var(--leading-help);
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-8) var(--space-32);
    margin: var(--space-24) 0 0 var(--names);
    font-size: var(--text-14);
    font-weight: var(--weight-label);
  }
  .legend span {
    display: inline-flex;
    align-items: center;
    gap: 0.55em;
  }
  .legend i {
    position: static;
    display: block;
    width: calc(var(--u) * 14);
    height: calc(var(--u) * 14);
    margin: 0;
    border-radius: 50%;
    background: var(--dot);
  }
  .legend .near {
    width: calc(var(--u) * 18);
    height: calc(var(--u) * 18);
    background: var(--lamp);
    border: calc(var(--u) * 2.5) solid var(--lit-rim);
  }
  .legend .broken {
    border-radius: calc(var(--u) * 3);
    background: var(--broken);
  }
  .legend .hatch {
    width: calc(var(--u) * 26);
    border-radius: calc(var(--u) * 3);
    background: repeating-linear-gradient(
      115deg,
      var(--hatch, var(--lit-soft)) 0 calc(var(--u) * 5),
      transparent calc(var(--u) * 5.5) calc(var(--u) * 8)
    );
  }
  /* What is hollow is not current. */
  .not-live .mark {
    background: transparent;
    box-shadow: inset 0 0 0 calc(var(--u) * 2) var(--ink2);
    border-color: transparent;
    transition: none;
  }
  .not-live .mark.broken::before,
  .not-live .mark.broken::after {
    background: var(--ink2);
  }
  .not-live .hatch {
    opacity: 0.4;
  }
  .not-live .label,
  .not-live .count,
  .not-live .more {
    color: var(--ink2);
  }
  .compact {
    --names: calc(var(--u) * 92);
    --row: calc(var(--u) * 28);
    --mark: calc(var(--u) * 13);
  }
  .compact .scale {
    height: calc(var(--u) * 26);
    margin-block-start: calc(var(--u) * -20);
    font-size: var(--text-14);
  }
  /* A long name makes its row higher, never covers the next. */
  .compact li {
    height: auto;
    min-height: var(--row);
  }
  .compact .name {
    padding-block: calc(var(--u) * 2);
    width: calc(var(--names) - var(--space-12));
    margin-inline-end: var(--space-12);
    font-size: var(--text-15);
  }
  .compact .hatch {
    inset-block: calc(var(--u) * 5);
  }
  .compact .mark.near {
    border-width: calc(var(--u) * 2.5);
  }
  .compact .label {
    padding: 0;
    font-size: var(--text-13);
  }
  .compact .after .label {
    inset-inline-start: calc(100% + var(--u) * 2);
  }
  .compact .nobody {
    inset-inline-start: calc(var(--names) + var(--u) * 4);
    max-width: 9em;
    font-size: var(--text-14);
  }
  .compact .rows::after {
    inset-block-end: 0;
    width: calc(var(--u) * 2);
  }
  @media (prefers-reduced-motion: reduce) {
    .mark {
      transition: none;
    }
  }
  @media (forced-colors: active) {
    .mark,
    .legend i {
      border: 1px solid CanvasText;
      forced-color-adjust: none;
    }
  }
`;

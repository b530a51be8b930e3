import { css } from 'lit';

/** How `start-page.ts` looks. */
export const startStyles = css`
  :host {
    display: block;
    min-height: 100vh;
    background: var(--bg);
    color: var(--ink);
  }
  .page {
    display: grid;
    grid-template: auto minmax(0, 1fr) / minmax(0, 1fr);
    max-width: calc(var(--u) * 1640);
    min-height: 100vh;
    margin-inline: auto;
    padding: var(--space-24) var(--space-48) var(--space-32);
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: var(--space-8) var(--space-24);
    margin-block-end: var(--space-24);
  }
  h1 {
    font-size: var(--text-40);
  }
  header .help {
    font-size: var(--text-19);
    color: var(--ink2);
  }
  .corner {
    display: flex;
    align-items: center;
    gap: var(--space-16);
    margin-inline-start: auto;
    align-self: center;
    font-size: var(--text-15);
  }
  .training main {
    display: grid;
    grid-template: auto minmax(0, 1fr) auto / minmax(0, 1fr) calc(var(--u) * 360);
    gap: 0 var(--space-48);
  }
  .note {
    grid-column: 1 / -1;
    margin-block-end: var(--space-16);
    color: var(--ink2);
    font-weight: var(--weight-label);
  }
  ph-floor-plan {
    grid-row: 2;
  }
  ph-device-shelf {
    grid-row: 3;
    grid-column: 1 / -1;
    outline: none;
  }
  .to-shelf {
    display: inline-flex;
    align-items: center;
    gap: var(--space-8);
    justify-self: start;
    min-height: var(--target);
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    font-weight: var(--weight-label);
    text-decoration: underline 0.09em;
    text-underline-offset: 0.3em;
    cursor: pointer;
  }
  .to-shelf svg {
    width: 1.2em;
    height: 1.2em;
  }
  .side {
    grid-row: 2;
    display: grid;
    align-content: start;
    gap: var(--space-24);
  }
  table {
    width: 100%;
    border-collapse: collapse;
  }
  caption {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  th,
  td {
    padding: calc(var(--u) * 6) 0;
    border-block-end: 1px solid var(--line);
    text-align: end;
    font-variant-numeric: tabular-nums;
    line-height: 1.3;
  }
  thead th {
    color: var(--ink2);
    font-size: var(--text-15);
    font-weight: var(--weight-label);
  }
  thead th:first-child {
    color: var(--ink);
    font-size: var(--text-21);
    font-weight: var(--weight-heading);
  }
  th:first-child {
    text-align: start;
    font-weight: var(--weight-name);
  }
  td {
    width: calc(var(--u) * 64);
    font-weight: var(--weight-name);
    letter-spacing: 0.02em;
  }
  th small {
    margin-inline-start: 0.4em;
    color: var(--ink2);
    font-size: var(--text-15);
    font-weight: var(--weight-text);
  }
  .docs {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-8) var(--space-24);
  }
  .docs a {
    display: inline-flex;
    align-items: center;
    min-height: var(--target);
    color: inherit;
    font-weight: var(--weight-label);
    text-underline-offset: 0.3em;
    text-decoration-thickness: 0.09em;
  }
  .working {
    max-width: calc(var(--u) * 1000);
  }
  .working main {
    display: grid;
    align-content: start;
    gap: var(--space-32);
  }
  .working header ph-hall-status {
    font-size: var(--text-19);
  }
  .links {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(calc(var(--u) * 360), 100%), 1fr));
    gap: var(--space-16);
  }
  .working {
    padding-block-start: clamp(var(--space-24), 9vh, var(--space-96));
  }
  .links ph-place-link {
    --place-height: calc(var(--u) * 96);
    --place-name: var(--text-21);
  }
  .working > main > .help {
    color: var(--ink2);
    font-size: var(--text-19);
  }
  .windows h2 {
    margin-block-end: var(--space-12);
    font-size: var(--text-21);
  }
  .windows ul {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-24);
  }
  .windows a {
    display: grid;
    justify-items: center;
    gap: var(--space-8);
    min-width: calc(var(--u) * 72);
    border-radius: var(--radius-row);
    color: var(--ink2);
    font-size: var(--text-14);
    font-weight: var(--weight-label);
    text-decoration: none;
  }
  @media (max-width: 1099px) {
    .training main {
      grid-template-columns: minmax(0, 1fr);
      grid-template-rows: none;
      gap: var(--space-32);
    }
    ph-floor-plan,
    ph-device-shelf,
    .side {
      grid-row: auto;
    }
  }
  @media (max-width: 759px) {
    .page {
      padding: var(--space-24) var(--space-16) var(--space-32);
    }
    h1 {
      font-size: var(--text-28);
    }
    header .help {
      font-size: var(--text-16);
    }
    .corner {
      order: -1;
      width: 100%;
      justify-content: flex-end;
    }
    .training main {
      gap: var(--space-24);
    }
    .side {
      order: -1;
      display: contents;
    }
    ph-run-card {
      order: -1;
    }
  }
`;

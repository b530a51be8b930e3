import { css } from 'lit';

/** How `estimates-page.ts` looks. */
export const estimatesStyles = css`
  h3 {
    font-size: var(--text-17);
  }
  dl {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(calc(var(--u) * 220), 1fr));
    gap: var(--space-16) var(--space-24);
  }
  dt {
    color: var(--ink2);
    font-weight: var(--weight-label);
  }
  dd:not(.help) {
    font-size: calc(var(--u) * 36);
    font-weight: var(--weight-name);
    font-variant-numeric: tabular-nums;
    line-height: 1.2;
  }
  dd.help {
    font-size: var(--text-15);
  }
  .verdict {
    font-weight: var(--weight-label);
  }
  .warning {
    display: grid;
    gap: var(--space-8);
    padding: var(--space-16);
    border-radius: var(--radius-row);
    box-shadow: inset 0 0 0 2px var(--bad);
  }
  .warning h3 {
    display: flex;
    align-items: center;
    gap: 0.4em;
    color: var(--bad);
  }
  .warning svg {
    width: 1.1em;
    height: 1.1em;
  }
  .title {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: var(--space-8) var(--space-24);
  }
  .title h2,
  .key {
    padding-block-end: var(--space-8);
  }
  .key {
    color: var(--ink2);
  }
  .key::before {
    content: '';
    display: inline-block;
    width: 1.6em;
    height: 0.9em;
    margin-inline-end: 0.5em;
    background: var(--sunk);
    box-shadow: inset 0 0 0 1px var(--line);
    vertical-align: -0.05em;
  }
  .key.outside::before {
    width: 0.8em;
    height: 0.8em;
    background: none;
    box-shadow: inset 0 0 0 2px var(--bad);
  }
  .title .field {
    min-width: calc(var(--u) * 220);
    margin-inline-start: auto;
  }
  .scroll {
    overflow-x: auto;
  }
  summary {
    display: flex;
    align-items: center;
    min-height: var(--target);
    font-weight: var(--weight-label);
    cursor: pointer;
  }
  summary::before {
    content: '+';
    width: 1.2em;
  }
  details[open] summary::before {
    content: '−';
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  th,
  td {
    padding: var(--space-8) var(--space-12);
    border-block-end: 1px solid var(--line);
    text-align: start;
    white-space: nowrap;
  }
  thead th {
    color: var(--ink2);
    font-size: var(--text-15);
    font-weight: var(--weight-label);
  }
  tbody th,
  .all {
    font-weight: var(--weight-name);
  }
  thead th:nth-last-child(-n + 5),
  .figure {
    text-align: end;
  }
  .read {
    display: grid;
    gap: var(--space-8);
    max-width: 62em;
    padding-inline-start: 1.2em;
    list-style: disc;
  }
  @media (max-width: 759px) {
    .title .field {
      flex: 1 1 100%;
    }
  }
`;

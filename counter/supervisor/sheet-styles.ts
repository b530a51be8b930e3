import { css } from 'lit';

/** What the supervisor's sheets and lists have in common. */
export const sheets = css`
  .stack {
    display: grid;
    gap: var(--space-16);
  }
  .help {
    color: var(--ink2);
    line-height: var(--leading-help);
  }
  .complaint {
    color: var(--bad);
    font-weight: var(--weight-label);
  }
  .facts {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(calc(var(--u) * 132), 1fr));
    gap: var(--space-12) var(--space-24);
  }
  dt {
    color: var(--ink2);
    font-size: var(--text-14);
  }
  dd {
    font-weight: var(--weight-name);
    font-variant-numeric: tabular-nums;
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-12);
  }
  .confirm {
    display: grid;
    gap: var(--space-12);
    padding: var(--space-16) var(--space-24) var(--space-24);
    border-radius: var(--radius-row);
    background: var(--sunk);
  }
  .confirm h3 {
    font-size: var(--text-17);
  }
  fieldset {
    display: grid;
    gap: var(--space-8);
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0 0 var(--space-4);
  }
  .rows > li {
    display: flex;
    align-items: center;
    gap: var(--space-12);
    min-height: calc(var(--u) * 52);
    padding-block: var(--space-4);
    border-block-start: 1px solid var(--line);
  }
  .rows > li:first-child {
    border-block-start: 0;
  }
  .rows .grow {
    flex: 1;
    min-width: 0;
  }
  .rows small {
    display: block;
    color: var(--ink2);
    font-size: var(--text-14);
    overflow-wrap: anywhere;
  }
  /* A ticket's number as a key: opens its sheet. */
  .number {
    min-width: calc(var(--u) * 66);
    min-height: var(--target);
    padding: 0;
    border: 0;
    border-radius: var(--radius-small);
    background: none;
    font-size: var(--text-19);
    font-weight: var(--weight-number);
    font-variant-numeric: tabular-nums;
    text-align: start;
    cursor: pointer;
  }
  .number:hover {
    text-decoration: underline;
    text-underline-offset: 0.22em;
  }
  .button {
    font-size: var(--text-15);
  }
`;

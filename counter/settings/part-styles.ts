import { css } from 'lit';

/** What parts with lists of their own share: `.acts`, `.scroll` around a table, `.rows`, `.note`. */
export const partStyles = css`
  :host {
    display: grid;
    gap: var(--space-24);
    min-width: 0;
    /* Or a page with too little room would squeeze it. */
    min-height: auto;
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-12);
    align-items: center;
  }
  form.acts {
    align-items: end;
  }
  label.button {
    cursor: pointer;
  }
  label.button:focus-within {
    outline: calc(var(--u) * 3) solid var(--focus);
    outline-offset: calc(var(--u) * 3);
  }
  .note {
    min-height: 1.5em;
    font-weight: var(--weight-label);
  }
  .note:empty {
    display: none;
  }
  .scroll {
    max-width: 100%;
    overflow: auto;
    scrollbar-width: thin;
  }
  .scroll.tall {
    max-height: calc(var(--u) * 420);
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: var(--text-15);
  }
  caption {
    padding-block-end: var(--space-8);
    font-weight: var(--weight-name);
    text-align: start;
  }
  th,
  td {
    padding: var(--space-8) var(--space-12);
    border-block-end: 1px solid var(--line);
    text-align: start;
    vertical-align: top;
    white-space: nowrap;
  }
  th:first-child,
  td:first-child {
    padding-inline-start: 0;
  }
  th {
    color: var(--ink2);
    font-weight: var(--weight-label);
  }
  .figure {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  .figure.start {
    text-align: start;
  }
  td.long {
    width: 100%;
    min-width: calc(var(--u) * 200);
    white-space: normal;
    overflow-wrap: anywhere;
  }
  summary {
    min-height: var(--target);
    padding-block: var(--space-8);
    cursor: pointer;
    color: var(--ink2);
    font-weight: var(--weight-label);
  }
  .rows {
    display: grid;
  }
  .rows > li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-8) var(--space-16);
    min-height: calc(var(--u) * 56);
    padding: var(--space-12) 0;
    border-block-end: 1px solid var(--line);
  }
  .rows > li:last-child {
    border-block-end: 0;
  }
  .rows .grow {
    flex: 1 1 calc(var(--u) * 220);
    min-width: 0;
    font-weight: var(--weight-label);
    overflow-wrap: anywhere;
  }
  .rows small {
    display: block;
    color: var(--ink2);
    font-size: var(--text-15);
    font-weight: var(--weight-text);
    line-height: var(--leading-help);
  }
  .mark {
    display: inline-flex;
    align-items: center;
    gap: var(--space-4);
    font-size: var(--text-15);
    font-weight: var(--weight-label);
    white-space: nowrap;
  }
  .mark.bad {
    color: var(--bad);
  }
  .mark.soft {
    color: var(--ink2);
  }
`;

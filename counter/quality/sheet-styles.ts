import { css } from 'lit';

export const sheetStyles = css`
  .score {
    display: flex;
    align-items: baseline;
    gap: var(--space-8);
    color: var(--ink2);
  }
  .score b {
    color: var(--ink);
    font-size: calc(var(--u) * 56);
    font-weight: var(--weight-number);
    line-height: 1;
  }
  table {
    width: 100%;
    border-collapse: collapse;
  }
  th,
  td {
    padding: var(--space-8) var(--space-12);
    border-block-end: 1px solid var(--edge);
    text-align: start;
    vertical-align: top;
    font-variant-numeric: tabular-nums;
  }
  thead th {
    color: var(--ink2);
    font-size: var(--text-14);
    font-weight: var(--weight-label);
    white-space: nowrap;
  }
  th:first-child,
  td:first-child {
    padding-inline-start: 0;
  }
  tbody th {
    font-weight: var(--weight-label);
  }
  tbody tr:last-child > * {
    border-block-end: 0;
  }
  th small {
    display: block;
    max-width: 46em;
    color: var(--ink2);
    font-size: var(--text-14);
    font-weight: var(--weight-text, 400);
    line-height: var(--leading-help);
  }
  .right {
    text-align: end;
  }
  ol {
    display: grid;
  }
  li {
    display: grid;
    grid-template-columns: calc(var(--u) * 132) minmax(0, 1fr) auto;
    gap: var(--space-4) var(--space-16);
    padding-block: var(--space-12);
    border-block-end: 1px solid var(--edge);
    font-variant-numeric: tabular-nums;
  }
  li:last-child {
    border-block-end: 0;
  }
  time {
    color: var(--ink2);
  }
  .what {
    display: grid;
    gap: var(--space-4);
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .what p {
    text-wrap: pretty;
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--space-24);
  }
  .acts .link {
    min-height: var(--target);
  }
  .points {
    font-size: var(--text-19);
    font-weight: var(--weight-name);
    white-space: nowrap;
  }
  .free .points {
    color: var(--ink2);
    font-size: var(--text-14);
    font-weight: var(--weight-label);
  }
  blockquote {
    display: grid;
    gap: var(--space-4);
    margin: 0;
    padding: var(--space-12) var(--space-16);
    border-radius: var(--radius-row);
    background: var(--sunk);
  }
  .text {
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  footer {
    color: var(--ink2);
    font-size: var(--text-14);
  }
  code {
    overflow-wrap: anywhere;
    font-size: 0.9em;
  }
  .signatures {
    display: none;
  }
  @media (max-width: 759px) {
    li {
      grid-template-columns: minmax(0, 1fr) auto;
    }
    li time {
      grid-column: 1;
    }
    li .what {
      grid-column: 1 / -1;
      grid-row: 2;
    }
    th,
    td {
      padding-inline: var(--space-8);
    }
  }
  @media print {
    .score b {
      font-size: 26pt;
    }
    th,
    td {
      padding: 3pt 6pt;
      font-size: 9pt;
    }
    th small {
      display: none;
    }
    li {
      grid-template-columns: 80pt minmax(0, 1fr) auto;
      padding-block: 3pt;
      break-inside: avoid;
      font-size: 9pt;
    }
    .acts {
      display: none;
    }
    blockquote {
      padding: 3pt 6pt;
      border-inline-start: 1.5pt solid #777;
      background: none;
      break-inside: avoid;
    }
    footer {
      break-inside: avoid;
      font-size: 8.5pt;
    }
    .signatures {
      display: flex;
      gap: 24pt;
      margin-block-start: 32pt;
    }
    .signatures span {
      flex: 1;
      padding-block-start: 4pt;
      border-block-start: 0.75pt solid #000;
    }
  }
`;

import { css } from 'lit';

/** How `report-body.ts` looks, on the screen and on paper. */
export const bodyStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-24);
    min-width: 0;
  }
  dl {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-16) calc(var(--u) * 40);
  }
  dl div {
    display: flex;
    flex-direction: column-reverse;
    gap: var(--space-4);
  }
  dt {
    color: var(--ink2);
    font-size: var(--text-15);
    font-weight: var(--weight-label);
  }
  dd {
    font-size: var(--text-34);
    font-weight: var(--weight-number);
    font-variant-numeric: tabular-nums;
    letter-spacing: -0.012em;
    line-height: 1;
  }
  .change {
    color: var(--ink2);
    font-size: var(--text-15);
    font-weight: var(--weight-label);
    letter-spacing: 0;
  }
  .beside {
    margin-block-start: calc(var(--space-12) * -1);
    color: var(--ink2);
    font-size: var(--text-15);
  }
  .nobody {
    padding: var(--space-24);
    border-radius: var(--radius-card);
    background: var(--sunk);
    font-size: var(--text-17);
  }
  .charts {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: var(--space-24);
  }
  .wide {
    grid-column: 1 / -1;
  }
  select.input {
    width: auto;
    min-height: var(--target);
    font-size: var(--text-15);
  }
  .lists,
  .written,
  .all {
    padding: var(--space-16) var(--space-24);
    border-radius: var(--radius-card);
    background: var(--surface);
    box-shadow: inset 0 0 0 1px var(--line);
  }
  .lists {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-4);
  }
  .written {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-8);
    line-height: var(--leading-help);
    overflow-wrap: anywhere;
  }
  .written ol {
    padding-inline-start: 1.4em;
    list-style: decimal;
  }
  .written a {
    display: inline-flex;
    align-items: center;
    min-height: var(--target);
    color: inherit;
  }
  h2 {
    font-size: var(--text-21);
  }
  summary {
    display: flex;
    align-items: center;
    gap: var(--space-16);
    min-height: var(--target);
    border-radius: var(--radius-small);
    cursor: pointer;
    list-style: none;
  }
  summary::before {
    content: '';
    flex: none;
    width: 0.5em;
    height: 0.5em;
    border: solid var(--ink2);
    border-width: 0 calc(var(--u) * 2) calc(var(--u) * 2) 0;
    transform: rotate(-45deg);
  }
  details[open] > summary::before {
    transform: rotate(45deg);
  }
  .name {
    font-weight: var(--weight-name);
  }
  summary .figure,
  .none {
    color: var(--ink2);
    font-size: var(--text-15);
  }
  .none {
    line-height: var(--leading-help);
  }
  footer {
    color: var(--ink2);
    font-size: var(--text-14);
    line-height: var(--leading-help);
  }
  code {
    font-family: inherit;
    overflow-wrap: anywhere;
  }
  .sign {
    display: none;
  }
  @media (max-width: 1099px) {
    .charts {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @media (max-width: 759px) {
    :host {
      gap: var(--space-16);
    }
    .charts {
      gap: var(--space-16);
    }
    dl {
      display: grid;
      grid-template-columns: repeat(4, minmax(0, 1fr));
      gap: var(--space-16) var(--space-8);
    }
    dt {
      font-size: var(--text-13);
    }
    dd {
      font-size: var(--text-21);
    }
    .lists,
    .written,
    .all {
      padding: var(--space-12) var(--space-16);
    }
  }
  @media print {
    /* Pages break blocks well, and grids badly. */
    :host,
    .lists {
      display: block;
    }
    dl {
      display: grid;
      grid-template-columns: repeat(8, auto);
      gap: 0 12pt;
      margin-block: 10pt;
    }
    dt {
      font-size: 8pt;
    }
    dd {
      font-size: 15pt;
    }
    .charts {
      display: block;
    }
    .lists,
    .all {
      padding: 8pt 0;
      background: none;
      box-shadow: none;
    }
    h2 {
      font-size: 12pt;
    }
    .nobody,
    .all:not([open]) {
      display: none;
    }
    summary::before,
    select.input {
      display: none;
    }
    footer {
      break-inside: avoid;
      font-size: 8.5pt;
    }
    .sign {
      display: grid;
      grid-template-columns: 2fr 2fr 1fr;
      gap: 24pt;
      margin-block-start: 28pt;
      color: var(--ink);
    }
    .line {
      display: flex;
      align-items: baseline;
      gap: 8pt;
      white-space: nowrap;
    }
    .line i {
      flex: 1;
      border-block-end: 1px solid var(--ink);
    }
  }
`;

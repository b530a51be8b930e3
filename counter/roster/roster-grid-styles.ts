import { css } from 'lit';

/** How `roster-grid.ts` looks, on the desk and on paper. */
export const rosterGridStyles = css`
  :host {
    display: block;
    min-width: 0;
  }
  .scroll {
    overflow-x: auto;
    scrollbar-width: thin;
    touch-action: pan-x pan-y;
    user-select: none;
  }
  table {
    width: 100%;
    border-collapse: separate;
    border-spacing: calc(var(--u) * 4);
    table-layout: fixed;
    min-width: calc(var(--u) * (138 + 64 + var(--days) * 88));
  }
  :host([compact]) table {
    border-spacing: calc(var(--u) * 2);
    min-width: calc(var(--u) * (130 + 66 + var(--days) * 34));
  }
  th,
  td {
    padding: 0;
    font-weight: var(--weight-label);
    text-align: center;
    vertical-align: middle;
  }
  .name {
    position: sticky;
    left: 0;
    z-index: 1;
    width: calc(var(--u) * 138);
    padding-inline-end: var(--space-8);
    background: var(--surface);
    text-align: start;
    overflow: hidden;
  }
  :host([compact]) .name {
    width: calc(var(--u) * 130);
  }
  /* A long name has as many lines as most need; above three it ends in a mark. */
  .name b {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    line-height: 1.2;
    overflow-wrap: anywhere;
  }
  :host([compact]) .name b {
    -webkit-line-clamp: 1;
  }
  small {
    color: var(--ink2);
    font-size: var(--text-13);
    font-variant-numeric: tabular-nums;
  }
  .hours {
    width: calc(var(--u) * 64);
    font-size: var(--text-15);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .day {
    padding-block: var(--space-4);
    border-radius: var(--radius-small);
    font-variant-numeric: tabular-nums;
    line-height: 1.25;
    vertical-align: top;
  }
  .day > * {
    display: block;
  }
  .day span {
    color: var(--ink2);
    font-size: var(--text-13);
  }
  .today {
    background: var(--plate);
    color: var(--plate-ink);
  }
  .today span,
  .today small {
    color: inherit;
  }
  .holiday {
    overflow: hidden;
    color: var(--warn);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .seen {
    display: contents;
  }
  .cell {
    position: relative;
    display: grid;
    align-content: center;
    justify-items: center;
    width: 100%;
    min-height: calc(var(--u) * 64);
    padding: var(--space-4) calc(var(--u) * 2) calc(var(--u) * 10);
    border: 0;
    border-radius: var(--radius-small);
    background: var(--bg);
    color: var(--ink);
    box-shadow: inset 0 0 0 1px var(--line);
    font-size: var(--text-13);
    line-height: 1.25;
    cursor: pointer;
    overflow: hidden;
  }
  :host([compact]) .cell {
    min-height: calc(var(--u) * 44);
    padding-inline: 0;
  }
  .cell.on {
    background: var(--surface);
    box-shadow: inset 0 0 0 calc(var(--u) * 1.5) var(--edge);
  }
  .cell.edited {
    box-shadow: none;
    outline: calc(var(--u) * 2) dashed var(--edge);
    outline-offset: calc(var(--u) * -2);
  }
  .cell.locked {
    cursor: default;
  }
  .cell:focus-visible {
    outline: calc(var(--u) * 3) solid var(--focus);
    outline-offset: 0;
  }
  .kind {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--u) * 4);
    font-size: var(--text-15);
    font-weight: var(--weight-name);
  }
  .kind .icon {
    width: calc(var(--u) * 15);
    height: calc(var(--u) * 15);
  }
  .ring {
    width: calc(var(--u) * 9);
    height: calc(var(--u) * 9);
    border: calc(var(--u) * 2.5) solid var(--ring);
    border-radius: 50%;
  }
  .time,
  .counter {
    color: var(--ink2);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .cell i {
    font-style: normal;
    font-weight: var(--weight-label);
  }
  .bar {
    position: absolute;
    inset: auto calc(var(--u) * 8) calc(var(--u) * 4);
    height: calc(var(--u) * 4);
    border-radius: calc(var(--u) * 2);
    background: var(--sunk);
  }
  .bar::after {
    content: '';
    position: absolute;
    inset-block: 0;
    left: calc(var(--from) * 100%);
    right: calc((1 - var(--to)) * 100%);
    border-radius: inherit;
    background: var(--plate);
  }
  .gap {
    padding-block: var(--space-4);
    font-size: var(--text-13);
    line-height: 1.3;
    vertical-align: top;
  }
  .gap > span {
    display: block;
  }
  .gap .enough {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--u) * 3);
    color: var(--ink2);
  }
  .gap .icon {
    width: calc(var(--u) * 15);
    height: calc(var(--u) * 15);
  }
  .gap.short {
    color: var(--bad);
    font-weight: var(--weight-name);
  }
  :host([compact]) .gap.short .icon {
    margin-inline: auto;
  }
  @media (max-width: 759px) {
    table {
      min-width: calc(var(--u) * (96 + 64 + var(--days) * 88));
    }
    .name,
    :host([compact]) .name {
      width: calc(var(--u) * 96);
      font-size: var(--text-15);
    }
  }
  @media print {
    .scroll {
      overflow: visible;
    }
    table {
      min-width: 0;
      border-spacing: 0;
      border-collapse: collapse;
    }
    th,
    td {
      border: 0.3mm solid #000;
      padding: 1mm;
    }
    tr {
      break-inside: avoid;
    }
    .name,
    :host([compact]) .name {
      position: static;
      width: 34mm;
      background: none;
      font-size: 9pt;
    }
    :host([compact]) .name {
      width: 26mm;
    }
    :host([compact]) table {
      min-width: 0;
    }
    /* The whole name: paper has no way to ask. */
    .name b,
    :host([compact]) .name b {
      display: block;
    }
    .hours {
      width: 15mm;
      font-size: 9pt;
    }
    :host([compact]) .hours {
      width: 13mm;
    }
    :host([compact]) th,
    :host([compact]) td {
      padding: 0.5mm 0;
      font-size: 7.5pt;
    }
    :host([compact]) .name {
      padding-inline: 0.8mm;
    }
    .time,
    .counter,
    small {
      font-size: 8pt;
    }
    .today {
      background: none;
      color: inherit;
    }
    .cell,
    .cell.on,
    .cell.edited,
    :host([compact]) .cell {
      min-height: 0;
      padding: 0;
      background: none;
      box-shadow: none;
      outline: 0;
    }
    .bar,
    .ring,
    tfoot {
      display: none;
    }
  }
`;

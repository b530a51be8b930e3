import { css } from 'lit';

/** The console's three columns, and how they fold: the list first, the pad never. */
export const consoleStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 0;
  }
  ph-desk-head {
    flex: none;
  }
  .own {
    --plate-size: calc(var(--u) * 44);
    --hollow-ground: var(--desk-head-ground);
  }
  .state {
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
    margin-inline-start: var(--space-8);
    font-size: var(--text-19);
    font-weight: var(--weight-name);
    white-space: nowrap;
  }
  .figure {
    font-variant-numeric: tabular-nums;
  }
  .page {
    display: grid;
    grid-template:
      'offline offline pad' auto
      'list middle pad' minmax(0, 1fr)
      / calc(var(--u) * 360) minmax(0, 1fr) calc(var(--u) * 396);
    flex: 1;
    min-height: 0;
  }
  .offline {
    grid-area: offline;
    --band-radius: 0;
  }
  .list {
    display: grid;
    grid-area: list;
    min-height: 0;
    border-inline-end: 1px solid var(--line);
  }
  .middle {
    display: grid;
    grid-area: middle;
    min-height: 0;
  }
  ph-pad {
    grid-area: pad;
  }
  .refusal {
    display: flex;
    flex-direction: column;
    gap: var(--space-12);
    min-height: 0;
    padding: calc(var(--u) * 24) calc(var(--u) * 30);
    overflow: auto;
  }
  .pressed {
    color: var(--ink2);
    font-size: var(--text-19);
  }
  .longest {
    color: var(--ink2);
    line-height: var(--leading-help);
  }
  .waiting {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-8);
    margin-block-start: var(--space-12);
    font-size: var(--text-16);
  }
  .waiting li {
    display: grid;
    align-content: center;
    gap: var(--space-4);
    min-width: calc(var(--u) * 86);
    padding: var(--space-12) calc(var(--u) * 14);
    border-radius: var(--radius-row);
    background: var(--sunk);
    color: var(--ink2);
    font-variant-numeric: tabular-nums;
  }
  .waiting b {
    color: var(--ink);
    font-size: var(--text-24);
    font-weight: var(--weight-number);
    line-height: 1.1;
  }
  .dismiss {
    display: inline-flex;
    align-items: center;
    align-self: start;
    gap: 0.6em;
    min-height: var(--target);
    padding: 0;
    border: 0;
    background: none;
    color: var(--ink);
    font-weight: var(--weight-name);
    cursor: pointer;
  }
  kbd {
    padding: 0.1em 0.5em;
    border: calc(var(--u) * 1.5) solid var(--edge);
    border-radius: var(--radius-small);
    color: var(--ink2);
    font: inherit;
    font-size: var(--text-14);
  }
  .again {
    padding: var(--space-12) var(--space-16);
    border-radius: var(--radius-row);
    background: var(--surface);
    box-shadow: inset 0 0 0 calc(var(--u) * 3) var(--ink);
    font-weight: var(--weight-name);
  }
  @media (max-width: 1199px) {
    .page {
      grid-template:
        'offline pad' auto
        'list pad' auto
        'middle pad' minmax(0, 1fr)
        / minmax(0, 1fr) calc(var(--u) * 372);
    }
    .list {
      border-inline-end: 0;
      border-block-end: 1px solid var(--line);
    }
    .middle {
      overflow: auto;
    }
    /* A refusal is read whole; the line can wait that long. */
    .asking .list {
      display: none;
    }
  }
  @media (max-width: 759px) {
    .page {
      display: flex;
      flex-direction: column;
      overflow: auto;
    }
    .list,
    .middle {
      flex: none;
      display: block;
      overflow: visible;
    }
    .middle {
      flex: 1 0 auto;
    }
    .own {
      --plate-size: calc(var(--u) * 36);
    }
    .state .figure {
      display: none;
    }
    ph-pad {
      position: sticky;
      flex: none;
      inset-block-end: 0;
      box-shadow: 0 -1px 0 var(--line);
    }
    .state {
      margin: 0;
      font-size: var(--text-16);
    }
    .refusal {
      padding: var(--space-12) var(--space-16);
    }
  }
`;

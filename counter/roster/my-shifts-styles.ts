import { css } from 'lit';

/** How `my-shifts.ts` looks. */
export const myShiftsStyles = css`
  ph-dialog {
    --dialog-width: calc(var(--u) * 640);
  }
  .all,
  section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-12);
  }
  .all {
    gap: var(--space-16);
  }
  h3 {
    font-size: var(--text-19);
  }
  .said {
    color: var(--good);
    font-weight: var(--weight-label);
  }
  .said:empty {
    display: none;
  }
  .help {
    color: var(--ink2);
    text-wrap: pretty;
  }
  .asked {
    padding: var(--space-16);
    border-radius: var(--radius-row);
    background: var(--lit-soft);
    color: var(--lit-soft-ink);
  }
  .asked .help {
    color: inherit;
  }
  li {
    padding-block: var(--space-8);
    border-block-start: 1px solid var(--line);
    overflow-wrap: anywhere;
  }
  li p {
    text-wrap: pretty;
  }
  .asked li {
    border: 0;
  }
  .days li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1.6fr) auto;
    align-items: center;
    gap: var(--space-4) var(--space-12);
    min-height: calc(var(--u) * 56);
    font-variant-numeric: tabular-nums;
  }
  em {
    margin-inline-start: var(--space-8);
    padding: 0.1em 0.5em;
    border-radius: var(--radius-small);
    background: var(--plate);
    color: var(--plate-ink);
    font-size: var(--text-13);
    font-style: normal;
  }
  small {
    display: inline-flex;
    align-items: center;
    gap: 0.3em;
    margin-inline-start: var(--space-8);
    color: var(--ink2);
    font-size: var(--text-14);
  }
  .days li > .button {
    grid-column: 3;
  }
  ph-swap-form {
    grid-column: 1 / -1;
  }
  section > .button {
    justify-self: start;
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-8);
    margin-block-start: var(--space-8);
  }
  ph-refusal {
    font-size: var(--text-16);
  }
  @media (max-width: 759px) {
    .days li {
      grid-template-columns: minmax(0, 1fr) auto;
    }
    .days li > b {
      grid-column: 1;
    }
    .days li > span {
      grid-column: 1;
      grid-row: 2;
    }
    .days li > .button {
      grid-column: 2;
      grid-row: 1 / 3;
    }
  }
`;

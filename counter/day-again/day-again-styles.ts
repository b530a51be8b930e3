import { css } from 'lit';
import { sectionGround } from '../manager/section-styles.ts';

/** How `day-again-page.ts` looks. */
export const dayAgainStyles = css`
  ${sectionGround}
  main {
    gap: var(--space-16);
  }
  h1 {
    font-size: calc(var(--u) * 30);
  }
  h2 {
    font-size: var(--text-19);
  }
  .help,
  .none {
    color: var(--ink2);
  }
  .help {
    margin-block-start: var(--space-8);
  }
  .choice-row {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-16);
  }
  .slider {
    position: sticky;
    top: 0;
    z-index: 2;
    padding: var(--space-12) var(--space-24);
    border-radius: var(--radius-card);
    background: var(--surface);
    box-shadow: inset 0 0 0 1px var(--line);
  }
  .both {
    display: grid;
    grid-template-columns: minmax(0, 7fr) minmax(0, 5fr);
    gap: var(--space-16);
    align-items: start;
  }
  .screens,
  .lists {
    display: grid;
    gap: var(--space-16);
    min-width: 0;
  }
  section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-12);
    min-width: 0;
    padding: var(--space-16) var(--space-24) var(--space-24);
    border-radius: var(--radius-card);
    background: var(--surface);
    box-shadow: inset 0 0 0 1px var(--line);
    overflow-x: auto;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  th,
  td {
    padding: 0.4em 0.6em 0.4em 0;
    border-block-end: 1px solid var(--line);
    text-align: start;
    font-weight: var(--weight-label);
  }
  thead th {
    color: var(--ink2);
    font-size: var(--text-14);
  }
  tbody th {
    font-weight: var(--weight-number);
  }
  @media (max-width: 1099px) {
    .both {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @media (max-width: 759px) {
    main {
      padding: var(--space-16);
    }
    section,
    .slider {
      padding: var(--space-12) var(--space-16);
    }
    .choice-row {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: var(--space-8);
    }
    .choice-row .input {
      padding-inline: var(--space-8);
    }
  }
`;

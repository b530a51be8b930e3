import { css } from 'lit';

/** How `what-if-page.ts` looks. */
export const whatIfStyles = css`
  :host {
    display: block;
    min-height: 0;
    overflow: auto;
    scrollbar-width: thin;
  }
  main {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-24);
    max-width: calc(var(--u) * 1320);
    padding: var(--space-24) calc(var(--u) * 28) var(--space-48);
  }
  h1 {
    font-size: calc(var(--u) * 30);
  }
  h2 {
    font-size: var(--text-21);
  }
  .help {
    max-width: 62em;
    color: var(--ink2);
    text-wrap: pretty;
  }
  header .help {
    margin-block-start: var(--space-8);
  }
  .day {
    max-width: calc(var(--u) * 220);
  }
  .facts {
    font-weight: var(--weight-label);
    font-variant-numeric: tabular-nums;
  }
  section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-12);
    min-width: 0;
    padding: var(--space-24);
    border-radius: var(--radius-card);
    background: var(--surface);
    box-shadow: inset 0 0 0 1px var(--line);
  }
  .title {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-8) var(--space-24);
  }
  .hours {
    color: var(--ink2);
    font-weight: var(--weight-label);
    font-variant-numeric: tabular-nums;
  }
  .title .button {
    margin-inline-start: auto;
  }
  .ask {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: var(--space-16);
  }
  .ask .field {
    min-width: calc(var(--u) * 240);
  }
  .ask .help {
    flex: 1 1 20em;
    font-size: var(--text-15);
  }
  summary {
    min-height: var(--target);
    padding-block: var(--space-12);
    font-weight: var(--weight-label);
    cursor: pointer;
  }
  details .help {
    margin-block-end: var(--space-8);
    font-size: var(--text-15);
  }
  .files {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-12);
  }
  .progress {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-16);
  }
  progress {
    flex: 1 1 16em;
    height: calc(var(--u) * 12);
    accent-color: var(--plate);
  }
  .result {
    gap: var(--space-16);
  }
  @media (max-width: 759px) {
    main {
      gap: var(--space-16);
      padding: var(--space-16);
    }
    section {
      padding: var(--space-16);
    }
    .ask .button {
      flex: 1 1 100%;
    }
    .ask .field {
      flex: 1 1 100%;
    }
  }
`;

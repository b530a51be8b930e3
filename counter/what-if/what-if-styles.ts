import { css } from 'lit';

/** How `what-if-page.ts` looks. */
export const whatIfStyles = css`
  .day {
    max-width: calc(var(--u) * 220);
  }
  .facts {
    font-weight: var(--weight-label);
    font-variant-numeric: tabular-nums;
  }
  section {
    gap: var(--space-12);
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
    .ask .button {
      flex: 1 1 100%;
    }
    .ask .field {
      flex: 1 1 100%;
    }
  }
`;

import { css } from 'lit';

/** What the console's dialogues share. */
export const dialogs = css`
  form {
    display: grid;
    gap: var(--space-16);
  }
  .help {
    color: var(--ink2);
    line-height: var(--leading-help);
  }
  .group {
    display: grid;
    gap: var(--space-8);
    margin: 0;
    padding: 0;
    border: 0;
    min-width: 0;
  }
  .group > .legend {
    padding: 0;
  }
  .complaint {
    min-height: 1.35em;
    color: var(--bad);
    font-weight: var(--weight-label);
  }
  .complaint:empty {
    min-height: 0;
  }
  .choice .digit {
    color: var(--ink2);
    font-size: var(--text-13);
    font-variant-numeric: tabular-nums;
  }
  .choice[aria-pressed='true'] .digit {
    color: inherit;
  }
  .choice small {
    color: var(--ink2);
    font-size: var(--text-14);
  }
  .choice[aria-pressed='true'] small {
    color: inherit;
  }
`;

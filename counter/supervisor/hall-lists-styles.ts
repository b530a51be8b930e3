import { css } from 'lit';

/** How `hall-lists.ts` looks. */
export const hallListsStyles = css`
  :host {
    display: block;
  }
  .sections {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    gap: var(--space-24);
    align-items: start;
  }
  .column {
    display: grid;
    gap: var(--space-24);
  }
  section {
    padding: var(--space-24);
    border-radius: var(--radius-card);
    background: var(--surface);
    box-shadow: inset 0 0 0 1px var(--line);
  }
  h2 {
    margin-block-end: var(--space-8);
    font-size: var(--text-19);
  }
  h3 {
    margin-block: var(--space-8) var(--space-4);
    font-size: var(--text-16);
  }
  .count {
    margin-inline-start: 0.4em;
    color: var(--ink2);
    font-size: var(--text-15);
    font-weight: var(--weight-label);
    font-variant-numeric: tabular-nums;
  }
  .scroll {
    max-height: calc(var(--u) * 340);
    overflow: auto;
    scrollbar-width: thin;
  }
  .left {
    color: var(--ink2);
    font-size: var(--text-14);
    font-weight: var(--weight-label);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .over {
    color: var(--bad);
    font-weight: var(--weight-name);
  }
  .rows svg,
  .overrides svg {
    width: 1.3em;
    height: 1.3em;
  }
  .rows .button {
    flex: none;
    padding-inline: var(--space-16);
  }
  .quiet {
    background: transparent;
    color: var(--ink2);
  }
  .quiet:hover {
    background: var(--sunk);
  }
  .revoked .grow {
    color: var(--ink2);
  }
  .below {
    margin-block-start: var(--space-16);
  }
  .overrides {
    display: flex;
    gap: var(--space-12);
    margin-block-start: var(--space-24);
    padding-block-start: var(--space-16);
    border-block-start: 1px solid var(--line);
    font-weight: var(--weight-label);
  }
  .overrides small {
    display: block;
    color: var(--ink2);
    font-size: var(--text-14);
    font-weight: var(--weight-text);
  }
  @media (max-width: 1099px) {
    .sections {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @media (max-width: 759px) {
    .sections,
    .column {
      gap: var(--space-16);
    }
    section {
      padding: var(--space-16);
    }
    .rows li:has(.button + .button) {
      flex-wrap: wrap;
    }
  }
`;

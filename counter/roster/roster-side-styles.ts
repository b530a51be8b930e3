import { css } from 'lit';

/** How `roster-side.ts` looks. */
export const rosterSideStyles = css`
  :host {
    display: block;
  }
  .sides {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, calc(var(--u) * 380)), 1fr));
    align-items: start;
    gap: var(--space-16);
  }
  section {
    display: grid;
    gap: var(--space-12);
    padding: var(--space-24);
    border-radius: var(--radius-card);
    background: var(--surface);
    box-shadow: inset 0 0 0 1px var(--line);
  }
  h2 {
    font-size: var(--text-21);
  }
  .none,
  .note {
    color: var(--ink2);
  }
  ul {
    display: grid;
  }
  li {
    display: grid;
    gap: var(--space-4);
    padding-block: var(--space-12);
    border-block-start: 1px solid var(--line);
    overflow-wrap: anywhere;
    text-wrap: pretty;
  }
  li p {
    text-wrap: pretty;
  }
  .duty li {
    grid-template-columns: minmax(0, 1fr) max-content minmax(0, auto);
    align-items: center;
    gap: var(--space-4) var(--space-12);
    font-variant-numeric: tabular-nums;
  }
  .state {
    display: inline-flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.4em;
    color: var(--ink2);
    font-size: var(--text-15);
    font-weight: var(--weight-label);
  }
  .state.bad {
    color: var(--bad);
    font-weight: var(--weight-name);
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-8);
    margin-block-start: var(--space-4);
  }
  summary {
    min-height: var(--target);
    align-content: center;
    cursor: pointer;
    font-weight: var(--weight-label);
  }
  ph-refusal {
    font-size: var(--text-16);
  }
  @media (max-width: 759px) {
    section {
      padding: var(--space-16);
    }
    .duty li {
      grid-template-columns: 1fr auto;
    }
    .duty .state {
      grid-column: 1 / -1;
    }
  }
`;

import { css } from 'lit';

/** The ground of every section: it scrolls by itself and has one column. */
export const sectionGround = css`
  :host {
    display: block;
    min-height: 0;
    overflow: auto;
    scrollbar-width: thin;
  }
  main {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    padding: var(--space-24) calc(var(--u) * 28) var(--space-48);
  }
`;

/** A section of cards below a title and its help. */
export const sectionStyles = css`
  ${sectionGround}
  main {
    gap: var(--space-24);
    max-width: calc(var(--u) * 1320);
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
  section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-16);
    min-width: 0;
    padding: var(--space-24);
    border-radius: var(--radius-card);
    background: var(--surface);
    box-shadow: inset 0 0 0 1px var(--line);
  }
  @media (max-width: 759px) {
    main {
      gap: var(--space-16);
      padding: var(--space-16);
    }
    section {
      padding: var(--space-16);
    }
  }
`;

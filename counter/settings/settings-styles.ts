import { css } from 'lit';

/** How the settings and all their parts look: `.card`, `.both`, `.pair`, `.row`, `.help`, `.wrong`. */
export const settingsStyles = css`
  :host {
    display: block;
    min-height: 0;
  }
  .settings {
    display: grid;
    grid-template: minmax(0, 1fr) / calc(var(--u) * 232) minmax(0, 1fr);
    height: 100%;
    min-height: 0;
  }
  nav {
    overflow: auto;
    scrollbar-width: thin;
    padding: var(--space-24) var(--space-12);
    border-inline-end: 1px solid var(--line);
  }
  nav .group {
    padding: var(--space-16) var(--space-12) var(--space-4);
    color: var(--ink2);
    font-size: var(--text-14);
    font-weight: var(--weight-label);
  }
  nav .group:first-child {
    padding-top: 0;
  }
  nav a {
    display: flex;
    align-items: center;
    gap: var(--space-12);
    min-height: var(--target);
    padding: var(--space-4) var(--space-12);
    border-radius: var(--radius-small);
    color: var(--ink);
    font-weight: var(--weight-label);
    text-decoration: none;
  }
  nav a:hover {
    background: var(--sunk);
  }
  nav a[aria-current='page'] {
    background: var(--plate);
    color: var(--plate-ink);
    font-weight: var(--weight-name);
  }
  nav .mark.wrong {
    color: inherit;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  nav .mark {
    margin-inline-start: auto;
    font-size: var(--text-13);
    font-style: normal;
    white-space: nowrap;
  }
  .sheet {
    display: grid;
    grid-template: minmax(0, 1fr) auto / minmax(0, 1fr);
    min-height: 0;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-8) var(--space-24);
    max-height: 40vh;
    overflow: auto;
    padding: var(--space-12) calc(var(--u) * 28);
    border-block-start: 1px solid var(--line);
    background: var(--surface);
  }
  .bar.quiet {
    padding-block: 0;
    border: 0;
  }
  .bar.quiet p {
    padding-block: var(--space-12);
    font-weight: var(--weight-label);
  }
  .sum {
    flex: 1 1 20em;
    display: grid;
    gap: var(--space-4);
    min-width: 0;
  }
  .sum em {
    margin-inline-start: var(--space-12);
    font-style: normal;
  }
  .problems {
    display: grid;
    gap: var(--space-4);
    font-size: var(--text-15);
  }
  .problems a {
    color: inherit;
    font-weight: var(--weight-name);
  }
  .bar .acts {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-8);
    margin-inline-start: auto;
  }
  main {
    /* What is hidden for the eye only stays within what is scrolled. */
    position: relative;
    overflow: auto;
    scrollbar-width: thin;
    display: grid;
    align-content: start;
    gap: var(--space-24);
    padding: var(--space-24) calc(var(--u) * 28) var(--space-48);
  }
  main > * {
    max-width: calc(var(--u) * 1080);
  }
  h1 {
    font-size: calc(var(--u) * 30);
  }
  /* Only where reading begins: nothing can be done with it. */
  h1:focus-visible {
    outline: none;
  }
  h2 {
    font-size: var(--text-21);
  }
  h3 {
    font-size: var(--text-17);
  }
  .lead,
  .help {
    max-width: 62em;
    color: var(--ink2);
    line-height: var(--leading-help);
    text-wrap: pretty;
  }
  .help {
    font-size: var(--text-15);
  }
  .card {
    display: grid;
    gap: var(--space-24);
    min-width: 0;
    padding: var(--space-24);
    border-radius: var(--radius-card);
    background: var(--surface);
    box-shadow: inset 0 0 0 1px var(--line);
  }
  .both {
    display: grid;
    gap: var(--space-8);
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .both legend {
    padding: 0;
    margin-block-end: var(--space-8);
    color: var(--ink);
    font-weight: var(--weight-name);
  }
  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, calc(var(--u) * 260)), 1fr));
    gap: var(--space-12) var(--space-16);
  }
  .row {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, calc(var(--u) * 200)), 1fr));
    align-items: start;
    gap: var(--space-16);
  }
  .more {
    display: inline-flex;
    align-items: center;
    min-height: var(--target);
    color: var(--ink);
  }
  .wrong {
    color: var(--bad);
    font-size: var(--text-15);
    font-weight: var(--weight-label);
  }
  .figure-line {
    display: flex;
    align-items: center;
    gap: var(--space-8);
  }
  .input.figure {
    max-width: calc(var(--u) * 132);
    font-variant-numeric: tabular-nums;
  }
  .unit {
    color: var(--ink2);
  }
  .switch label {
    display: inline-flex;
    align-items: center;
    gap: var(--space-12);
    min-height: var(--target);
    color: var(--ink);
    font-size: inherit;
  }
  .switch input {
    width: calc(var(--u) * 22);
    height: calc(var(--u) * 22);
    accent-color: var(--plate);
  }
  @media (max-width: 759px) {
    nav {
      display: flex;
      gap: var(--space-4);
      overflow: auto hidden;
      padding: var(--space-8) var(--space-16);
      border: 0;
      border-block-end: 1px solid var(--line);
    }
    nav .group {
      display: none;
    }
    nav ul {
      display: flex;
      gap: var(--space-4);
    }
    nav a {
      white-space: nowrap;
    }
    nav a .icon {
      display: none;
    }
    .bar {
      padding-inline: var(--space-16);
    }
    .bar .acts {
      margin: 0;
    }
    /* The row of parts has it, too. */
    .bar .look {
      display: none;
    }
    .settings {
      grid-template: auto minmax(0, 1fr) / minmax(0, 1fr);
    }
    main {
      gap: var(--space-16);
      padding: var(--space-16);
    }
    .card {
      padding: var(--space-16);
    }
  }
`;

import { css } from 'lit';
import { sectionGround } from '../manager/section-styles.ts';

/** The ground of every page of this section, on screen and on paper. */
export const pageStyles = css`
  ${sectionGround}
  main {
    gap: var(--space-24);
    max-width: calc(var(--u) * 1280);
    margin-inline: auto;
  }
  .choice {
    text-decoration: none;
  }
  .choice[aria-current='page'] {
    background: var(--plate);
    color: var(--plate-ink);
    box-shadow: none;
    font-weight: var(--weight-name);
  }
  @media (max-width: 759px) {
    main {
      gap: var(--space-16);
      padding: var(--space-16) var(--space-16) var(--space-32);
    }
  }
  @media print {
    nav.choices {
      display: none;
    }
    :host {
      overflow: visible;
    }
    main {
      display: block;
      max-width: none;
      padding: 0;
    }
    nav {
      display: none;
    }
  }
`;

/** A part of the section: head, what is missing, cards. */
export const partStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-24);
    min-width: 0;
  }
  header {
    display: grid;
    gap: var(--space-8);
  }
  h1 {
    font-size: calc(var(--u) * 30);
    font-variant-numeric: tabular-nums;
  }
  h2 {
    font-size: var(--text-21);
  }
  .help {
    max-width: 46em;
    color: var(--ink2);
    line-height: var(--leading-help);
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: var(--space-8) var(--space-16);
  }
  .tools .input {
    width: auto;
    min-height: var(--target);
  }
  .end {
    margin-inline-start: auto;
  }
  .said {
    display: grid;
    align-content: center;
    justify-items: center;
    gap: var(--space-12);
    min-height: calc(var(--u) * 260);
    text-align: center;
  }
  .said p {
    max-width: 34em;
    color: var(--ink2);
    line-height: var(--leading-help);
  }
  .card {
    display: grid;
    gap: var(--space-12);
    padding: var(--space-24);
    border-radius: var(--radius-card);
    background: var(--surface);
  }
  .quiet-words {
    color: var(--ink2);
    font-size: var(--text-15);
    font-variant-numeric: tabular-nums;
  }
  .complaint {
    color: var(--bad);
    font-weight: var(--weight-label);
  }
  .complaint:empty {
    display: none;
  }
  .form {
    display: grid;
    gap: var(--space-16);
  }
  a {
    color: inherit;
  }
  a.link {
    display: inline-flex;
    align-items: center;
    min-height: var(--target);
  }
  @media (max-width: 759px) {
    h1 {
      font-size: var(--text-24);
    }
    .card {
      padding: var(--space-16);
    }
    .end {
      margin-inline-start: 0;
    }
  }
  @media print {
    :host {
      display: block;
    }
    .tools,
    .button,
    .link,
    a.link,
    .help {
      display: none;
    }
    .quiet-words {
      font-size: 8.5pt;
    }
    .card {
      padding: 6pt 0;
      background: none;
    }
    h1 {
      font-size: 18pt;
    }
    h2 {
      font-size: 12pt;
    }
  }
`;

import { css } from 'lit';

/** How `manager-page.ts` looks: a rail on the left, on phones a row below. */
export const managerStyles = css`
  :host {
    display: grid;
    grid-template: minmax(0, 1fr) / auto minmax(0, 1fr);
    min-height: 0;
    background: var(--bg);
    color: var(--ink);
  }
  nav {
    background: var(--pine-900);
    border-inline-end: 1px solid var(--pine-700);
    overflow: auto;
    scrollbar-width: none;
  }
  ul {
    display: grid;
    gap: var(--space-4);
    padding: var(--space-8);
    margin: 0;
    list-style: none;
  }
  nav a {
    display: grid;
    justify-items: center;
    align-content: center;
    gap: var(--space-4);
    width: calc(var(--u) * 76);
    min-height: calc(var(--u) * 60);
    padding: var(--space-4);
    border-radius: var(--radius-small);
    color: var(--pine-300);
    font-size: var(--text-13);
    font-weight: var(--weight-label);
    line-height: 1.2;
    text-align: center;
    text-decoration: none;
  }
  nav a:hover {
    background: var(--pine-800);
    color: var(--white);
  }
  nav a[aria-current] {
    background: var(--paper);
    color: var(--pine-950);
    font-weight: var(--weight-name);
  }
  nav .icon {
    width: calc(var(--u) * 22);
    height: calc(var(--u) * 22);
  }
  .place {
    display: flex;
    flex-direction: column;
    min-width: 0;
    min-height: 0;
  }
  ph-supervisor,
  main {
    flex: 1;
    min-height: 0;
  }
  main {
    overflow: auto;
    scrollbar-width: thin;
  }
  .hall {
    font-size: var(--text-21);
    font-weight: var(--weight-name);
    white-space: nowrap;
  }
  .empty {
    display: grid;
    place-content: center;
    justify-items: center;
    gap: var(--space-16);
    padding: var(--space-24);
    color: var(--ink2);
    font-size: var(--text-19);
    text-align: center;
  }
  @media (max-width: 759px) {
    :host {
      grid-template: minmax(0, 1fr) auto / minmax(0, 1fr);
    }
    nav {
      order: 2;
      border-inline-end: 0;
      border-block-start: 1px solid var(--pine-700);
      padding-block-end: env(safe-area-inset-bottom);
    }
    ul {
      grid-auto-flow: column;
      justify-content: start;
      padding: var(--space-4);
    }
    nav a {
      width: auto;
      min-width: calc(var(--u) * 72);
      min-height: calc(var(--u) * 54);
    }
    .hall {
      display: none;
    }
  }
  @media print {
    :host {
      display: block;
    }
    nav,
    ph-desk-head {
      display: none;
    }
    .place,
    main {
      display: block;
      overflow: visible;
    }
  }
`;

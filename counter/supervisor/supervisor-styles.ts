import { css } from 'lit';

/** How `supervisor-page.ts` looks. */
export const supervisorStyles = css`
  :host {
    display: grid;
    grid-template: auto minmax(0, 1fr) / minmax(0, 1fr);
    min-height: 0;
    background: var(--bg);
    color: var(--ink);
  }
  .hall {
    font-size: var(--text-21);
    font-weight: var(--weight-name);
    white-space: nowrap;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-12);
  }
  .tool {
    min-height: calc(var(--u) * 40);
    padding: 0.35em 0.9em;
    border-radius: var(--radius-small);
    background: transparent;
    font-size: var(--text-15);
    white-space: nowrap;
    box-shadow: inset 0 0 0 1px var(--line);
  }
  .in-head .tool {
    color: var(--paper);
    box-shadow: inset 0 0 0 1px var(--pine-600);
  }
  .tool svg {
    width: 1.15em;
    height: 1.15em;
  }
  .in-head {
    flex-wrap: nowrap;
  }
  .empty {
    display: grid;
    place-items: center;
    color: var(--ink2);
    font-size: var(--text-19);
  }
  main {
    display: grid;
    grid-template: auto minmax(0, 1fr) / minmax(0, 73fr) minmax(0, 27fr);
    grid-template-areas: 'note aside' 'board aside';
    min-height: 0;
  }
  .summary,
  .hall-name {
    display: none;
  }
  .note {
    grid-area: note;
    margin: var(--space-16) calc(var(--u) * 28) 0;
    color: var(--ink2);
  }
  .board {
    grid-area: board;
    display: grid;
    align-content: start;
    gap: var(--space-24);
    min-height: 0;
    padding: var(--space-24) calc(var(--u) * 28) var(--space-32);
    overflow: auto;
    scrollbar-width: thin;
  }
  aside {
    grid-area: aside;
    min-height: 0;
    padding: var(--space-24) calc(var(--u) * 28);
    overflow: auto;
    scrollbar-width: thin;
    background: var(--sunk);
  }
  .figures {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: var(--space-12) var(--space-32);
  }
  h1 {
    font-size: calc(var(--u) * 30);
    font-variant-numeric: tabular-nums;
  }
  dl {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-8) calc(var(--u) * 40);
  }
  dl div {
    display: flex;
    flex-direction: row-reverse;
    align-items: baseline;
    gap: calc(var(--u) * 10);
  }
  dt {
    color: var(--ink2);
    font-size: var(--text-15);
    font-weight: var(--weight-label);
  }
  dd {
    font-size: var(--text-28);
    font-weight: var(--weight-number);
    font-variant-numeric: tabular-nums;
    letter-spacing: -0.012em;
    line-height: 1;
  }
  .hollow {
    color: var(--bg);
    -webkit-text-stroke: calc(var(--u) * 2.4) var(--ink2);
    paint-order: stroke fill;
  }
  .intake {
    display: flex;
    align-items: center;
    gap: 0.4em;
    flex-basis: 100%;
    order: 1;
    color: var(--ink2);
    font-size: var(--text-17);
    font-weight: var(--weight-label);
    font-variant-numeric: tabular-nums;
  }
  .intake svg {
    width: 1.2em;
    height: 1.2em;
  }
  .runway {
    padding: var(--space-16) var(--space-24);
    border-radius: var(--radius-card);
    background: var(--surface);
    box-shadow: inset 0 0 0 1px var(--line);
  }
  .counters header {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: var(--space-4) var(--space-24);
    margin-block-end: var(--space-12);
  }
  h2 {
    font-size: var(--text-21);
  }
  .counts {
    margin-inline-start: auto;
    color: var(--ink2);
    font-size: var(--text-15);
    font-weight: var(--weight-label);
    font-variant-numeric: tabular-nums;
  }
  .link {
    font-size: var(--text-15);
  }
  @media (max-width: 1383px) {
    .in-head .tool {
      padding-inline: 0.6em;
    }
    .in-head .tool svg {
      display: none;
    }
  }
  @media (max-width: 1183px) {
    main {
      grid-template: auto auto / minmax(0, 1fr);
      grid-template-areas: 'summary' 'note' 'aside' 'board';
      overflow: auto;
    }
    .board,
    aside {
      min-height: auto;
      overflow: visible;
    }
    .in-head {
      display: none;
    }
    .summary {
      grid-area: summary;
      display: grid;
      gap: var(--space-8);
      padding: var(--space-8) var(--space-24) var(--space-24);
      background: var(--pine-900);
      color: var(--pine-300);
    }
    .summary .tool {
      min-height: var(--target);
      color: var(--paper);
      box-shadow: inset 0 0 0 1px var(--pine-500);
    }
    .summary .tools {
      margin-block-start: var(--space-8);
    }
    .sentence {
      color: var(--paper);
      font-size: var(--text-28);
      font-weight: var(--weight-heading);
      line-height: var(--leading-heading);
    }
    /* Said above, in the summary; kept for those who read by headings. */
    .figures h1 {
      position: absolute;
      clip-path: inset(50%);
    }
    aside {
      background: none;
      padding-block-end: 0;
    }
  }
  @media (max-width: 759px) {
    .hall {
      display: none;
    }
    .hall-name {
      display: flex;
      justify-content: space-between;
    }
    .summary {
      padding-inline: calc(var(--u) * 16);
    }
    .summary .tools {
      gap: var(--space-8);
    }
    .summary .tool {
      flex: 1 1 auto;
      padding-inline: 0.7em;
    }
    .summary .tool svg {
      display: none;
    }
    .note {
      margin-inline: var(--space-16);
    }
    .board,
    aside {
      padding: var(--space-16);
    }
    aside {
      --alert-line: var(--line);
      padding-block-end: 0;
    }
    .board {
      gap: var(--space-16);
    }
    .runway {
      order: -1;
      padding: var(--space-12) var(--space-16);
    }
    .counters {
      order: -1;
    }
    .counters h2,
    .counts {
      display: none;
    }
    .counters header {
      justify-content: flex-end;
      margin: 0;
      order: 2;
    }
    .counters {
      display: flex;
      flex-direction: column;
      gap: var(--space-8);
    }
    .link {
      min-height: var(--target);
    }
    dl {
      justify-content: space-between;
      width: 100%;
      gap: var(--space-8) var(--space-12);
    }
    dl div {
      flex-direction: column-reverse;
      gap: var(--space-4);
    }
    dt {
      font-size: var(--text-13);
    }
    dd {
      font-size: var(--text-24);
    }
  }
`;

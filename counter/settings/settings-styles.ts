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
  .list,
  .inner {
    display: grid;
    gap: var(--space-12);
    min-width: 0;
  }
  .list > .button {
    justify-self: start;
  }
  .list ol {
    display: grid;
    gap: var(--space-8);
  }
  .item {
    min-width: 0;
    border-radius: var(--radius-row);
    background: var(--surface);
    box-shadow: inset 0 0 0 1px var(--line);
  }
  .item .bar {
    display: flex;
    flex-wrap: nowrap;
    gap: var(--space-4);
    max-height: none;
    padding: var(--space-4) var(--space-8) var(--space-4) 0;
    border: 0;
    background: none;
    overflow: visible;
  }
  .title {
    flex: 1;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--space-16);
    min-width: 0;
    min-height: var(--target);
    padding: var(--space-4) var(--space-16);
    border: 0;
    border-radius: var(--radius-row);
    background: none;
    text-align: start;
    cursor: pointer;
  }
  .title .name {
    font-weight: var(--weight-name);
    overflow-wrap: anywhere;
  }
  .title .note {
    color: var(--ink2);
    font-size: var(--text-15);
  }
  .title .mark {
    font-size: var(--text-14);
    font-style: normal;
  }
  .mini {
    display: grid;
    place-items: center;
    flex: none;
    width: var(--target);
    height: var(--target);
    padding: 0;
    border: 0;
    border-radius: var(--radius-small);
    background: none;
    color: var(--ink2);
    cursor: pointer;
  }
  .mini:hover:not(:disabled) {
    background: var(--sunk);
    color: var(--ink);
  }
  .mini:disabled {
    opacity: 0.35;
    cursor: default;
  }
  .item .fields {
    display: grid;
    gap: var(--space-24);
    padding: var(--space-8) var(--space-16) var(--space-24);
  }
  .ticks {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--space-24);
  }
  .tick,
  .off {
    display: inline-flex;
    align-items: center;
    gap: var(--space-8);
    min-height: var(--target);
  }
  .tick input,
  .off input {
    width: calc(var(--u) * 20);
    height: calc(var(--u) * 20);
    accent-color: var(--plate);
  }
  .kinds {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, calc(var(--u) * 290)), 1fr));
    gap: var(--space-8);
  }
  .kind {
    display: flex;
    gap: var(--space-12);
    align-items: start;
    padding: var(--space-12) var(--space-16);
    border-radius: var(--radius-row);
    box-shadow: inset 0 0 0 calc(var(--u) * 1) var(--line);
    cursor: pointer;
  }
  .kind.chosen {
    box-shadow: inset 0 0 0 calc(var(--u) * 2.5) var(--plate);
  }
  .kind input {
    flex: none;
    width: calc(var(--u) * 20);
    height: calc(var(--u) * 20);
    margin: calc(var(--u) * 1) 0 0;
    accent-color: var(--plate);
  }
  .kind b {
    display: block;
    font-weight: var(--weight-name);
  }
  .kind small {
    color: var(--ink2);
    font-size: var(--text-15);
    line-height: var(--leading-help);
  }
  .week {
    display: grid;
    gap: var(--space-8);
  }
  .day {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-4) var(--space-16);
    margin: 0;
    padding: 0;
    border: 0;
  }
  .day legend {
    float: inline-start;
    width: 6em;
    padding: 0;
    font-weight: var(--weight-label);
  }
  .day .span {
    display: inline-flex;
    align-items: center;
    gap: var(--space-8);
  }
  .input.time {
    width: calc(var(--u) * 116);
    padding-inline: var(--space-12);
    font-variant-numeric: tabular-nums;
  }
  .day .said {
    flex-basis: 100%;
  }
  .own {
    display: grid;
    gap: var(--space-12);
    padding-block-start: var(--space-16);
    border-block-start: 1px solid var(--line);
  }
  .own > .button,
  .own > div > .button {
    justify-self: start;
  }
  .fill {
    display: grid;
    gap: var(--space-8);
    justify-items: start;
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

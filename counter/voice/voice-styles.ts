import { css } from 'lit';

export const voiceStyles = css`
  :host {
    display: block;
    min-height: 0;
    overflow: auto;
    background: var(--bg);
    color: var(--ink);
  }
  main {
    display: grid;
    gap: var(--space-16);
    padding: var(--space-24) calc(var(--u) * 28);
  }
  h1 {
    font-size: calc(var(--u) * 30);
  }
  h2 {
    font-size: var(--text-17);
  }
  h3 {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-12);
    font-size: var(--text-17);
  }
  h4 {
    font-size: var(--text-15);
  }
  h2,
  h3,
  h4,
  p {
    margin: 0;
  }
  .lead,
  .help {
    color: var(--ink2);
    line-height: var(--leading-help);
  }
  .note {
    min-height: 1.5em;
    font-weight: var(--weight-label);
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
    gap: calc(var(--u) * 32);
    align-items: start;
  }
  .columns > div {
    display: grid;
    gap: calc(var(--u) * 28);
  }
  section {
    display: grid;
    gap: var(--space-12);
  }
  ul,
  ol {
    display: grid;
    gap: var(--space-12);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .sources li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: var(--space-4) var(--space-12);
    padding-block: var(--space-8);
    border-block-end: 1px solid var(--edge);
  }
  .name {
    font-weight: var(--weight-label);
  }
  .mark {
    display: inline-flex;
    align-items: center;
    gap: var(--space-4);
    font-size: var(--text-15);
    font-weight: var(--weight-label);
  }
  .detail {
    grid-column: 1 / -1;
    color: var(--ink2);
    font-size: var(--text-15);
    line-height: var(--leading-help);
  }
  .packs > li {
    display: grid;
    gap: var(--space-12);
    padding: var(--space-16) var(--space-24) var(--space-24);
    border: calc(var(--u) * 1.5) solid var(--edge);
    border-radius: var(--radius-row);
    background: var(--surface);
  }
  .faults {
    gap: var(--space-4);
    font-size: var(--text-15);
  }
  code {
    font-size: 0.93em;
  }
  .import {
    display: grid;
    gap: var(--space-8);
    padding-block-start: var(--space-12);
    border-block-start: 1px solid var(--edge);
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-12);
  }
  label.button {
    cursor: pointer;
  }
  label.button:focus-within {
    outline: calc(var(--u) * 3) solid var(--ink);
    outline-offset: calc(var(--u) * 3);
  }
  .new {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(calc(var(--u) * 180), 1fr));
    gap: var(--space-16);
    align-items: end;
  }
  @media (max-width: 900px) {
    .columns {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;

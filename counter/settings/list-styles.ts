import { css } from 'lit';

/** How lists, choices and the week look in the parts of the settings. */
export const listStyles = css`
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
`;

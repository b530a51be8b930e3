import { css } from 'lit';

export const recorderStyles = css`
  :host {
    display: grid;
    gap: var(--space-24);
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-12) var(--space-24);
  }
  h2 {
    font-size: var(--text-21);
  }
  .done {
    flex: 1;
    color: var(--ink2);
    font-variant-numeric: tabular-nums;
  }
  .stage {
    display: grid;
    justify-items: center;
    gap: var(--space-16);
    padding: calc(var(--u) * 32) var(--space-24);
    border-radius: var(--radius-row);
    background: var(--surface);
    border: calc(var(--u) * 1.5) solid var(--edge);
    text-align: center;
  }
  .stage.running {
    border-color: var(--ink);
    border-width: calc(var(--u) * 3);
  }
  .group,
  .keys {
    color: var(--ink2);
    font-size: var(--text-15);
  }
  .say {
    font-size: calc(var(--u) * 72);
    font-weight: var(--weight-name);
    line-height: 1.15;
  }
  .level {
    inline-size: min(100%, calc(var(--u) * 460));
    block-size: calc(var(--u) * 14);
    border-radius: calc(var(--u) * 7);
    background: var(--sunk);
    overflow: hidden;
  }
  .level span {
    display: block;
    block-size: 100%;
    background: var(--pine-700);
  }
  .status {
    min-height: 1.5em;
    line-height: var(--leading-help);
    max-width: 40em;
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: var(--space-12);
  }
  .complaint {
    max-width: 36em;
    line-height: var(--leading-help);
  }
  .prompts {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-8);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .prompt {
    display: inline-flex;
    align-items: center;
    gap: var(--space-4);
    min-width: calc(var(--u) * 44);
    min-height: calc(var(--u) * 44);
    justify-content: center;
    padding: 0 var(--space-12);
    border: calc(var(--u) * 1.5) dashed var(--edge);
    border-radius: var(--radius-small);
    background: transparent;
    color: var(--ink2);
    font: inherit;
    cursor: pointer;
  }
  .prompt.done {
    border-style: solid;
    background: var(--surface);
    color: var(--ink);
  }
  .prompt[aria-current='true'] {
    border-color: var(--ink);
    border-style: solid;
    border-width: calc(var(--u) * 3);
    color: var(--ink);
    font-weight: var(--weight-name);
  }
  .prompt .icon {
    inline-size: 1em;
    block-size: 1em;
  }
`;

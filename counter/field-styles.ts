import { css } from 'lit';

/** Fields of desk pages: `.field` with its label above, `.input` one line, `.input.area` several. */
export const fields = css`
  .field {
    display: grid;
    gap: var(--space-4);
    min-width: 0;
  }
  .field label,
  .legend {
    color: var(--ink2);
    font-size: var(--text-15);
    font-weight: var(--weight-label);
  }
  .input {
    width: 100%;
    min-height: calc(var(--u) * 48);
    padding: var(--space-8) var(--space-16);
    border: calc(var(--u) * 1.5) solid var(--edge);
    border-radius: var(--radius-row);
    background: var(--surface);
    color: var(--ink);
    font-weight: var(--weight-label);
  }
  .input.area {
    min-height: calc(var(--u) * 72);
    resize: vertical;
    line-height: var(--leading-text);
  }
  .input::placeholder {
    color: var(--ink2);
    opacity: 1;
  }
  .input:focus-visible {
    outline-offset: 1px;
  }
  .input[aria-invalid='true'] {
    border-color: var(--bad);
    border-width: calc(var(--u) * 2.5);
  }
  /* One of several: solid when chosen, outlined when not. */
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-8);
  }
  .choice {
    display: inline-flex;
    align-items: center;
    gap: 0.5em;
    min-height: var(--target);
    padding: 0.4em 1em;
    border: 0;
    border-radius: var(--radius-row);
    background: var(--surface);
    color: var(--ink);
    box-shadow: inset 0 0 0 calc(var(--u) * 1.5) var(--edge);
    font-weight: var(--weight-label);
    text-align: start;
    cursor: pointer;
  }
  .choice[aria-pressed='true'],
  .choice[aria-checked='true'] {
    background: var(--plate);
    color: var(--plate-ink);
    box-shadow: none;
    font-weight: var(--weight-name);
  }
`;

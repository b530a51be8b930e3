import { css } from 'lit';

/** How the dialogs of the settings look. */
export const saveStyles = css`
  ph-dialog {
    --dialog-width: calc(var(--u) * 760);
  }
  form,
  .stack {
    display: grid;
    gap: var(--space-16);
  }
  .changes,
  .told {
    display: grid;
    gap: var(--space-8);
  }
  .changes {
    max-height: 40vh;
    overflow: auto;
    padding-inline-end: var(--space-8);
    border-block: 1px solid var(--line);
  }
  .changes > li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    gap: var(--space-4) var(--space-16);
    padding-block: var(--space-8);
    overflow-wrap: anywhere;
  }
  .changes > li + li {
    border-block-start: 1px solid var(--line);
  }
  .place {
    font-weight: var(--weight-label);
  }
  .effect {
    grid-column: 1 / -1;
    color: var(--ink2);
    font-size: var(--text-15);
  }
  .way {
    display: block;
    color: var(--warn);
    font-weight: var(--weight-label);
  }
  fieldset {
    display: grid;
    gap: var(--space-8);
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0;
    color: var(--ink2);
    font-size: var(--text-15);
    font-weight: var(--weight-label);
  }
  .whens {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--space-24);
  }
  .whens label {
    display: inline-flex;
    align-items: center;
    gap: var(--space-8);
    min-height: var(--target);
  }
  .whens input {
    flex: none;
    width: calc(var(--u) * 20);
    height: calc(var(--u) * 20);
    accent-color: var(--plate);
  }
  .does {
    display: grid;
    gap: var(--space-4);
    padding: var(--space-12) var(--space-16);
    border-radius: var(--radius-small);
    background: var(--sunk);
  }
  .does h3 {
    font-size: var(--text-15);
  }
  .does ul {
    display: grid;
    gap: var(--space-4);
  }
  .help {
    color: var(--ink2);
    font-size: var(--text-15);
  }
  .wrong {
    color: var(--bad);
    font-weight: var(--weight-label);
  }
  .wrong:empty {
    display: none;
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-12);
  }
  .side {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, calc(var(--u) * 200)), 1fr));
    gap: var(--space-8);
    grid-column: 1 / -1;
    margin-block-start: var(--space-4);
  }
  .side .choice {
    align-items: start;
    justify-content: start;
    flex-direction: column;
    gap: var(--space-4);
    overflow-wrap: anywhere;
  }
  .side small {
    font-size: var(--text-14);
    font-weight: var(--weight-text);
  }
  @media (max-width: 759px) {
    .changes > li {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;

import { css } from 'lit';

export const previewStyles = css`
  :host {
    display: grid;
    gap: var(--space-16);
    min-width: 0;
    min-height: auto;
  }
  nav .choice {
    align-items: center;
    color: var(--ink);
    text-decoration: none;
  }
  nav .choice[aria-current] {
    background: var(--plate);
    color: var(--plate-ink);
    box-shadow: none;
    font-weight: var(--weight-name);
  }
  .stage {
    display: grid;
    gap: var(--space-16) var(--space-32);
    align-items: start;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: var(--space-16) var(--space-32);
  }
  .tools .field {
    justify-self: start;
  }
  fieldset {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0;
    margin-block-end: var(--space-4);
    color: var(--ink2);
    font-size: var(--text-14);
  }
  .note {
    font-weight: var(--weight-label);
  }
  .help {
    color: var(--ink2);
    font-size: var(--text-15);
    line-height: var(--leading-help);
  }
  ph-fed-screen {
    width: 100%;
    box-shadow: 0 0 0 1px var(--line);
    border-radius: var(--radius-row);
  }
  .upright {
    max-width: calc(var(--u) * 460);
  }
  .lying {
    max-width: calc(var(--u) * 1000);
  }
  @media (min-width: 1100px) {
    .tall {
      grid-template-columns: minmax(0, calc(var(--u) * 380)) minmax(0, 1fr);
    }
    .tall .tools {
      display: grid;
    }
  }
  .ground {
    width: 100%;
    max-width: calc(var(--u) * 400);
    padding: var(--space-24);
    border-radius: var(--radius-row);
    background: var(--sunk);
  }
  .ground.narrow {
    max-width: calc(var(--u) * 290);
  }
`;

import { css } from 'lit';

/** How `roster-page.ts` looks, on the desk and on A4. */
export const rosterPageStyles = css`
  :host {
    display: block;
    min-height: 0;
    overflow: auto;
    scrollbar-width: thin;
  }
  main {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-16);
    padding: var(--space-24) calc(var(--u) * 28) var(--space-48);
  }
  .tools {
    display: grid;
    gap: var(--space-12);
  }
  h1 {
    font-size: calc(var(--u) * 30);
  }
  h2 {
    font-size: var(--text-21);
  }
  .way,
  .acts,
  .palette,
  .steps {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-8) var(--space-12);
  }
  .way .choice {
    text-decoration: none;
  }
  .way .choice[aria-current] {
    background: var(--plate);
    color: var(--plate-ink);
    box-shadow: none;
    font-weight: var(--weight-name);
  }
  .span {
    font-variant-numeric: tabular-nums;
  }
  .publish {
    margin-inline-start: auto;
  }
  .button .icon {
    width: calc(var(--u) * 20);
    height: calc(var(--u) * 20);
  }
  .teach {
    max-width: 46em;
  }
  .teach p {
    margin-block-start: var(--space-8);
    color: var(--ink2);
    line-height: var(--leading-help);
    text-wrap: pretty;
  }
  .plan {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-12);
    padding: var(--space-16);
    border-radius: var(--radius-card);
    background: var(--surface);
    box-shadow: inset 0 0 0 1px var(--line);
  }
  .choice small {
    color: inherit;
    font-size: var(--text-13);
    font-variant-numeric: tabular-nums;
  }
  kbd {
    min-width: 1.5em;
    padding-inline: 0.3em;
    border: 1px solid currentColor;
    border-radius: calc(var(--u) * 5);
    font: inherit;
    font-size: var(--text-13);
    text-align: center;
  }
  .seat {
    display: flex;
    align-items: center;
    gap: var(--space-8);
    color: var(--ink2);
    font-size: var(--text-15);
    font-weight: var(--weight-label);
  }
  .seat span {
    white-space: nowrap;
  }
  .keys {
    color: var(--ink2);
    font-size: var(--text-13);
  }
  .sign {
    display: none;
  }
  ph-refusal {
    max-width: calc(var(--u) * 720);
    font-size: var(--text-16);
  }
  @media (max-width: 759px) {
    main {
      padding: var(--space-16);
    }
    .plan {
      padding: var(--space-12) var(--space-8);
    }
    .span {
      flex-basis: 100%;
    }
    .publish {
      flex: 1 1 100%;
    }
    .keys {
      display: none;
    }
  }
  @media print {
    @page {
      size: A4 landscape;
      margin: 12mm;
    }
    :host {
      overflow: visible;
    }
    main {
      display: block;
      padding: 0;
    }
    .acts,
    .palette,
    .keys,
    .steps,
    .way .choice,
    .teach,
    ph-roster-side,
    ph-refusal {
      display: none;
    }
    .plan {
      display: block;
      padding: 0;
      background: none;
      box-shadow: none;
    }
    .sign {
      display: block;
      margin-block-start: 12mm;
    }
    .sign::after {
      content: '';
      display: inline-block;
      width: 60mm;
      border-block-end: 0.3mm solid #000;
    }
  }
`;

import { css } from 'lit';
import { sectionGround } from '../manager/section-styles.ts';

/** How `roster-page.ts` looks, on the desk and on A4. */
export const rosterPageStyles = css`
  ${sectionGround}
  main {
    gap: var(--space-16);
  }
  h2 {
    font-size: var(--text-21);
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
  }
  @media print {
    :host {
      overflow: visible;
    }
    main {
      display: block;
      padding: 0;
    }
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

import { css } from 'lit';

/** How `outlook.ts` looks. */
export const outlookStyles = css`
  :host {
    display: block;
  }
  section {
    margin-block-end: var(--space-24);
  }
  h2 {
    margin-block-end: var(--space-12);
    font-size: var(--text-21);
  }
  .card {
    padding: calc(var(--u) * 18) calc(var(--u) * 20);
    border-radius: var(--radius-card);
    background: var(--surface);
    box-shadow: inset 0 0 0 1px var(--alert-line, transparent);
  }
  .said {
    font-size: var(--text-19);
    font-weight: var(--weight-name);
    line-height: 1.25;
  }
  .broken {
    margin-block-start: var(--space-4);
    color: var(--bad);
    font-size: var(--text-15);
    font-weight: var(--weight-label);
  }
  .risks {
    display: grid;
    margin-block-start: var(--space-8);
  }
  .risks li {
    display: flex;
    align-items: center;
    gap: var(--space-12);
    min-height: var(--target);
    border-block-end: 1px solid var(--line);
  }
  .risks li:last-child {
    border: 0;
  }
  .number {
    flex: none;
    min-width: calc(var(--u) * 64);
    min-height: var(--target);
    padding: 0;
    border: 0;
    background: none;
    color: var(--ink);
    font-size: var(--text-19);
    font-weight: var(--weight-number);
    font-variant-numeric: tabular-nums;
    text-align: start;
    text-decoration: underline;
    text-decoration-color: var(--line);
    text-underline-offset: 0.2em;
    cursor: pointer;
  }
  .when {
    font-size: var(--text-15);
    font-variant-numeric: tabular-nums;
    line-height: 1.3;
  }
  .when small {
    display: block;
    color: var(--ink2);
    font-size: var(--text-14);
  }
  .link {
    min-height: var(--target);
    font-size: var(--text-15);
  }
  h3 {
    margin-block: var(--space-12) var(--space-4);
    color: var(--ink2);
    font-size: var(--text-15);
    font-weight: var(--weight-label);
  }
  .none {
    color: var(--ink2);
    font-size: var(--text-15);
    line-height: var(--leading-text);
  }
  .helps li {
    padding-block: var(--space-12);
    border-block-start: 1px solid var(--line);
  }
  .helps li:first-child {
    padding-block-start: var(--space-4);
    border: 0;
  }
  .helps li:last-child {
    padding-block-end: 0;
  }
  h4 {
    margin: 0;
    font-size: var(--text-17);
    font-weight: var(--weight-name);
  }
  .what p {
    margin-block-start: var(--space-4);
    color: var(--ink2);
    font-size: var(--text-15);
    line-height: var(--leading-text);
    font-variant-numeric: tabular-nums;
  }
  .button {
    margin-block-start: var(--space-8);
    padding-inline: var(--space-16);
    font-size: var(--text-16);
  }
  @media (max-width: 759px) {
    .helps li:nth-child(n + 3) {
      display: none;
    }
    h2 {
      display: none;
    }
    section {
      margin-block-end: var(--space-12);
    }
    .button {
      width: 100%;
    }
    .lamp {
      min-height: var(--target-touch);
    }
  }
`;

import { css } from 'lit';

/** A month and a year of the hall. */
export const calendarStyles = css`
  :host {
    display: grid;
    gap: var(--space-12);
    min-width: 0;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-12);
  }
  h3 {
    min-width: 9em;
    font-size: var(--text-19);
    text-align: center;
  }
  .turn {
    display: grid;
    place-items: center;
    width: var(--target);
    height: var(--target);
    border: 0;
    border-radius: var(--radius-small);
    background: var(--sunk);
    cursor: pointer;
  }
  .back .icon {
    transform: scaleX(-1);
  }
  table {
    width: 100%;
    table-layout: fixed;
    border-collapse: separate;
    border-spacing: calc(var(--u) * 3);
  }
  th {
    padding: var(--space-4);
    color: var(--ink2);
    font-size: var(--text-14);
    font-weight: var(--weight-label);
  }
  td {
    padding: 0;
  }
  .large a {
    display: grid;
    align-content: start;
    gap: calc(var(--u) * 2);
    min-height: calc(var(--u) * 72);
    padding: var(--space-8);
    border-radius: var(--radius-small);
    background: var(--bg);
    color: var(--ink);
    text-decoration: none;
    font-variant-numeric: tabular-nums;
    overflow: hidden;
  }
  td a:hover {
    background: var(--sunk);
  }
  td a.own {
    box-shadow: inset 0 0 0 calc(var(--u) * 2) var(--edge);
  }
  /* A pattern beside the tone: who sees no colours sees hatching and a line through. */
  td a.closed,
  .sample.closed {
    background: repeating-linear-gradient(
      135deg,
      var(--sunk) 0 calc(var(--u) * 5),
      var(--bg) calc(var(--u) * 5) calc(var(--u) * 8)
    );
    color: var(--ink2);
  }
  td a.closed b,
  .sample.closed b {
    text-decoration: line-through;
    text-decoration-thickness: 0.1em;
  }
  td a[aria-current] {
    background: var(--plate);
    color: var(--plate-ink);
  }
  td a.today b {
    text-decoration: underline;
    text-decoration-thickness: 0.14em;
    text-underline-offset: 0.2em;
  }
  .top {
    display: flex;
    justify-content: space-between;
    gap: var(--space-4);
  }
  b {
    font-weight: var(--weight-name);
  }
  i {
    padding-inline: 0.35em;
    border-radius: calc(var(--u) * 5);
    font-size: var(--text-13);
    font-style: normal;
    font-weight: var(--weight-label);
    line-height: 1.4;
  }
  .rest {
    background: var(--jade-soft);
    color: var(--jade-deep);
  }
  .work {
    background: var(--lamp-soft);
    color: var(--lamp-deep);
  }
  .name,
  .span {
    font-size: var(--text-13);
    line-height: 1.2;
    white-space: nowrap;
    text-overflow: ellipsis;
    overflow: hidden;
  }
  .name:empty {
    display: none;
  }
  p {
    color: var(--ink2);
    font-size: var(--text-15);
  }
  nav {
    margin-inline-start: auto;
  }
  nav .choice {
    text-decoration: none;
  }
  nav .choice[aria-current] {
    background: var(--plate);
    color: var(--plate-ink);
    box-shadow: none;
    font-weight: var(--weight-name);
  }
  .grid {
    display: grid;
    gap: var(--space-16);
    min-width: 0;
  }
  .year {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, calc(var(--u) * 280)), 1fr));
    gap: var(--space-24);
    align-items: start;
  }
  .small {
    border-spacing: 1px;
  }
  .small caption {
    padding-block-end: var(--space-4);
    font-weight: var(--weight-name);
    text-align: start;
  }
  .small th {
    padding: 0;
    font-size: var(--text-13);
  }
  .small a,
  .sample {
    display: grid;
    place-content: center;
    justify-items: center;
    line-height: 1.25;
    min-height: var(--target);
    border-radius: var(--radius-small);
    color: var(--ink);
    font-size: var(--text-15);
    font-variant-numeric: tabular-nums;
    text-decoration: none;
  }
  .small b,
  .sample b {
    font-weight: var(--weight-label);
  }
  .small i,
  .sample i {
    line-height: 1.15;
  }
  .sample.own {
    box-shadow: inset 0 0 0 calc(var(--u) * 2) var(--edge);
  }
  .legend,
  .special {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-8) var(--space-24);
  }
  .legend li {
    display: flex;
    align-items: center;
    gap: var(--space-8);
    color: var(--ink2);
    font-size: var(--text-15);
  }
  .sample {
    width: var(--target);
  }
  h4 {
    margin: 0;
    font-size: var(--text-17);
  }
  .special {
    display: grid;
    margin: 0;
  }
  .special li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--space-16);
  }
  .special a {
    display: inline-flex;
    align-items: center;
    min-height: var(--target);
    color: var(--ink);
  }
  @media (max-width: 759px) {
    .large a {
      min-height: calc(var(--u) * 52);
      padding: var(--space-4);
    }
    .name,
    .span {
      display: none;
    }
    .top {
      flex-direction: column;
      align-items: center;
    }
  }
`;

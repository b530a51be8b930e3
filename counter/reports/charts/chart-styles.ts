import { css } from 'lit';

/**
 * How the charts look. Marks differ in shape or pattern as well as in colour: bars are solid,
 * waiting is a dashed line, a broken promise has its cross, staffing steps.
 */
export const chartStyles = css`
  .chart {
    max-width: 100%;
    overflow: visible;
    font-size: calc(var(--u) * 13);
    font-variant-numeric: tabular-nums;
  }
  .chart text {
    fill: var(--ink2);
    font-weight: var(--weight-label);
  }
  .chart .strong {
    fill: var(--ink);
    font-weight: var(--weight-name);
  }
  .chart .grid {
    stroke: var(--line);
    stroke-width: 1;
  }
  .chart .base {
    stroke: var(--edge);
    stroke-width: 1;
  }
  .chart .bar {
    fill: var(--dot);
  }
  /* Lines run over these. */
  .chart .soft {
    fill-opacity: 0.4;
  }
  .chart .bar:hover,
  .chart .cell:hover {
    opacity: 0.75;
  }
  .chart .broken {
    fill: var(--broken);
  }
  .chart .cross,
  .legend .cross {
    stroke: var(--broken-ink);
    stroke-width: 2;
  }
  .chart .rest {
    fill: var(--line);
    stroke: var(--edge);
  }
  .chart .waiting {
    fill: none;
    stroke: var(--ink);
    stroke-width: 2;
    stroke-dasharray: 5 4;
  }
  .chart .staffed {
    fill: none;
    stroke: var(--good);
    stroke-width: 2.5;
  }
  .chart .mark {
    stroke: var(--ink);
    stroke-width: 1.5;
  }
  .chart .seat {
    fill: var(--sunk);
    stroke: var(--edge);
  }
  .chart .serving {
    fill: var(--plate);
  }
  .chart .away {
    fill: var(--surface);
    stroke: var(--ink);
    stroke-width: 1.5;
  }
  .chart .away.absent {
    stroke-dasharray: 3 2;
  }
  .chart .half {
    fill: var(--ink);
  }
  .chart .cell {
    fill: var(--plate);
  }
  .chart .on-dark {
    fill: var(--plate-ink);
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-4) var(--space-24);
    margin-block-start: var(--space-8);
    color: var(--ink2);
    font-size: var(--text-14);
  }
  .legend li {
    display: flex;
    align-items: center;
    gap: var(--space-8);
  }
  @media print {
    .chart,
    .legend {
      print-color-adjust: exact;
    }
  }
`;

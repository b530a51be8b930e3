import { css } from 'lit';

/** The middle of the console, at 610 px, on tablets and on phones. */
export const centreStyles = css`
  :host {
    display: block;
    min-height: 0;
    overflow: auto;
  }
  .centre {
    display: flex;
    flex-direction: column;
    gap: calc(var(--u) * 24);
    min-height: 100%;
    padding: calc(var(--u) * 24) calc(var(--u) * 32);
  }
  .label {
    display: flex;
    justify-content: space-between;
    gap: var(--space-12);
    color: var(--ink2);
    font-size: var(--text-19);
  }
  .number {
    margin-block: calc(var(--u) * 10) calc(var(--u) * 6);
    margin-inline-start: calc(var(--u) * -4);
    font-size: calc(var(--u) * 146);
  }
  .hollow {
    color: var(--bg);
    -webkit-text-stroke: 0.03em var(--ink2);
    paint-order: stroke fill;
  }
  .service {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-8) var(--space-12);
    font-size: var(--text-24);
  }
  .service b {
    font-weight: var(--weight-name);
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 0.5em;
    padding: 0.28em 0.9em;
    border: calc(var(--u) * 1.5) solid var(--edge);
    border-radius: calc(var(--u) * 20);
    font-size: var(--text-17);
    font-weight: var(--weight-label);
  }
  .chip svg {
    width: 1.1em;
    height: 1.1em;
  }
  .part {
    display: grid;
    gap: var(--space-8);
  }
  h2,
  legend {
    color: var(--ink2);
    font-size: var(--text-16);
    font-weight: var(--weight-text);
  }
  .sentence {
    font-size: var(--text-21);
    font-weight: var(--weight-label);
    line-height: 1.42;
  }
  .state {
    margin-block-start: calc(var(--u) * 40);
    font-size: var(--text-52);
    font-weight: var(--weight-heading);
    line-height: var(--leading-heading);
  }
  .label + .state {
    margin-block-start: 0;
  }
  .ways {
    font-size: var(--text-15);
    --plate-size: calc(var(--u) * 44);
  }
  .day {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: var(--space-4) calc(var(--u) * 28);
    font-size: var(--text-17);
    font-weight: var(--weight-label);
  }
  .day b {
    font-size: var(--text-34);
    font-weight: var(--weight-number);
    line-height: 1.15;
  }
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0;
    margin-block-end: var(--space-4);
  }
  .paper {
    display: flex;
    align-items: center;
    gap: calc(var(--u) * 10);
    min-height: calc(var(--u) * 34);
    font-size: var(--text-19);
    font-weight: var(--weight-label);
    cursor: pointer;
  }
  .papers {
    gap: 0;
  }
  .paper input {
    position: absolute;
    opacity: 0;
  }
  .box {
    display: grid;
    place-items: center;
    flex: none;
    width: calc(var(--u) * 22);
    height: calc(var(--u) * 22);
    border: calc(var(--u) * 2) solid var(--edge);
    border-radius: calc(var(--u) * 6);
    background: var(--surface);
    color: transparent;
  }
  .box svg {
    width: calc(var(--u) * 15);
    height: calc(var(--u) * 15);
  }
  .paper input:checked + .box {
    background: var(--plate);
    border-color: var(--plate);
    color: var(--plate-ink);
  }
  .paper input:focus-visible + .box {
    outline: calc(var(--u) * 3) solid var(--focus);
    outline-offset: calc(var(--u) * 3);
  }
  .note {
    color: var(--ink2);
    font-size: var(--text-15);
  }
  .foot {
    display: grid;
    gap: var(--space-12);
    margin-block-start: auto;
  }
  .reminders {
    display: grid;
    gap: var(--space-4);
  }
  .reminders:empty {
    display: none;
  }
  .reminders li {
    display: flex;
    align-items: baseline;
    gap: var(--space-8);
    font-weight: var(--weight-label);
  }
  .reminders svg {
    width: 1.15em;
    height: 1.15em;
    align-self: center;
    color: var(--warn);
  }
  .reminders .more {
    color: var(--ink2);
  }
  @media (max-width: 1199px) {
    :host {
      overflow: visible;
    }
    .centre {
      gap: var(--space-12);
      padding: var(--space-12) var(--space-24) var(--space-16);
    }
    .number {
      margin-block: var(--space-4);
      font-size: calc(var(--u) * 80);
    }
    .papers .note {
      display: none;
    }
    .state {
      margin-block-start: var(--space-16);
      font-size: var(--text-34);
    }
    .sentence {
      font-size: var(--text-19);
    }
  }
  @media (max-width: 759px) {
    .centre {
      padding: var(--space-12) var(--space-16) var(--space-16);
      gap: var(--space-12);
    }
    .number {
      margin-block: var(--space-4);
      font-size: calc(var(--u) * 76);
    }
    .label {
      font-size: var(--text-16);
    }
    .service {
      font-size: var(--text-19);
    }
    .paper {
      min-height: var(--target);
    }
  }
`;

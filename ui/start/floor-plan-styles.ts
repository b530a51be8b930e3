import { css } from 'lit';

/** How `floor-plan.ts` looks. */
export const floorPlanStyles = css`
  :host {
    display: block;
  }
  .plan {
    position: relative;
    display: grid;
    grid-template:
      auto auto minmax(calc(var(--u) * 150), auto) minmax(calc(var(--u) * 168), 1fr) auto /
      minmax(calc(var(--u) * 196), 22%) minmax(0, 1fr) auto;
    grid-template-areas:
      'counters counters counters'
      'console screen window'
      '. screen .'
      'kiosk seats seats'
      'doorway feet feet';
    gap: var(--space-24);
    height: 100%;
    padding: var(--space-24) var(--space-24) var(--space-32);
    border: calc(var(--u) * 6) solid var(--ink);
    border-radius: calc(var(--u) * 4);
    background: var(--surface);
  }
  .ways {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    pointer-events: none;
    overflow: visible;
  }
  .ways path {
    fill: none;
    stroke: var(--dot);
    stroke-width: calc(var(--u) * 4.5);
    stroke-linecap: round;
    stroke-dasharray: 0.1 calc(var(--u) * 13);
  }
  .counters {
    grid-area: counters;
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(calc(var(--u) * 84), 1fr));
    gap: var(--space-16) var(--space-24);
  }
  .counter {
    position: relative;
    display: grid;
    justify-items: center;
    gap: calc(var(--u) * 14);
    border-radius: var(--radius-row);
    color: var(--ink2);
    text-decoration: none;
  }
  .counter ph-plate {
    --plate-size: calc(var(--u) * 64);
    --hollow-ground: var(--surface);
    transition: transform var(--dur-state) var(--ease-in);
  }
  .counter:hover ph-plate {
    transform: translateY(calc(var(--u) * -3));
  }
  .desk {
    width: min(100%, calc(var(--u) * 116));
    height: calc(var(--u) * 15);
    border-radius: calc(var(--u) * 5);
    background: var(--line);
  }
  .word {
    font-size: var(--text-14);
    font-weight: var(--weight-label);
    line-height: 1;
    margin-block-start: calc(var(--u) * -4);
  }
  .console {
    grid-area: console;
    justify-self: start;
  }
  .window {
    grid-area: window;
    justify-self: end;
  }
  .screen {
    grid-area: screen;
    z-index: 1;
    align-self: start;
    justify-self: center;
    position: relative;
    inset-inline-start: calc(var(--u) * 40);
    display: grid;
    gap: var(--space-16);
    align-content: center;
    width: min(100%, calc(var(--u) * 340));
    min-height: calc(var(--u) * 150);
    margin-block-start: calc(var(--u) * 20);
    padding: var(--space-16) var(--space-24) var(--space-24);
    border-radius: var(--radius-row);
    background: var(--bg);
    color: var(--ink);
    text-decoration: none;
  }
  .caption {
    color: var(--ink2);
    font-size: var(--text-14);
    font-weight: var(--weight-label);
  }
  .call {
    position: relative;
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--space-12);
    font-size: calc(var(--u) * 60);
  }
  .call svg {
    width: calc(var(--u) * 30);
    height: calc(var(--u) * 30);
  }
  .call ph-plate {
    --plate-size: calc(var(--u) * 74);
  }
  .quiet {
    font-size: var(--text-28);
    font-weight: var(--weight-heading);
    line-height: var(--leading-heading);
  }
  .kiosk {
    grid-area: kiosk;
    align-self: center;
    justify-self: start;
  }
  .seats {
    grid-area: seats;
    align-self: center;
    justify-self: start;
    margin-inline-start: clamp(0px, 8%, calc(var(--u) * 90));
    color: var(--ink2);
    font-size: var(--text-15);
  }
  .rows {
    display: grid;
    grid-template-columns: repeat(9, calc(var(--u) * 30));
    gap: calc(var(--u) * 26) calc(var(--u) * 14);
    align-items: center;
    justify-items: center;
  }
  .rows i {
    width: calc(var(--u) * 20);
    height: calc(var(--u) * 20);
    border-radius: 50%;
    box-shadow: inset 0 0 0 calc(var(--u) * 1.5) var(--line);
    transition: background-color var(--dur-panel) var(--ease-in);
  }
  .rows .taken {
    background: var(--dot);
    box-shadow: none;
  }
  .rows .hollow {
    box-shadow: inset 0 0 0 calc(var(--u) * 2) var(--ink2);
  }
  .rows .lit {
    width: calc(var(--u) * 30);
    height: calc(var(--u) * 30);
    margin: calc(var(--u) * -5) 0;
    border: calc(var(--u) * 3.5) solid var(--lit-rim);
    background: var(--lamp);
    box-shadow: none;
  }
  .seats p {
    margin-block-start: var(--space-16);
  }
  .doorway {
    grid-area: doorway;
    align-self: end;
    justify-self: center;
    position: relative;
    width: calc(var(--u) * 140);
    height: calc(var(--u) * 140);
    margin-block: calc(var(--u) * -60) calc(var(--u) * -38);
    border-block-end: calc(var(--u) * 6) solid var(--bg);
  }
  .doorway svg {
    width: 100%;
    height: 100%;
    overflow: visible;
  }
  .doorway path {
    fill: none;
    stroke: var(--line);
    stroke-width: 2.5;
    stroke-linecap: round;
    stroke-dasharray: 0.1 7;
  }
  .door,
  .phone,
  .supervisor {
    grid-area: feet;
    align-self: end;
  }
  .door {
    justify-self: start;
  }
  .phone {
    justify-self: center;
  }
  .supervisor {
    justify-self: end;
  }
  @media (max-width: 1199px) and (min-width: 760px) {
    .plan {
      min-height: calc(var(--u) * 680);
    }
  }
  @media (max-width: 759px) {
    .plan {
      display: flex;
      flex-direction: column;
      gap: var(--space-12);
      padding: var(--space-16) var(--space-12);
      border-width: calc(var(--u) * 4);
    }
    .ways,
    .doorway {
      display: none;
    }
    .counters {
      grid-template-columns: repeat(3, minmax(0, 1fr));
      gap: var(--space-16) var(--space-8);
    }
    .counter ph-plate {
      --plate-size: calc(var(--u) * 52);
    }
    .kiosk {
      order: 1;
    }
    .screen {
      order: 2;
    }
    .seats {
      order: 3;
    }
    .phone {
      order: 4;
    }
    .console {
      order: 5;
    }
    .supervisor {
      order: 6;
    }
    .window {
      order: 7;
    }
    .door {
      order: 8;
    }
    .plan ph-place-link,
    .screen {
      inset: auto;
      align-self: stretch;
      justify-self: stretch;
      width: auto;
      margin: 0;
    }
    .seats {
      align-self: center;
      margin: var(--space-8) 0;
    }
    .rows {
      grid-template-columns: repeat(9, calc(var(--u) * 24));
      gap: calc(var(--u) * 12) calc(var(--u) * 8);
    }
    .call {
      font-size: calc(var(--u) * 52);
    }
  }
`;

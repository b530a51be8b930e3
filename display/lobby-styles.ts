import { css } from 'lit';

export const lobbyStyles = css`
  :host {
    display: block;
    height: 100vh;
    overflow: hidden;
    background: var(--bg);
    color: var(--ink);
  }
  main {
    display: grid;
    grid-template: calc(var(--u) * 112) 1fr auto / minmax(0, 1fr) calc(var(--u) * 544);
    grid-template-areas: 'head head' 'calls counters' 'foot foot';
    column-gap: calc(var(--u) * 80);
    height: 100%;
  }
  header {
    grid-area: head;
    display: flex;
    align-items: center;
    gap: calc(var(--u) * 48);
    height: calc(var(--u) * 112);
    padding: 0 var(--space-64);
    font-size: calc(var(--u) * 40);
    font-weight: var(--weight-name);
  }
  .hall {
    white-space: nowrap;
  }
  header:lang(en) ph-hall-status {
    font-size: 0.8em;
  }
  section.takeover header {
    grid-area: auto;
  }
  .rule {
    flex: none;
    width: calc(var(--u) * 2);
    height: calc(var(--u) * 54);
    background: var(--line);
  }
  .space {
    flex: 1;
  }
  ph-training-tag {
    font-size: calc(var(--u) * 32);
  }
  .status {
    display: inline-flex;
    align-items: center;
    gap: 0.5em;
  }
  .clock {
    font-size: calc(var(--u) * 66);
  }
  .calls {
    grid-area: calls;
    display: grid;
    grid-template: calc(var(--u) * 400) minmax(0, 1fr) / minmax(0, 1fr);
    gap: calc(var(--u) * 32);
    padding: var(--space-16) 0 var(--space-32) var(--space-64);
    min-height: 0;
  }
  .newest {
    font-size: calc(var(--u) * 296);
    height: calc(var(--u) * 400);
    display: grid;
    align-content: stretch;
  }
  .others {
    display: grid;
    grid-template: 1fr 1fr / 1fr 1fr;
    column-gap: calc(var(--u) * 56);
    font-size: calc(var(--u) * 140);
    min-height: 0;
  }
  .others ph-call-card {
    align-self: stretch;
    display: grid;
    align-content: center;
    padding-inline: calc(var(--u) * 10) calc(var(--u) * 12);
  }
  .others ph-call-card:nth-child(-n + 2) {
    border-bottom: calc(var(--u) * 2) solid var(--line);
  }
  ph-lobby-counters {
    grid-area: counters;
    padding: var(--space-16) var(--space-64) var(--space-16) 0;
    min-height: 0;
  }
  ph-lobby-foot {
    grid-area: foot;
  }
  .first {
    grid-area: calls;
    display: grid;
    align-content: center;
    gap: var(--space-32);
    padding-inline-start: var(--space-64);
  }
  .first h1 {
    font-size: calc(var(--u) * 132);
  }
  .hours {
    font-size: calc(var(--u) * 84);
    font-weight: var(--weight-name);
  }
  .hint {
    font-size: calc(var(--u) * 48);
    color: var(--ink2);
    max-width: 22em;
  }
  section.takeover {
    position: fixed;
    inset: 0;
    display: grid;
    grid-template-rows: calc(var(--u) * 112) minmax(0, 1fr) auto calc(var(--u) * 204);
    background: var(--bg);
    color: var(--ink);
  }
  section.takeover.on {
    animation: rise var(--dur-lamp-on) var(--ease-in) both;
  }
  section.takeover.off {
    animation: rise var(--dur-lamp-off) var(--ease-out) reverse both;
  }
  @keyframes rise {
    from {
      clip-path: circle(0 at var(--from-x) var(--from-y));
    }
    to {
      clip-path: circle(150% at var(--from-x) var(--from-y));
    }
  }
  @media (prefers-reduced-motion: reduce) {
    section.takeover.on,
    section.takeover.off {
      animation-name: fade;
    }
    @keyframes fade {
      from {
        opacity: 0;
      }
      to {
        opacity: 1;
      }
    }
  }
  .big {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--u) * 32);
    padding: 0 var(--space-64);
    font-size: calc(var(--u) * 468);
  }
  .big .arrow {
    font-size: calc(var(--u) * 108);
  }
  .big .plate {
    display: grid;
    place-items: center;
    width: calc(var(--u) * 430);
    height: calc(var(--u) * 430);
    border-radius: 20%;
    border-radius: calc(var(--u) * 86);
    background: var(--plate);
    color: var(--lamp);
    font-size: calc(var(--u) * 318);
    line-height: 1;
  }
  .sentence {
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    gap: var(--space-48);
    padding: 0 var(--space-64) calc(var(--u) * 72);
    font-weight: var(--weight-name);
  }
  .sentence .zh {
    font-size: calc(var(--u) * 80);
    white-space: nowrap;
  }
  .sentence .en {
    font-size: calc(var(--u) * 48);
    text-align: end;
  }
  .strip {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--space-48);
    padding: 0 var(--space-64);
    background: var(--sunk);
    color: var(--ink);
    font-size: calc(var(--u) * 96);
  }
  .strip ph-call-card {
    flex: 0 1 calc(var(--u) * 410);
  }
  .sound {
    position: fixed;
    inset: auto 0 0;
    display: flex;
    align-items: center;
    gap: calc(var(--u) * 40);
    min-height: calc(var(--u) * 168);
    padding: calc(var(--u) * 24) var(--space-64);
    border: 0;
    background: var(--paper);
    color: var(--pine-950);
    font: inherit;
    text-align: start;
    cursor: pointer;
  }
  .sound .icon {
    flex: none;
    width: calc(var(--u) * 88);
    height: calc(var(--u) * 88);
  }
  .sound .say {
    display: grid;
    gap: calc(var(--u) * 4);
    font-size: calc(var(--u) * 36);
  }
  .sound strong {
    font-size: calc(var(--u) * 56);
    font-weight: var(--weight-name);
  }
  @media (orientation: portrait) {
    main {
      grid-template: calc(var(--u) * 112) auto minmax(0, 1fr) auto / minmax(0, 1fr);
      grid-template-areas: 'head' 'calls' 'counters' 'foot';
    }
    .calls {
      grid-template-rows: calc(var(--u) * 400) calc(var(--u) * 320);
      padding-inline-end: var(--space-64);
    }
    .newest {
      font-size: calc(var(--u) * 236);
    }
    ph-lobby-counters {
      padding-inline-start: var(--space-64);
    }
    .others {
      font-size: calc(var(--u) * 116);
    }
    .big {
      flex-direction: column;
      justify-content: center;
      font-size: calc(var(--u) * 400);
    }
    .sentence {
      flex-direction: column;
    }
    .strip {
      flex-wrap: wrap;
    }
  }
`;

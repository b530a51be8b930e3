import { css } from 'lit';

export const windowStyles = css`
  :host {
    display: block;
    height: 100vh;
    overflow: hidden;
    background: var(--bg);
    color: var(--ink);
  }
  main {
    display: flex;
    height: 100%;
  }
  .main {
    flex: 61;
    display: flex;
    flex-direction: column;
    min-width: 0;
    background: var(--bg);
    color: var(--ink);
  }
  .plate {
    display: flex;
    align-items: flex-end;
    gap: calc(var(--u) * 22);
    padding: var(--space-48) var(--space-48) 0;
    font-size: calc(var(--u) * 48);
    font-weight: var(--weight-name);
    --plate-size: calc(var(--u) * 190);
  }
  .plate ph-training-tag {
    margin: 0 0 auto auto;
    font-size: calc(var(--u) * 24);
  }
  .number {
    margin: auto var(--space-48) var(--space-24);
    font-size: calc(var(--u) * 292);
  }
  .doing,
  .welcome {
    margin: 0 var(--space-48) auto;
    font-size: calc(var(--u) * 52);
    font-weight: var(--weight-name);
    color: var(--ink2);
  }
  .lit .doing {
    color: var(--ink);
  }
  .welcome {
    margin-block-start: auto;
    font-size: calc(var(--u) * 72);
    color: var(--ink);
  }
  .sign {
    margin: calc(var(--u) * 34) var(--space-48) auto;
    font-size: calc(var(--u) * 116);
    --sign-text-size: calc(var(--u) * 50);
  }
  /* English runs longer: a step smaller keeps the whole apology on the glass. */
  .sign:lang(en) {
    font-size: calc(var(--u) * 88);
    --sign-text-size: calc(var(--u) * 40);
  }
  footer {
    display: flex;
    justify-content: space-between;
    gap: var(--space-24);
    margin-block-start: auto;
    padding: var(--space-24) var(--space-48);
    border-top: calc(var(--u) * 2) solid var(--line);
    font-size: calc(var(--u) * 30);
    color: var(--ink2);
  }
  footer strong {
    color: var(--ink);
    font-variant-numeric: tabular-nums;
  }
  .clerk {
    flex: none;
    display: grid;
    align-content: center;
    justify-items: center;
    gap: var(--space-12);
    width: calc(var(--u) * 412);
    padding: var(--space-48);
    background: var(--surface);
    text-align: center;
  }
  .portrait {
    width: calc(var(--u) * 316);
    aspect-ratio: 4 / 5;
    object-fit: cover;
    border-radius: var(--radius-public);
    background: var(--sunk);
  }
  .badge {
    display: grid;
    align-content: center;
    gap: var(--space-8);
    font-size: calc(var(--u) * 34);
    color: var(--ink2);
  }
  .badge strong {
    font-size: calc(var(--u) * 96);
    line-height: 1;
    color: var(--ink);
  }
  .name {
    font-size: calc(var(--u) * 64);
    font-weight: var(--weight-name);
  }
  .small {
    font-size: calc(var(--u) * 34);
    color: var(--ink2);
  }
  .ways {
    flex: 39;
    display: flex;
    flex-direction: column;
    gap: var(--space-32);
    padding: calc(var(--u) * 60) calc(var(--u) * 52);
    min-width: 0;
  }
  .ways h2 {
    font-size: calc(var(--u) * 48);
  }
  .ways ph-ways {
    font-size: calc(var(--u) * 46);
    --plate-size: calc(var(--u) * 176);
  }
  .ways:lang(en) ph-ways {
    font-size: calc(var(--u) * 36);
  }
  .kept {
    margin-block-start: auto;
    padding-block-start: var(--space-24);
    border-top: calc(var(--u) * 2) solid var(--line);
    font-size: calc(var(--u) * 34);
    color: var(--ink2);
  }
  .rating {
    flex: 1;
    display: flex;
    flex-direction: column;
    align-items: stretch;
    background: var(--bg);
    color: var(--ink);
  }
  .rating h1 {
    margin: calc(var(--u) * 72) var(--space-48) 0;
    font-size: calc(var(--u) * 76);
  }
  .rating > p {
    margin: var(--space-12) var(--space-48) 0;
    font-size: calc(var(--u) * 40);
    color: var(--ink2);
  }
  .rating ph-rating {
    margin: auto var(--space-48);
    font-size: calc(var(--u) * 44);
  }
  ph-message-band {
    margin: auto var(--space-48) var(--space-48);
    font-size: calc(var(--u) * 34);
  }
  .message {
    flex-direction: column;
    justify-content: center;
    gap: var(--space-24);
    padding: var(--space-96);
    font-size: calc(var(--u) * 40);
  }
  .message h1 {
    font-size: calc(var(--u) * 64);
  }
  .message .num {
    font-size: calc(var(--u) * 190);
  }
  @media (orientation: portrait) {
    main {
      flex-direction: column;
    }
    .clerk,
    .ways {
      width: auto;
      flex: none;
    }
    .clerk .portrait {
      width: calc(var(--u) * 200);
    }
  }
`;

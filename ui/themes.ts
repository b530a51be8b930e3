import { css } from 'lit';

/**
 * The themes for shadow roots: selectors of the page's own sheet do not reach into them, so a part
 * of an element that stands on another ground (`<div data-theme="light">` on a dark screen) needs
 * the roles once more. The same declarations as in tokens.css; a test compares them.
 */
export const themes = css`
  [data-theme='light'] {
    color-scheme: light;
    --bg: var(--paper);
    --surface: var(--white);
    --sunk: var(--pine-100);
    --ink: var(--pine-950);
    --ink2: var(--ink-2);
    --line: var(--pine-200);
    --edge: var(--pine-500);
    --plate: var(--pine-900);
    --plate-ink: var(--white);
    --ring: var(--pine-950);
    --good: var(--jade-deep);
    --bad: var(--ember-deep);
    --warn: var(--lamp-deep);
    /* a waiting person; the rim of a lit mark; a broken promise's square; a soft lit ground */
    --dot: var(--pine-600);
    --lit-rim: var(--pine-950);
    --broken: var(--ember-deep);
    --broken-ink: var(--white);
    --lit-soft: var(--lamp-soft);
    --lit-soft-ink: var(--lamp-deep);
    --lamp-lip: #b97f00;
    --focus: var(--ink);
  }
  [data-theme='dark'] {
    color-scheme: dark;
    --bg: var(--pine-900);
    --surface: var(--pine-800);
    --sunk: var(--pine-950);
    --ink: var(--paper);
    --ink2: var(--pine-300);
    --line: var(--pine-700);
    --edge: var(--pine-400);
    --plate: var(--paper);
    --plate-ink: var(--pine-950);
    --ring: var(--lamp);
    --good: var(--jade);
    --bad: var(--ember);
    --warn: var(--lamp);
    --dot: var(--pine-400);
    --lit-rim: var(--lamp);
    --broken: var(--ember);
    --broken-ink: var(--pine-950);
    --lit-soft: var(--pine-700);
    --lit-soft-ink: var(--lamp);
    --lamp-lip: #a97708;
    --focus: var(--lamp);
  }
  [data-theme='lamp'] {
    color-scheme: light;
    --bg: var(--lamp);
    --surface: var(--lamp);
    --sunk: var(--lamp);
    --ink: var(--pine-950);
    --ink2: var(--pine-950);
    --line: var(--pine-950);
    --edge: var(--pine-950);
    --plate: var(--pine-950);
    --plate-ink: var(--paper);
    --ring: var(--pine-950);
    --good: var(--pine-950);
    --bad: var(--pine-950);
    --warn: var(--pine-950);
    --dot: var(--pine-950);
    --lit-rim: var(--pine-950);
    --broken: var(--ember-deep);
    --broken-ink: var(--white);
    --lit-soft: var(--lamp);
    --lit-soft-ink: var(--pine-950);
    --lamp-lip: #b97f00;
    --focus: var(--pine-950);
  }
  [data-theme] {
    color: var(--ink);
  }
`;

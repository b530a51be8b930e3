/** axe on a page as it stands. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AxeResults, NodeResult } from 'axe-core';
import type { Page } from 'playwright-core';

const axeSource = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

export interface Checked {
  /** Serious and critical findings, each with its scene. */
  readonly found: readonly string[];
  /** It had something to measure, contrast in the first place: otherwise it has not looked. */
  readonly looked: boolean;
}

/**
 * What may be otherwise in another language: names, and what is said to be in which language.
 * Roles, structure, colours and the least size of targets are those of the page.
 */
const spokenRules = [
  'html-has-lang',
  'html-lang-valid',
  'valid-lang',
  'document-title',
  'button-name',
  'link-name',
  'label',
  'select-name',
  'input-button-name',
  'label-content-name-mismatch',
  'aria-command-name',
  'aria-dialog-name',
  'aria-input-field-name',
  'aria-meter-name',
  'aria-progressbar-name',
  'aria-toggle-field-name',
  'image-alt',
  'role-img-alt',
  'svg-img-alt',
  'summary-name',
  'empty-heading',
  'empty-table-header',
  'frame-title',
  'scrollable-region-focusable',
] as const;

/** Of a long list whose lines are made alike the first are looked at. */
const alikeMax = 12;

export interface Look {
  /** 7:1 for texts, not only 4.5:1. */
  readonly enhanced?: boolean;
  /** The page has been looked at in another language: only what that changes. */
  readonly spokenOnly?: boolean;
}

export async function checkPage(page: Page, where: string, look: Look = {}): Promise<Checked> {
  const { enhanced = false, spokenOnly = false } = look;
  // Half a megabyte: once a page.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeSource);
  const contrast = enhanced ? 'color-contrast-enhanced' : 'color-contrast';
  const { violations, passed } = await page.evaluate(run, {
    alikeMax,
    options: {
      resultTypes: ['violations'],
      ...(spokenOnly
        ? { runOnly: [...spokenRules] }
        : // Whoever passes the stricter one passes the other.
          { rules: { 'color-contrast': { enabled: false }, [contrast]: { enabled: true } } }),
    },
  });
  return {
    found: violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.map((node) => `${where} ${id}: ${told(node)}`)),
    looked: spokenOnly ? passed.length > 0 : passed.includes(contrast),
  };
}

/** Runs in the page. */
async function run({ alikeMax: most, options }: { alikeMax: number; options: object }) {
  const { axe } = globalThis as unknown as {
    axe: { run(context: object, options: object): Promise<AxeResults> };
  };
  const exclude: Element[] = [];
  const walk = (root: ParentNode): void => {
    // What fades in is looked at when it is there.
    if (root instanceof Document || root instanceof ShadowRoot) {
      for (const each of root.getAnimations()) {
        if (each.effect?.getComputedTiming().endTime !== Infinity) each.finish();
      }
    }
    const alike = new Map<string, number>();
    for (const each of root.children) {
      const [own, first] = [each, each.firstElementChild].map((one) => one?.getAttribute('class'));
      const kind = `${each.localName} ${own ?? ''} ${first ?? ''}`;
      const count = (alike.get(kind) ?? 0) + 1;
      alike.set(kind, count);
      if (count > most && (each.localName === 'li' || each.localName === 'tr')) exclude.push(each);
      else walk(each);
    }
    if (root instanceof Element && root.shadowRoot !== null) walk(root.shadowRoot);
  };
  walk(document);
  const context = exclude.length === 0 ? document : { include: [document], exclude };
  const results = await axe.run(context, options);
  return { violations: results.violations, passed: results.passes.map(({ id }) => id) };
}

function told({ html, any }: NodeResult): string {
  return `${html.slice(0, 160)} ${any[0]?.message ?? ''}`;
}

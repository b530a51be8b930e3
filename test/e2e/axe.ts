/** axe on a page as it stands. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AxeResults, NodeResult } from 'axe-core';
import type { Page } from 'playwright-core';

const axeSource = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

export interface Checked {
  /** Serious and critical findings, each with its scene. */
  readonly found: readonly string[];
  /** Texts whose contrast axe could measure: none would mean that it has not looked. */
  readonly textsMeasured: number;
}

/** @param enhanced 7:1 for texts, not only 4.5:1 */
export async function checkPage(page: Page, where: string, enhanced = false): Promise<Checked> {
  await page.evaluate(axeSource);
  const { violations, passes } = await page.evaluate(async (enabled) => {
    const { axe } = globalThis as unknown as { axe: { run(options: object): Promise<AxeResults> } };
    const results = await axe.run({ rules: { 'color-contrast-enhanced': { enabled } } });
    return {
      violations: results.violations,
      passes: results.passes.map(({ id, nodes }) => ({ id, count: nodes.length })),
    };
  }, enhanced);
  return {
    found: violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.map((node) => `${where} ${id}: ${told(node)}`)),
    textsMeasured: passes.find(({ id }) => id === 'color-contrast')?.count ?? 0,
  };
}

function told({ html, any }: NodeResult): string {
  return `${html.slice(0, 160)} ${any[0]?.message ?? ''}`;
}

import type { Language, Text } from '#core/vocabulary.ts';

/**
 * The complete list of what is missing (`one-notice-of-missing-papers`): the service's papers
 * that are marked, in the service's order, then the clerk's own lines; each once, none empty. In
 * the customer's language: it is shown on the customer's phone and slip.
 */
export function missingList(
  papers: readonly Text[],
  marked: ReadonlySet<number>,
  own: readonly string[],
  customers: Language,
): readonly string[] {
  const listed = papers.filter((_, index) => marked.has(index)).map((paper) => paper[customers]);
  const lines = [...listed, ...own.map((line) => line.trim())].filter((line) => line !== '');
  return [...new Set(lines)].slice(0, missingMax);
}

/** The door takes this many lines at most. */
export const missingMax = 20;

/** Whatever was not ticked as brought starts as missing. */
export function notBrought(papers: readonly Text[], brought: ReadonlySet<number>): Set<number> {
  return new Set(papers.map((_, index) => index).filter((index) => !brought.has(index)));
}

import type { Finding } from './findings.ts';
import { openBracket, openQuote } from './words.ts';

/**
 * After a syntax mistake the parser guesses: what it says of the text behind is not to be trusted,
 * nor that something is missing. What stands before, and holds by itself, is still said.
 */
export function withSyntax(
  syntax: readonly Finding[],
  findings: readonly Finding[],
  lineOf: (offset: number) => number,
): readonly Finding[] {
  if (syntax.length === 0) return findings;
  const first = Math.min(...syntax.map(({ offset }) => offset));
  const swallowed = syntax.find(({ message }) => message === openQuote || message === openBracket);
  const upTo = syntax.filter(({ offset }) => offset <= (swallowed?.offset ?? Infinity));
  // One slip of the pen often breaks several of the parser's rules on one line.
  const apart = upTo.filter(
    (each, index) =>
      upTo.findIndex(({ offset }) => lineOf(offset) === lineOf(each.offset)) === index,
  );
  return [...apart, ...findings.filter((each) => each.local && each.offset < first)];
}

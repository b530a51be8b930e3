/** Has every enforced rule a test that names it? */
import ts from 'typescript';
import type { ProjectFile } from './project-files.ts';
import { isHouse } from './project-files.ts';

/** Rules of the rulebook that other rooms than the core keep; a test may name them too. */
export const otherRules: readonly string[] = [
  'complaint-ledger',
  'completion-deadlines',
  'courteous-words',
  'fault-ledger',
  'fault-notice',
  'five-say-the-same',
  'follow-up',
  'home-visits',
  'inquiry-ledger',
  'posted-notices',
  'pre-shift-meeting',
  'quality-score',
  'retention-record',
  'suggestion-ledger',
  'supervision-board',
  'swap-limits',
  'vip-told-first',
];

/**
 * Rules without a test whose title begins with their id in brackets, and titles that begin with an
 * id that is no rule (a slip of the pen would count for nothing).
 */
export function ruleBreaches(rules: readonly string[], files: readonly ProjectFile[]): string[] {
  const named = files
    .filter((file) => /\.(test|e2e)\.ts$/.test(file.path) && !isHouse(file))
    .flatMap((file) => testTitles(file).map((title) => ({ file, title })))
    .flatMap(({ file, title }) => idsOf(title).map((id) => ({ path: file.path, id })));
  const tested = new Set(named.map(({ id }) => id));
  return [
    ...rules.filter((rule) => !tested.has(rule)).map((rule) => `no test names [${rule}]`),
    ...named
      .filter(({ id }) => !rules.includes(id) && !otherRules.includes(id))
      .map(({ path, id }) => `${path} names [${id}], which is no rule`),
  ];
}

/** Titles of `it` and `test`, also behind `.each(…)` and `.for(…)`. */
export function testTitles({ path, text }: ProjectFile): string[] {
  const titles: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && isTest(node.expression)) {
      const [title] = node.arguments;
      if (title && ts.isStringLiteralLike(title)) titles.push(title.text);
      else if (title && ts.isTemplateExpression(title)) titles.push(title.head.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest));
  return titles;
}

/** The ids at the beginning: `[one] [two] what is expected`. */
function idsOf(title: string): string[] {
  const [head = ''] = /^(?:\[[a-z]+(?:-[a-z]+)*\]\s*)*/.exec(title) ?? [];
  return [...head.matchAll(/\[([a-z-]+)\]/g)].map((match) => match[1] ?? '');
}

function isTest(callee: ts.Expression): boolean {
  if (ts.isIdentifier(callee)) return callee.text === 'it' || callee.text === 'test';
  if (ts.isPropertyAccessExpression(callee)) return isTest(callee.expression);
  if (ts.isCallExpression(callee)) return isTest(callee.expression);
  if (ts.isTaggedTemplateExpression(callee)) return isTest(callee.tag);
  return false;
}

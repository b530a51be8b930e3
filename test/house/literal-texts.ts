/** Is every text that people read in a locale table, where both languages stand side by side? */
import ts from 'typescript';
import type { ProjectFile } from './project-files.ts';
import { isSource } from './project-files.ts';
import { holdsTexts } from './words.ts';

const chinese = /\p{Script=Han}/u;
const words = /\p{L}{2,}/u;
const readAttributes = /\b(?:aria-label|aria-description|title|placeholder|alt|label)="([^"]*)"/g;

/** The product's name is the same in every language. */
const names = /排号|Paihao/g;

/** Findings as `path:line text`. Comments may say what they like. */
export function literalTexts(files: readonly ProjectFile[]): string[] {
  return files
    .filter((file) => !file.path.startsWith('test/') && !holdsTexts(file) && !isExempt(file))
    .flatMap((file) => {
      if (file.path.endsWith('.html')) return inPage(file);
      return isSource(file) ? inSource(file) : [];
    });
}

/** Files whose texts, in both languages, stand beside the very thing they explain. */
const besideWhatTheyExplain = [
  'server/hall-file/schema.ts', // each field's form and what to say when it is not met
  'server/hall-file/customer-rows.ts', // the columns' names, and what a line of the list lacks
  'server/replay/recorded-hall.ts', // a hall file, filled from a recording
];

/** The gallery is a tool of the people who build this, in their language. */
function isExempt({ path }: ProjectFile): boolean {
  return /^(ui\/gallery|docs)\//.test(path) || besideWhatTheyExplain.includes(path);
}

function inPage({ path, text }: ProjectFile): string[] {
  const said = readableText(text.replace(/<!doctype[^>]*>|<!--[^]*?-->/gi, ''));
  return said.map((part) => `${path} ${part}`);
}

function inSource({ path, text }: ProjectFile): string[] {
  const found: string[] = [];
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const report = (node: ts.Node, said: string) => {
    const line = tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1;
    found.push(`${path}:${line} ${said.trim().slice(0, 60)}`);
  };
  const visit = (node: ts.Node): void => {
    if (isExample(node)) return;
    if (isTextNode(node) && chinese.test(node.text.replaceAll(names, ''))) report(node, node.text);
    if (ts.isTaggedTemplateExpression(node) && isLitTag(node.tag)) {
      for (const said of readableText(staticText(node.template))) report(node, said);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** An example in a schema speaks to programmers. */
function isExample(node: ts.Node): boolean {
  return ts.isPropertyAssignment(node) && /^examples?$/.test(node.name.getText());
}

function isTextNode(node: ts.Node): node is ts.LiteralLikeNode {
  return (
    ts.isStringLiteralLike(node) ||
    node.kind === ts.SyntaxKind.TemplateHead ||
    node.kind === ts.SyntaxKind.TemplateMiddle ||
    node.kind === ts.SyntaxKind.TemplateTail
  );
}

function isLitTag(tag: ts.Expression): boolean {
  return ts.isIdentifier(tag) && (tag.text === 'html' || tag.text === 'svg');
}

/** The template with every expression as `{}`. */
function staticText(template: ts.TemplateLiteral): string {
  if (ts.isNoSubstitutionTemplateLiteral(template)) return template.text;
  return [template.head.text, ...template.templateSpans.map(({ literal }) => literal.text)].join(
    '{}',
  );
}

/** What a reader or a screen reader would meet of a piece of HTML. */
function readableText(html: string): string[] {
  const attributes = [...html.matchAll(readAttributes)].map((match) => match[1] ?? '');
  const text = html
    .replace(/<(style|script)\b[^]*?<\/\1>/gi, '')
    .replace(/<[^>]*>/g, '\n')
    .replace(/&\w+;/g, ' ')
    .split('\n');
  return [...attributes, ...text]
    .map((part) => part.replaceAll(names, '').replaceAll('{}', ' ').trim())
    .filter((part) => words.test(part));
}

import {
  isMap,
  isPair,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type ErrorCode,
  type Node,
} from 'yaml';
import type { Text } from '#core/vocabulary.ts';
import type { Finding } from './findings.ts';
import { openBracket, openQuote, syntaxWords } from './words.ts';

export interface YamlDocument {
  readonly document: Document.Parsed;
  /** Line and column of an offset, both from 1. */
  readonly position: (offset: number) => { line: number; column: number };
  readonly syntax: readonly Finding[];
}

interface OpenPart {
  readonly offset: number;
  readonly message: Text;
}

/** YAML 1.2, so that `off` and `no` are words and `08:30-18:30` is a text. */
export function parseYaml(source: string): YamlDocument {
  const lineCounter = new LineCounter();
  const document = parseDocument(source, {
    version: '1.2',
    lineCounter,
    prettyErrors: false, // they quote the text, pins among it
    uniqueKeys: false, // shape.ts names a repeated key with the line of the first
    keepSourceTokens: false,
  });
  const syntax = [...document.errors, ...document.warnings].map(({ code, pos }) => {
    const open = openers.has(code) ? openBefore(document, source, pos[0]) : null;
    const message = open?.message ?? syntaxWords[code];
    return { offset: open?.offset ?? pos[0], path: '', message, local: true };
  });
  return {
    document,
    syntax,
    position(offset) {
      const { line, col } = lineCounter.linePos(offset);
      return { line: Math.max(1, line), column: Math.max(1, col) };
    },
  };
}

/** What the parser says where something open has swallowed the rest. */
const openers: ReadonlySet<ErrorCode> = new Set(['MISSING_CHAR', 'BAD_INDENT']);

/**
 * The quote or bracket that was open up to `offset`, where the parser noticed; null when the
 * mistake is another one. An open quote goes before the brackets around it.
 */
function openBefore(document: Document, source: string, offset: number): OpenPart | null {
  const open: OpenPart[] = [];
  const add = (node: Node, closing: string, message: Text, contentEnd = 0) => {
    const [start, end] = node.range ?? [0, 0];
    const closed = end > Math.max(start + 1, contentEnd) && source[end - 1] === closing;
    if (!closed && start < offset && end >= offset) open.push({ offset: start, message });
  };
  visit(document, {
    Scalar(_, node) {
      const mark = source[node.range?.[0] ?? 0] ?? '';
      if (mark === '"' || mark === "'") add(node, mark, openQuote);
    },
    Collection(_, node) {
      if (node.flow !== true) return;
      const last: unknown = node.items.at(-1);
      const inside = (isPair(last) ? (last.value ?? last.key) : last) as Node | null | undefined;
      add(node, isMap(node) ? '}' : ']', openBracket, inside?.range?.[1]);
    },
  });
  return open.find(({ message }) => message === openQuote) ?? open.at(-1) ?? null;
}

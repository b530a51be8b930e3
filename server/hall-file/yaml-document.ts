import { LineCounter, parseDocument, type Document } from 'yaml';
import type { Finding } from './findings.ts';
import { syntaxWords } from './words.ts';

export interface YamlDocument {
  readonly document: Document.Parsed;
  /** Line and column of an offset, both from 1. */
  readonly position: (offset: number) => { line: number; column: number };
  readonly syntax: readonly Finding[];
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
  const syntax = [...document.errors, ...document.warnings].map(({ code, pos }) => ({
    offset: pos[0],
    path: '',
    message: syntaxWords[code],
    local: true,
  }));
  return {
    document,
    syntax,
    position(offset) {
      const { line, col } = lineCounter.linePos(offset);
      return { line: Math.max(1, line), column: Math.max(1, col) };
    },
  };
}

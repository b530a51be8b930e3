/** Does a page keep to the hub's policy, `default-src 'self'`? */
import type { ProjectFile } from './project-files.ts';

const breaches: readonly { pattern: RegExp; what: string }[] = [
  { pattern: /<script\b(?![^>]*\bsrc=)[^>]*>/i, what: 'a script in the page' },
  { pattern: /<style\b/i, what: 'a style in the page' },
  { pattern: /<[a-z-]+\b[^>]*\sstyle=/i, what: 'a style attribute' },
  { pattern: /<[a-z-]+\b[^>]*\son[a-z]+=/i, what: 'an event attribute' },
  { pattern: /(?:src|href)="(?:https?:)?\/\//i, what: 'an address outside of the hub' },
  { pattern: /(?:src|href)="data:|url\(['"]?data:/i, what: 'a data: address' },
  { pattern: /url\(['"]?(?:https?:)?\/\//i, what: 'an address outside of the hub' },
];

/** What the browser would refuse or fetch from elsewhere in HTML or CSS, as `path: what`. */
export function policyBreaches(files: readonly ProjectFile[]): string[] {
  return files.flatMap(({ path, text }) =>
    breaches.filter(({ pattern }) => pattern.test(text)).map(({ what }) => `${path}: ${what}`),
  );
}

/** What a page needs to be read by anybody, on anything. */
export function pageLacks({ text }: ProjectFile): string[] {
  const needs: [RegExp, string][] = [
    [/^<!doctype html>/i, 'a doctype'],
    [/<html[^>]*\slang="[a-z]/i, 'a language'],
    [/<meta[^>]*charset="utf-8"/i, 'its character set'],
    [/<meta[^>]*name="viewport"/i, 'a viewport'],
    [/<title>[^<]+<\/title>/i, 'a title'],
  ];
  return needs.filter(([pattern]) => !pattern.test(text)).map(([, what]) => what);
}

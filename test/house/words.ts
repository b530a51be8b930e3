/** One concept, one word (docs/glossary.md): words that are not ours, and ours for them. */
import ts from 'typescript';
import { discourteousIn } from '#protocol/words/courteous.ts';
import type { ProjectFile } from './project-files.ts';
import { isHouse } from './project-files.ts';

type BannedWord = { pattern: RegExp; instead: string; except?: RegExp };

/** Recorded days have columns and words of their own. */
const recordings = /^(server|test)\/(replay|people)\//;

/** In code, comments and pages alike. */
export const bannedWords: readonly BannedWord[] = [
  { pattern: /\bsenhas?\b/i, instead: 'ticket' },
  { pattern: /atendimento/i, instead: 'service' },
  { pattern: /\bguich[eê]s?\b/i, instead: 'counter' },
  { pattern: /\b(tellers?|attendants?|officers?)\b/i, instead: 'clerk' },
  { pattern: /\bbooths?\b|\bdesk(Id|Number)\b/i, instead: 'counter' },
  { pattern: /\bqueue ?(number|tickets?)\b/i, instead: 'ticket, or number' },
  { pattern: /\b(queueTicket|queueNumber)\b/, instead: 'ticket, or number' },
  { pattern: /\bbranch(Id|Day)\b/, instead: 'hall' },
  { pattern: /\b(no_show|noshow|NOSHOW)\b/, instead: 'no-show (noShow)', except: recordings },
  { pattern: /\b(re-queue|requeued?)\b/i, instead: 'rejoin, return or put back' },
  { pattern: /\b(triage|dispenser)\b/i, instead: 'kiosk' },
  { pattern: /\b(signboard|panel-app|tv screen)\b/i, instead: 'lobby screen' },
  { pattern: /\b(shift change|changeover|hand-over)\b/i, instead: 'handover' },
  { pattern: /\b(whitelist|blacklist)/i, instead: 'allowed, refused' },
  { pattern: /柜台|柜檯/, instead: '窗口' },
  { pattern: /叫號|號碼|排號|窗囗/, instead: 'simplified characters' },
];

/** Files that hold what people read. */
export function holdsTexts({ path }: ProjectFile): boolean {
  return /(^|\/)(locales?|words)\/|(^|[-/])(locale|words)\.ts$/.test(path);
}

/** Each finding as `path:line "word": instead`. */
export function bannedWordsIn(files: readonly ProjectFile[]): string[] {
  return files
    .filter((file) => !isHouse(file) && isWrittenByUs(file))
    .flatMap((file) => findings(file, bannedWords));
}

/**
 * Texts of the pages that a hall would not say to anybody (rule courteous-words), by the same list
 * that an editor of notices is warned with. English is judged from two words on: one is a key.
 */
export function discourteousTexts(files: readonly ProjectFile[]): string[] {
  return files
    .filter((file) => holdsTexts(file) && /^(ui|kiosk|display|counter)\//.test(file.path))
    .flatMap((file) =>
      stringsOf(file).flatMap((said) => {
        const isChinese = /\p{Script=Han}/u.test(said);
        if (!isChinese && !said.includes(' ')) return [];
        const judged = said.replaceAll(agreedPhrase, '');
        const found = discourteousIn(judged, isChinese ? 'zh' : 'en');
        return found.map((word) => `${file.path} "${word}" in "${said}"`);
      }),
    );
}

/** What halls say of a wait that nobody can tell; it names no refusal. */
const agreedPhrase = '暂无法估计';

function stringsOf({ path, text }: ProjectFile): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node)) found.push(node.text);
    if (ts.isTemplateMiddle(node) || ts.isTemplateTail(node)) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest));
  return found;
}

/** Recorded names and the table of words itself may hold any word. */
function isWrittenByUs({ path }: ProjectFile): boolean {
  return (
    /\.(ts|mjs|js|css|html|yaml|md)$/.test(path) &&
    path !== 'docs/glossary.md' &&
    path !== 'CHANGELOG.md'
  );
}

function findings({ path, text }: ProjectFile, words: readonly BannedWord[]): string[] {
  return text.split('\n').flatMap((line, index) =>
    words.flatMap(({ pattern, instead, except }) => {
      const found = except?.test(path) ? null : pattern.exec(line);
      return found ? [`${path}:${index + 1} "${found[0]}": ${instead}`] : [];
    }),
  );
}

/** The words of the field that the glossary has to explain. */
export const glossaryWords: readonly string[] = [
  'hall',
  'counter',
  'clerk',
  'ticket',
  'service',
  'class',
  'call',
  'recall',
  'no-show',
  'rejoin',
  'transfer',
  'park',
  'pause',
  'absence',
  'handover',
  'sign-off',
  'intake',
  'business day',
  'promise',
  'journal',
  'projection',
  'view',
];

/** Words without a table row that begins with them and gives their Chinese. */
export function missingFromGlossary(glossary: string): string[] {
  const rows = glossary.split('\n').filter((line) => line.startsWith('|'));
  return glossaryWords.filter(
    (word) =>
      !rows.some(
        (row) => row.toLowerCase().startsWith(`| ${word} |`) && /\p{Script=Han}/u.test(row),
      ),
  );
}

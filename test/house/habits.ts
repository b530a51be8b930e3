/** Small habits that lint does not see: marks, skipped tests, places, lengths, names. */
import type { ProjectFile } from './project-files.ts';
import { isHouse, isSource } from './project-files.ts';
import { holdsTexts } from './words.ts';

export const fileLinesMax = 400;

type Mark = { pattern: RegExp; why: string; where?: RegExp; except?: RegExp };

const marks: readonly Mark[] = [
  { pattern: /\b(FIXME|XXX|HACK|TODO)\b/, why: 'finish it, or open an issue' },
  { pattern: /@ts-(ignore|nocheck)/, why: 'give it its type' },
  { pattern: /(istanbul|c8|v8) ignore/, why: 'no coverage marks' },
  {
    pattern: /\b(it|test|describe|suite)(\.\w+)*\.(only|todo|fails)\b/,
    why: 'every test runs',
    where: /^test\//,
  },
  {
    pattern: /\b(it|test|describe|suite)(\.\w+)*\.(skip|skipIf|runIf)\b|\b(ctx|context)\.skip\(/,
    why: 'nothing is skipped but tests of absent recorded days, of a machine without sound or spreadsheet',
    where: /^test\//,
    except: /^test\/support\/(recorded-days|sound-server|spreadsheet)\.ts$/,
  },
  { pattern: /waitForTimeout\(/, why: 'wait for what happens, not for time', where: /^test\// },
  { pattern: /customElement\('(?!ph-)/, why: 'elements are prefixed ph-' },
];

/** Marks that should not stay, as `path:line mark: why`. */
export function leftMarks(files: readonly ProjectFile[]): string[] {
  return files
    .filter((file) => isSource(file) && !isHouse(file))
    .flatMap(({ path, text }) => {
      const here = marks.filter(
        ({ where, except }) => (where?.test(path) ?? true) && !except?.test(path),
      );
      return text.split('\n').flatMap((line, index) =>
        here.flatMap(({ pattern, why }) => {
          const found = pattern.exec(line);
          return found ? [`${path}:${index + 1} ${found[0]}: ${why}`] : [];
        }),
      );
    });
}

/** Folders of somebody's machine, and where somebody's packages came from. */
const places = [
  /(?<![\w.])\/(work|root|home|Users)\/\w+/,
  /\b[A-Z]:\\Users\\/,
  /registry\.(npmjs|yarnpkg|npmmirror)/,
  /^\s*"resolved":/,
];

/** Lines that hold for one machine only, as `path:line place`. */
export function machinePlaces(files: readonly ProjectFile[]): string[] {
  return files
    .filter((file) => !isHouse(file))
    .flatMap(({ path, text }) =>
      text.split('\n').flatMap((line, index) => {
        const found = places.map((place) => place.exec(line)?.[0]).find(Boolean);
        return found ? [`${path}:${index + 1} ${found.trim()}`] : [];
      }),
    );
}

/** Source files that hold more than one thought. A table of texts is one, however long. */
export function longFiles(files: readonly ProjectFile[]): string[] {
  return files
    .filter((file) => (isSource(file) || file.path.endsWith('.css')) && !holdsTexts(file))
    .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
    .filter(({ lines }) => lines > fileLinesMax)
    .map(({ path, lines }) => `${path}: ${lines} lines, at most ${fileLinesMax}`);
}

/** Source files that are not in kebab-case. */
export function oddNames(files: readonly ProjectFile[]): string[] {
  const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)+$/;
  return files
    .filter((file) => isSource(file) || /\.(css|html)$/.test(file.path))
    .map(({ path }) => path)
    .filter(
      (path) => !path.split('/').slice(0, -1).every(isKebabFolder) || !kebab.test(last(path)),
    );
}

const isKebabFolder = (name: string) => /^\.?[a-z0-9]+(-[a-z0-9]+)*$/.test(name);
const last = (path: string) => path.slice(path.lastIndexOf('/') + 1);

import type { Text } from '#core/vocabulary.ts';
import { startOf, type Finding, type Places } from '../findings.ts';
import type { HallFileDraft } from '../schema.ts';

/** What a check is given: the file as far as it could be read, and where its parts stand. */
export interface Checking {
  readonly file: HallFileDraft;
  /** The hall has customers and pins already. */
  readonly keeps: boolean;
  /** The line on which the value of `path` begins. */
  readonly lineOf: (path: string) => number;
  /** Says something about the value of `path`, where it begins. */
  readonly report: (path: string, message: Text) => void;
  /** Says something about `path` as a whole, at its key. */
  readonly reportAtKey: (path: string, message: Text) => void;
}

export function checking(
  file: HallFileDraft,
  places: Places,
  lineAt: (offset: number) => number,
  keeps = false,
): Checking & { readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const add = (offset: number, path: string, message: Text) =>
    findings.push({ offset, path, message, local: false });
  return {
    file,
    findings,
    keeps,
    lineOf: (path) => lineAt(places.get(path)?.value ?? 0),
    report: (path, message) => add(places.get(path)?.value ?? 0, path, message),
    reportAtKey: (path, message) => add(startOf(places.get(path)), path, message),
  };
}

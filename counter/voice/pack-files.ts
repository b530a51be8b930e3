import type { PromptView } from './voice-api.ts';
import type { NamedFile } from './zip-files.ts';

/** Which file says what: by the pack's manifest, or else by the files' own names. */
export interface MatchedFile {
  readonly key: string;
  readonly file: NamedFile;
}

export interface PackFiles {
  readonly matched: readonly MatchedFile[];
  /** Files that say nothing the hall needs, by name. */
  readonly unmatched: readonly string[];
  readonly about: {
    readonly name: string;
    readonly speaker: string;
    readonly licence: string;
  } | null;
}

/** Pure. `请.mp3`, `zh/请.wav`, `A.wav` and `letter-A.ogg` find their prompts; so does a manifest. */
export function matchFiles(files: readonly NamedFile[], prompts: readonly PromptView[]): PackFiles {
  const manifest = manifestIn(files);
  const byName = new Map(files.map((file) => [lastOf(file.name), file]));
  const matched = new Map<string, NamedFile>();
  for (const [key, { file }] of Object.entries(manifest?.clips ?? {})) {
    const found = byName.get(file);
    if (found !== undefined) matched.set(key, found);
  }
  const used = new Set(matched.values());
  for (const file of files) {
    if (used.has(file) || lastOf(file.name) === 'manifest.json') continue;
    const prompt = promptNamed(file.name, prompts);
    if (prompt === undefined || matched.has(prompt.key)) continue;
    matched.set(prompt.key, file);
    used.add(file);
  }
  return {
    matched: [...matched].map(([key, file]) => ({ key, file })),
    unmatched: files
      .filter((file) => !used.has(file) && lastOf(file.name) !== 'manifest.json')
      .map(({ name }) => lastOf(name)),
    about: manifest?.about ?? null,
  };
}

function promptNamed(path: string, prompts: readonly PromptView[]): PromptView | undefined {
  const stem = lastOf(path).replace(/\.\w{2,5}$/, '');
  const wanted = stem.replace(/^(?:cmn|zh|en|letter|word)[-_ ]/i, '').toLocaleLowerCase('en');
  const language = /(?:^|\/)(zh|en)[/_-]/i.exec(path)?.[1]?.toLowerCase();
  const said = wanted.replaceAll('_', ' ');
  return prompts.find(
    (prompt) =>
      prompt.say.toLocaleLowerCase('en') === said &&
      (language === undefined || prompt.language === language),
  );
}

function manifestIn(files: readonly NamedFile[]) {
  const file = files.find(({ name }) => lastOf(name) === 'manifest.json');
  if (file === undefined) return null;
  try {
    const read = JSON.parse(new TextDecoder().decode(file.bytes)) as Record<string, unknown>;
    const { clips, name, speaker, licence } = read;
    if (typeof clips !== 'object' || clips === null) return null;
    const texts = [name, speaker, licence].every((value) => typeof value === 'string');
    return {
      clips: Object.fromEntries(
        Object.entries(clips).filter(
          (entry): entry is [string, { file: string }] =>
            typeof (entry[1] as { file?: unknown } | null)?.file === 'string',
        ),
      ),
      about: texts ? (read as { name: string; speaker: string; licence: string }) : null,
    };
  } catch {
    return null; // The files' own names are left.
  }
}

function lastOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { Language } from '#core/vocabulary.ts';
import type { DeviceSpec } from '../device-file/device-spec.ts';
import { readDeviceFile } from '../device-file/read-device-file.ts';
import { agentWords } from './words.ts';

/** The devices of a file, or a line for every mistake: `file:line:column path: what`. */
export function readDevicesAt(
  path: string,
  language: Language,
):
  | { readonly ok: true; readonly devices: readonly DeviceSpec[] }
  | { readonly ok: false; readonly lines: readonly string[] } {
  let source: string;
  try {
    source = readFileSync(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return { ok: false, lines: [`${shown(path)}: ${agentWords.unreadable(code)[language]}`] };
  }
  const read = readDeviceFile(source);
  if (read.ok) return read;
  return {
    ok: false,
    lines: read.problems.map(({ line, column, path: place, message }) => {
      const at = `${shown(path)}:${String(line)}:${String(column)}`;
      return place === '' ? `${at} ${message[language]}` : `${at} ${place}: ${message[language]}`;
    }),
  };
}

/** Below the present folder, as the operator typed it. */
function shown(path: string): string {
  const near = relative(process.cwd(), path);
  return near.startsWith('..') ? path : near;
}

import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Writes files that somebody may be reading: each is there whole or not at all. */
export function createOutFolder(folder: string) {
  mkdirSync(folder, { recursive: true });
  return (name: string, content: string | Uint8Array): void => {
    const path = join(folder, name);
    const begun = `${path}.part`;
    writeFileSync(begun, content);
    renameSync(begun, path);
  };
}

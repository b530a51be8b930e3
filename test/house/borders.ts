/** Do the imports keep to the borders between the rooms? */
import { posix } from 'node:path';
import { importsOf } from './imports.ts';
import type { Import } from './imports.ts';
import type { ProjectFile } from './project-files.ts';
import { isSource } from './project-files.ts';
import { programs, rooms } from './rooms.ts';
import type { Room } from './rooms.ts';

/** Each breach in one line: who imports what, and what to do instead. */
export function borderBreaches(files: readonly ProjectFile[]): string[] {
  return files
    .filter((file) => isSource(file) && file.path.includes('/'))
    .flatMap((file) => {
      const room = roomOf(file.path);
      if (!room) return [`${file.path}: its folder has no line in test/house/rooms.ts`];
      return importsOf(file).flatMap((found) => {
        const reason = whyRefused(room, file.path, found);
        return reason === undefined ? [] : [`${file.path} imports ${found.specifier}: ${reason}`];
      });
    });
}

/** The most particular room that holds a path. */
export function roomOf(path: string): Room | undefined {
  const holding = rooms.filter(({ folder, ownFilesOnly }) =>
    ownFilesOnly ? posix.dirname(path) === folder : path.startsWith(`${folder}/`),
  );
  return holding.sort((a, b) => b.folder.length - a.folder.length)[0];
}

function whyRefused(room: Room, importer: string, found: Import): string | undefined {
  switch (found.kind) {
    case 'node':
      return room.node ? undefined : `${room.folder} does without Node's modules`;
    case 'package':
      return mayUse(room, found.name) ? undefined : `not a package for ${room.folder}`;
    case 'file':
      return whyFileRefused(room, importer, found);
  }
}

function whyFileRefused(
  room: Room,
  importer: string,
  { specifier, path, byUrl }: Extract<Import, { kind: 'file' }>,
): string | undefined {
  if (byUrl && programs.includes(path)) return undefined;
  const target = roomOf(path);
  if (target === room) {
    // Tests are one wide room, and #test/… is for them alone.
    const detour = specifier.startsWith('#') && room.folder !== 'test';
    return detour ? 'inside a room, steps are relative' : undefined;
  }
  if (target?.folder === 'test') return 'nothing imports test';
  if (room.mayImport !== 'anything' && !room.mayImport.some((may) => holds(may, path))) {
    return `${room.folder} may not import ${target?.folder ?? 'outside of the rooms'}`;
  }
  // Downwards (`./routes/…` in server/app.ts) is a step inside; anything else crosses a border.
  const crosses = target !== undefined && !path.startsWith(`${posix.dirname(importer)}/`);
  return crosses && !byUrl && specifier.startsWith('.')
    ? 'borders are crossed by #room/…'
    : undefined;
}

function holds(allowed: string, path: string): boolean {
  return path === allowed || path.startsWith(`${allowed}/`);
}

function mayUse({ packages }: Room, name: string): boolean {
  if (packages === 'any') return true;
  return packages.some(
    (may) => may === name || (may.endsWith('*') && name.startsWith(may.slice(0, -1))),
  );
}

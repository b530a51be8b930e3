/** Reads a tar archive that is in memory: regular files with short names, all that tests meet. */

export type TarFile = { path: string; bytes: Uint8Array };

const blockBytes = 512;

/** The regular files of an archive; throws on a header it does not know. */
export function readTar(archive: Uint8Array): TarFile[] {
  const files: TarFile[] = [];
  let at = 0;
  while (at + blockBytes <= archive.length && archive[at] !== 0) {
    const header = archive.subarray(at, at + blockBytes);
    const size = Number.parseInt(text(header, 124, 12), 8);
    const kind = text(header, 156, 1);
    const path = [text(header, 345, 155), text(header, 0, 100)].filter(Boolean).join('/');
    at += blockBytes;
    if (kind === '0' || kind === '') {
      files.push({ path, bytes: archive.subarray(at, at + size) });
    } else if (kind !== '5') {
      throw new Error(`tar: "${path}" is of kind "${kind}", which is not read here`);
    }
    at += Math.ceil(size / blockBytes) * blockBytes;
  }
  return files;
}

/** A header field: up to its first NUL, without surrounding spaces. */
function text(header: Uint8Array, offset: number, length: number): string {
  const field = Buffer.from(header.subarray(offset, offset + length)).toString('utf8');
  return (field.split('\0', 1)[0] ?? '').trim();
}

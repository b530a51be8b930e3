/**
 * The files of a ZIP archive (PKWARE APPNOTE 6.3.10): stored or deflated, which is what exporters
 * write. Bounded; null for anything that is no such archive.
 */
export async function zipFiles(archive: ArrayBuffer): Promise<readonly NamedFile[] | null> {
  const view = new DataView(archive);
  const end = endOfDirectory(view);
  if (end === null) return null;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const files: NamedFile[] = [];
  let total = 0;
  for (let index = 0; index < Math.min(count, filesMax); index += 1) {
    if (at + 46 > archive.byteLength || view.getUint32(at, true) !== 0x02014b50) return null;
    const method = view.getUint16(at + 10, true);
    const packed = view.getUint32(at + 20, true);
    const size = view.getUint32(at + 24, true);
    const [nameLength, extraLength, noteLength] = [28, 30, 32].map((step) =>
      view.getUint16(at + step, true),
    ) as [number, number, number];
    const name = new TextDecoder().decode(new Uint8Array(archive, at + 46, nameLength));
    const local = view.getUint32(at + 42, true);
    at += 46 + nameLength + extraLength + noteLength;
    total += size;
    if (name.endsWith('/') || size === 0) continue;
    if (total > bytesMax || local + 30 > archive.byteLength) return null;
    const begins = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    if (begins + packed > archive.byteLength) return null;
    const bytes = await unpacked(archive.slice(begins, begins + packed), method, size);
    if (bytes === null) return null;
    files.push({ name, bytes });
  }
  return files;
}

export interface NamedFile {
  readonly name: string;
  readonly bytes: ArrayBuffer;
}

const filesMax = 1_000;
const bytesMax = 200_000_000;

/** It stands at the end, before a note of unknown length. */
function endOfDirectory(view: DataView): number | null {
  const lowest = Math.max(view.byteLength - 65_557, 0);
  for (let at = view.byteLength - 22; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  return null;
}

async function unpacked(
  bytes: ArrayBuffer,
  method: number,
  size: number,
): Promise<ArrayBuffer | null> {
  if (method === 0) return bytes;
  if (method !== 8) return null;
  try {
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
    const out = await new Response(stream).arrayBuffer();
    return out.byteLength === size ? out : null;
  } catch {
    return null; // Damaged, or a browser without this format.
  }
}

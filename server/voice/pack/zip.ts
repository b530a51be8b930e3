import { crc32 } from 'node:zlib';

export interface ZipFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const versionNeeded = 20;
/** Names are UTF-8. */
const utf8Flag = 0x0800;
/** 1980-01-01: the same pack gives the same archive. */
const date = 0x0021;

/**
 * A ZIP archive without compression (PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16):
 * sound hardly shrinks, and any program reads it.
 */
export function zipOf(files: readonly ZipFile[]): Uint8Array {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, bytes } of files) {
    const nameBytes = new TextEncoder().encode(name);
    const fields = (view: DataView, at: number): void => {
      view.setUint16(at, versionNeeded, true);
      view.setUint16(at + 2, utf8Flag, true);
      view.setUint16(at + 8, date, true);
      view.setUint32(at + 10, crc32(bytes), true);
      view.setUint32(at + 14, bytes.length, true);
      view.setUint32(at + 18, bytes.length, true);
      view.setUint16(at + 22, nameBytes.length, true);
    };
    const local = record(30, 0x04034b50, (view) => fields(view, 4));
    const central = record(46, 0x02014b50, (view) => {
      view.setUint16(4, versionNeeded, true);
      fields(view, 6);
      view.setUint32(42, offset, true);
    });
    parts.push(local, nameBytes, bytes);
    directory.push(central, nameBytes);
    offset += local.length + nameBytes.length + bytes.length;
  }
  const directoryLength = directory.reduce((sum, { length }) => sum + length, 0);
  const end = record(22, 0x06054b50, (view) => {
    view.setUint16(8, files.length, true);
    view.setUint16(10, files.length, true);
    view.setUint32(12, directoryLength, true);
    view.setUint32(16, offset, true);
  });
  return joined([...parts, ...directory, end]);
}

function record(length: number, signature: number, fill: (view: DataView) => void): Uint8Array {
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, signature, true);
  fill(view);
  return bytes;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

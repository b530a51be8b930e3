/** Reads a workbook independently of what wrote it: the zip's directory, then plain XML. */
import { inflateRawSync } from 'node:zlib';

export interface ReadSheet {
  readonly name: string;
  readonly rows: readonly (readonly ReadCell[])[];
}

export interface ReadCell {
  /** `text`: a string of the file's; `number`: with the format of its style. */
  readonly type: 'text' | 'number' | 'empty';
  readonly value: string;
  readonly format: string;
}

export function readSheets(file: Uint8Array): readonly ReadSheet[] {
  const parts = unzip(Buffer.from(file));
  const part = (path: string): string => parts.get(path) ?? '';
  const texts = each(part('xl/sharedStrings.xml'), /<si>(.*?)<\/si>/gs).map(([, inner = '']) =>
    each(inner, /<t[^>]*>(.*?)<\/t>/gs)
      .map(([, said = '']) => plain(said))
      .join(''),
  );
  const formats = formatsOf(part('xl/styles.xml'));
  const names = each(part('xl/workbook.xml'), /<sheet [^>]*?name="([^"]*)"/g);
  return names.map(([, name = ''], index) => ({
    name: plain(name),
    rows: each(part(`xl/worksheets/sheet${String(index + 1)}.xml`), /<row[^>]*>(.*?)<\/row>/gs).map(
      ([, row = '']) => cellsOf(row, texts, formats),
    ),
  }));
}

/** Cells by their place: empty ones are not written. */
function cellsOf(row: string, texts: readonly string[], formats: readonly string[]): ReadCell[] {
  const cells: ReadCell[] = [];
  for (const [, head = '', inner = ''] of each(row, /<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
    const place = placeOf(/\br="([A-Z]+)\d+"/.exec(head)?.[1] ?? '');
    while (cells.length < place) cells.push({ type: 'empty', value: '', format: '' });
    cells.push(cellOf(head, inner, texts, formats));
  }
  return cells;
}

function cellOf(
  head: string,
  inner: string,
  texts: readonly string[],
  formats: readonly string[],
): ReadCell {
  const type = /\bt="(\w+)"/.exec(head)?.[1] ?? 'n';
  const format = formats[Number(/\bs="(\d+)"/.exec(head)?.[1] ?? 0)] ?? '';
  const value = /<v>(.*?)<\/v>/s.exec(inner)?.[1] ?? '';
  if (type === 's') return { type: 'text', value: texts[Number(value)] ?? '', format };
  if (type === 'inlineStr') {
    return { type: 'text', value: plain(/<t[^>]*>(.*?)<\/t>/s.exec(inner)?.[1] ?? ''), format };
  }
  return { type: value === '' ? 'empty' : 'number', value, format };
}

/** `A` is 0, `AA` is 26. */
function placeOf(letters: string): number {
  return (
    Array.from(letters).reduce((place, letter) => place * 26 + letter.charCodeAt(0) - 64, 0) - 1
  );
}

/** The number format of each style, by its place. */
function formatsOf(styles: string): string[] {
  const named = new Map(
    each(styles, /<numFmt [^>]*?>/g).map(([tag = '']) => [
      /numFmtId="(\d+)"/.exec(tag)?.[1] ?? '',
      plain(/formatCode="([^"]*)"/.exec(tag)?.[1] ?? ''),
    ]),
  );
  const cellXfs = /<cellXfs[^>]*>(.*?)<\/cellXfs>/s.exec(styles)?.[1] ?? '';
  return each(cellXfs, /<xf [^>]*?>/g).map(
    ([tag = '']) => named.get(/numFmtId="(\d+)"/.exec(tag)?.[1] ?? '') ?? '',
  );
}

/** Only what the zip's central directory names. */
function unzip(file: Buffer): Map<string, string> {
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const parts = new Map<string, string>();
  let at = file.readUInt32LE(end + 16);
  for (let left = file.readUInt16LE(end + 10); left > 0; left -= 1) {
    const method = file.readUInt16LE(at + 10);
    const size = file.readUInt32LE(at + 20);
    const nameLength = file.readUInt16LE(at + 28);
    const skip = file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
    const local = file.readUInt32LE(at + 42);
    const name = file.toString('utf8', at + 46, at + 46 + nameLength);
    const from = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
    const packed = file.subarray(from, from + size);
    parts.set(name, (method === 8 ? inflateRawSync(packed) : packed).toString('utf8'));
    at += 46 + nameLength + skip;
  }
  return parts;
}

function each(text: string, pattern: RegExp): RegExpExecArray[] {
  return [...text.matchAll(pattern)];
}

function plain(xml: string): string {
  return xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

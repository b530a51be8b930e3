export interface DecodedText {
  readonly text: string;
  readonly encoding: 'utf-8' | 'gb18030' | 'utf-16le';
}

/**
 * The text of a file as spreadsheets and editors on Chinese computers save it: UTF-8 with or
 * without a mark, GB18030 (also GBK and GB 2312), or UTF-16 with its mark. Null when it is none.
 */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe;
  for (const encoding of marked ? (['utf-16le'] as const) : (['utf-8', 'gb18030'] as const)) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      if (!text.includes('\0')) return { text, encoding };
    } catch {
      // Not this encoding: the next is tried.
    }
  }
  return null;
}

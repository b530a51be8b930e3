import iconv from 'iconv-lite';

/** GB 2312's geta mark for a character that a font of this set does not have. */
const missing = Uint8Array.of(0xa1, 0xf5);

/**
 * Text as GB 2312 bytes: one byte an ASCII character, two any other. What the set lacks (rare
 * characters, controls, a backslash, which switches fonts on some boards) becomes □: a board never
 * shows another character than the one meant.
 */
export function gb2312Bytes(text: string): Buffer {
  return Buffer.concat(Array.from(text, (char) => bytesOf(char)));
}

function bytesOf(char: string): Uint8Array {
  const code = char.codePointAt(0) ?? 0;
  if (code < 0x80)
    return code < 0x20 || code === 0x7f || code === 0x5c ? missing : Buffer.from(char);
  const bytes = iconv.encode(char, 'gb18030');
  return bytes.length === 2 && isGb2312(bytes) ? bytes : missing;
}

/** Rows 1 to 9 and 16 to 87 of the table. */
function isGb2312(bytes: Uint8Array): boolean {
  const [lead = 0, trail = 0] = bytes;
  return ((lead >= 0xa1 && lead <= 0xa9) || (lead >= 0xb0 && lead <= 0xf7)) && trail >= 0xa1;
}

export function gb2312Text(bytes: Uint8Array): string {
  return iconv.decode(Buffer.from(bytes), 'gb18030');
}

/** Cells of half a square: ASCII takes one, everything else two. */
export function cellsOf(text: string): number {
  let cells = 0;
  for (const char of text) cells += (char.codePointAt(0) ?? 0) < 0x80 ? 1 : 2;
  return cells;
}

export type TextEncodingName = 'utf-8' | 'gb18030' | 'utf-16le';

export interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncodingName;
}

/**
 * The text of a file as spreadsheets and editors on Chinese computers save it: UTF-8 with or
 * without a mark, GB18030 (also GBK and GB 2312), or UTF-16 with its mark. Null when it is none.
 */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  const probe = createEncodingProbe();
  probe.push(bytes);
  const encoding = probe.end();
  return encoding === null ? null : { text: new TextDecoder(encoding).decode(bytes), encoding };
}

/** Tells the encoding of a file that comes in pieces, cut anywhere. */
export function createEncodingProbe(): {
  push(piece: Uint8Array): void;
  end(): TextEncodingName | null;
} {
  let possible: { readonly encoding: TextEncodingName; readonly decoder: TextDecoder }[] | null =
    null;
  let head: Uint8Array = new Uint8Array();

  function candidates(): typeof possible & object {
    const marked = head[0] === 0xff && head[1] === 0xfe;
    const encodings = marked ? (['utf-16le'] as const) : (['utf-8', 'gb18030'] as const);
    return encodings.map((encoding) => ({
      encoding,
      decoder: new TextDecoder(encoding, { fatal: true }),
    }));
  }

  function sift(piece: Uint8Array, isLast: boolean): void {
    possible ??= candidates();
    possible = possible.filter(({ decoder }) => {
      try {
        return !decoder.decode(piece, { stream: !isLast }).includes('\0');
      } catch {
        return false; // Not this encoding: the next is tried.
      }
    });
  }

  return {
    push(piece) {
      if (possible !== null) {
        sift(piece, false);
        return;
      }
      head = Uint8Array.from([...head, ...piece.subarray(0, 2 - head.length)]);
      const rest = piece.subarray(Math.min(piece.length, head.length));
      if (head.length < 2) return;
      sift(head, false);
      sift(rest, false);
    },
    end() {
      if (possible === null) sift(head, false);
      sift(new Uint8Array(), true);
      return possible?.[0]?.encoding ?? null;
    },
  };
}

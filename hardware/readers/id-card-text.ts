/**
 * The text block of a second-generation ID card (256 bytes, UTF-16LE, space padded), by the tables of
 * CSDN 50698927 and qiwenming/IDCardDemo. The photo (WLT, closed) and fingerprints are never read.
 */
export interface IdCard {
  /** `I`: foreigner's permanent residence card, whose layout is not confirmed: number alone. */
  readonly kind: 'citizen' | 'permit' | 'foreigner';
  readonly number: string;
  readonly name: string;
  readonly sex: 'male' | 'female' | null;
  /** Two digits of the published table. */
  readonly ethnicGroup: string;
  /** YYYYMMDD. */
  readonly birth: string;
  readonly address: string;
  readonly office: string;
  readonly validFrom: string;
  /** YYYYMMDD, or 长期. */
  readonly validTo: string;
}

export const textBytes = 256;

/** Where each field stands: offset and length in bytes. */
export const textFields = {
  name: [0, 30],
  sex: [30, 2],
  ethnicGroup: [32, 4],
  birth: [36, 16],
  address: [52, 70],
  number: [122, 36],
  office: [158, 30],
  validFrom: [188, 16],
  validTo: [204, 16],
} as const;
const kindAt = 248;

/** The fields, or null where the block is none: another length, or a number that is none. */
export function readIdCard(text: Buffer): IdCard | null {
  if (text.length !== textBytes) return null;
  const kind = kindOf(text.toString('utf16le', kindAt, kindAt + 2));
  const number = field(text, 'number');
  if (!/^[0-9A-Z]{8,18}$/.test(number)) return null;
  const isPlain = kind !== 'foreigner';
  const plain = (name: keyof typeof textFields): string => (isPlain ? field(text, name) : '');
  const sex = plain('sex');
  return {
    kind,
    number,
    name: plain('name'),
    sex: sex === '1' ? 'male' : sex === '2' ? 'female' : null,
    ethnicGroup: plain('ethnicGroup'),
    birth: plain('birth'),
    address: plain('address'),
    office: plain('office'),
    validFrom: plain('validFrom'),
    validTo: plain('validTo'),
  };
}

function kindOf(mark: string): IdCard['kind'] {
  if (mark === 'J') return 'permit';
  return mark === 'I' ? 'foreigner' : 'citizen';
}

function field(text: Buffer, name: keyof typeof textFields): string {
  const [at, bytes] = textFields[name];
  return text
    .toString('utf16le', at, at + bytes)
    .replaceAll('\0', ' ')
    .trim();
}

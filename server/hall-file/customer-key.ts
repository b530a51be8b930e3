/** Digits and letters of a phone or card number; shorter ones name nobody. */
const keyForm = /^[0-9A-Z]{4,32}$/;

/**
 * A phone or card number as the list knows it: without spaces, dashes, dots and brackets, in
 * half-width capitals, a Chinese mobile number without its country code. Null when what is left is
 * no number. For the list and for what is typed at the kiosk alike.
 */
export function customerKeyOf(written: string): string | null {
  const plain = written
    .normalize('NFKC')
    .replaceAll(/[\s\-.()‐-―]/g, '')
    .toUpperCase();
  const key = /^(?:\+|00)86(1\d{10})$/.exec(plain)?.[1] ?? plain.replace(/^\+/, '');
  return keyForm.test(key) ? key : null;
}

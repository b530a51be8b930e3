/**
 * What staff write stands in the journal for good, and a customer's number must not (rule
 * `privacy`): mobile numbers, identity cards and bank cards inside a sentence keep their first
 * three and last four places. Names cannot be told from other words; docs/security.md says so.
 */
const numbers: readonly RegExp[] = [
  // A mobile number, with or without +86.
  /(?<![\dA-Za-z])(?:(?:\+|00)?86[ -]?)?1[3-9]\d(?:[ -]?\d){8}(?![\dA-Za-z])/g,
  // An identity card of 18 places, whose last may be an X, however it is grouped.
  /(?<![\dA-Za-z])[1-9](?:[ -]?\d){16}[ -]?[\dXx](?![\dA-Za-z])/g,
  // Bank cards of 13 to 19 digits.
  /(?<![\dA-Za-z])\d(?:[ -]?\d){12,18}(?![\dA-Za-z])/g,
];

/** Fields of command doors that hold sentences; ids, keys and public notices are none. */
const sentences = new Set([
  'reason',
  'note',
  'need',
  'outcome',
  'missing',
  'detail',
  'equipment',
  'hardCases',
  'staffChanges',
  'followUps',
  'how',
  'points',
  'text',
]);

export function withoutNumbers(sentence: string): string {
  // Full-width digits are digits; the sentence is only changed where a number is found.
  return numbers.reduce((text, form) => {
    const plain = text.replaceAll(/[０-９]/g, (digit) => digit.normalize('NFKC'));
    return plain.search(form) < 0 ? text : plain.replaceAll(form, masked);
  }, sentence);
}

/** The same arguments, their sentences without customers' numbers; the very same where there are none. */
export function argsWithoutNumbers<T extends object>(args: T): T {
  return withoutIn(args, false) as T;
}

function withoutIn(value: unknown, isSentence: boolean): unknown {
  if (typeof value === 'string') return isSentence ? withoutNumbers(value) : value;
  if (Array.isArray(value)) return value.map((each) => withoutIn(each, isSentence));
  if (typeof value !== 'object' || value === null) return value;
  if (!isSentence && !hasSentences(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([field, each]) => [
      field,
      withoutIn(each, sentences.has(field) || (isSentence && field === 'text')),
    ]),
  );
}

/** Most commands hold ids alone: they are not copied. */
function hasSentences(value: object): boolean {
  for (const [field, each] of Object.entries(value)) {
    if (sentences.has(field) || (typeof each === 'object' && each !== null)) return true;
  }
  return false;
}

function masked(number: string): string {
  const plain = number.replaceAll(/[^\dXx]/g, '').replace(/^(?:00)?86(?=1[3-9]\d{9}$)/, '');
  return `${plain.slice(0, 3)}****${plain.slice(-4)}`;
}

import fc from 'fast-check';

/** What somebody with curl tries: each has broken some server somewhere. */
export const hostileTexts: readonly string[] = [
  '',
  ' ',
  '\u0000',
  '\ud800',
  '\u202e\u200b',
  'A'.repeat(129),
  '号'.repeat(3_000),
  '../../../../etc/passwd',
  '..%2f..%2fetc%2fpasswd',
  '%00',
  '%',
  '%zz',
  "' OR 1=1 --",
  '"; DROP TABLE tickets; --',
  '<script>alert(1)</script>',
  '{{7*7}}',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'null',
  'undefined',
  'NaN',
  '-0',
  '1e309',
  '１２３',
  '2026-02-31',
  '9999-99-99',
  '0000-00-00',
  '2026-03-02T99:99:99Z',
  '+275760-09-13T00:00:00.001Z',
  '9'.repeat(400),
  'CON',
  '\r\nSet-Cookie: a=b',
  '😀'.repeat(200),
];

export const hostileNumbers: readonly number[] = [
  -1,
  -0,
  0,
  0.5,
  2 ** 31,
  2 ** 32 + 1,
  2 ** 53,
  -(2 ** 53),
  1e21,
  -1e21,
  Number.MAX_VALUE,
  Number.MIN_VALUE,
  1e-300,
];

/** Any JSON value at all, the hostile ones more often. */
export const hostileValues: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...hostileTexts) },
  { weight: 3, arbitrary: fc.constantFrom(...hostileNumbers) },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(null, true, false, [], {}) },
  { weight: 1, arbitrary: fc.constant(JSON.parse('{"__proto__":{"admin":true}}') as unknown) },
  { weight: 1, arbitrary: fc.constant(Array.from({ length: 500 }, () => 'x')) },
  { weight: 1, arbitrary: fc.constant(nested(60)) },
  { weight: 2, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
);

/** Bodies that are no message of ours, or no JSON, or no text. */
export const hostileBodies: readonly string[] = [
  '',
  ' ',
  'null',
  'true',
  '0',
  '""',
  '[]',
  '[[]]',
  '{',
  '{"a":',
  '{"a":1}}',
  '{"__proto__":{"admin":true}}',
  '{"constructor":{"prototype":{"admin":true}}}',
  '{"service":"payment","service":"enquiry"}',
  '{"service":1e999}',
  '\ufeff{}',
  '{"service":"\\ud800"}',
  '{"service":"\\u0000"}',
  '[1'.repeat(3_000),
  '['.repeat(20_000),
  `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`,
  `{"service":"${'x'.repeat(60_000)}"}`,
  `{"service":"${'x'.repeat(80_000)}"}`,
  'service=payment&class=vip',
  '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
];

export const hostileTypes: readonly string[] = [
  'application/json',
  'application/json; charset=utf-16',
  'application/json;;;',
  'application/vnd.api+json',
  'text/plain',
  'multipart/form-data; boundary=x',
  'application/x-www-form-urlencoded',
  '',
  'a/b/c',
  'application/'.repeat(50),
];

/** Header values; only what Node's own parser lets through (no line breaks, Latin-1). */
export const hostileHeaders: fc.Arbitrary<Readonly<Record<string, string>>> = fc
  .dictionary(
    fc.constantFrom(
      'accept',
      'accept-encoding',
      'accept-language',
      'authorization',
      'cookie',
      'forwarded',
      'host',
      'idempotency-key',
      'if-modified-since',
      'if-none-match',
      'origin',
      'range',
      'sec-fetch-site',
      'x-forwarded-for',
      'x-forwarded-host',
      'x-forwarded-proto',
      'x-http-method-override',
    ),
    fc.oneof(
      fc.constantFrom(...hostileTexts.map(asHeader)),
      fc.constantFrom('*', 'Bearer', 'Bearer  ', 'Basic YTpi', 'paihao-session=%', 'q=1;q=;,,,'),
      fc.constantFrom('http://evil.example', 'null', 'cross-site', 'bytes=0-,5-1', '::1', '"x"'),
      fc.string({ maxLength: 40 }).map(asHeader),
    ),
    { maxKeys: 3 },
  )
  .map((headers) => ({ ...headers }));

function asHeader(text: string): string {
  return text.replace(/[^\u0020-\u007e\u00a0-\u00ff]/g, '~').slice(0, 4_000);
}

function nested(depth: number): unknown {
  let value: unknown = 'deep';
  for (let level = 0; level < depth; level += 1) value = { value };
  return value;
}

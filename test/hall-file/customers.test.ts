import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { parseCsv } from '#server/hall-file/csv.ts';
import { customerKeyOf } from '#server/hall-file/customer-key.ts';
import { decodeText } from '#server/hall-file/decode-text.ts';
import { readCustomers } from '#server/hall-file/read-customers.ts';

const classes = [
  { id: 'ordinary', name: { zh: '普通', en: 'Ordinary' } },
  { id: 'vip', name: { zh: '贵宾', en: 'VIP' } },
];
const read = (source: string | Uint8Array) => readCustomers(source, classes);
const problems = (source: string) =>
  read(source).problems.map(({ line, message }) => `${line}: ${message.en}`);

describe('customers file', () => {
  it('has a head, a number, a class and a note', () => {
    expect(read('key,class,note\n100 0000 0001,vip,old friend\nTT-1234,ordinary,\n')).toEqual({
      customers: [
        { key: '10000000001', class: 'vip', note: 'old friend' },
        { key: 'TT1234', class: 'ordinary', note: '' },
      ],
      problems: [],
    });
  });

  it('takes columns in any order, in Chinese, and classes by name', () => {
    const text = '\uFEFF备注;类别;手机号\n;贵宾;100-0000-0001\n老客户;vip;100-0000-0002\n';
    expect(read(text).customers).toEqual([
      { key: '10000000001', class: 'vip', note: '' },
      { key: '10000000002', class: 'vip', note: '老客户' },
    ]);
  });

  it('is read from UTF-8, GB18030 and UTF-16 bytes', () => {
    const utf8 = new TextEncoder().encode('key,class\n10000000001,贵宾\n');
    // 贵宾 in GB 2312 is B9F3 B1F6.
    const gb = Uint8Array.from([
      ...new TextEncoder().encode('key,class\n10000000001,'),
      ...[0xb9, 0xf3, 0xb1, 0xf6, 0x0a],
    ]);
    const utf16 = Uint8Array.from([
      ...[0xff, 0xfe],
      ...Buffer.from('key,class\n10000000001,贵宾\n', 'utf16le'),
    ]);
    expect([utf8, gb, utf16].map((bytes) => decodeText(bytes)?.encoding)).toEqual([
      'utf-8',
      'gb18030',
      'utf-16le',
    ]);
    for (const bytes of [utf8, gb, utf16]) {
      expect(read(bytes)).toEqual({
        customers: [{ key: '10000000001', class: 'vip', note: '' }],
        problems: [],
      });
    }
  });

  it('bytes that are no text are said to be so', () => {
    const { customers, problems: found } = read(Uint8Array.from([0xff, 0x00, 0x80, 0xff]));
    expect(customers).toEqual([]);
    expect(found[0]?.message.en).toMatch(/encoding is unknown/);
  });

  it('bad rows are listed with their line and reason; good ones are taken', () => {
    const text = [
      'key,class,note',
      '10000000001,vip,"two',
      'lines"',
      ',vip,',
      '10000000002,,',
      '10000000003,gold,',
      '1.39E+10,vip,',
      'call me,vip,',
      '123,vip,',
      '',
      '100 0000 0001,ordinary,again',
      '10000000004,ordinary,',
    ].join('\r\n');
    expect(problems(text)).toEqual([
      '4: The phone or card number is missing.',
      '5: The class is missing.',
      '6: There is no class "gold".',
      '7: A spreadsheet has rounded this number; set the column to text and enter it again.',
      '9: A phone or card number has digits and letters, 4 to 32.',
      '11: This number stands on line 2 already; that row counts.',
    ]);
    expect(read(text).customers.map(({ key }) => key)).toEqual([
      '10000000001',
      'CALLME',
      '10000000004',
    ]);
  });

  it('without a head nothing is guessed', () => {
    for (const text of ['', '10000000001,vip\n', 'key,note\n10000000001,a\n']) {
      expect(problems(text)).toEqual(['1: The first line names the columns: key,class,note.']);
    }
  });

  it('[privacy] problems never quote a number', () => {
    const found = problems('key,class\n13800000001,gold\n13800000001,vip\n13800000001,vip\n');
    expect(found).toHaveLength(2);
    expect(found.join()).not.toContain('1380000');
  });
});

describe('customer key', () => {
  it.each([
    ['139 0000 0001', '13900000001'],
    ['+86 139-0000-0001', '13900000001'],
    ['0086 13900000001', '13900000001'],
    ['１３９００００００01', '13900000001'],
    ['(010) 6000.0001', '01060000001'],
    ['+44 20 7946 0000', '442079460000'],
    ['tt-8800-0001', 'TT88000001'],
    ['8613900000001', '8613900000001'],
  ])('%s is %s', (written, key) => {
    expect(customerKeyOf(written)).toBe(key);
  });

  it.each(['', '   ', '123', '号码', 'a'.repeat(33), '1390000000#'])('%j is none', (written) => {
    expect(customerKeyOf(written)).toBeNull();
  });

  it('a key is its own key', () => {
    fc.assert(
      fc.property(fc.string(), (written) => {
        const key = customerKeyOf(written);
        if (key !== null) expect(customerKeyOf(key)).toBe(key);
      }),
    );
  });
});

describe('csv', () => {
  it('reads back what is written by the book', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', ';', ' b', '贵') });
    const table = fc.array(fc.tuple(fc.constant('x'), cell, cell), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(table, (rows) => {
        const quoted = (each: string) => `"${each.replaceAll('"', '""')}"`;
        const text = ['h,e,a,d', ...rows.map((row) => row.map(quoted).join(','))].join('\r\n');
        const [, ...found] = parseCsv(text);
        expect(found.map(({ cells }) => cells)).toEqual(rows);
      }),
    );
  });
});

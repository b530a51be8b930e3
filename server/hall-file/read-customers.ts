import type { ClassConfig } from '#core/hall-config.ts';
import type { Text } from '#core/vocabulary.ts';
import { text } from '#protocol/words/text.ts';
import { parseCsv, type CsvRow } from './csv.ts';
import { customerKeyOf } from './customer-key.ts';
import { decodeText } from './decode-text.ts';

/** A customer on the hall's list. Personal data: kept beside the journal, never in it. */
export interface ListedCustomer {
  /** Phone or card number in the form of `customerKeyOf`. */
  readonly key: string;
  /** Id of a class. */
  readonly class: string;
  readonly note: string;
}

/** A row left out. Says where and why, never whose number it is. */
export interface CustomerRowProblem {
  readonly line: number;
  readonly message: Text;
}

export interface CustomersRead {
  readonly customers: readonly ListedCustomer[];
  readonly problems: readonly CustomerRowProblem[];
}

export const customersMax = 200_000;
const noteLengthMax = 200;

/** Heads of columns, as people write them. */
const heads = {
  key: ['key', 'number', 'phone', 'card', '号码', '手机号', '电话', '电话号码', '卡号', '客户号'],
  class: ['class', '类别', '等级', '级别'],
  note: ['note', '备注', '说明'],
} as const;

/**
 * Reads the customers file: CSV with the columns key, class and note (optional), in any order, as
 * text or as bytes in UTF-8, GB18030 or UTF-16. Good rows are taken, bad ones listed with their
 * line and the reason; of a number that stands twice the first row counts. `class` is the id of a
 * class, or its Chinese or English name.
 */
export function readCustomers(
  source: string | Uint8Array,
  classes: readonly Pick<ClassConfig, 'id' | 'name'>[],
): CustomersRead {
  const decoded = typeof source === 'string' ? source : decodeText(source)?.text;
  if (decoded === undefined) return { customers: [], problems: [{ line: 1, message: unreadable }] };
  const [head, ...rows] = parseCsv(decoded.replace(/^\uFEFF/, ''));
  const columns = head === undefined ? null : columnsOf(head);
  if (columns === null) return { customers: [], problems: [{ line: 1, message: noHead }] };

  const classByName = new Map(
    classes.flatMap(({ id, name }) =>
      [name.en, name.zh, id].map((each) => [each.toLowerCase(), id] as const),
    ),
  );
  const customers = new Map<string, ListedCustomer>();
  const lines = new Map<string, number>();
  const problems: CustomerRowProblem[] = [];
  for (const row of rows) {
    if (customers.size >= customersMax) {
      problems.push({ line: row.line, message: tooMany });
      break;
    }
    const read = readRow(row, columns, classByName);
    if ('message' in read) {
      problems.push({ line: row.line, message: read.message });
    } else if (customers.has(read.key)) {
      problems.push({ line: row.line, message: repeated(lines.get(read.key) ?? 0) });
    } else {
      customers.set(read.key, read);
      lines.set(read.key, row.line);
    }
  }
  return { customers: [...customers.values()], problems };
}

interface Columns {
  readonly key: number;
  readonly class: number;
  readonly note: number;
}

function columnsOf({ cells }: CsvRow): Columns | null {
  const names = cells.map((cell) => cell.trim().toLowerCase());
  const find = (known: readonly string[]) => names.findIndex((name) => known.includes(name));
  const columns = { key: find(heads.key), class: find(heads.class), note: find(heads.note) };
  return columns.key < 0 || columns.class < 0 ? null : columns;
}

function readRow(
  { cells }: CsvRow,
  columns: Columns,
  classByName: ReadonlyMap<string, string>,
): ListedCustomer | { message: Text } {
  const written = cells[columns.key]?.trim() ?? '';
  const className = cells[columns.class]?.trim() ?? '';
  const note = cells[columns.note]?.trim() ?? '';
  if (written === '') return { message: noNumber };
  if (/^\d[.,]\d+E\+?\d+$/i.test(written)) return { message: rounded };
  const key = customerKeyOf(written);
  if (key === null) return { message: notANumber };
  if (className === '') return { message: noClass };
  const id = classByName.get(className.toLowerCase());
  if (id === undefined) return { message: unknownClass(className) };
  return { key, class: id, note: note.slice(0, noteLengthMax) };
}

const unreadable = text(
  '文件的编码不认识，请存成 UTF-8 或 GB18030。',
  'The file’s encoding is unknown; save it as UTF-8 or GB18030.',
);
const noHead = text(
  '第一行要写列名：key,class,note（或 号码,类别,备注）。',
  'The first line names the columns: key,class,note.',
);
const noNumber = text('没有写电话或卡号。', 'The phone or card number is missing.');
const notANumber = text(
  '电话或卡号只用数字和字母，4 到 32 位。',
  'A phone or card number has digits and letters, 4 to 32.',
);
const rounded = text(
  '号码被表格软件改成了科学计数，请把这一列设成文本再填。',
  'A spreadsheet has rounded this number; set the column to text and enter it again.',
);
const noClass = text('没有写类别。', 'The class is missing.');
const tooMany = text(
  `名单太长，从这一行起没有读；最多 ${customersMax} 位。`,
  `The list is too long and was read up to here: ${customersMax} customers at most.`,
);

function unknownClass(name: string): Text {
  const shown = name.slice(0, 40);
  return text(`没有“${shown}”这个类别。`, `There is no class "${shown}".`);
}

function repeated(line: number): Text {
  return text(
    `这个号码在第 ${line} 行已经有了，以那一行为准。`,
    `This number stands on line ${line} already; that row counts.`,
  );
}

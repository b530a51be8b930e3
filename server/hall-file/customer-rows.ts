import type { ClassConfig } from '#core/hall-config.ts';
import type { Text } from '#core/vocabulary.ts';
import { text } from '#protocol/words/text.ts';
import type { CsvRow } from './csv.ts';
import { customerKeyOf } from './customer-key.ts';

/** A customer on the hall's list. Personal data: kept beside the journal, never in it. */
export interface ListedCustomer {
  /** Phone or card number in the form of `customerKeyOf`. */
  readonly key: string;
  /** Id of a class. */
  readonly class: string;
  readonly note: string;
}

export const rowFields = ['file', 'key', 'class', 'note'] as const;
export type RowField = (typeof rowFields)[number];

/** Why a row is left out; what each says stands in `rowFaultWords`. */
export const rowFaults = [
  'unreadable',
  'no-head',
  'too-many',
  'open-quote',
  'no-number',
  'not-a-number',
  'rounded',
  'no-class',
  'unknown-class',
  'repeated',
] as const;
export type RowFaultCode = (typeof rowFaults)[number];

/** A row left out. Says where and why, never whose number it is. */
export interface RowFault {
  readonly line: number;
  readonly code: RowFaultCode;
  /** The class that is not known, the line that stands already, the most that are read. */
  readonly about: string;
}

export interface CustomerRow extends ListedCustomer {
  readonly line: number;
  /** The note was longer than the hall keeps. */
  readonly isCut: boolean;
}

const noteLengthMax = 200;

/** Heads of columns, as people write them. */
const heads = {
  key: ['key', 'number', 'phone', 'card', '号码', '手机号', '电话', '电话号码', '卡号', '客户号'],
  class: ['class', '类别', '等级', '级别'],
  note: ['note', '备注', '说明'],
} as const;

interface Columns {
  readonly key: number;
  readonly class: number;
  readonly note: number;
}

/**
 * Judges the rows of a customers file one by one, the head first; null for the head itself.
 * `class` is the id of a class, or its Chinese or English name; of a number that stands twice the
 * first row counts. After `no-head` and `too-many` nothing more is to be read.
 * @param countMax good rows that one list may have
 */
export function createRowJudge(
  classes: readonly Pick<ClassConfig, 'id' | 'name'>[],
  countMax: number,
): (row: CsvRow) => CustomerRow | RowFault | null {
  const classByName = new Map(
    classes.flatMap(({ id, name }) =>
      [name.en, name.zh, id].map((each) => [each.toLowerCase(), id] as const),
    ),
  );
  const lines = new Map<string, number>();
  let columns: Columns | null = null;

  return (row) => {
    if (columns === null) {
      columns = columnsOf(row);
      return columns === null ? fault(row, 'no-head') : null;
    }
    if (lines.size >= countMax) return fault(row, 'too-many', countMax);
    const read = readRow(row, columns, classByName);
    if ('code' in read) return read;
    const before = lines.get(read.key);
    if (before !== undefined) return fault(row, 'repeated', before);
    lines.set(read.key, row.line);
    return read;
  };
}

export function isFault(row: CustomerRow | RowFault): row is RowFault {
  return 'code' in row;
}

function columnsOf({ cells }: CsvRow): Columns | null {
  const names = cells.map((cell) => cell.trim().toLowerCase());
  const find = (known: readonly string[]) => names.findIndex((name) => known.includes(name));
  const columns = { key: find(heads.key), class: find(heads.class), note: find(heads.note) };
  return columns.key < 0 || columns.class < 0 ? null : columns;
}

function readRow(
  row: CsvRow,
  columns: Columns,
  classByName: ReadonlyMap<string, string>,
): CustomerRow | RowFault {
  const { line, cells } = row;
  const cell = (column: number): string => cells[column]?.trim() ?? '';
  // Everything behind the open quote is in it: what else the row says is not to be trusted.
  if (row.isOpen === true) return fault(row, 'open-quote');
  const written = cell(columns.key);
  if (written === '') return fault(row, 'no-number');
  if (/^\d[.,]\d+E\+?\d+$/i.test(written)) return fault(row, 'rounded');
  const key = customerKeyOf(written);
  if (key === null) return fault(row, 'not-a-number');
  const className = cell(columns.class);
  if (className === '') return fault(row, 'no-class');
  const id = classByName.get(className.toLowerCase());
  if (id === undefined) return fault(row, 'unknown-class', className.slice(0, 40));
  const note = cell(columns.note);
  return {
    line,
    key,
    class: id,
    note: note.slice(0, noteLengthMax),
    isCut: note.length > noteLengthMax,
  };
}

function fault({ line }: CsvRow, code: RowFaultCode, about: string | number = ''): RowFault {
  return { line, code, about: String(about) };
}

/** The column that a fault is about. */
export const faultFields: Readonly<Record<RowFaultCode, RowField>> = {
  unreadable: 'file',
  'no-head': 'file',
  'too-many': 'file',
  'open-quote': 'file',
  'no-number': 'key',
  'not-a-number': 'key',
  rounded: 'key',
  'no-class': 'class',
  'unknown-class': 'class',
  repeated: 'key',
};

/** What a fault says to whoever mends the file. */
export function rowFaultWords({ code, about }: Pick<RowFault, 'code' | 'about'>): Text {
  switch (code) {
    case 'unreadable':
      return text(
        '文件的编码不认识，请存成 UTF-8 或 GB18030。',
        'The file’s encoding is unknown; save it as UTF-8 or GB18030.',
      );
    case 'no-head':
      return text(
        '第一行要写列名：key,class,note（或 号码,类别,备注）。',
        'The first line names the columns: key,class,note.',
      );
    case 'too-many':
      return text(
        `名单太长，从这一行起没有读；最多 ${about} 位。`,
        `The list is too long and was read up to here: ${about} customers at most.`,
      );
    case 'open-quote':
      return text(
        '这一行的引号没有合上，它后面的内容没有读。',
        'A quote opens on this row and never closes; what follows was not read.',
      );
    case 'no-number':
      return text('没有写电话或卡号。', 'The phone or card number is missing.');
    case 'not-a-number':
      return text(
        '电话或卡号只用数字和字母，4 到 32 位。',
        'A phone or card number has digits and letters, 4 to 32.',
      );
    case 'rounded':
      return text(
        '号码被表格软件改成了科学计数，请把这一列设成文本再填。',
        'A spreadsheet has rounded this number; set the column to text and enter it again.',
      );
    case 'no-class':
      return text('没有写类别。', 'The class is missing.');
    case 'unknown-class':
      return text(`没有“${about}”这个类别。`, `There is no class "${about}".`);
    case 'repeated':
      return text(
        `这个号码在第 ${about} 行已经有了，以那一行为准。`,
        `This number stands on line ${about} already; that row counts.`,
      );
  }
}

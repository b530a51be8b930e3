/** A row with the line on which it begins, from 1. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
  /** The text ended inside a quote: whatever follows the quote is in this row's last cell. */
  readonly isOpen?: true;
}

const delimiters = [',', ';', '\t'] as const;

/** The head of a file that never ends its first line: then the delimiter is told from so much. */
const headLengthMax = 65_536;

/**
 * Rows of a CSV text (RFC 4180: quoted cells may hold delimiters, line ends and doubled quotes).
 * The delimiter is the one that the first line has most of, for spreadsheets use three. Empty lines
 * are left out; an open quote ends with the text.
 */
export function parseCsv(text: string): readonly CsvRow[] {
  const rows: CsvRow[] = [];
  const reader = createCsvReader((row) => rows.push(row));
  reader.push(text);
  reader.end();
  return rows;
}

/** The same for a text that comes in pieces, cut anywhere; every row is told when it has ended. */
export function createCsvReader(onRow: (row: CsvRow) => void): {
  push(piece: string): void;
  end(): void;
} {
  let delimiter: string | null = null;
  let held = '';
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  let line = 1;
  let rowLine = 1;

  const endCell = (): void => {
    cells.push(cell);
    cell = '';
  };
  const endRow = (isOpen = false): void => {
    endCell();
    if (cells.some((each) => each.trim() !== '')) {
      onRow({ line: rowLine, cells, ...(isOpen && { isOpen }) });
    }
    cells = [];
    rowLine = line;
  };

  /** Takes the text before `until`, or one more where a doubled quote reaches over it; how much. */
  function take(text: string, until: number): number {
    let index = 0;
    for (; index < until; index += 1) {
      const character = text[index] ?? '';
      const newLine = character === '\n' || (character === '\r' && text[index + 1] !== '\n');
      if (newLine) line += 1;
      if (quoted) {
        if (character !== '"') cell += character;
        else if (text[index + 1] === '"') {
          cell += '"';
          index += 1;
        } else quoted = false;
      } else if (character === '"' && cell.trim() === '') {
        cell = '';
        quoted = true;
      } else if (character === delimiter) endCell();
      else if (newLine) endRow();
      else if (character !== '\r') cell += character;
    }
    return index;
  }

  return {
    push(piece) {
      held += piece;
      if (delimiter === null) {
        if (!/[\r\n]./su.test(held) && held.length < headLengthMax) return;
        delimiter = delimiterOf(held);
      }
      if (held.length < 2) return;
      // The last character waits for the one behind it.
      held = held.slice(take(held, held.length - 1));
    },
    end() {
      delimiter ??= delimiterOf(held);
      take(held, held.length);
      held = '';
      endRow(quoted);
    },
  };
}

function delimiterOf(text: string): string {
  const [first = ''] = text.split(/\r\n?|\n/, 1);
  const count = (delimiter: string) => first.split(delimiter).length;
  return delimiters.reduce((best, each) => (count(each) > count(best) ? each : best));
}

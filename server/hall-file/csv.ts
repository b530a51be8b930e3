/** A row with the line on which it begins, from 1. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

const delimiters = [',', ';', '\t'] as const;

/**
 * Rows of a CSV text (RFC 4180: quoted cells may hold delimiters, line ends and doubled quotes).
 * The delimiter is the one that the first line has most of, for spreadsheets use three. Empty lines
 * are left out; an open quote ends with the text.
 */
export function parseCsv(text: string): readonly CsvRow[] {
  const delimiter = delimiterOf(text);
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  let line = 1;
  let rowLine = 1;

  const endCell = () => {
    cells.push(cell);
    cell = '';
  };
  const endRow = () => {
    endCell();
    if (cells.some((each) => each.trim() !== '')) rows.push({ line: rowLine, cells });
    cells = [];
    rowLine = line;
  };
  for (let index = 0; index < text.length; index += 1) {
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
  endRow();
  return rows;
}

function delimiterOf(text: string): string {
  const [first = ''] = text.split(/\r\n?|\n/, 1);
  const count = (delimiter: string) => first.split(delimiter).length;
  return delimiters.reduce((best, each) => (count(each) > count(best) ? each : best));
}

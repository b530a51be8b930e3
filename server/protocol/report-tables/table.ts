import type { Language, Text } from '#core/vocabulary.ts';
import { figureWords, type FigureId } from '../words/figures.ts';
import { labelWords, type CellWord, type LabelId, type TableId } from '../words/report-labels.ts';

/**
 * Tables of a report as data: the pages draw them, CSV and XLSX write them. A cell's kind is that
 * of its column unless it says another.
 *
 * - `count`, `number`, `share` (0 to 1), `seconds`: numbers
 * - `date` (`YYYY-MM-DD`), `instant` (ISO 8601 in UTC), `time` (`HH:MM`, the hall's own)
 * - `text`: as it is; `word`: a key of `cellWords`; `weekday`: 1 Monday to 7 Sunday
 */
export type CellKind =
  | 'text'
  | 'word'
  | 'count'
  | 'number'
  | 'seconds'
  | 'share'
  | 'date'
  | 'instant'
  | 'time'
  | 'weekday';

export interface Column {
  readonly id: FigureId | LabelId;
  readonly kind: CellKind;
}

export type CellValue = string | number | Text | null;
export type Cell = CellValue | { readonly kind: CellKind; readonly value: CellValue };

export interface ReportTable {
  readonly id: TableId;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

/** A column's head. */
export function columnName({ id }: Pick<Column, 'id'>): Text {
  return isFigure(id) ? figureWords[id].name : labelWords[id];
}

/** What a column's figure is; null where the column only says what the row is about. */
export function columnMeaning({ id }: Pick<Column, 'id'>): Text | null {
  return isFigure(id) ? figureWords[id].meaning : null;
}

export function kindOf(cell: Cell, column: Column): CellKind {
  return isOwnKind(cell) ? cell.kind : column.kind;
}

/** A text in the language asked; everything else as it is. */
export function valueOf(cell: Cell, language: Language): string | number | null {
  const value = isOwnKind(cell) ? cell.value : cell;
  return typeof value === 'object' && value !== null ? value[language] : value;
}

export function word(id: CellWord): { readonly kind: 'word'; readonly value: CellWord } {
  return { kind: 'word', value: id };
}

function isOwnKind(cell: Cell): cell is { readonly kind: CellKind; readonly value: CellValue } {
  return typeof cell === 'object' && cell !== null && 'kind' in cell;
}

function isFigure(id: FigureId | LabelId): id is FigureId {
  return id in figureWords;
}

import type { ClassConfig } from '#core/hall-config.ts';
import type { Text } from '#core/vocabulary.ts';
import { parseCsv } from './csv.ts';
import { createRowJudge, isFault, rowFaultWords, type ListedCustomer } from './customer-rows.ts';
import { limits } from '#server/limits.ts';
import { decodeText } from './decode-text.ts';

export type { ListedCustomer } from './customer-rows.ts';

/** A row left out. Says where and why, never whose number it is. */
export interface CustomerRowProblem {
  readonly line: number;
  readonly message: Text;
}

export interface CustomersRead {
  readonly customers: readonly ListedCustomer[];
  readonly problems: readonly CustomerRowProblem[];
}

/**
 * Reads the customers file: CSV with the columns key, class and note (optional), in any order, as
 * text or as bytes in UTF-8, GB18030 or UTF-16. Good rows are taken, bad ones listed with their
 * line and the reason (`createRowJudge`).
 */
export function readCustomers(
  source: string | Uint8Array,
  classes: readonly Pick<ClassConfig, 'id' | 'name'>[],
): CustomersRead {
  const decoded = typeof source === 'string' ? source : decodeText(source)?.text;
  const problemAt = (line: number, code: 'unreadable' | 'no-head') => ({
    customers: [],
    problems: [{ line, message: rowFaultWords({ code, about: '' }) }],
  });
  if (decoded === undefined) return problemAt(1, 'unreadable');
  const rows = parseCsv(decoded.replace(/^\uFEFF/, ''));
  if (rows.length === 0) return problemAt(1, 'no-head');

  const judge = createRowJudge(classes, limits.customerImportMax);
  const customers: ListedCustomer[] = [];
  const problems: CustomerRowProblem[] = [];
  for (const row of rows) {
    const read = judge(row);
    if (read === null) continue;
    if (isFault(read)) {
      const { line, code } = read;
      problems.push({ line: code === 'no-head' ? 1 : line, message: rowFaultWords(read) });
      if (code === 'no-head' || code === 'too-many') break;
    } else customers.push({ key: read.key, class: read.class, note: read.note });
  }
  return { customers, problems };
}

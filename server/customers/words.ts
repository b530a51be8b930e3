import type { Text } from '#core/vocabulary.ts';
import type { ImportField } from '#protocol/customer-imports.ts';
import { text } from '#protocol/words/text.ts';

/** Heads of the list of bad rows. */
export const faultHead: Text = text('行,列,原因', 'row,column,reason');

export const fieldWords: Readonly<Record<ImportField, Text>> = {
  file: text('文件', 'file'),
  key: text('号码', 'number'),
  class: text('类别', 'class'),
  note: text('备注', 'note'),
};

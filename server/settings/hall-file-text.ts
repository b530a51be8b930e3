import { Document, isMap, isPair, isScalar, isSeq, visit, type YAMLMap } from 'yaml';
import type { HallSettings } from './draft.ts';

/** What stands above each part of an exported hall file. */
const comments: Readonly<Record<string, string>> = {
  hall: ' The hall itself. Every key is told in docs/hall-file.md.',
  hours: ' Local times, lunch included; "closed" is a day off (rule open-every-day).',
  classes: ' The first is the default class; a higher rank is called earlier.',
  services: ' What one can come for. promiseMinutes: waiting and service together.',
  counters: ' services: ids, or "*" for all; prefers: called first here.',
  staff:
    ' Pins are kept by the hub and do not leave it. With --reconfigure they stay as they are;\n for a new data folder each person needs a line pin: "…" of 4 to 12 digits.',
  discipline: ' Who is called next: docs/disciplines.md',
  policy: ' Readings of the rules: docs/rules.md',
  notices: ' Shown in turn on the screens.',
  quality: ' What the monthly sheets deduct: docs/quality.md',
  voice: ' How calls are spoken: docs/voice.md',
  ticket: ' The printed ticket, from top to bottom.',
};

/**
 * Settings as a hall file (YAML): with comments, without secrets, read back as the same
 * configuration. Customers are not in it; they are listed for nobody.
 * @param head a first line, such as where and when it was made
 */
export function hallFileText(settings: HallSettings, head: string): string {
  const document = new Document(settings, { aliasDuplicateObjects: false });
  document.commentBefore = ` ${head}`;
  const { contents } = document;
  if (isMap(contents)) comment(contents);
  visit(document, {
    Map(_, node) {
      if (isShort(node)) node.flow = true;
    },
    Seq(_, node) {
      if (node.items.every(isScalar)) node.flow = true;
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: true });
}

function comment(map: YAMLMap): void {
  for (const item of map.items) {
    if (!isPair(item) || !isScalar(item.key)) continue;
    const text = comments[String(item.key.value)];
    if (text === undefined) continue;
    item.key.commentBefore = text;
    item.key.spaceBefore = item !== map.items[0];
  }
}

/** A line of its own is enough for texts in two languages, exceptions, people. */
function isShort(node: YAMLMap): boolean {
  const values = node.items.map(({ value }) => value);
  if (values.some((value) => isMap(value) || isSeq(value))) return false;
  return JSON.stringify(node.toJSON()).length <= 100 && node.items.length <= 6;
}

import type { HallFileDraft } from '../schema.ts';
import { hallFileWords as words } from '../words.ts';
import type { Checking } from './checking.ts';

type Named = readonly (readonly [path: string, value: string | undefined])[];

/** Ids, badges, prefixes and dates that must not stand twice. */
export function checkUniqueness(check: Checking): void {
  const { file } = check;
  // Classes and services share their ids: `prefers`, `queue` and `call` name either.
  const ids = [...named('classes', file.classes, 'id'), ...named('services', file.services, 'id')];
  const prefixes = [
    ...named('classes', file.classes, 'prefix'),
    ...named('services', file.services, 'prefix'),
  ];
  const exceptions = (file.hours?.exceptions ?? []).map(
    (each, index) => [`hours.exceptions[${index}].date`, each?.date] as const,
  );
  for (const group of [
    ids,
    prefixes,
    named('counters', file.counters, 'id'),
    named('staff', file.staff, 'badge'),
    noticeIds(file),
    exceptions,
  ]) {
    eachOnce(check, group);
  }
}

function named<Key extends string>(
  list: string,
  items: readonly (Partial<Record<Key, string | undefined>> | undefined)[] | undefined,
  key: Key,
): Named {
  return (items ?? []).map((item, index) => [`${list}[${index}].${key}`, item?.[key]] as const);
}

function noticeIds(file: HallFileDraft): Named {
  return (file.notices ?? []).map((notice, index) => {
    const id = notice !== undefined && 'id' in notice ? notice.id : undefined;
    return [`notices[${index}].id`, id] as const;
  });
}

/** Names the later one of two in the file, with the line of the earlier. */
function eachOnce(check: Checking, group: Named): void {
  const seen = new Map<string, string>();
  const inOrder = group.toSorted(([one], [other]) => check.lineOf(one) - check.lineOf(other));
  for (const [path, value] of inOrder) {
    if (value === undefined) continue;
    const before = seen.get(value);
    if (before === undefined) seen.set(value, path);
    else check.report(path, words.usedAlready(value, check.lineOf(before)));
  }
}

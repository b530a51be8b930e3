/** Where among the quality sheets and records, as it stands in the address. */
export type QualityPlace =
  | {
      readonly kind: 'sheets';
      /** `YYYY-MM`. */
      readonly month: string;
      /** A badge, or null for the hall. */
      readonly badge: string | null;
    }
  | { readonly kind: 'open' }
  | { readonly kind: 'meeting' }
  | {
      readonly kind: 'handovers';
      readonly from: string;
      readonly to: string;
      readonly find: string;
      /** Number of the record in the journal, or null for the list. */
      readonly record: number | null;
    };

export const placeKinds = ['sheets', 'open', 'handovers', 'meeting'] as const;

const weekDays = 7;

/** @param today business day, `YYYY-MM-DD` */
export function placeOf(
  path: readonly string[],
  query: URLSearchParams,
  today: string,
): QualityPlace {
  const [first = '', second = '', third = ''] = path;
  switch (first) {
    case 'open':
    case 'meeting':
      return { kind: first };
    case 'handovers': {
      const isSpan = isDay(second) && isDay(third);
      const [from = '', to = ''] = isSpan ? [second, third].toSorted() : [];
      const record = Number(query.get('record') ?? '');
      return {
        kind: 'handovers',
        from: isSpan ? from : movedBy(today, 1 - weekDays),
        to: isSpan ? to : today,
        find: query.get('find') ?? '',
        record: Number.isInteger(record) && record > 0 ? record : null,
      };
    }
    default: {
      const month = isDay(`${first}-01`) ? first : today.slice(0, 7);
      return { kind: 'sheets', month, badge: second === '' || second === 'hall' ? null : second };
    }
  }
}

/** The parts of the address that `placeOf` reads. */
export function pathOf(place: QualityPlace): readonly string[] {
  switch (place.kind) {
    case 'open':
    case 'meeting':
      return [place.kind];
    case 'handovers':
      return ['handovers', place.from, place.to];
    case 'sheets':
      return [place.month, place.badge ?? 'hall'];
  }
}

export function queryOf(place: QualityPlace): Readonly<Record<string, string>> {
  if (place.kind !== 'handovers') return {};
  return {
    ...(place.find === '' ? {} : { find: place.find }),
    ...(place.record === null ? {} : { record: String(place.record) }),
  };
}

/** The month before (-1) or after (1). */
export function monthBeside(month: string, side: -1 | 1): string {
  const date = new Date(`${month}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + side);
  return date.toISOString().slice(0, 7);
}

/** Remarks are taken for this month and the last (rule quality-score). */
export function takesRemarks(month: string, today: string): boolean {
  const now = today.slice(0, 7);
  return month === now || month === monthBeside(now, -1);
}

export function movedBy(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

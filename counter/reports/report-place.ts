/** Where in the reports: which span of days is asked for, as it stands in the address. */
export type ReportPlace =
  | {
      readonly kind: 'day' | 'week' | 'month' | 'range';
      readonly from: string;
      readonly to: string;
    }
  | { readonly kind: 'glossary' };

export type SpanKind = 'day' | 'week' | 'month' | 'range';
export const spanKinds: readonly SpanKind[] = ['day', 'week', 'month', 'range'];

/**
 * `day/2026-03-02`, `week/2026-03-02` (any of its days), `month/2026-03`, `range/FROM/TO`,
 * `glossary`; anything else is the day of today.
 * @param today business day, `YYYY-MM-DD`
 */
export function placeOf(path: readonly string[], today: string): ReportPlace {
  const [kind, first = '', second = ''] = path;
  switch (kind) {
    case 'glossary':
      return { kind };
    case 'day':
    case 'week':
      return isDay(first) ? spanOf(kind, first) : spanOf('day', today);
    case 'month':
      return isDay(`${first}-01`) ? spanOf('month', `${first}-01`) : spanOf('day', today);
    case 'range':
      if (!isDay(first) || !isDay(second)) return spanOf('day', today);
      return first <= second
        ? { kind, from: first, to: second }
        : { kind, from: second, to: first };
    default:
      return spanOf('day', today);
  }
}

/** The span of that kind which holds a day; a range of its own begins as that day's week. */
export function spanOf(kind: SpanKind, day: string): Extract<ReportPlace, { from: string }> {
  if (kind === 'day') return { kind, from: day, to: day };
  if (kind === 'month') {
    const from = `${day.slice(0, 7)}-01`;
    return { kind, from, to: movedBy(monthAfter(from), -1) };
  }
  const monday = movedBy(day, -((dateOf(day).getUTCDay() + 6) % 7));
  return { kind, from: monday, to: movedBy(monday, 6) };
}

/** The parts of the address that `placeOf` reads. */
export function pathOf(place: ReportPlace): readonly string[] {
  switch (place.kind) {
    case 'glossary':
      return ['glossary'];
    case 'day':
    case 'week':
      return [place.kind, place.from];
    case 'month':
      return ['month', place.from.slice(0, 7)];
    case 'range':
      return ['range', place.from, place.to];
  }
}

/** The span before (-1) or after (1) of the same length. */
export function neighbourOf(
  { kind, from, to }: Extract<ReportPlace, { from: string }>,
  side: -1 | 1,
): Extract<ReportPlace, { from: string }> {
  if (kind === 'month') return spanOf('month', side === 1 ? monthAfter(from) : movedBy(from, -1));
  const length = daysBetween(from, to) + 1;
  const moved = (day: string): string => movedBy(day, side * length);
  return { kind, from: moved(from), to: moved(to) };
}

/** What a span is compared with: a day with that weekday a week before, others with the one before. */
export function formerOf(
  span: Extract<ReportPlace, { from: string }>,
): Extract<ReportPlace, { from: string }> {
  return span.kind === 'day' ? spanOf('day', movedBy(span.from, -7)) : neighbourOf(span, -1);
}

export function daysBetween(from: string, to: string): number {
  return Math.round((dateOf(to).getTime() - dateOf(from).getTime()) / 86_400_000);
}

/** The business day of an instant in the hall's own time zone. */
export function localDay(atMs: number, timezone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: timezone }).format(atMs);
}

function monthAfter(firstDay: string): string {
  const date = dateOf(firstDay);
  date.setUTCMonth(date.getUTCMonth() + 1);
  return date.toISOString().slice(0, 10);
}

function movedBy(day: string, days: number): string {
  const date = dateOf(day);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = dateOf(text);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function dateOf(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

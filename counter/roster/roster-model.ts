import type { RosterCell, RosterView, ShiftView } from '#protocol/roster-view.ts';

/** One change as the command takes it. */
export interface Change {
  readonly day: string;
  readonly badge: string;
  readonly kind: string | null;
  readonly counter: string | null;
  /** The whole shift that stood there as it was drawn; null: off. */
  readonly was: SeenShift | null;
}

export type SeenShift = Pick<ShiftView, 'kind' | 'from' | 'to' | 'counter'>;

/** Two managers have changed one shift: what it was, and what each has made of it. */
export interface Overtaken {
  readonly change: Change;
  readonly name: string;
  readonly before: ShiftView | null;
  readonly mine: ShiftView | null;
  readonly theirs: ShiftView | null;
}

/** What is painted with: a kind, or null for off. */
export interface Brush {
  readonly kind: string | null;
  readonly counter: string | null;
}

export type Span = 'week' | 'month';

/** The Monday of a day's week. */
export function mondayOf(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  return moved(day, -((date.getUTCDay() + 6) % 7));
}

/** Calendar days later; may be negative. */
export function moved(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The days to ask for: a week from Monday on, or the month that a day lies in. */
export function spanFrom(
  day: string,
  span: Span,
): { readonly from: string; readonly days: number } {
  if (span === 'week') return { from: mondayOf(day), days: 7 };
  const first = `${day.slice(0, 8)}01`;
  return { from: first, days: daysIn(first) };
}

/** The same span before or after. */
export function stepped(day: string, span: Span, step: -1 | 1): string {
  if (span === 'week') return moved(mondayOf(day), 7 * step);
  const first = `${day.slice(0, 8)}01`;
  return step === 1 ? moved(first, daysIn(first)) : `${moved(first, -1).slice(0, 8)}01`;
}

function daysIn(first: string): number {
  const next = new Date(`${first}T00:00:00Z`);
  next.setUTCMonth(next.getUTCMonth() + 1);
  return Math.round((next.getTime() - Date.parse(`${first}T00:00:00Z`)) / 86_400_000);
}

/** The change that a brush makes of a cell; null where it may not, or changes nothing. */
export function painted(
  view: RosterView,
  row: number,
  column: number,
  brush: Brush,
): Change | null {
  const person = view.people[row];
  const day = view.days[column];
  const cell = person?.cells[column];
  if (person === undefined || day === undefined || cell === undefined) return null;
  if (!isOpen(view, column) || (cell.leave === 'approved' && brush.kind !== null)) return null;
  const was = seen(cell.planned);
  const counter = brush.kind === null ? null : brush.counter;
  if ((was?.kind ?? null) === brush.kind && (was?.counter ?? null) === counter) return null;
  return { day: day.day, badge: person.badge, kind: brush.kind, counter, was };
}

/** May be planned: neither over nor too far ahead. */
export function isOpen(view: RosterView, column: number): boolean {
  const day = view.days[column];
  return day !== undefined && !day.isPast && day.day <= view.plannedUntil;
}

/** The view as it will be when these changes are in: drawn at once, before the hub has answered. */
export function withChanges(view: RosterView, changes: readonly Change[]): RosterView {
  if (changes.length === 0) return view;
  return {
    ...view,
    people: view.people.map((person) => ({
      ...person,
      cells: person.cells.map((cell, column): RosterCell => {
        const day = view.days[column]?.day;
        const change = changes.findLast((each) => each.badge === person.badge && each.day === day);
        return change === undefined ? cell : changedCell(view, cell, change);
      }),
    })),
  };
}

function changedCell(view: RosterView, cell: RosterCell, change: Change): RosterCell {
  const planned = madeBy(view, change);
  const { published } = cell;
  const isSame =
    published?.kind === planned?.kind && published?.counter === (planned?.counter ?? undefined);
  return { ...cell, planned, isEdited: !isSame };
}

/** The shift that a change makes. */
function madeBy({ kinds }: RosterView, { kind, counter }: Change): ShiftView | null {
  const found = kinds.find(({ id }) => id === kind);
  if (found === undefined) return null;
  const { id, name, from, to } = found;
  return { kind: id, name, from, to, counter, swapped: false };
}

function seen(shift: ShiftView | null): SeenShift | null {
  if (shift === null) return null;
  const { kind, from, to, counter } = shift;
  return { kind, from, to, counter };
}

function isAsSeen(one: SeenShift | null, other: SeenShift | null): boolean {
  if (one === null || other === null) return one === other;
  const { kind, from, to, counter } = other;
  return one.kind === kind && one.from === from && one.to === to && one.counter === counter;
}

/** Which of the changes somebody has overtaken, and made otherwise: seen on a view read since. */
export function overtaken(view: RosterView, changes: readonly Change[]): readonly Overtaken[] {
  return changes.flatMap((change): readonly Overtaken[] => {
    const [person, cell] = standing(view, change);
    if (person === undefined || cell === undefined) return [];
    const [mine, theirs] = [madeBy(view, change), cell.planned];
    if (isAsSeen(change.was, seen(theirs)) || isAsSeen(seen(mine), seen(theirs))) return [];
    const { was } = change;
    const name = view.kinds.find(({ id }) => id === was?.kind)?.name ?? { zh: '', en: '' };
    const before = was === null ? null : { ...was, name, swapped: false };
    return [{ change, name: person.name, before, mine, theirs }];
  });
}

/** The changes to send again: those that nobody has overtaken, and those that are insisted on. */
export function settled(
  view: RosterView,
  changes: readonly Change[],
  insisted: ReadonlySet<Change>,
): readonly Change[] {
  return changes.flatMap((change): readonly Change[] => {
    const was = seen(standing(view, change)[1]?.planned ?? null);
    if (isAsSeen(change.was, was)) return [change];
    return insisted.has(change) ? [{ ...change, was }] : [];
  });
}

function standing(view: RosterView, { badge, day }: Change) {
  const person = view.people.find((each) => each.badge === badge);
  return [person, person?.cells[view.days.findIndex((each) => each.day === day)]] as const;
}

/** The week before, laid on this one: where a clerk had none, the clerk is off. */
export function copied(view: RosterView, before: RosterView): readonly Change[] {
  return view.people.flatMap((person, row) => {
    const old = before.people.find(({ badge }) => badge === person.badge);
    return view.days.flatMap((_, column) => {
      const planned = old?.cells[column]?.planned ?? null;
      // A kind that the hall has given up cannot be planned again.
      const kind = view.kinds.find(({ id }) => id === planned?.kind)?.id ?? null;
      if (planned !== null && kind === null) return [];
      const change = painted(view, row, column, { kind, counter: planned?.counter ?? null });
      return change === null ? [] : [change];
    });
  });
}

/** What takes a step back, made on what that step left. */
export function undone(view: RosterView, changes: readonly Change[]): readonly Change[] {
  return changes.map((change) => {
    const { day, badge, was } = change;
    const made = seen(madeBy(view, change));
    return { day, badge, kind: was?.kind ?? null, counter: was?.counter ?? null, was: made };
  });
}

/** Where a shift lies within a day's hours, 0 to 1: for its bar. */
export function barOf(
  shift: Pick<ShiftView, 'from' | 'to'>,
  opens: { readonly from: string; readonly to: string } | null,
): { readonly from: number; readonly to: number } {
  const begin = minutesOf(opens?.from ?? '00:00');
  const end = minutesOf(opens?.to ?? '24:00');
  const share = (time: string): number =>
    Math.min(1, Math.max(0, (minutesOf(time) - begin) / (end - begin)));
  return { from: share(shift.from), to: share(shift.to) };
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

import type { LeaveView, RosterCell, ShiftView, SwapView } from '#protocol/roster-view.ts';
import { dayOf, textOf } from '#ui/locale/index.ts';
import { words } from './locale.ts';

/** `早班 08:30–13:30`. */
export function shiftText({ name, from, to }: ShiftView): string {
  return words.t('cell-shift', { kind: textOf(name), from, to });
}

/** A shift with its seat, or that the clerk is off. */
export function plannedText(shift: ShiftView | null): string {
  if (shift === null) return words.t('off');
  const { counter } = shift;
  if (counter === null) return shiftText(shift);
  return `${shiftText(shift)} · ${words.t('cell-counter', { counter })}`;
}

/** A cell as it is read out, or as a change is told. */
export function cellText({ planned, leave, isEdited }: RosterCell): string {
  const parts = [
    leave === null ? null : words.t(`cell-leave-${leave}`),
    planned === null ? (leave === 'approved' ? null : words.t('cell-off')) : shiftText(planned),
    planned?.counter == null ? null : words.t('cell-counter', { counter: planned.counter }),
    planned?.swapped === true ? words.t('cell-swapped') : null,
    isEdited ? words.t('cell-edited') : null,
  ];
  return parts.filter((part) => part !== null).join(' · ');
}

export function swapText({ asker, partner, day, returnDay, given, taken }: SwapView): string {
  return words.t('swap-line', {
    asker: asker.name,
    partner: partner.name,
    day: dayOf(day),
    returnDay: dayOf(returnDay),
    given: shiftText(given),
    taken: shiftText(taken),
  });
}

export function leaveText({ person, from, to }: LeaveView): string {
  const { name } = person;
  if (from === to) return words.t('leave-line-day', { name, from: dayOf(from) });
  return words.t('leave-line', { name, from: dayOf(from), to: dayOf(to) });
}

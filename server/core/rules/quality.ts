import { addDays } from '../calendar/business-day.ts';
import type { CommandArgs, CommandContext } from '../commands.ts';
import { configOf, staffOf } from '../lookup.ts';
import type { HallDay } from '../state.ts';
import { answer, type Decision, type Guard, unknown } from '../verdict.ts';

/**
 * `quality-score`: a remark that stands beside a sheet, never instead of its points. A supervisor
 * notes what an inspection saw; a clerk objects to their own sheet.
 */
export function noteQuality(
  state: HallDay,
  args: CommandArgs['note-quality'],
  context: CommandContext,
): Decision {
  const { badge, kind, month, line, text } = args;
  if (badge !== null && staffOf(configOf(state), badge) === undefined) {
    return unknown('staff', badge);
  }
  return answer(context, [monthStillOpen(state, month), mayNote(args, context)], () => [
    {
      type: 'QualityNoted',
      data: { note: context.freshId, month, badge, kind, line: line ?? null, text },
    },
  ]);
}

/** This month or the one before: later nobody remembers, and the sheet has long been signed. */
function monthStillOpen(state: HallDay, month: string): Guard {
  const now = (state.day ?? '').slice(0, 7);
  const before = state.day === null ? '' : addDays(`${now}-01`, -1).slice(0, 7);
  if (month === now || month === before) return null;
  return { rule: 'quality-score', by: { state: 'month-closed' }, overridable: false };
}

function mayNote({ badge, kind }: CommandArgs['note-quality'], { actor }: CommandContext): Guard {
  const own = actor.kind === 'staff' && actor.badge === badge;
  const supervisor = actor.kind === 'staff' && actor.role === 'supervisor';
  if (kind === 'objection' ? own : supervisor) return null;
  return {
    rule: 'quality-score',
    by: { ...(badge === null ? {} : { badge }) },
    overridable: false,
  };
}

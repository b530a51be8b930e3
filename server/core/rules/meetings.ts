import type { CommandArgs, CommandContext } from '../commands.ts';
import { configOf, staffOf } from '../lookup.ts';
import type { HallDay } from '../state.ts';
import { accepted, answer, type Decision, unknown } from '../verdict.ts';

/** Meetings recorded on one day: each shift has its own, and room to spare. */
export const meetingsMax = 8;

/** `pre-shift-meeting`: who held it, who was there, what was said. A record is never changed. */
export function recordMeeting(
  state: HallDay,
  args: CommandArgs['record-meeting'],
  context: CommandContext,
): Decision {
  const config = configOf(state);
  const heldBy = args.heldBy ?? (context.actor.kind === 'staff' ? context.actor.badge : '');
  const attended = [...new Set(args.attended)];
  const stranger = [heldBy, ...attended].find((badge) => staffOf(config, badge) === undefined);
  if (stranger !== undefined) return unknown('staff', stranger);
  return answer(
    context,
    [
      attended.length > 0
        ? null
        : { rule: 'pre-shift-meeting', by: { state: 'nobody' }, overridable: false },
      state.meetings.length < meetingsMax
        ? null
        : { rule: 'pre-shift-meeting', by: { count: meetingsMax }, overridable: false },
    ],
    () => [
      {
        type: 'MeetingRecorded',
        data: { meeting: context.freshId, heldBy, attended, points: args.points },
      },
    ],
  );
}

/** Whoever attended signs with their own session, once; signing again changes nothing. */
export function signMeeting(
  state: HallDay,
  args: CommandArgs['sign-meeting'],
  context: CommandContext,
): Decision {
  const meeting = state.meetings.find((each) => each.meeting === args.meeting);
  if (meeting === undefined) return unknown('meeting', args.meeting);
  const badge = context.actor.kind === 'staff' ? context.actor.badge : '';
  if (meeting.signed.some((each) => each.badge === badge)) return accepted();
  return answer(
    context,
    [
      meeting.attended.includes(badge)
        ? null
        : { rule: 'pre-shift-meeting', by: { badge }, overridable: false },
    ],
    () => [{ type: 'MeetingSigned', data: { meeting: meeting.meeting, badge } }],
  );
}

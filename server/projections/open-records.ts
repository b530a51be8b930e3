import type { OpenFollowUp } from '#core/follow-ups.ts';
import { configOf } from '#core/lookup.ts';
import { shiftOf, type Shift } from '#core/roster/roster.ts';
import { shiftSpan } from '#core/roster/shift-times.ts';
import type { HallDay } from '#core/state.ts';
import type { FollowUpView, OpenRecords } from '#protocol/quality.ts';
import { iso } from './facts/notes.ts';
import { seatedBadges } from './scene.ts';

/** Due today once today is over, or on a day before. */
export function isOverdue(state: HallDay, { dueDay }: Pick<OpenFollowUp, 'dueDay'>): boolean {
  const day = state.day ?? '';
  return dueDay < day || (dueDay === day && state.ended);
}

/** `pre-shift-meeting`: due on an open day from an hour before opening, until it is recorded. */
export function isMeetingDue(state: HallDay, nowMs: number): boolean {
  const { config, hours, meetings, ended } = state;
  if (config?.quality?.meeting !== true || hours === null || ended) return false;
  return meetings.length === 0 && nowMs >= hours.opensAtMs - meetingBeforeMs;
}

const meetingBeforeMs = 15 * 60_000;
/** So long before their shift somebody may be at its meeting. */
const shiftBeforeMs = 60 * 60_000;

/**
 * What is open now, the most overdue first, and who could take part in a meeting.
 * @param here badges of who has signed in today and not left
 */
export function openRecords(
  state: HallDay,
  nowMs: number,
  here: { has(badge: string): boolean },
): OpenRecords {
  const seated = seatedBadges(state);
  return {
    today: state.day ?? '',
    staff: configOf(state).staff.map(({ badge, name, role }) => ({
      badge,
      name,
      role,
      present: seated.has(badge) || here.has(badge),
      shift: shiftNow(state, badge, nowMs),
    })),
    followUps: state.followUps
      .toSorted((a, b) =>
        a.dueDay < b.dueDay ? -1 : a.dueDay > b.dueDay ? 1 : a.sinceMs - b.sinceMs,
      )
      .map((each) => followUpView(state, each)),
    meetings: state.meetings.map(({ meeting, atMs, heldBy, attended, points, signed }) => ({
      meeting,
      at: iso(atMs),
      heldBy,
      attended,
      points,
      signed: signed.map((each) => ({ badge: each.badge, at: iso(each.atMs) })),
    })),
    meetingDue: isMeetingDue(state, nowMs),
  };
}

/** Their shift that runs or soon begins, unless it began without them. */
function shiftNow(state: HallDay, badge: string, nowMs: number): Pick<Shift, 'from' | 'to'> | null {
  const { roster } = state;
  const day = state.day ?? '';
  const shift = shiftOf(roster, day, badge);
  if (shift === null) return null;
  const { fromMs, toMs } = shiftSpan(day, shift, configOf(state).hall.timezone);
  const isMissed =
    !Object.hasOwn(roster.arrivals, badge) &&
    roster.empty.some((each) => each.day === day && each.badge === badge);
  if (isMissed || nowMs < fromMs - shiftBeforeMs || nowMs >= toMs) return null;
  return { from: shift.from, to: shift.to };
}

export function followUpView(state: HallDay, each: OpenFollowUp): FollowUpView {
  const { id, text, number, owner, by, sinceMs, day, dueDay, passes } = each;
  const overdue = isOverdue(state, each);
  return { id, text, number, owner, by, since: iso(sinceMs), day, dueDay, passes, overdue };
}

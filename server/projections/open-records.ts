import type { OpenFollowUp } from '#core/follow-ups.ts';
import { configOf } from '#core/lookup.ts';
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

/** What is open now, the most overdue first, and who could take part in a meeting. */
export function openRecords(state: HallDay, nowMs: number): OpenRecords {
  const seated = seatedBadges(state);
  return {
    today: state.day ?? '',
    staff: configOf(state).staff.map(({ badge, name, role }) => ({
      badge,
      name,
      role,
      present: seated.has(badge),
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
      signed: signed.map((badge) => ({ badge, at: iso(atMs) })),
    })),
    meetingDue: isMeetingDue(state, nowMs),
  };
}

export function followUpView(state: HallDay, each: OpenFollowUp): FollowUpView {
  const { id, text, number, owner, by, sinceMs, day, dueDay, passes } = each;
  const overdue = isOverdue(state, each);
  return { id, text, number, owner, by, since: iso(sinceMs), day, dueDay, passes, overdue };
}

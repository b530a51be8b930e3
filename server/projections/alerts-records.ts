import { configOf, staffOf } from '#core/lookup.ts';
import type { RaisedAlert } from './alerts.ts';
import { isMeetingDue, isOverdue } from './open-records.ts';
import type { ViewSources } from './view-sources.ts';

/** Calm counts of what staff still owe: answers, and the record of today's meeting. */
export function recordAlerts({ state, nowMs }: ViewSources): readonly RaisedAlert[] {
  const raised: RaisedAlert[] = [];
  const overdue = state.followUps.filter((each) => isOverdue(state, each));
  if (overdue.length > 0) {
    const badges = [...new Set(overdue.map(({ owner }) => owner))];
    const owners = badges.map((badge) => staffOf(configOf(state), badge)?.name ?? badge);
    raised.push({
      key: 'hall',
      alert: { kind: 'answers-overdue', count: overdue.length, owners },
      acts: [],
      level: overdue.length,
    });
  }
  if (isMeetingDue(state, nowMs)) {
    raised.push({ key: state.day ?? '', alert: { kind: 'meeting-missing' }, acts: [] });
  }
  return raised;
}

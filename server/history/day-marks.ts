import type { HallEvent } from '#core/events.ts';
import type { DayMark } from '#protocol/history.ts';

const marksMax = 200;

/** What somebody who looks at a day again wants to be led to: turning points, and what needed a supervisor. */
export function marksOf(events: readonly HallEvent[]): readonly DayMark[] {
  return events
    .flatMap((event) => {
      const at = new Date(event.atMs).toISOString();
      const mark = markOf(event);
      const own = mark === null ? [] : [{ at, ...mark }];
      if (event.override === undefined) return own;
      return [...own, { at, kind: 'override' as const, about: counterOf(event) }];
    })
    .slice(0, marksMax);
}

function markOf(event: HallEvent): Omit<DayMark, 'at'> | null {
  switch (event.type) {
    case 'HallOpened':
      return { kind: 'opened', about: null };
    case 'ClosingReminded':
      return { kind: 'reminded', about: null };
    case 'IntakeClosed':
      return { kind: 'intake-closed', about: null };
    case 'HallClosed':
      return { kind: 'closed', about: null };
    case 'IntakeSet':
      return event.data.state === 'closed' ? { kind: 'stopped', about: null } : null;
    case 'NoticePosted':
      return { kind: 'notice', about: null };
    case 'HandoverStarted':
      return { kind: 'handover', about: event.data.counter };
    case 'CounterPaused':
      return event.data.kind === 'absence' ? { kind: 'absence', about: event.data.counter } : null;
    case 'FaultRaised':
      return { kind: 'fault', about: event.data.id };
    default:
      return null;
  }
}

function counterOf({ data }: HallEvent): string | null {
  return 'counter' in data && typeof data.counter === 'string' ? data.counter : null;
}

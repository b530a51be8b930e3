import type { DayHours } from '#core/calendar/business-day.ts';
import type { EventOf, HallEvent } from '#core/events.ts';
import { earlyMs } from '#core/roster/shift-times.ts';
import type { Actor, InstantMs } from '#core/vocabulary.ts';
import type {
  EarlyClosingLine,
  FaultLine,
  OverrideLine,
  ReprintLine,
  SignInLine,
  SignOffLine,
} from '#protocol/report.ts';
import type { Tracker } from '../tracker.ts';
import type { DayShifts } from './day-shifts.ts';

/** Lists of a day that a manager has to account for one by one. */
export interface DayNotes {
  readonly overrides: readonly OverrideLine[];
  readonly signIns: readonly SignInLine[];
  readonly signOffs: readonly SignOffLine[];
  readonly earlyClosings: readonly EarlyClosingLine[];
  readonly reprints: readonly ReprintLine[];
  readonly faults: readonly FaultLine[];
}

interface Held {
  readonly fromMs: InstantMs;
  readonly by: string | null;
  readonly reason: string;
}

export function createDayNotes(shifts: DayShifts) {
  const overrides: OverrideLine[] = [];
  /** When first seen, and whether the roster told then who was due when. */
  const signIns = new Map<string, { readonly atMs: InstantMs; readonly rostered: boolean }>();
  const arrivals = new Map<string, SignInLine>();
  const signOffs: SignOffLine[] = [];
  const earlyClosings: EarlyClosingLine[] = [];
  const reprints: ReprintLine[] = [];
  const faults: FaultLine[] = [];
  const faulty = new Map<string, Omit<FaultLine, 'to' | 'seconds'> & { readonly fromMs: number }>();
  const clerkAt = new Map<string, string>();
  let hours: DayHours | null = null;
  let held: Held | null = null;
  let lastMs = 0;

  function signedIn(badge: string, atMs: InstantMs): void {
    if (!signIns.has(badge)) signIns.set(badge, { atMs, rostered: shifts.isPublished() });
  }

  /** Early is before the shift is over, or before closing for who has none. */
  function signedOff(counter: string, atMs: InstantMs, released: boolean, tracker: Tracker): void {
    const clerk = clerkAt.get(counter) ?? null;
    const shift = clerk === null ? null : shifts.spanOf(clerk, tracker);
    const endsAtMs = Math.min(shift?.toMs ?? Infinity, hours?.closesAtMs ?? 0);
    const beforeMs = endsAtMs - atMs;
    if (beforeMs > 0) {
      const beforeClosingSeconds = Math.round(beforeMs / 1000);
      signOffs.push({ counter, clerk, at: iso(atMs), beforeClosingSeconds, released });
    }
    clerkAt.delete(counter);
  }

  function reopened(untilMs: InstantMs | null): void {
    if (held !== null) earlyClosings.push(earlyClosingLine(held, untilMs, lastMs));
    held = null;
  }

  function faultEnded(key: string, toMs: InstantMs | null): void {
    const fault = faulty.get(key);
    if (fault === undefined) return;
    faulty.delete(key);
    faults.push(faultLine(fault, toMs, lastMs));
  }

  function apply(event: HallEvent, tracker: Tracker): void {
    const { atMs } = event;
    lastMs = Math.max(lastMs, atMs);
    if (event.override !== undefined) overrides.push(overrideLine(event));
    switch (event.type) {
      case 'DayBegan':
        hours = event.data.hours;
        for (const { counter, clerk } of event.data.counters) clerkAt.set(counter, clerk);
        for (const { device, id, state, fault } of event.data.attached ?? []) {
          if (fault !== null) {
            faulty.set(`${device}/${id}`, { device, id, state, from: iso(atMs), fromMs: atMs });
          }
        }
        return;
      case 'HallConfigured':
        hours = event.data.hours;
        return;
      case 'StaffSignedIn':
        signedIn(event.data.badge, atMs);
        return;
      case 'ClerkArrived':
        signedIn(event.data.badge, atMs);
        arrivals.set(event.data.badge, arrivalLine(event.data, atMs));
        return;
      case 'CounterOpened':
        signedIn(event.data.clerk, atMs);
        clerkAt.set(event.data.counter, event.data.clerk);
        return;
      case 'HandoverCompleted':
        clerkAt.set(event.data.counter, event.data.to);
        return;
      case 'CounterClosed':
        signedOff(event.data.counter, atMs, false, tracker);
        return;
      case 'CounterReleased':
        signedOff(event.data.counter, atMs, true, tracker);
        return;
      case 'IntakeSet': {
        const { state, reason } = event.data;
        if (state === 'open') reopened(atMs);
        else if (hours !== null && atMs < hours.closesAtMs && atMs >= hours.opensAtMs) {
          held ??= { fromMs: atMs, by: badgeOf(event.actor), reason };
        }
        return;
      }
      case 'IntakeClosed':
        reopened(atMs);
        return;
      case 'PrintAsked': {
        const { ticket, printer, copy } = event.data;
        if (!copy) return;
        const number = tracker.get(ticket)?.number ?? '';
        reprints.push({ at: iso(atMs), number, by: badgeOf(event.actor), printer });
        return;
      }
      case 'FaultRaised': {
        const { device, id, state } = event.data;
        const key = `${device}/${id}`;
        if (!faulty.has(key)) {
          faulty.set(key, { device, id, state, from: iso(atMs), fromMs: atMs });
        }
        return;
      }
      case 'FaultEnded':
        faultEnded(`${event.data.device}/${event.data.id}`, atMs);
        return;
      default:
        return;
    }
  }

  return {
    apply,
    /** What still goes on is cut at the last event, and has no end. */
    read: (): DayNotes => ({
      overrides: [...overrides],
      signIns: [...signIns].map(
        ([badge, { atMs, rostered }]) =>
          arrivals.get(badge) ?? signInLine(badge, atMs, rostered ? null : hours),
      ),
      signOffs: [...signOffs],
      earlyClosings: [
        ...earlyClosings,
        ...(held === null ? [] : [earlyClosingLine(held, null, lastMs)]),
      ],
      reprints: [...reprints],
      faults: [...faults, ...[...faulty.values()].map((fault) => faultLine(fault, null, lastMs))],
    }),
  };
}

/** Rule ten-minutes-early, for a clerk of the roster: due is ten minutes before the shift. */
function arrivalLine(
  { badge, dueAtMs, fromMs, lateMinutes }: EventOf<'ClerkArrived'>['data'],
  atMs: InstantMs,
): SignInLine {
  const kind = lateMinutes === 0 ? 'early' : atMs < fromMs ? 'late' : 'after';
  return { badge, at: iso(atMs), due: iso(dueAtMs), lateMinutes, kind };
}

/** Without a roster due is the opening less ten minutes; on a day with one, who is off is due nothing. */
function signInLine(badge: string, atMs: InstantMs, hours: DayHours | null): SignInLine {
  const at = iso(atMs);
  if (hours === null) return { badge, at, due: null, kind: null };
  const dueMs = hours.opensAtMs - earlyMs;
  const kind = atMs <= dueMs ? 'early' : atMs < hours.opensAtMs ? 'late' : 'after';
  const lateMinutes = Math.max(0, Math.ceil((atMs - dueMs) / 60_000));
  return { badge, at, due: iso(dueMs), lateMinutes, kind };
}

function overrideLine(event: HallEvent): OverrideLine {
  const { by = '', reason = '', rules = [] } = event.override ?? {};
  return { at: iso(event.atMs), by, rule: rules[0] ?? '', rules, reason, act: event.type };
}

function earlyClosingLine(held: Held, toMs: InstantMs | null, lastMs: InstantMs): EarlyClosingLine {
  const { fromMs, by, reason } = held;
  const seconds = Math.round(((toMs ?? lastMs) - fromMs) / 1000);
  return { at: iso(fromMs), by, reason, to: toMs === null ? null : iso(toMs), seconds };
}

function faultLine(
  { fromMs, ...fault }: Omit<FaultLine, 'to' | 'seconds'> & { readonly fromMs: number },
  toMs: InstantMs | null,
  lastMs: InstantMs,
): FaultLine {
  const seconds = Math.round(((toMs ?? lastMs) - fromMs) / 1000);
  return { ...fault, to: toMs === null ? null : iso(toMs), seconds };
}

function badgeOf(actor: Actor): string | null {
  return actor.kind === 'staff' ? actor.badge : null;
}

export function iso(atMs: InstantMs): string {
  return new Date(atMs).toISOString();
}

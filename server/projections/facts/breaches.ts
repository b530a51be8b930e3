import type { DayHours } from '#core/calendar/business-day.ts';
import type { HallEvent } from '#core/events.ts';
import { followUpsAfter, type OpenFollowUp } from '#core/follow-ups.ts';
import { qualityRules, weightOf, type QualityItem } from '#core/quality.ts';
import { earlyMs } from '#core/roster/shift-times.ts';
import type { InstantMs, Override } from '#core/vocabulary.ts';
import type { Change, Tracker } from '../tracker.ts';
import type { DayShifts } from './day-shifts.ts';
import { createPromiseParts } from './promise-parts.ts';

/**
 * One breach as the journal shows it, with the weight that was in force then: a sheet of an old
 * month does not change when the hall weighs otherwise later.
 */
export interface Breach {
  /** Names it for remarks: the event that shows it, and the item. */
  readonly line: string;
  readonly item: QualityItem;
  readonly rule: string;
  /** The event that shows it. */
  readonly seq: number;
  readonly atMs: InstantMs;
  readonly counter: string | null;
  /** Whose sheet it stands on beside the hall's; null: the hall's alone. */
  readonly clerk: string | null;
  readonly number: string | null;
  /** How much too long or too late. */
  readonly seconds: number | null;
  /** Of a broken promise: which took longer, waiting or service. */
  readonly part: 'waiting' | 'service' | null;
  /** What was written down: the reason of an override, the matter of a follow-up. */
  readonly text: string | null;
  readonly points: number;
  readonly most: number;
}

interface Found {
  readonly item: QualityItem;
  readonly rule?: string;
  readonly atMs?: InstantMs;
  readonly seq?: number;
  readonly counter?: string | null;
  readonly clerk?: string | null;
  readonly number?: string | null;
  readonly seconds?: number;
  readonly part?: Breach['part'];
  readonly text?: string | null;
}

interface Mark {
  readonly clerk: string;
  readonly seq: number;
  readonly atMs: InstantMs;
}

/** Back within a minute of what the sign said is in time. */
const absenceGraceMs = 60_000;

/** Finds in the events of a day what a quality sheet deducts points for: docs/quality.md. */
export function createBreaches(shifts: DayShifts) {
  const found: Breach[] = [];
  const parts = createPromiseParts();
  const clerkAt = new Map<string, string>();
  const arrived = new Set<string>();
  /** First seen after opening: on a later shift, unless their first act is to take a seat. */
  const arrivedLate = new Map<string, Mark>();
  /** Left before closing; whoever sits down there next has taken over without a handover. */
  const leftSeat = new Map<string, Mark>();
  /** Whose shift began without them; until they come, or leave is approved. */
  const missed = new Map<string, Mark & { readonly counter: string | null }>();
  const absent = new Map<string, Mark & { readonly untilMs: InstantMs }>();
  const handingOver = new Map<string, Mark>();
  let followUps: readonly OpenFollowUp[] = [];
  let hours: DayHours | null = null;
  let hasMet = false;
  let last: HallEvent | null = null;

  function add(event: HallEvent, tracker: Tracker, breach: Found): void {
    const { item } = breach;
    const name = `${String(breach.seq ?? event.seq)}-${item}`;
    const same = found.filter(({ line }) => line === name || line.startsWith(`${name}-`)).length;
    found.push({
      line: same === 0 ? name : `${name}-${String(same + 1)}`,
      item,
      rule: breach.rule ?? qualityRules[item],
      seq: breach.seq ?? event.seq,
      atMs: breach.atMs ?? event.atMs,
      counter: breach.counter ?? null,
      clerk: breach.clerk ?? null,
      number: breach.number ?? null,
      seconds: breach.seconds ?? null,
      part: breach.part ?? null,
      text: breach.text ?? null,
      ...weightOf(tracker.config()?.quality, item),
    });
  }

  function isWithinHours(atMs: InstantMs): boolean {
    return hours !== null && atMs >= hours.opensAtMs && atMs < hours.closesAtMs;
  }

  function seen(event: HallEvent, tracker: Tracker, badge: string): void {
    if (arrived.has(badge)) return;
    arrived.add(badge);
    // From then on the roster tells who is due when; who is off is due nothing.
    if (shifts.isPublished()) return;
    const isClerk = tracker
      .config()
      ?.staff.some((each) => each.badge === badge && each.role === 'clerk');
    if (isClerk !== true || hours === null || event.atMs >= hours.closesAtMs) return;
    const seconds = Math.round((event.atMs - hours.opensAtMs + earlyMs) / 1000);
    if (seconds <= 0) return;
    if (event.atMs < hours.opensAtMs) {
      add(event, tracker, { item: 'late-sign-in', clerk: badge, seconds });
    } else arrivedLate.set(badge, { clerk: badge, seq: event.seq, atMs: event.atMs });
  }

  /** By the roster: `ClerkArrived` stands beside the sign-in, with the time that was due. */
  function arrivedForShift(
    event: Extract<HallEvent, { type: 'ClerkArrived' }>,
    tracker: Tracker,
  ): void {
    const { badge, dueAtMs } = event.data;
    missed.delete(badge);
    const seconds = Math.round((event.atMs - dueAtMs) / 1000);
    if (seconds > 0) add(event, tracker, { item: 'late-sign-in', clerk: badge, seconds });
  }

  function satDown(event: HallEvent, tracker: Tracker, counter: string, clerk: string): void {
    const late = arrivedLate.get(clerk);
    if (late !== undefined && hours !== null) {
      const seconds = Math.round((late.atMs - hours.opensAtMs + earlyMs) / 1000);
      const { seq, atMs } = late;
      add(event, tracker, { item: 'late-sign-in', clerk, counter, seconds, seq, atMs });
      arrivedLate.delete(clerk);
    }
    const left = leftSeat.get(counter);
    leftSeat.delete(counter);
    if (left !== undefined && left.clerk !== clerk && isWithinHours(event.atMs)) {
      const { seq, atMs } = left;
      add(event, tracker, { item: 'no-handover-record', clerk: left.clerk, counter, seq, atMs });
    }
    clerkAt.set(counter, clerk);
  }

  function cameBack(event: HallEvent, tracker: Tracker, counter: string): void {
    const away = absent.get(counter);
    absent.delete(counter);
    if (away !== undefined) overTime(event, tracker, counter, away);
  }

  function overTime(
    event: HallEvent,
    tracker: Tracker,
    counter: string,
    { clerk, untilMs, seq, atMs }: Mark & { readonly untilMs: InstantMs },
  ): void {
    const overMs = event.atMs - untilMs;
    if (overMs <= absenceGraceMs) return;
    const seconds = Math.round(overMs / 1000);
    add(event, tracker, { item: 'absence-over', clerk, counter, seconds, seq, atMs });
  }

  function seatLeft(event: HallEvent, tracker: Tracker, counter: string, freed: boolean): void {
    cameBack(event, tracker, counter);
    const clerk = clerkAt.get(counter);
    clerkAt.delete(counter);
    handingOver.delete(counter);
    if (clerk === undefined || !isWithinHours(event.atMs)) return;
    if (freed) add(event, tracker, { item: 'seat-left', clerk, counter });
    else leftSeat.set(counter, { clerk, seq: event.seq, atMs: event.atMs });
  }

  function handoverEnded(event: HallEvent, tracker: Tracker, counter: string): void {
    const begun = handingOver.get(counter);
    handingOver.delete(counter);
    const minutes = tracker.config()?.policy.handoverMaxMinutes;
    if (begun === undefined || minutes === undefined) return;
    const overMs = event.atMs - begun.atMs - minutes * 60_000;
    if (overMs <= 0) return;
    const { seq, atMs } = begun;
    const seconds = Math.round(overMs / 1000);
    add(event, tracker, { item: 'late-handover', counter, seconds, seq, atMs });
  }

  function overridden(event: HallEvent, tracker: Tracker, { rules, reason }: Override): void {
    const data = event.data as { readonly counter?: unknown; readonly ticket?: unknown };
    const counter = typeof data.counter === 'string' ? data.counter : null;
    const ticket = typeof data.ticket === 'string' ? tracker.get(data.ticket) : undefined;
    const clerk = counter === null ? null : (clerkAt.get(counter) ?? null);
    const item = itemOf(rules);
    // A supervisor who acted at somebody's counter did so in their own name.
    const isClerks = item !== 'closed-early' && !rules.includes('not-your-counter');
    add(event, tracker, {
      item,
      rule:
        item === 'left-waiting' || item === 'overridden' ? (rules[0] ?? '') : qualityRules[item],
      counter,
      clerk: isClerks ? clerk : null,
      number: ticket?.number ?? null,
      text: reason,
    });
  }

  function apply(event: HallEvent, change: Change | null, tracker: Tracker): void {
    last = event;
    const promise = parts.apply(event, change, tracker);
    if (promise !== null) {
      add(event, tracker, { item: 'promise-broken', ...promise });
    }
    if (event.override !== undefined) overridden(event, tracker, event.override);
    if (event.type === 'HandoverCompleted') recordOf(event, tracker);
    followUps = followUpsAfter(followUps, event, tracker.config());
    switch (event.type) {
      case 'DayBegan':
        hours = event.data.hours;
        for (const { counter, clerk } of event.data.counters) clerkAt.set(counter, clerk);
        return;
      case 'HallConfigured':
        hours = event.data.hours;
        return;
      case 'MeetingRecorded':
        hasMet = true;
        return;
      case 'HallOpened':
        if (tracker.config()?.quality?.meeting === true && !hasMet) {
          add(event, tracker, { item: 'no-meeting' });
        }
        return;
      case 'ClerkArrived':
        arrivedForShift(event, tracker);
        return;
      case 'SeatFoundEmpty': {
        const { badge, counter } = event.data;
        missed.set(badge, { clerk: badge, seq: event.seq, atMs: event.atMs, counter });
        return;
      }
      case 'RosterPublished':
      case 'LeaveApproved':
        // No longer their shift: leave was approved after all, or the plan was mended.
        for (const badge of missed.keys()) {
          if (shifts.spanOf(badge, tracker) === null) missed.delete(badge);
        }
        return;
      case 'StaffSignedIn':
        seen(event, tracker, event.data.badge);
        return;
      case 'CounterOpened':
        seen(event, tracker, event.data.clerk);
        satDown(event, tracker, event.data.counter, event.data.clerk);
        return;
      case 'CounterPaused': {
        const { counter, kind, sign } = event.data;
        const clerk = clerkAt.get(counter);
        if (kind !== 'absence' || sign.untilMs === null || clerk === undefined) return;
        const { seq, atMs } = event;
        absent.set(counter, { clerk, seq, atMs, untilMs: sign.untilMs });
        return;
      }
      case 'CounterResumed':
        cameBack(event, tracker, event.data.counter);
        return;
      case 'CounterClosed':
        seatLeft(event, tracker, event.data.counter, false);
        return;
      case 'CounterReleased':
        seatLeft(event, tracker, event.data.counter, true);
        return;
      case 'HandoverStarted': {
        const { counter, from } = event.data;
        cameBack(event, tracker, counter);
        handingOver.set(counter, { clerk: from, seq: event.seq, atMs: event.atMs });
        return;
      }
      case 'HandoverCancelled':
        handoverEnded(event, tracker, event.data.counter);
        return;
      case 'HandoverCompleted':
        handoverEnded(event, tracker, event.data.counter);
        // Whose first seat is taken over came for a later shift.
        arrivedLate.delete(event.data.to);
        clerkAt.set(event.data.counter, event.data.to);
        return;
      case 'ServiceRated': {
        if (event.data.rating !== 'dissatisfied') return;
        const served = parts.servedBy(event.data.ticket);
        if (served !== null) add(event, tracker, { item: 'dissatisfied', ...served });
        return;
      }
      case 'HallClosed':
        for (const { owner, dueDay, number, text } of followUps) {
          if (dueDay !== event.day) continue;
          add(event, tracker, { item: 'follow-up-overdue', clerk: owner, number, text });
        }
        return;
      default:
        return;
    }
  }

  /** A record that says nothing is none. */
  function recordOf(
    event: Extract<HallEvent, { type: 'HandoverCompleted' }>,
    tracker: Tracker,
  ): void {
    const { counter, from, record } = event.data;
    const said = [record.equipment, record.hardCases, record.staffChanges];
    if (said.every((part) => part.trim() === '') && record.followUps.length === 0) {
      add(event, tracker, { item: 'no-handover-record', clerk: from, counter });
    }
  }

  return {
    apply,
    /** What still goes on counts as it stands at the last event: an absence, a missed shift. */
    read(tracker: Tracker): readonly Breach[] {
      const count = found.length;
      if (last !== null) {
        for (const [counter, away] of absent) overTime(last, tracker, counter, away);
        for (const mark of missed.values()) {
          add(last, tracker, { item: 'shift-missed', ...mark });
        }
      }
      const all = found.toSorted((x, y) => x.atMs - y.atMs || x.seq - y.seq);
      found.length = count;
      return all;
    },
  };
}

function itemOf(rules: readonly string[]): QualityItem {
  if (rules.includes('never-close-early')) return 'closed-early';
  if (rules.some((rule) => rule === 'no-show-calls' || rule === 'no-show-time')) {
    return 'early-no-show';
  }
  if (rules.some((rule) => rule === 'no-pause-while-waiting' || rule === 'serve-everyone-queued')) {
    return 'left-waiting';
  }
  return 'overridden';
}

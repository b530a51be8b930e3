import type { HallEvent } from '#core/events.ts';
import type { DayHours } from '#core/calendar/business-day.ts';
import type { InstantMs, Rating } from '#core/vocabulary.ts';
import { createAwayFold, type Handover, type Stretch } from './away.ts';
import { createOvertakingFold, type Overtaken } from './overtaking.ts';
import { spreadOf, type Spread } from './spread.ts';
import {
  compareIds,
  emptyTally,
  figuresOf,
  talliesBy,
  type Tally,
  type TallyFigures,
} from './tallies.ts';
import { createTracker, promiseMs, type Change } from './tracker.ts';

/** The figures of a day (docs/figures.md defines each). */
export interface DayFigures {
  readonly totals: {
    readonly issued: number;
    readonly served: number;
    readonly missed: number;
    readonly cancelled: number;
  };
  readonly wait: Spread;
  readonly service: Spread;
  readonly promise: { readonly kept: number; readonly broken: number };
  readonly byService: readonly ({ readonly service: string } & TallyFigures)[];
  readonly byClass: readonly ({ readonly class: string } & TallyFigures)[];
  readonly byCounter: readonly ({ readonly counter: string } & TallyFigures & CounterTimes)[];
  readonly byClerk: readonly ({ readonly badge: string } & TallyFigures & CounterTimes)[];
  readonly overrides: readonly OverrideLine[];
  readonly ratings: Readonly<Record<Rating, number>>;
  readonly recalls: number;
  readonly transfers: number;
  readonly parked: number;
  readonly pauses: readonly AwayLine[];
  readonly absences: readonly AwayLine[];
  readonly handovers: readonly HandoverLine[];
  readonly signIns: readonly SignInLine[];
  readonly overtaken: Overtaken;
}

export interface CounterTimes {
  readonly openSeconds: number;
  readonly pausedSeconds: number;
  readonly absentSeconds: number;
  readonly handoverSeconds: number;
}

export interface OverrideLine {
  readonly at: string;
  readonly by: string;
  /** The first rule that was set aside; all of them in `rules`. */
  readonly rule: string;
  readonly rules: readonly string[];
  readonly reason: string;
  /** What the override allowed: the event's type. */
  readonly act: string;
}

export interface AwayLine {
  readonly counter: string;
  readonly clerk: string | null;
  readonly from: string;
  readonly to: string | null;
  readonly seconds: number;
  readonly reason: string | null;
  /** Beyond the return that the sign announced; 0 within it, null where none was announced. */
  readonly overSeconds: number | null;
}

export interface HandoverLine {
  readonly counter: string;
  readonly from: string;
  readonly to: string;
  readonly at: string;
  readonly seconds: number;
  readonly ended: Handover['ended'];
}

/** Rule ten-minutes-early: the first sign-in of a clerk beside opening minus ten minutes. */
export interface SignInLine {
  readonly badge: string;
  readonly at: string;
  /** In the last ten minutes it is late, from opening on after; null on a day without hours. */
  readonly kind: 'early' | 'late' | 'after' | null;
}

export interface DayFold {
  /** One event of the day, in order. DayBegan starts it afresh. */
  apply(event: HallEvent): void;
  figures(): DayFigures;
}

const earlyMs = 10 * 60_000;

/** The fold behind a day's report. Its memory grows with the day; live views have live-figures. */
export function createDayFold(): DayFold {
  const tracker = createTracker();
  const overtaking = createOvertakingFold();
  const away = createAwayFold();
  const byService = talliesBy();
  const byClass = talliesBy();
  const byCounter = talliesBy();
  const byClerk = talliesBy();
  let whole = emptyTally();
  let overrides: OverrideLine[] = [];
  let signIns = new Map<string, InstantMs>();
  /** Who served a ticket that was finished: a rating that follows is theirs. */
  let servedBy = new Map<string, Tally[]>();
  let hours: DayHours | null = null;

  function begin(): void {
    [byService, byClass, byCounter, byClerk].forEach((tallies) => tallies.clear());
    whole = emptyTally();
    overrides = [];
    signIns = new Map();
    servedBy = new Map();
  }

  function count(event: HallEvent, change: Change): void {
    const { ticket, before } = change;
    const ofTicket = [whole, byService.of(ticket.service), byClass.of(ticket.class)];
    const counter = ticket.counter ?? before.counter;
    const clerk = ticket.clerk ?? before.clerk;
    const ofPlace = [
      ...(counter === null ? [] : [byCounter.of(counter)]),
      ...(clerk === null ? [] : [byClerk.of(clerk)]),
    ];
    const all = [...ofTicket, ...ofPlace];
    if (before.spellMs !== null && ticket.state !== 'serving') {
      for (const tally of all) tally.busyMs += before.spellMs;
    }
    switch (event.type) {
      case 'TicketIssued':
        for (const tally of ofTicket) tally.issued += 1;
        return;
      case 'TicketCalled':
        if (event.data.waitMs !== null)
          for (const tally of all) tally.waitsMs.push(event.data.waitMs);
        return;
      case 'TicketRecalled':
        for (const tally of all) tally.recalls += 1;
        return;
      case 'ServiceFinished':
        finished(event, change, all);
        return;
      case 'ServiceRated':
        return;
      case 'TicketMissed':
        for (const tally of all) tally.missed += 1;
        return;
      case 'TicketRejoined':
        // Who came back was not missed after all; the counter's own no-show stays counted there.
        for (const tally of ofTicket) tally.missed -= 1;
        return;
      case 'TicketTransferred':
        for (const tally of [
          whole,
          byService.of(before.service),
          byClass.of(ticket.class),
          ...ofPlace,
        ]) {
          tally.transfers += 1;
        }
        return;
      case 'TicketParked':
        for (const tally of all) tally.parked += 1;
        return;
      case 'TicketCancelled':
      case 'TicketLapsed':
        // Who was missed and did not come back stays a missed ticket.
        if (before.state !== 'missed') for (const tally of ofTicket) tally.cancelled += 1;
        return;
      default:
        return;
    }
  }

  function finished(
    event: Extract<HallEvent, { type: 'ServiceFinished' }>,
    { ticket }: Change,
    tallies: Tally[],
  ): void {
    const config = tracker.config();
    const elapsedMs = event.atMs - ticket.promiseFromMs;
    const kept = config === null || elapsedMs <= promiseMs(config, ticket);
    servedBy.set(ticket.id, tallies);
    for (const tally of tallies) {
      tally.served += 1;
      tally.servicesMs.push(event.data.serviceMs);
      if (kept) tally.kept += 1;
      else tally.broken += 1;
    }
  }

  function note(event: HallEvent): void {
    if (event.override !== undefined) overrides.push(overrideLine(event));
    switch (event.type) {
      case 'DayBegan':
      case 'HallConfigured':
        hours = event.data.hours;
        return;
      case 'StaffSignedIn':
        if (!signIns.has(event.data.badge)) signIns.set(event.data.badge, event.atMs);
        return;
      case 'CounterOpened':
        if (!signIns.has(event.data.clerk)) signIns.set(event.data.clerk, event.atMs);
        return;
      case 'ServiceRated':
        for (const tally of servedBy.get(event.data.ticket) ?? []) {
          tally.ratings[event.data.rating] += 1;
        }
        return;
      default:
        return;
    }
  }

  return {
    apply(event) {
      if (event.type === 'DayBegan') begin();
      overtaking.before(event, tracker);
      const change = tracker.apply(event);
      away.apply(event);
      if (change !== null) count(event, change);
      note(event);
    },
    figures() {
      const { stretches, handovers } = away.read();
      const { issued, served, missed, cancelled } = whole;
      const timesOf = (key: 'counter' | 'clerk', id: string) =>
        timesIn(stretches.filter((each) => each[key] === id));
      for (const { counter, clerk } of stretches) {
        byCounter.of(counter);
        if (clerk !== null) byClerk.of(clerk);
      }
      return {
        totals: { issued, served, missed, cancelled },
        wait: spreadOf(whole.waitsMs),
        service: spreadOf(whole.servicesMs),
        promise: { kept: whole.kept, broken: whole.broken },
        byService: byService
          .entries()
          .map(([service, tally]) => ({ service, ...figuresOf(tally) })),
        byClass: byClass.entries().map(([id, tally]) => ({ class: id, ...figuresOf(tally) })),
        byCounter: byCounter.entries().map(([counter, tally]) => ({
          counter,
          ...figuresOf(tally),
          ...timesOf('counter', counter),
        })),
        byClerk: byClerk
          .entries()
          .map(([badge, tally]) => ({ badge, ...figuresOf(tally), ...timesOf('clerk', badge) })),
        overrides: [...overrides],
        ratings: { ...whole.ratings },
        recalls: whole.recalls,
        transfers: whole.transfers,
        parked: whole.parked,
        pauses: awayLines(stretches, 'paused'),
        absences: awayLines(stretches, 'absent'),
        handovers: handovers.map(handoverLine),
        signIns: [...signIns]
          .map(([badge, atMs]) => ({ badge, at: iso(atMs), kind: signInKind(atMs, hours) }))
          .toSorted((a, b) => compareIds(a.badge, b.badge)),
        overtaken: overtaking.read(),
      };
    },
  };
}

export function signInKind(atMs: InstantMs, hours: DayHours | null): SignInLine['kind'] {
  if (hours === null) return null;
  if (atMs <= hours.opensAtMs - earlyMs) return 'early';
  return atMs < hours.opensAtMs ? 'late' : 'after';
}

function overrideLine(event: HallEvent): OverrideLine {
  const { by = '', reason = '', rules = [] } = event.override ?? {};
  return { at: iso(event.atMs), by, rule: rules[0] ?? '', rules, reason, act: event.type };
}

function timesIn(stretches: readonly Stretch[]): CounterTimes {
  const secondsOf = (kind: Stretch['kind']): number => {
    const some = stretches.filter((each) => each.kind === kind);
    return Math.round(some.reduce((sum, each) => sum + each.toMs - each.fromMs, 0) / 1000);
  };
  return {
    openSeconds: secondsOf('open'),
    pausedSeconds: secondsOf('paused'),
    absentSeconds: secondsOf('absent'),
    handoverSeconds: secondsOf('handover'),
  };
}

function awayLines(stretches: readonly Stretch[], kind: 'paused' | 'absent'): readonly AwayLine[] {
  return stretches
    .filter((each) => each.kind === kind)
    .map(({ counter, clerk, fromMs, toMs, reason, untilMs, ongoing }) => ({
      counter,
      clerk,
      from: iso(fromMs),
      to: ongoing ? null : iso(toMs),
      seconds: Math.round((toMs - fromMs) / 1000),
      reason,
      overSeconds: untilMs === null ? null : Math.max(0, Math.round((toMs - untilMs) / 1000)),
    }));
}

function handoverLine({ counter, from, to, fromMs, toMs, ended }: Handover): HandoverLine {
  const seconds = Math.round((toMs - fromMs) / 1000);
  return { counter, from, to, at: iso(fromMs), seconds, ended };
}

function iso(atMs: InstantMs): string {
  return new Date(atMs).toISOString();
}

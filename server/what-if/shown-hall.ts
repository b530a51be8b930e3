import { dayExists } from '#core/calendar/business-day.ts';
import { hoursOf, instantOf } from '#core/calendar/hours-of.ts';
import { nextOpening } from '#core/calendar/next-opening.ts';
import type { Command } from '#core/commands.ts';
import type { HallEvent } from '#core/events.ts';
import type { HallConfig } from '#core/hall-config.ts';
import { configOf, findTicket, ticketAt } from '#core/lookup.ts';
import type { HallDay } from '#core/state.ts';
import type { Decision } from '#core/verdict.ts';
import type { Actor, BusinessDay, InstantMs, Language } from '#core/vocabulary.ts';
import { createLearnedEstimator } from '#estimate/learned.ts';
import { createHallProjections } from '#projections/hall-projections.ts';
import { noticesOf } from '#projections/hall-head.ts';
import { kioskView } from '#projections/kiosk.ts';
import { lobbyView } from '#projections/lobby.ts';
import { slipOf } from '#projections/slip.ts';
import { ticketView } from '#projections/ticket.ts';
import type { PrintView } from '#protocol/agent-view.ts';
import type { KioskView, LobbyView, TicketView } from '#protocol/views.ts';
import { openHallInMemory, type HallInMemory } from './hall-in-memory.ts';

/** Numbers are given; they are about to end; the day is over. */
export const shownMoments = ['open', 'closing', 'closed'] as const;
export type ShownMoment = (typeof shownMoments)[number];

/** A number that is taken in the shown hall. */
export interface ShownTaking {
  readonly service: string;
  readonly class?: string;
  readonly language?: Language;
}

/** A hall as its customers would see it. */
export interface ShownHall {
  readonly day: BusinessDay;
  /** False: on this day it does not open. */
  readonly opens: boolean;
  readonly kiosk: KioskView;
  readonly lobby: LobbyView;
  /** What a ticket's paper says; null where no number is given at that moment. */
  readonly slip: PrintView['slip'] | null;
  /** The number that was asked for; null: none was, or none is given. */
  readonly taken: TicketView | null;
  /** Why the number that was asked for is not given, with the hall that says so. */
  readonly refused: ShownRefusal | null;
}

export interface ShownRefusal {
  readonly decision: Exclude<Decision, { readonly kind: 'accepted' }>;
  readonly state: HallDay;
  readonly nowMs: InstantMs;
}

const minuteMs = 60_000;
/** Some customers, as every screen has room for. */
const crowdCount = 16;
const crowdGapMs = 40_000;
/** So long after opening everybody has settled down. */
const settledMs = 20 * minuteMs;
const kiosk: Actor = { kind: 'device', device: 'shown' };

/**
 * What the pages of a configuration would show on a day that never happened, by the very rules and
 * views of a real one: a few counters open, some customers wait, nobody of the real hall among them.
 *
 * @param asked the day; without it the next one from `nowMs` on that opens
 * @param baseUrl where the pages would be reached: it stands in the code of the ticket
 */
export function shownHall(
  config: HallConfig,
  nowMs: InstantMs,
  asked: {
    readonly day?: BusinessDay;
    readonly moment: ShownMoment;
    readonly take?: ShownTaking;
  },
  baseUrl: string,
): ShownHall {
  const { timezone } = config.hall;
  const day = dayOf(config, nowMs, asked.day);
  const hours = hoursOf(config.hours, timezone, day);
  const noonMs = instantOf(day, '12:00', timezone);
  const beginsAtMs = hours === null ? noonMs : hours.opensAtMs - minuteMs;

  const events: HallEvent[] = [];
  const hall = openHallInMemory(config, beginsAtMs, (event) => void events.push(event));
  const atMs = hours === null ? noonMs : instantAt(asked.moment, hours);
  if (hours !== null && asked.moment !== 'closed') settle(hall, config, atMs);
  hall.moveTo(atMs);

  const projections = createHallProjections();
  projections.apply({ state: hall.state(), events });
  const estimate = createLearnedEstimator();
  for (const event of events) estimate.apply(event);
  const sourcesNow = () => ({
    state: hall.state(),
    nowMs: atMs,
    clockSpeed: 0,
    projections,
    devices: [],
    estimate,
    baseUrl,
  });
  const before = sourcesNow();
  const views = { kiosk: kioskView(before), lobby: lobbyView(before) };
  const refused = asked.take === undefined ? null : refusalOf(hall, asked.take, atMs);
  const taken = asked.take === undefined ? null : take(hall, asked.take);
  const printed = taken ?? take(hall, { service: config.services[0]?.id ?? '' });
  const sources = sourcesNow();
  const told = (id: string) => {
    const ticket = findTicket(sources.state, id);
    return ticket === undefined ? null : { ticket, view: ticketView(sources, ticket) };
  };
  const onPaper = printed === null ? null : told(printed);
  return {
    day,
    opens: hours !== null,
    ...views,
    slip:
      onPaper === null
        ? null
        : slipOf(configOf(sources.state), onPaper.ticket, onPaper.view, noticesOf(sources), false),
    taken: taken === null ? null : (told(taken)?.view ?? null),
    refused,
  };
}

function dayOf(config: HallConfig, nowMs: InstantMs, asked: BusinessDay | undefined): BusinessDay {
  const { timezone } = config.hall;
  if (asked !== undefined && dayExists(timezone, asked)) return asked;
  const today = Temporal.Instant.fromEpochMilliseconds(nowMs)
    .toZonedDateTimeISO(timezone)
    .startOfDay();
  const opening = nextOpening(config.hours, timezone, today.epochMilliseconds - 1);
  return opening?.day ?? today.toPlainDate().toString();
}

function instantAt(
  moment: ShownMoment,
  {
    opensAtMs,
    remindsAtMs,
    closesAtMs,
  }: { readonly opensAtMs: number; readonly remindsAtMs: number; readonly closesAtMs: number },
): InstantMs {
  switch (moment) {
    case 'open':
      return Math.min(opensAtMs + settledMs, Math.floor((opensAtMs + remindsAtMs) / 2));
    case 'closing':
      return Math.floor((remindsAtMs + closesAtMs) / 2);
    case 'closed':
      return closesAtMs;
  }
}

/** Up to an instant: counters open, customers take numbers, some of them are called. */
function settle(hall: HallInMemory, config: HallConfig, untilMs: InstantMs): void {
  const clerks = config.counters.map(({ id }, index): { counter: string; actor: Actor } => {
    const badge = config.staff[index]?.badge ?? `shown-${String(index)}`;
    return { counter: id, actor: { kind: 'staff', badge, role: 'clerk' } };
  });
  hall.moveTo(Math.max(untilMs - crowdCount * crowdGapMs, hall.state().hours?.opensAtMs ?? 0));
  // One stays closed, where there are several: every state is seen.
  const seated = clerks.slice(0, Math.max(1, clerks.length - 1));
  for (const { counter, actor } of seated) hall.act({ name: 'open', args: { counter } }, actor);
  const classes = config.classes.filter(({ needsCustomer }) => !needsCustomer);
  for (let each = 0; each < crowdCount; each += 1) {
    const service = config.services[(each * 3) % config.services.length];
    const own = classes[each % 6 === 4 ? 1 : 0];
    if (service !== undefined) {
      take(hall, { service: service.id, ...(own === undefined ? {} : { class: own.id }) });
    }
    hall.moveTo(Math.min(untilMs, hall.now() + crowdGapMs / 2));
    const next = seated[each];
    if (next === undefined || each > crowdCount / 2) continue;
    const { counter, actor } = next;
    hall.act({ name: 'call', args: { counter } }, actor);
    if (each % 2 === 0) hall.act({ name: 'start', args: { counter } }, actor);
  }
}

/** The ticket's id; null where the rules of the hall give none. */
function take(hall: HallInMemory, taking: ShownTaking): string | null {
  const size = hall.state().tickets.size;
  return hall.act(issuing(hall, taking), kiosk).ok ? ticketAt(hall.state(), size).id : null;
}

function refusalOf(hall: HallInMemory, taking: ShownTaking, nowMs: InstantMs): ShownRefusal | null {
  const decision = hall.weigh(issuing(hall, taking), kiosk);
  return decision.kind === 'accepted' ? null : { decision, state: hall.state(), nowMs };
}

function issuing(hall: HallInMemory, { service, class: of, language }: ShownTaking): Command {
  const { classes } = configOf(hall.state());
  const listed = classes.find(({ id }) => id === of)?.needsCustomer === true;
  return {
    name: 'issue-ticket',
    args: {
      service,
      ...(of === undefined ? {} : { class: of }),
      ...(language === undefined ? {} : { language }),
      // Everybody is on the list of a hall that never was.
      ...(listed ? { customer: 'shown' } : {}),
    },
  };
}

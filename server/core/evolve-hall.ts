import type { HallEvent, Notice } from './events.ts';
import { followUpsAfter } from './follow-ups.ts';
import type { HallConfig } from './hall-config.ts';
import { attachedKey } from './evolve-attached.ts';
import { unpackRoster } from './roster/carry.ts';
import { initialDay, type CounterSeat, type HallDay } from './state.ts';

type HallChange = Extract<
  HallEvent,
  {
    type:
      | 'DayBegan'
      | 'HallConfigured'
      | 'ConfigurationPlanned'
      | 'ConfigurationWithdrawn'
      | 'HallOpened'
      | 'ClosingReminded'
      | 'IntakeClosed'
      | 'IntakeSet'
      | 'HallClosed'
      | 'NoticePosted'
      | 'NoticeWithdrawn'
      | 'NoticesOrdered'
      | 'CounterServicesSet';
  }
>;

export function evolveHall(state: HallDay, event: HallChange): HallDay {
  switch (event.type) {
    case 'DayBegan':
      return beginDay(event);
    case 'HallConfigured':
      return {
        ...state,
        config: event.data.config,
        configRevision: event.data.revision,
        settingsRevision: event.data.revision,
        hours: event.data.hours,
        hallState: reminderStands(state, event) ? state.hallState : 'open',
        counters: seatsFor(event.data.config, state.counters, event.atMs),
        // Credits of one discipline mean nothing to another.
        memory: initialDay.memory,
        ownServices: {},
      };
    case 'ConfigurationPlanned':
      return {
        ...state,
        settingsRevision: event.data.revision,
        planned: { ...event.data, by: event.data.by ?? event.actor, atMs: event.atMs },
      };
    case 'ConfigurationWithdrawn':
      return { ...state, planned: null };
    case 'HallOpened':
      return { ...state, hallState: 'open' };
    case 'ClosingReminded':
      return { ...state, hallState: 'closing' };
    case 'IntakeClosed':
      return {
        ...state,
        hallState: 'serving-out',
        intakeHeld: null,
        handInUntilMs: handInUntil(state, event.atMs),
      };
    case 'IntakeSet':
      return {
        ...state,
        intakeHeld:
          event.data.state === 'closed' ? { reason: event.data.reason, by: event.actor } : null,
      };
    case 'HallClosed':
      return { ...state, hallState: 'closed', ended: true, handoverQueue: [] };
    case 'NoticePosted':
      return { ...state, notices: posted(state.notices, event.data) };
    case 'NoticesOrdered':
      return { ...state, notices: ordered(state.notices, event.data.notices) };
    case 'NoticeWithdrawn':
      return {
        ...state,
        notices: state.notices.filter((notice) => notice.notice !== event.data.notice),
      };
    case 'CounterServicesSet':
      return setServices(state, event.data);
  }
}

/** `closing-reminder`: where closing is put off, the reminder is given again before the new one. */
function reminderStands(
  { hallState, hours: before }: HallDay,
  { data: { hours }, atMs }: Extract<HallEvent, { type: 'HallConfigured' }>,
): boolean {
  if (hallState !== 'closing' || before === null || hours === null) return true;
  return hours.closesAtMs <= before.closesAtMs || atMs >= hours.remindsAtMs;
}

/** The hall's own list is kept aside while a counter is lent, for its return and the next day. */
function setServices(
  state: HallDay,
  { counter, services, lent }: Extract<HallEvent, { type: 'CounterServicesSet' }>['data'],
): HallDay {
  const { config } = state;
  if (config === null) return state;
  const { [counter]: kept, ...others } = state.ownServices;
  const own = kept ?? config.counters.find(({ id }) => id === counter)?.services ?? [];
  return {
    ...state,
    config: {
      ...config,
      counters: config.counters.map((each) => (each.id === counter ? { ...each, services } : each)),
    },
    ownServices: lent ? { ...others, [counter]: own } : others,
  };
}

function posted(notices: readonly Notice[], notice: Notice): readonly Notice[] {
  const isNew = notices.every((each) => each.notice !== notice.notice);
  return isNew
    ? [...notices, notice]
    : notices.map((each) => (each.notice === notice.notice ? notice : each));
}

/** The newest stands first on the screens, so that the list is read from its end. */
function ordered(notices: readonly Notice[], wanted: readonly string[]): readonly Notice[] {
  const named = wanted.flatMap((id) => notices.find(({ notice }) => notice === id) ?? []);
  return [...named.toReversed(), ...notices.filter((each) => !named.includes(each))];
}

/** A hub that comes back this late was away at closing time, and waits so long for its kiosks. */
const lateClosingMs = 60_000;
const handInMs = 120_000;

/** `serve-everyone-queued`: nobody who took a number before closing is locked out by a restart. */
function handInUntil(state: HallDay, atMs: number): number | null {
  const isLate = state.hours !== null && atMs - state.hours.closesAtMs > lateClosingMs;
  return isLate && Object.keys(state.leases).length > 0 ? atMs + handInMs : null;
}

/** The new day knows nothing of the old one but what its first event carries. */
function beginDay(event: Extract<HallEvent, { type: 'DayBegan' }>): HallDay {
  const { config, configRevision, hours, notices, counters } = event.data;
  const carried: Record<string, CounterSeat> = {};
  for (const seat of counters) {
    carried[seat.counter] = {
      ...closedSeat(seat.counter, event.atMs),
      state: seat.state,
      clerk: seat.clerk,
      openedAtMs: event.atMs,
      sign: seat.sign,
    };
  }
  return {
    ...initialDay,
    day: event.data.day,
    config,
    configRevision,
    settingsRevision: event.data.settingsRevision ?? configRevision,
    hours,
    followUps: followUpsAfter([], event, config),
    notices,
    attached: Object.fromEntries(
      (event.data.attached ?? []).map((each) => [attachedKey(each), each]),
    ),
    counters: seatsFor(config, carried, event.atMs),
    roster: unpackRoster(event.data.roster),
  };
}

function seatsFor(
  config: HallConfig,
  seats: Readonly<Record<string, CounterSeat>>,
  atMs: number,
): Readonly<Record<string, CounterSeat>> {
  return Object.fromEntries(
    config.counters.map(({ id }) => [id, seats[id] ?? closedSeat(id, atMs)]),
  );
}

function closedSeat(id: string, atMs: number): CounterSeat {
  return {
    id,
    state: 'closed',
    clerk: null,
    ticket: null,
    finished: null,
    openedAtMs: null,
    sinceMs: atMs,
    sign: null,
    handover: null,
  };
}

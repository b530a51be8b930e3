import type { HallEvent } from '#core/events.ts';
import { findTicket } from '#core/lookup.ts';
import type { HallDay } from '#core/state.ts';
import type { PublishedBatch } from './hall-projections.ts';
import { countersOffering, servicesAt } from './scene.ts';

/**
 * Whose view may have changed. Room names:
 *
 * - `lobby`, `door`, `kiosk`, `supervisor`, `wall`
 * - `window:3`, `console:3`: by counter
 * - `ticket:ID`: the holder of this ticket
 * - `tickets:payment`: every ticket that waits for this service (its place or its forecast moved);
 *   the sockets layer knows which ticket rooms have somebody in them, and of what service they are
 * - `tickets:*`: every ticket of the day
 *
 * Rather one room too many than one too few; only `lastCallNo` may lag behind in a room that is not
 * named, for the call itself reaches it, and the forecast of a ticket whose own line has not moved:
 * it shifts a little with everything that happens in the hall. Time changes views too (an absence runs over, a rating
 * ends): the sockets layer refreshes `supervisor` and the consoles now and then. Costs the events times the counters and services;
 * never the length of a line.
 */
export function affectedRooms({ state, events }: PublishedBatch): ReadonlySet<string> {
  const rooms = new Set<string>();
  for (const event of events) addRooms(rooms, state, event, events.length);
  if (rooms.has('supervisor')) rooms.add('wall');
  return rooms;
}

function addRooms(rooms: Set<string>, state: HallDay, event: HallEvent, batchSize: number): void {
  switch (event.type) {
    case 'DayBegan':
    case 'HallConfigured':
    case 'ConfigurationPlanned':
    case 'ConfigurationWithdrawn':
    case 'HallOpened':
    case 'ClosingReminded':
    case 'IntakeClosed':
    case 'IntakeSet':
    case 'HallClosed':
    case 'NoticePosted':
    case 'NoticeWithdrawn':
    case 'NoticesOrdered':
      addEverybody(rooms, state);
      rooms.add('tickets:*');
      return;
    case 'TicketRecalled':
      rooms.add('lobby');
      rooms.add('supervisor');
      addTicket(rooms, state, event.data.ticket);
      addCounter(rooms, event.data.counter);
      return;
    case 'ServiceRated':
      addTicket(rooms, state, event.data.ticket);
      addCounter(rooms, event.data.counter);
      return;
    case 'TicketIssued':
    case 'TicketCalled':
    case 'ServiceStarted':
    case 'ServiceFinished':
    case 'TicketMissed':
    case 'TicketRejoined':
    case 'TicketTransferred':
    case 'TicketParked':
    case 'TicketReturned':
    case 'TicketCancelled':
    case 'TicketPutBack':
    case 'TicketLapsed':
      addScreens(rooms, state);
      addTicket(rooms, state, event.data.ticket);
      addLines(rooms, state, event, batchSize);
      return;
    case 'CounterOpened':
    case 'CounterPaused':
    case 'CounterResumed':
    case 'CounterClosed':
    case 'CounterReleased':
    case 'CounterServicesSet':
    case 'HandoverStarted':
    case 'HandoverCompleted':
    case 'HandoverCancelled':
      addEverybody(rooms, state);
      addServicesAt(rooms, state, event.data.counter);
      return;
    case 'HandoverQueued':
    case 'HandoverRelieved':
      rooms.add('supervisor');
      for (const counter of Object.keys(state.counters)) rooms.add(`console:${counter}`);
      return;
    case 'DeviceStateChanged':
    case 'DeviceDetached':
      rooms.add('supervisor');
      // A kiosk says whether it has paper.
      rooms.add('kiosk');
      rooms.add(`agent:${event.data.device}`);
      return;
    case 'FaultRaised':
    case 'FaultEnded':
      addEverybody(rooms, state);
      rooms.add('tickets:*');
      return;
    case 'PrintAsked':
    case 'PrintBegan':
    case 'PrintSent':
    case 'Printed':
    case 'PrintUncertain':
    case 'PrintRefused':
    case 'PrintSettled':
      addPaper(rooms, state, event.data.ticket);
      return;
    case 'NumbersLeased':
      return;
    case 'FollowUpOpened':
    case 'FollowUpPassed':
    case 'FollowUpAnswered':
    case 'MeetingRecorded':
    case 'MeetingSigned':
      rooms.add('supervisor');
      for (const counter of Object.keys(state.counters)) rooms.add(`console:${counter}`);
      return;
    case 'QualityNoted':
      return;
    case 'SwapAsked':
    case 'SwapAgreed':
    case 'SwapApproved':
    case 'SwapEnded':
      rooms.add('supervisor');
      // Whoever is asked reads it at the console.
      for (const counter of Object.keys(state.counters)) rooms.add(`console:${counter}`);
      return;
    case 'ShiftKindsSet':
    case 'RosterEdited':
    case 'RosterPublished':
    case 'LeaveAsked':
    case 'LeaveApproved':
    case 'LeaveEnded':
    case 'ClerkArrived':
    case 'SeatFoundEmpty':
    case 'AnswerableNamed':
    case 'HandInRefused':
    case 'DevicePaired':
    case 'DeviceRevoked':
    case 'StaffSignedIn':
    case 'StaffSignedOut':
    case 'VaultChanged':
      rooms.add('supervisor');
      return;
  }
}

/** The agent that has to print it, the holder's page, the kiosk beside them, and staff. */
function addPaper(rooms: Set<string>, state: HallDay, ticket: string): void {
  rooms.add('supervisor');
  // A kiosk says that no slip comes, and how the number is taken along.
  rooms.add('kiosk');
  addTicket(rooms, state, ticket);
  const printer = findTicket(state, ticket)?.print?.printer;
  if (printer !== undefined) rooms.add(`agent:${printer.slice(0, printer.indexOf('/'))}`);
}

function addEverybody(rooms: Set<string>, state: HallDay): void {
  addScreens(rooms, state);
  for (const counter of Object.keys(state.counters)) addCounter(rooms, counter);
}

/** Screens, consoles, and the windows whose sign tells the length of other lines. */
function addScreens(rooms: Set<string>, state: HallDay): void {
  // Only this function adds the door: where it stands, the others do.
  if (rooms.has('door')) return;
  for (const room of ['lobby', 'door', 'kiosk', 'supervisor']) rooms.add(room);
  for (const seat of Object.values(state.counters)) {
    rooms.add(`console:${seat.id}`);
    if (seat.sign !== null) rooms.add(`window:${seat.id}`);
  }
}

function addCounter(rooms: Set<string>, counter: string): void {
  rooms.add(`window:${counter}`);
  rooms.add(`console:${counter}`);
}

function addTicket(rooms: Set<string>, state: HallDay, ticket: string): void {
  if (findTicket(state, ticket) !== undefined) rooms.add(`ticket:${ticket}`);
}

type LineChange = Extract<HallEvent, { data: { readonly ticket: string } }>;

/**
 * The lines that an event moves: that of the ticket and, since a counter works several, those of
 * the services at its counter (their share of it changes their forecast).
 */
function addLines(rooms: Set<string>, state: HallDay, event: LineChange, batchSize: number): void {
  const service = findTicket(state, event.data.ticket)?.service;
  if (service !== undefined) {
    rooms.add(`tickets:${service}`);
    // A line that has just begun or ended changes what its counters have left for their others.
    const waiting = state.waitingByService[service] ?? 0;
    if (waiting <= batchSize) addNeighbours(rooms, state, service);
  }
  if (event.type === 'TicketTransferred') {
    rooms.add(`tickets:${event.data.service}`);
    if (event.data.from === null) {
      // Moved out of a line that the event does not name.
      rooms.add('tickets:*');
    } else {
      addCounter(rooms, event.data.from);
      addServicesAt(rooms, state, event.data.from);
    }
  }
  if ('counter' in event.data && event.data.counter !== null) {
    addCounter(rooms, event.data.counter);
    addServicesAt(rooms, state, event.data.counter);
  }
}

function addNeighbours(rooms: Set<string>, state: HallDay, service: string): void {
  if (state.config === null) return;
  for (const counter of countersOffering(state.config).get(service) ?? []) {
    if (state.counters[counter]?.state !== 'closed') addServicesAt(rooms, state, counter);
  }
}

function addServicesAt(rooms: Set<string>, state: HallDay, counter: string): void {
  if (state.config === null) return;
  for (const service of servicesAt(state.config, counter)) rooms.add(`tickets:${service}`);
}

import type { HallEvent } from './events.ts';
import { printAt, ticketOf } from './lookup.ts';
import { withTicket } from './queues.ts';
import type { HallDay, PrintJob, Ticket } from './state.ts';
import type { PrintState } from './vocabulary.ts';

/** Times that a printer may take none of a ticket before a person is asked. */
const printRefusalsMax = 3;

type PrintChange = Extract<
  HallEvent,
  {
    type:
      | 'PrintAsked'
      | 'PrintBegan'
      | 'PrintSent'
      | 'Printed'
      | 'PrintUncertain'
      | 'PrintRefused'
      | 'PrintSettled';
  }
>;

export function evolvePrint(state: HallDay, event: PrintChange): HallDay {
  const ticket = ticketOf(state, event.data.ticket);
  if (event.type === 'PrintAsked') {
    const { printer, copy } = event.data;
    return withPrint(state, ticket, {
      no: ticket.print === null ? 0 : ticket.print.no + 1,
      printer,
      state: 'asked',
      copy,
      refusals: 0,
      sinceMs: event.atMs,
    });
  }
  const print = printAt(ticket);
  const refusals = print.refusals + (event.type === 'PrintRefused' ? 1 : 0);
  const next = stateAfter(event, refusals);
  return withPrint(state, ticket, { ...print, refusals, state: next, sinceMs: event.atMs });
}

function stateAfter(event: Exclude<PrintChange, { type: 'PrintAsked' }>, refusals: number) {
  switch (event.type) {
    case 'PrintBegan':
      return 'sending';
    case 'PrintSent':
      return 'sent';
    case 'Printed':
      return 'printed';
    case 'PrintUncertain':
      return 'uncertain';
    case 'PrintRefused':
      // Nothing is on paper: it may begin again, but not for ever.
      return refusals < printRefusalsMax ? 'asked' : 'refused';
    case 'PrintSettled':
      return event.data.as;
  }
}

/**
 * A paper that nobody needs any more is not printed: the customer is being served or has left.
 * What is under way ends as it ends; a trouble of a ticket that is over troubles nobody.
 */
export function dropIdlePaper(state: HallDay, id: string): HallDay {
  const ticket = ticketOf(state, id);
  if (ticket.print === null) return state;
  const over = isOver(ticket);
  if ((over || ticket.state === 'serving') && ticket.print.state === 'asked') {
    return withPrint(state, ticket, { ...ticket.print, state: 'dropped' });
  }
  return over ? listed(state, ticket, ticket.print) : state;
}

function isOver({ state }: Ticket): boolean {
  return state === 'done' || state === 'cancelled';
}

function withPrint(state: HallDay, ticket: Ticket, print: PrintJob): HallDay {
  const next: Ticket = { ...ticket, print };
  return listed(withTicket(state, next), next, print);
}

/** Keeps the two lists as short as there is something to do. */
function listed(state: HallDay, ticket: Ticket, print: PrintJob): HallDay {
  const { ordinal } = ticket;
  const over = isOver(ticket);
  return {
    ...state,
    printing: changed(state.printing, ordinal, isUnderWay(print.state)),
    printTroubles: changed(state.printTroubles, ordinal, isTrouble(print.state) && !over),
  };
}

function changed(list: readonly number[], ordinal: number, belongs: boolean): readonly number[] {
  if (list.includes(ordinal) === belongs) return list;
  return belongs ? [...list, ordinal] : list.filter((each) => each !== ordinal);
}

export function isUnderWay(print: PrintState): boolean {
  return print === 'asked' || print === 'sending' || print === 'sent';
}

export function isTrouble(print: PrintState): boolean {
  return print === 'uncertain' || print === 'refused';
}

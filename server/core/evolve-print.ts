import type { HallEvent } from './events.ts';
import { findTicket, ticketOf } from './lookup.ts';
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
  const { print } = ticket;
  if (print === null) return state;
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
  if (state.printing.length === 0 && state.printTroubles.length === 0) return state;
  const ticket = findTicket(state, id);
  if (ticket?.print === null || ticket === undefined) return state;
  const over = ticket.state === 'done' || ticket.state === 'cancelled';
  const { state: print } = ticket.print;
  if ((over || ticket.state === 'serving') && print === 'asked') {
    return withPrint(state, ticket, { ...ticket.print, state: 'dropped' });
  }
  return over && isTrouble(print) ? listed(state, ticket) : state;
}

function withPrint(state: HallDay, ticket: Ticket, print: PrintJob): HallDay {
  const next: Ticket = { ...ticket, print };
  return listed(withTicket(state, next), next);
}

/** Keeps the two lists as short as there is something to do. */
function listed(state: HallDay, { ordinal, print, state: stands }: Ticket): HallDay {
  if (print === null) return state;
  const over = stands === 'done' || stands === 'cancelled';
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

import { configOf, ticketAt } from '#core/lookup.ts';
import { printJobId } from '#core/rules/paper.ts';
import type { PrintJob, Ticket } from '#core/state.ts';
import type { AgentView, PrintView } from '#protocol/agent-view.ts';
import { hallHead, noticesOf, viewClock } from './hall-head.ts';
import { slipOf } from './slip.ts';
import { ticketView } from './ticket.ts';
import type { ViewSources } from './view-sources.ts';

/** Jobs that an agent is told of at once: it prints one after the other anyway. */
const printsMax = 16;

/** The papers that one agent's printers have to print. */
export function agentView(sources: ViewSources, device: string): AgentView {
  const { state } = sources;
  const config = configOf(state);
  const prefix = `${device}/`;
  const prints: PrintView[] = [];
  for (const ordinal of state.printing) {
    if (prints.length >= printsMax) break;
    const ticket = ticketAt(state, ordinal);
    if (ticket.print?.printer.startsWith(prefix) !== true) continue;
    prints.push(printOf(sources, ticket, ticket.print, prefix.length));
  }
  return {
    ...viewClock(sources),
    hall: hallHead(sources),
    prints,
    template: config.ticket ?? null,
  };
}

function printOf(
  sources: ViewSources,
  ticket: Ticket,
  print: PrintJob,
  prefixLength: number,
): PrintView {
  const { state } = sources;
  const config = configOf(state);
  return {
    job: printJobId(ticket.id, print.no),
    printer: print.printer.slice(prefixLength),
    state: print.state === 'sending' || print.state === 'sent' ? print.state : 'asked',
    slip: slipOf(config, ticket, ticketView(sources, ticket), noticesOf(sources), print.copy),
  };
}

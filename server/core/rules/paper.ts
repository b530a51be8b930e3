import type { CommandArgs, CommandContext } from '../commands.ts';
import { isUnderWay } from '../evolve-print.ts';
import { attachedKey } from '../evolve-attached.ts';
import type { AttachedDevice, NewEvent } from '../events.ts';
import { findTicket, printAt, ticketAt } from '../lookup.ts';
import type { HallDay, PrintJob, Ticket } from '../state.ts';
import {
  accepted,
  answer,
  type Decision,
  type Failure,
  type Guard,
  refusedBy,
  unknown,
} from '../verdict.ts';
import type { PrintState } from '../vocabulary.ts';

/** The name of one paper of a ticket: nobody prints two under one name. */
export function printJobId(ticket: string, no: number): string {
  return `${ticket}.${String(no)}`;
}

/**
 * The printer of a kiosk: its own, else one that serves every kiosk. One that works goes before
 * one that does not; null where no printer stands.
 */
export function printerFor(
  state: HallDay,
  kiosk: { readonly device: string; readonly name: string | null },
): AttachedDevice | null {
  const printers = Object.values(state.attached).filter(({ kind }) => kind === 'printer');
  const shared = printers.filter((each) => each.kiosk === null);
  const own = printers.filter(
    (each) => each.kiosk !== null && [kiosk.device, kiosk.name].includes(each.kiosk),
  );
  const able = own.length > 0 ? own : shared;
  return able.find(({ state: now }) => now === 'ready' || now === 'paper-low') ?? able[0] ?? null;
}

/** The paper of a ticket that a kiosk has just given, where a printer stands. */
export function paperOf(
  state: HallDay,
  ticket: string,
  { kiosk }: CommandArgs['issue-ticket'],
  { actor }: CommandContext,
): readonly NewEvent[] {
  if (actor.kind !== 'device') return [];
  const printer = printerFor(state, { device: actor.device, name: kiosk ?? null });
  if (printer === null) return [];
  const job = printJobId(ticket, 0);
  return [
    { type: 'PrintAsked', data: { ticket, job, printer: attachedKey(printer), copy: false } },
  ];
}

/**
 * What an agent says of a job. It begins before the first byte leaves and only once: an agent that
 * died in between finds it begun, and a person decides (`uncertain`).
 */
export function reportPrint(
  state: HallDay,
  { job, outcome, detail }: CommandArgs['report-print'],
  context: CommandContext,
): Decision {
  const dot = job.lastIndexOf('.');
  const ticket = dot < 0 ? undefined : findTicket(state, job.slice(0, dot));
  const no = Number(job.slice(dot + 1));
  if (ticket?.print === null || ticket?.print.no !== no) return unknown('ticket', job);
  const { print } = ticket;
  // Told twice is told once.
  if (outcome === print.state) return accepted();
  return answer(
    context,
    [ownPrinter(print, context), printIs(ticket, print, ...before[outcome])],
    () => [reported(ticket.id, job, outcome, detail ?? null)],
  );
}

/** From which states each word of an agent leads on. */
const before = {
  sending: ['asked'],
  sent: ['sending'],
  // Uncertain, and then the printer answered after all.
  printed: ['sending', 'sent', 'uncertain'],
  uncertain: ['sending', 'sent'],
  refused: ['sending'],
} as const satisfies Record<string, readonly PrintState[]>;

function reported(
  ticket: string,
  job: string,
  outcome: CommandArgs['report-print']['outcome'],
  detail: string | null,
): NewEvent {
  switch (outcome) {
    case 'sending':
      return { type: 'PrintBegan', data: { ticket, job } };
    case 'sent':
      return { type: 'PrintSent', data: { ticket, job } };
    case 'printed':
      return { type: 'Printed', data: { ticket, job } };
    case 'uncertain':
      return { type: 'PrintUncertain', data: { ticket, job, detail } };
    case 'refused':
      return { type: 'PrintRefused', data: { ticket, job, detail } };
  }
}

/** Asked by staff only; what is still on its way is not asked for again. */
export function reprintTicket(
  state: HallDay,
  args: CommandArgs['reprint-ticket'],
  context: CommandContext,
): Decision {
  const ticket = findTicket(state, args.ticket);
  if (ticket === undefined) return unknown('ticket', args.ticket);
  const { print } = ticket;
  const asked = args.printer ?? print?.printer;
  const known = asked === undefined ? undefined : state.attached[asked];
  if (args.printer !== undefined && known?.kind !== 'printer')
    return unknown('device', args.printer);
  const printer = known ?? printerFor(state, { device: '', name: null }) ?? anyPrinter(state);
  if (printer === null) return refusedBy(noPrinter);
  const job = printJobId(ticket.id, print === null ? 0 : print.no + 1);
  const isOrphan = print !== null && state.attached[print.printer] === undefined;
  return answer(
    context,
    [print === null || isOrphan || !isUnderWay(print.state) ? null : printIs(ticket, print)],
    () => [
      {
        type: 'PrintAsked',
        data: {
          ticket: ticket.id,
          job,
          printer: attachedKey(printer),
          copy: print !== null && print.state !== 'dropped',
        },
      },
    ],
  );
}

/** A person has looked at the printer: the paper is there after all, or nobody wants it. */
export function settlePrint(
  state: HallDay,
  args: CommandArgs['settle-print'],
  context: CommandContext,
): Decision {
  const ticket = findTicket(state, args.ticket);
  if (ticket === undefined) return unknown('ticket', args.ticket);
  const { print } = ticket;
  if (print === null) return unknown('ticket', args.ticket);
  if (print.state === args.as) return accepted();
  const open: readonly PrintState[] = ['uncertain', 'refused'];
  // Not begun yet, a paper may be given up; begun, it ends as it ends.
  const allowed = args.as === 'dropped' ? [...open, 'asked' as const] : open;
  return answer(context, [printIs(ticket, print, ...allowed)], () => [
    {
      type: 'PrintSettled',
      data: { ticket: ticket.id, job: printJobId(ticket.id, print.no), as: args.as },
    },
  ]);
}

/** Jobs that a printer had begun when it went out of sight: nobody knows what came out. */
export function abandonedPrints(state: HallDay, printer: string): readonly NewEvent[] {
  return state.printing
    .map((ordinal) => ticketAt(state, ordinal))
    .map((ticket) => ({ id: ticket.id, print: printAt(ticket) }))
    .filter(({ print }) => print.printer === printer && print.state !== 'asked')
    .map(({ id, print }) => ({
      type: 'PrintUncertain',
      data: { ticket: id, job: printJobId(id, print.no), detail: 'the printer went away' },
    }));
}

/** A device speaks for its own printers only. */
function ownPrinter(print: PrintJob, { actor }: CommandContext): Guard {
  const isOwn = actor.kind === 'device' && print.printer.startsWith(`${actor.device}/`);
  return isOwn
    ? null
    : { rule: 'not-possible-now', by: { state: 'not-yours' }, overridable: false };
}

const noPrinter: Failure = {
  rule: 'not-possible-now',
  by: { state: 'no-printer' },
  overridable: false,
};

function printIs(ticket: Ticket, print: PrintJob, ...allowed: readonly PrintState[]): Guard {
  if (allowed.includes(print.state)) return null;
  return {
    rule: 'not-possible-now',
    by: { ticket: ticket.id, number: ticket.number, state: `print-${print.state}` },
    overridable: false,
  };
}

function anyPrinter(state: HallDay): AttachedDevice | null {
  return Object.values(state.attached).find(({ kind }) => kind === 'printer') ?? null;
}

import { configOf, findTicket, leaseOf, nextOfBlock, offers, ticketNumber } from '#core/lookup.ts';
import type { HandedIn, LeaseView } from '#protocol/lease.ts';
import { handInWords } from '#protocol/words/hand-ins.ts';
import type { Proofs } from '#server/vault/proofs.ts';
import type { After } from './answers.ts';
import type { HallViews } from './hall-port.ts';

/** The lease that a kiosk gives from now on, signed. */
export function leaseAnswer(
  { state }: After,
  device: string,
  proofs: Proofs,
): { readonly lease: LeaseView | null } {
  const lease = leaseOf(state, device);
  const { day } = state;
  if (lease === null || day === null) return { lease: null };
  const { counters, services, classes } = configOf(state);
  return {
    lease: {
      lease: lease.id,
      day,
      proof: proofs.prove({ lease: lease.id, day, device }),
      from: new Date(lease.fromMs).toISOString(),
      until: new Date(lease.untilMs).toISOString(),
      blocks: lease.blocks.map((block) => ({ ...block, next: nextOfBlock(lease, block) })),
      services: services
        .filter(({ id }) => counters.some((counter) => offers(counter, id)))
        .map(({ id, prefix }) => ({ id, prefix })),
      classes: classes
        .filter(({ needsCustomer }) => !needsCustomer)
        .map(({ id, prefix }) => ({ id, prefix })),
    },
  };
}

/** What became of a number, now or at the first time it was handed in. */
export function handedInAnswer(
  { state, atMs }: After,
  asked: { readonly lease: string; readonly prefix: string; readonly no: number },
  views: HallViews,
): HandedIn {
  const number = ticketNumber(asked.prefix, asked.no);
  const id = state.leases[asked.lease]?.handedIn[number] ?? null;
  const ticket = id === null ? undefined : findTicket(state, id);
  if (ticket !== undefined) return { ticket: views.ticket(state, ticket, atMs), refused: null };
  const refused = state.refusedHandIns.find(
    (one) => one.lease === asked.lease && one.number === number,
  );
  const why = refused?.why ?? 'day-over';
  return { ticket: null, refused: { why, text: handInWords[why] } };
}

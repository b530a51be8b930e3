import { createHash } from 'node:crypto';
import type { Identity } from '#protocol/identity.ts';
import type { CallMessage } from '#protocol/socket-events.ts';

/**
 * A ticket's id is its holder's key: with it a ticket is cancelled or rated. Staff and approved
 * devices hear it with the calls; whoever else listens hears a mark in its place that is the same
 * for each call of the ticket and opens nothing (`privacy`).
 */
export function publicCall(call: CallMessage): CallMessage {
  const mark = createHash('sha256').update(call.ticket).digest('base64url').slice(0, 22);
  return { ...call, ticket: mark };
}

export function hearsTickets(identity: Identity): boolean {
  return identity.kind === 'staff' || (identity.kind === 'device' && identity.approved);
}

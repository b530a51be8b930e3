import type { TicketPageView } from '#protocol/views.ts';
import type { Log } from '../device.ts';
import type { Read } from '../readers/reader.ts';
import type { HubPort } from './hub-port.ts';

/** As long as a QR code on a ticket or a card may be. */
const textMax = 512;
/** How long the hub may take to show a ticket. */
const viewWithinMs = 3_000;

export interface ReadDeps {
  readonly hub: HubPort;
  readonly log: Log;
  readonly freshId: () => string;
  readonly after: (delayMs: number, callback: () => void) => () => void;
}

/**
 * What a reader has read. A ticket brings its customer back into the line (missed: rejoin, parked:
 * return); anything else is a customer's card for the kiosk. Nothing that was read is kept, logged
 * or tried again.
 */
export async function takeRead(
  read: Read,
  kiosk: string | null,
  { hub, log, freshId, after }: ReadDeps,
): Promise<void> {
  const text = read.kind === 'qr' ? read.text.reveal() : read.card.reveal().number;
  if (text === '' || text.length > textMax) return;
  const ticket = read.kind === 'qr' ? ticketIn(text) : null;
  if (ticket === null) {
    await hub.present({ kiosk, key: text.slice(0, 64) });
    return;
  }
  const state = await stateOf(ticket, hub, after);
  const name = state === 'missed' ? 'rejoin-ticket' : state === 'parked' ? 'return-ticket' : null;
  if (name === null) {
    log.info({ state }, 'a ticket was read that has nothing to come back to');
    return;
  }
  const ack = await hub.command(freshId(), name, { ticket });
  log.info({ name, ok: ack?.ok === true }, 'a ticket was read');
}

/** The id in a ticket's address or code; null for anything else. */
export function ticketIn(text: string): string | null {
  const path = /\/t\/([0-9A-Za-z_-]{3,64})(?:[?#].*)?$/.exec(text)?.[1] ?? text.trim();
  return /^[0-9a-z]{1,8}-[0-9A-Za-z_-]{16,55}$/.test(path) ? path : null;
}

/** Looked at once: a ticket's view comes at once, or the ticket is not of this hall. */
function stateOf(
  ticket: string,
  hub: HubPort,
  after: ReadDeps['after'],
): Promise<TicketPageView['state'] | null> {
  return new Promise((resolve) => {
    const end = (state: TicketPageView['state'] | null): void => {
      cancel();
      stop();
      resolve(state);
    };
    const cancel = after(viewWithinMs, () => {
      end(null);
    });
    let stop: () => void = () => undefined;
    stop = hub.watch({ view: 'ticket', ticket }, ({ data }) => {
      // A view that comes while `watch` is still at work: let it return first.
      queueMicrotask(() => {
        end((data as TicketPageView).state);
      });
    });
  });
}

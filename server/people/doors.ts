import type { Problem } from '#protocol/problem.ts';

/** A ticket as far as its holder needs it. */
export interface HeldTicket {
  readonly id: string;
  readonly number: string;
}

export type Answer<T> =
  { readonly ok: true; readonly data: T } | { readonly ok: false; readonly problem: Problem };

/**
 * The hub's doors as people use them: a kiosk, a phone, consoles. Every act is a request like any
 * outsider's; nothing reaches into the hub.
 */
export interface Doors {
  issue(service: string, className: string | null): Promise<Answer<HeldTicket>>;
  cancel(ticket: string): Promise<Answer<unknown>>;
  /** A clerk's command at a counter; `call` answers the ticket, or null when nobody waits. */
  clerk(
    badge: string,
    counter: string,
    command: 'open' | 'start' | 'finish' | 'recall' | 'no-show' | 'close' | 'transfer',
    body?: Readonly<Record<string, unknown>>,
  ): Promise<Answer<unknown>>;
  call(badge: string, counter: string): Promise<Answer<{ readonly ticket: HeldTicket | null }>>;
  close(): Promise<void>;
}

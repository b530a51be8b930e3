import type { Problem } from '#protocol/problem.ts';

/** A ticket as far as its holder needs it. */
export interface HeldTicket {
  readonly id: string;
  readonly number: string;
}

/** What people learn from a refusal: which rule, and how long it takes. */
export type SeenProblem = Pick<Problem, 'code' | 'rule' | 'by'>;

export type Answer<T, P extends SeenProblem = SeenProblem> =
  { readonly ok: true; readonly data: T } | { readonly ok: false; readonly problem: P };

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

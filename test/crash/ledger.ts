/**
 * What clients know of a hub that may die at any moment: what they asked, and what was promised to
 * them. The journal is held against it.
 */

/** What a client asks; with the same key it may ask again, and must get the same answer. */
export interface Request {
  readonly key: string;
  /** The command's name, as on sockets. */
  readonly name: string;
  readonly path: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly token: string;
}

export interface Promised {
  readonly request: Request;
  readonly revision: number;
  readonly ticket: string | null;
  readonly number: string | null;
}

/** An event as the journal's door gives it. */
export interface Written {
  readonly seq: number;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface Ledger {
  readonly promised: Promised[];
  readonly events: Written[];
  /** Notes a promise; a second answer to the same key must be the first one. */
  promise(answer: Promised): void;
  write(events: readonly Written[]): void;
  /** Something that must not happen, seen by a client. */
  surprise(what: string): void;
  /** Every way in which journal and promises disagree, in words; none when nothing was lost. */
  disagreements(): string[];
}

/** The event that each command leaves, exactly one for each success. */
export const eventOf: Readonly<Record<string, string>> = {
  'issue-ticket': 'TicketIssued',
  'cancel-ticket': 'TicketCancelled',
  open: 'CounterOpened',
  call: 'TicketCalled',
  start: 'ServiceStarted',
  finish: 'ServiceFinished',
  transfer: 'TicketTransferred',
  park: 'TicketParked',
};

export function createLedger(): Ledger {
  const byKey = new Map<string, Promised>();
  const promised: Promised[] = [];
  const events: Written[] = [];
  const broken: string[] = [];

  return {
    promised,
    events,
    promise(answer) {
      const { key, name } = answer.request;
      const first = byKey.get(key);
      if (first === undefined) {
        byKey.set(key, answer);
        promised.push(answer);
        return;
      }
      for (const field of ['revision', 'ticket', 'number'] as const) {
        if (first[field] === answer[field]) continue;
        broken.push(
          `${name} ${key} was answered ${field} ${String(first[field])}, and asked again ${String(answer[field])}`,
        );
      }
    },
    write(more) {
      for (const event of more) {
        const expected = (events.at(-1)?.seq ?? 0) + 1;
        if (event.seq !== expected) broken.push(`event ${event.seq} follows ${expected - 1}`);
        events.push(event);
      }
    },
    surprise: (what) => void broken.push(what),
    disagreements: () => [
      ...broken,
      ...missingEvents(promised, events),
      ...wrongCounts(promised, events),
      ...repeatedNumbers(events),
    ],
  };
}

function missingEvents(promised: readonly Promised[], events: readonly Written[]): string[] {
  const written = new Map<string, number[]>();
  for (const { seq, type, data } of events) {
    const { ticket } = data;
    const key = `${type} ${typeof ticket === 'string' ? ticket : ''}`;
    written.set(key, [...(written.get(key) ?? []), seq]);
  }
  return promised.flatMap(({ request, revision, ticket }) => {
    const type = eventOf[request.name] ?? '';
    const seqs = written.get(`${type} ${ticket ?? ''}`) ?? [];
    const isThere = type === 'CounterOpened' || seqs.some((seq) => seq <= revision);
    return isThere
      ? []
      : [
          `${request.name} ${request.key} was promised at ${revision}: no ${type} of ${ticket ?? '-'}`,
        ];
  });
}

/** Nothing twice: as many events of each kind as successes that clients know of. */
function wrongCounts(promised: readonly Promised[], events: readonly Written[]): string[] {
  return Object.entries(eventOf).flatMap(([name, type]) => {
    if (name === 'open') return []; // Taking a seat that one holds succeeds and changes nothing.
    const successes = promised.filter(({ request }) => request.name === name).length;
    const written = events.filter((event) => event.type === type).length;
    if (written === successes) return [];
    const keys = promised.filter(({ request }) => request.name === name).slice(-8);
    const last = keys.map(({ request, revision }) => `${request.key} at ${revision}`).join(', ');
    return [
      `${successes} times ${name} succeeded, and ${written} times ${type} was written; last ${last}`,
    ];
  });
}

function repeatedNumbers(events: readonly Written[]): string[] {
  const seen = new Set<unknown>();
  return events.flatMap(({ type, data, seq }) => {
    if (type !== 'TicketIssued') return [];
    const { number } = data;
    if (seen.has(number)) return [`number ${String(number)} was given twice (event ${seq})`];
    seen.add(number);
    return [];
  });
}

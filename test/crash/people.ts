/** Customers and clerks in a hurry: they keep a hub as busy as it can be, and remember everything. */
import { chance, weighted, type Random } from '#server/people/random.ts';
import { httpDoor, nobodyWaits, socketDoor, type Door } from './client.ts';
import type { Ledger, Promised, Request } from './ledger.ts';

export interface Person {
  /** Works until the signal ends it; what is left without an answer is asked again first. */
  work(until: AbortSignal): Promise<void>;
  /** Asks what is left without an answer; true when nothing is. */
  settle(): Promise<boolean>;
  readonly hasUnsettled: () => boolean;
  close(): void;
}

interface Trade {
  readonly door: Door;
  readonly ledger: Ledger;
  /** What to ask next; null: nothing just now. */
  readonly next: () => Request | null;
  readonly done: (answer: Promised) => void;
  readonly refused: (request: Request, code: string) => void;
}

function person({ door, ledger, next, done, refused }: Trade): Person {
  let unsettled: Request | null = null;

  async function ask(request: Request): Promise<boolean> {
    unsettled = request;
    const answer = await door.ask(request);
    if (answer.kind === 'unknown') return false;
    unsettled = null;
    if (answer.kind === 'refused') refused(request, answer.code);
    else {
      ledger.promise(answer.promised);
      done(answer.promised);
    }
    return true;
  }

  return {
    async work(until) {
      while (!until.aborted) {
        const request = unsettled ?? next();
        if (request === null || !(await ask(request))) await nextTurn();
      }
    },
    settle: async () => unsettled === null || (await ask(unsettled)),
    hasUnsettled: () => unsettled !== null,
    close() {
      door.close();
    },
  };
}

/** A dead hub answers at once; without a breath its clients would keep the machine from starting it. */
const breathMs = 5;
const nextTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, breathMs));

export interface Waiting {
  /** Tickets that stand in the line, as far as this load knows. */
  count: number;
}

const services = ['payment', 'enquiry', 'broadband', 'new-line', 'fault', 'terminal'];
/** The line is kept about this long: a day of crashes must not end in a hall of a million. */
const lineLength = 60;

export function customer(
  origin: string,
  token: string,
  name: string,
  random: Random,
  ledger: Ledger,
  line: Waiting,
): Person {
  let count = 0;
  let mine: string[] = [];
  const request = (command: string, path: string, args: object): Request => {
    count += 1;
    return { key: `${name}-${String(count)}`, name: command, path, args: { ...args }, token };
  };
  return person({
    door: httpDoor(origin),
    ledger,
    next() {
      const oldest = mine[0];
      if (oldest !== undefined && chance(random, 0.1)) {
        mine = mine.slice(1);
        return request('cancel-ticket', `/api/tickets/${oldest}/cancel`, {});
      }
      if (line.count >= lineLength) return null;
      const service = services[Math.floor(random.next() * services.length)] ?? 'payment';
      return request('issue-ticket', '/api/tickets', { service });
    },
    done({ request: { name: command }, ticket }) {
      line.count += command === 'issue-ticket' ? 1 : -1;
      if (command === 'issue-ticket' && ticket !== null) mine = [...mine, ticket].slice(-20);
    },
    refused() {},
  });
}

export function clerk(
  origin: string,
  counter: string,
  token: string,
  random: Random,
  ledger: Ledger,
  line: Waiting,
): Person {
  let count = 0;
  let state: 'closed' | 'idle' | 'calling' | 'serving' | 'to-finish' = 'closed';
  const request = (name: string, args: object = {}): Request => {
    count += 1;
    const key = `clerk-${counter}-${String(count)}`;
    return { key, name, path: `/api/counters/${counter}/${name}`, args: { ...args }, token };
  };
  return person({
    // Half of the clerks work through sockets.
    door: Number(counter) % 2 === 0 ? socketDoor(origin, token) : httpDoor(origin),
    ledger,
    next() {
      switch (state) {
        case 'closed':
          return request('open');
        case 'idle':
          return request('call');
        case 'calling':
          return request('start');
        case 'to-finish':
          return request('finish');
        case 'serving':
          return weighted(random, [
            [() => request('finish'), 8],
            [() => request('transfer', { service: 'complaint', reason: 'crash' }), 1],
            [() => request('park', { missing: ['id-card'] }), 1],
          ])();
      }
    },
    done({ request: { name } }) {
      if (name === 'call') line.count -= 1;
      if (name === 'transfer') line.count += 1;
      state = name === 'call' ? 'calling' : name === 'start' ? 'serving' : 'idle';
    },
    refused({ key, name }, code) {
      if (name === 'call' && code === nobodyWaits) return;
      // Where it is a complaint already there is nowhere to send it.
      if (name === 'transfer') state = 'to-finish';
      else
        ledger.surprise(`${name} ${key} of the only clerk at this counter was refused (${code})`);
    },
  });
}

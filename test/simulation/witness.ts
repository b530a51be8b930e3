import type { HallEvent } from '#core/events.ts';
import type {
  CallMessage,
  CommandAck,
  CommandRequest,
  ViewMessage,
} from '#protocol/socket-events.ts';
import type { LobbyView } from '#protocol/views.ts';
import type { OfflineTicket } from '#kiosk/offline-numbers.ts';
import type { Disk, Frame } from './disk.ts';
import { createHistory } from './history.ts';

/** A promise of the hall that does not hold. */
export class BrokenPromise extends Error {
  override readonly name = 'BrokenPromise';
}

export function must(holds: boolean, what: string): asserts holds {
  if (!holds) throw new BrokenPromise(what);
}

/**
 * Watches the world from outside the hub: what lies on the disk, what leaves the hub on a wire and
 * what people pressed. It has its own small understanding of a hall's day (`history.ts`) and asks
 * the hub for nothing.
 */
export function createWitness(
  disk: Disk,
  noted: (event: HallEvent) => void,
  broken: (what: string) => void,
  /** Since when nothing is wrong with the world; null while something is. */
  calmMs: () => number | null,
) {
  const history = createHistory();
  const answers = new Map<string, string>();
  const callsPressed = new Map<string, number>();
  const recallsPressed = new Map<string, number>();
  const framesSeen: Frame[] = [];
  let whole: readonly Frame[] = [];
  let ackedSeq = 0;
  /** Numbers that somebody holds, with their days. */
  const shown = new Set<string>();

  const press = (presses: Map<string, number>, counter: string): void => {
    presses.set(counter, (presses.get(counter) ?? 0) + 1);
  };

  return {
    history,

    follow,

    callPressed: (counter: string) => press(callsPressed, counter),
    recallPressed: (counter: string) => press(recallsPressed, counter),

    /**
     * Nothing is answered, shown or announced that the next power failure could take back. Never
     * throws: it is asked in the middle of the hub's own work.
     */
    sent(event: string, payload: unknown, question?: unknown): void {
      try {
        follow();
        look(event, payload, question);
      } catch (error) {
        broken(error instanceof Error ? error.message : String(error));
      }
    },

    /** A ticket that somebody was given is in the journal under the number they were told. */
    given(ticket: string, number: string): void {
      const known = history.numberOf(ticket);
      must(known === number, `${ticket} was given as ${number}, the journal has ${known}`);
      show(history.day, number);
    },

    /** The same for a number that a kiosk gave by itself; the journal knows of it later. */
    givenOffline: (ticket: OfflineTicket): void => show(ticket.day, ticket.number),

    /** A kiosk has written down that it gives a number of its own. */
    kioskGave(device: string, ticket: OfflineTicket, trueMs: number): void {
      try {
        history.leased.gave(device, ticket, trueMs);
      } catch (error) {
        broken(error instanceof Error ? error.message : String(error));
      }
    },
  };

  function show(day: string, number: string): void {
    must(!shown.has(`${day} ${number}`), `${number} was shown to two people`);
    shown.add(`${day} ${number}`);
  }

  /** After every step: what is durable now, read from the disk itself. */
  function follow(): void {
    const frames = disk.frames();
    if (frames !== whole) {
      // Another list: a process has opened the disk. What was there is there, frame by frame.
      whole = frames;
      must(
        framesSeen.every((frame, at) => frames[at] === frame),
        'a commit that was durable is gone',
      );
    }
    while (framesSeen.length < frames.length) {
      const frame = frames[framesSeen.length] as Frame;
      framesSeen.push(frame);
      for (const { body } of frame.records) {
        const event = JSON.parse(body) as HallEvent;
        history.take(event);
        noted(event);
        if (event.type === 'TicketCalled') {
          const { counter } = event.data;
          must(
            history.callsAt(counter) <= (callsPressed.get(counter) ?? 0),
            `counter ${counter} called ${event.data.ticket}, and nobody asked it to`,
          );
        }
        // Whoever was given a number without the hub, and had the time to come back, is in the line.
        if (event.type === 'HallClosed' && (calmMs() ?? 0) > comingBackMs) {
          const left = history.leased.notHandedIn();
          must(
            left.length === 0,
            `the hall closed, and ${left.join(', ')} never came into its line`,
          );
        }
        if (event.type === 'TicketRecalled') {
          const { counter } = event.data;
          must(
            history.recallsAt(counter) <= (recallsPressed.get(counter) ?? 0),
            `counter ${counter} called again, and nobody asked it to`,
          );
        }
      }
    }
    must(frames.length === framesSeen.length, 'a commit that was durable is gone');
    if (ackedSeq > disk.durableSeq()) must(false, `event ${ackedSeq} was acknowledged and is gone`);
  }

  function look(event: string, payload: unknown, question: unknown): void {
    const durableSeq = disk.durableSeq();
    if (event === 'command-answer') {
      const answer = payload as CommandAck;
      checkRepeated(question as CommandRequest, answer);
      if (!answer.ok) return;
      if (answer.revision > durableSeq) {
        must(false, `answered ${answer.revision}, stable ${durableSeq}`);
      }
      ackedSeq = Math.max(ackedSeq, answer.revision);
    } else if (event === 'view') {
      const message = payload as ViewMessage;
      if (message.revision > durableSeq) {
        must(false, `shown ${message.revision}, stable ${durableSeq}`);
      }
      if (message.view === 'lobby') checkLobby(message.data as LobbyView, message.revision);
    } else if (event === 'call') {
      const { callNo, number, kind, counter } = payload as CallMessage;
      must(history.wasCalled(callNo, number, counter), `${kind} ${callNo} ${number} is not stable`);
    }
  }

  /** One key, one answer: whoever repeats a command that was done is told the same words. */
  function checkRepeated({ id, name }: CommandRequest, answer: CommandAck): void {
    const before = answers.get(id);
    if (before !== undefined) {
      const again = JSON.stringify(answer);
      must(before === again, `${name} with one key: ${before} and then ${again}`);
      return;
    }
    if (!answer.ok || changesNothing(name, answer.result)) return;
    answers.set(id, JSON.stringify(answer));
    // Keys are kept for the day; a repetition comes within minutes.
    for (const oldest of answers.keys()) {
      if (answers.size <= answersKept) break;
      answers.delete(oldest);
    }
  }

  function checkLobby(view: LobbyView, revision: number): void {
    const truth = history.at(revision);
    if (truth === null) return;
    const where = `the lobby at ${revision}`;
    must(view.lastCallNo === truth.lastCallNo, `${where}: call ${view.lastCallNo}`);
    must(
      view.waitingCount === truth.waitingCount,
      `${where}: ${view.waitingCount} wait, ${truth.waitingCount} in truth`,
    );
    must(view.hall.state === truth.hallState, `${where}: the hall is ${view.hall.state}`);
    for (const { counter, number } of view.counters) {
      const there = truth.numbers[counter] ?? null;
      must(number === there, `${where}: ${number} at counter ${counter}, ${there} in truth`);
    }
  }
}

const answersKept = 500;
/** A dead wire is noticed, the hub is found again, numbers are handed in. */
const comingBackMs = 60_000;

/** These may be answered without an event: a hub begun anew knows nothing of such an answer. */
const mayChangeNothing = new Set([
  'cancel-ticket',
  'report-devices',
  'report-print',
  // Enough is leased already; handed in already, which `leased.ts` looks at.
  'lease-numbers',
  'hand-in-ticket',
]);

function changesNothing(name: string, result: unknown): boolean {
  if (mayChangeNothing.has(name)) return true;
  return name === 'call' && (result as { readonly ticket?: unknown }).ticket === null;
}

export type Witness = ReturnType<typeof createWitness>;

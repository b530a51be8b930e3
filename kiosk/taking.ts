import type { Problem } from '#protocol/problem.ts';
import type { KioskView, TicketView } from '#protocol/views.ts';
import type { HubClient } from '#ui/hub/hub-client.ts';
import { language } from '#ui/locale/index.ts';
import type { OfflineNumbers, OfflineTicket } from './offline-numbers.ts';
import { chosenClass, offlineTaken, ticketRefused, ticketTaken, type Visit } from './visit.ts';

export interface TakingDeps {
  readonly command: HubClient['command'];
  readonly numbers: OfflineNumbers;
  /** What was given without the hub goes first. */
  readonly settled: () => Promise<void>;
  /** The hub has been away for longer than a restart takes. */
  readonly isAway: () => boolean;
}

/** How often it is looked whether the hub has gone while a number is on its way. */
const lookMs = 250;

/** Takes a number of the hub; where that is away, one of the kiosk's own. */
export async function takeNumber(
  service: string,
  visit: Visit,
  view: KioskView | null,
  deps: TakingDeps,
): Promise<Visit> {
  const asked = deps.isAway() ? null : ask(service, visit, deps);
  const answer = asked === null ? 'away' : await Promise.race([asked, gone(deps, asked)]);
  if (answer !== 'away') return answerOf(visit, service, answer);
  const given = view === null ? null : giveOf(service, visit, view, deps);
  if (given === null) {
    return asked === null
      ? ticketRefused(visit, service, null)
      : answerOf(visit, service, await asked);
  }
  // The hub had done it after all, and its answer was lost: nobody holds that number.
  void asked?.then((late) => {
    if (late.ok) void deps.command('cancel-ticket', { ticket: (late.result as TicketView).id });
  });
  return offlineTaken(visit, given);
}

type Answer =
  | { readonly ok: true; readonly result: unknown }
  | { readonly ok: false; readonly problem: Problem | null };

async function ask(service: string, visit: Visit, deps: TakingDeps): Promise<Answer> {
  await deps.settled();
  return deps.command('issue-ticket', {
    service,
    language: language.get(),
    source: 'kiosk',
    ...(visit.class === '' ? {} : { class: visit.class }),
    ...(visit.customer === null ? {} : { customer: visit.customer.reference }),
  });
}

function gone(deps: TakingDeps, asked: Promise<Answer>): Promise<'away'> {
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      if (deps.isAway()) resolve('away');
    }, lookMs);
    void asked.finally(() => {
      clearInterval(timer);
    });
  });
}

function giveOf(
  service: string,
  visit: Visit,
  view: KioskView,
  { numbers }: TakingDeps,
): OfflineTicket | null {
  const each = chosenClass(visit, numbers.viewOf(view))?.id;
  if (each === undefined) return null;
  return numbers.give({ service, class: each, language: language.get() });
}

function answerOf(visit: Visit, service: string, answer: Answer): Visit {
  return answer.ok
    ? ticketTaken(visit, answer.result as TicketView)
    : ticketRefused(visit, service, answer.problem);
}

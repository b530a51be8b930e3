import { createAgenda } from './agenda.ts';
import type { Answer, Doors, HeldTicket } from './doors.ts';
import type { DayPlan, PlannedCounter, PlannedCustomer } from './plan.ts';

export interface LiveDayDeps {
  readonly doors: Doors;
  /** Resolves when the hall's clock has reached an instant; false: stop here. */
  readonly reach: (atMs: number) => Promise<boolean>;
  readonly onProgress?: (doneCount: number, customerCount: number, atMs: number) => void;
  /** What the hall's managers do meanwhile: counters that may serve something else from then on. */
  readonly lends?: readonly LiveLend[];
}

export interface LiveLend {
  readonly atMs: number;
  readonly services: readonly string[];
  readonly act: () => void;
}

/** What happened, as the people in the hall saw it. */
export interface LiveDayResult {
  readonly issued: number;
  readonly served: number;
  readonly missed: number;
  readonly cancelled: number;
  /** Refusals by rule; those the plan must expect are told apart by the caller. */
  readonly refusals: Readonly<Record<string, number>>;
  /** Seconds from taking the number to the first call, of those who were served. */
  readonly waitSeconds: readonly number[];
}

interface Visit {
  readonly customer: PlannedCustomer;
  readonly ticket: HeldTicket;
  leg: number;
  state: 'waiting' | 'at-counter' | 'over';
  firstCalledAtMs: number | null;
}

interface Desk {
  readonly plan: PlannedCounter;
  state: 'closed' | 'idle' | 'busy';
  idleSinceMs: number;
  wantsToLeave: boolean;
}

/** How long people who could not be served in one go are tried again, at most. */
const lingerMs = 12 * 3_600_000;
const retryMs = 30_000;

/** Seats in their order, so that acts of one instant do not depend on how a plan was listed. */
function bySeat(a: PlannedCounter, b: PlannedCounter): number {
  const seats = a.counter.localeCompare(b.counter, 'en', { numeric: true });
  return seats === 0 ? a.opensAtMs - b.opensAtMs : seats;
}

/**
 * Lets a plan happen at the hub's doors: customers take numbers, leave, or do not come when called;
 * clerks open, call when free, serve for the planned time and sign off when the hall lets them.
 */
export async function runLiveDay(plan: DayPlan, deps: LiveDayDeps): Promise<LiveDayResult> {
  const { doors } = deps;
  const agenda = createAgenda();
  const visits = new Map<string, Visit>();
  const desks = plan.counters.toSorted(bySeat).map((each): Desk => ({
    plan: each,
    state: 'closed',
    idleSinceMs: 0,
    wantsToLeave: false,
  }));
  const refusals: Record<string, number> = {};
  const waitSeconds: number[] = [];
  const counts = { issued: 0, served: 0, missed: 0, cancelled: 0 };
  let nowMs = 0;
  let over = 0;
  const lastMs = Math.max(
    ...plan.customers.map((customer) => customer.arrivesAtMs),
    ...plan.counters.map((counter) => counter.closesAtMs),
  );

  for (const desk of desks) {
    agenda.add(desk.plan.opensAtMs, () => openDesk(desk));
    agenda.add(desk.plan.closesAtMs, async () => {
      desk.wantsToLeave = true;
      if (desk.state === 'idle') await leaveDesk(desk);
    });
  }
  for (const customer of plan.customers) {
    agenda.add(customer.arrivesAtMs, () => arrive(customer));
  }
  for (const { atMs, services, act } of deps.lends ?? []) {
    agenda.add(atMs, async () => {
      act();
      for (const service of services) await wake(service);
    });
  }

  for (;;) {
    const next = agenda.next();
    if (next === null) {
      if (!someoneLeft() || nowMs > lastMs + lingerMs) break;
      await serveTheRest();
      continue;
    }
    if (next.atMs > nowMs) {
      nowMs = next.atMs;
      if (!(await deps.reach(nowMs))) break;
    }
    await next.act();
    deps.onProgress?.(over, plan.customers.length, nowMs);
  }
  for (const desk of desks) {
    if (desk.state === 'idle') await leaveDesk(desk);
  }
  return { ...counts, refusals, waitSeconds };

  async function arrive(customer: PlannedCustomer): Promise<void> {
    const [leg] = customer.legs;
    if (leg === undefined) return;
    const answer = await doors.issue(leg.service, customer.class);
    if (!taken(answer)) {
      over += 1;
      return;
    }
    counts.issued += 1;
    const visit: Visit = {
      customer,
      ticket: answer.data,
      leg: 0,
      state: 'waiting',
      firstCalledAtMs: null,
    };
    visits.set(visit.ticket.id, visit);
    if (customer.leavesAtMs !== null) agenda.add(customer.leavesAtMs, () => leaveHall(visit));
    await wake(leg.service);
  }

  async function leaveHall(visit: Visit): Promise<void> {
    if (visit.state !== 'waiting') return;
    if (!taken(await doors.cancel(visit.ticket.id))) return;
    visit.state = 'over';
    counts.cancelled += 1;
    over += 1;
  }

  async function openDesk(desk: Desk): Promise<void> {
    if (desk.state !== 'closed') return;
    const { badge, counter } = desk.plan;
    if (!taken(await doors.clerk(badge, counter, 'open'))) {
      // Somebody still sits there, or the clerk elsewhere: once more a little later.
      if (nowMs < desk.plan.closesAtMs) agenda.add(nowMs + retryMs, () => openDesk(desk));
      return;
    }
    becomeIdle(desk);
    await callNext(desk);
  }

  function becomeIdle(desk: Desk): void {
    desk.state = 'idle';
    desk.idleSinceMs = nowMs;
  }

  /** Calls; answers whether somebody came or was called. */
  async function callNext(desk: Desk): Promise<boolean> {
    const { badge, counter } = desk.plan;
    const answer = await doors.call(badge, counter);
    const ticket = taken(answer) ? answer.data.ticket : null;
    const visit = ticket === null ? undefined : visits.get(ticket.id);
    if (ticket === null) {
      if (desk.wantsToLeave) await leaveDesk(desk);
      return false;
    }
    desk.state = 'busy';
    if (visit === undefined) {
      // Somebody who is not of this plan: served at once.
      await doors.clerk(badge, counter, 'start');
      agenda.add(nowMs + retryMs, () => finish(desk, null));
      return true;
    }
    visit.state = 'at-counter';
    visit.firstCalledAtMs ??= nowMs;
    if (visit.customer.noShow) {
      await giveUp(desk, visit);
      return true;
    }
    const { walkMs } = visit.customer;
    if (walkMs === 0) await begin(desk, visit);
    else agenda.add(nowMs + walkMs, () => begin(desk, visit));
    return true;
  }

  async function begin(desk: Desk, visit: Visit): Promise<void> {
    await doors.clerk(desk.plan.badge, desk.plan.counter, 'start');
    const serviceMs = visit.customer.legs[visit.leg]?.serviceMs ?? 0;
    agenda.add(nowMs + serviceMs, () => finish(desk, visit));
  }

  async function giveUp(desk: Desk, visit: Visit): Promise<void> {
    const { badge, counter } = desk.plan;
    const answer = await doors.clerk(badge, counter, 'no-show');
    if (answer.ok) {
      visit.state = 'over';
      counts.missed += 1;
      over += 1;
      await nextOrIdle(desk);
      return;
    }
    // The hall asks for more calls, or more time, before a customer counts as missed.
    const waitMs = Math.max((answer.problem.by?.seconds ?? 0) * 1000, 5_000);
    agenda.add(nowMs + waitMs, async () => {
      await doors.clerk(badge, counter, 'recall');
      await giveUp(desk, visit);
    });
  }

  async function finish(desk: Desk, visit: Visit | null): Promise<void> {
    const { badge, counter } = desk.plan;
    const next = visit?.customer.legs[visit.leg + 1];
    if (visit !== null && next !== undefined) {
      visit.leg += 1;
      const target = transferTarget(desk, visit, next.service, next.counter);
      if (target === null) {
        // The next leg is at this very counter: the visit simply goes on.
        agenda.add(nowMs + next.serviceMs, () => finish(desk, visit));
        return;
      }
      const body = { ...target, reason: 'next step' };
      if (taken(await doors.clerk(badge, counter, 'transfer', body))) {
        visit.state = 'waiting';
        becomeIdle(desk);
        if (visit.customer.leavesAtMs !== null && visit.customer.leavesAtMs > nowMs) {
          agenda.add(visit.customer.leavesAtMs, () => leaveHall(visit));
        }
        await nextOrIdle(desk);
        await wake(next.service);
        return;
      }
    }
    await doors.clerk(badge, counter, 'finish');
    if (visit !== null) {
      visit.state = 'over';
      counts.served += 1;
      over += 1;
      const firstMs = visit.firstCalledAtMs ?? nowMs;
      waitSeconds.push((firstMs - visit.customer.arrivesAtMs) / 1000);
    }
    await nextOrIdle(desk);
  }

  function transferTarget(desk: Desk, visit: Visit, service: string, counter: string | null) {
    const present = visit.customer.legs[visit.leg - 1]?.service;
    if (service !== present) return { service };
    const other = desks.find(
      (each) =>
        each !== desk &&
        each.state !== 'closed' &&
        (counter === null ? each.plan.services.includes(service) : each.plan.counter === counter),
    );
    return other === undefined ? null : { counter: other.plan.counter };
  }

  async function nextOrIdle(desk: Desk): Promise<void> {
    becomeIdle(desk);
    if (desk.wantsToLeave && (await leaveDesk(desk))) return;
    await callNext(desk);
  }

  /** The hall may keep a clerk while somebody waits; then the clerk goes on calling. */
  async function leaveDesk(desk: Desk): Promise<boolean> {
    const { badge, counter } = desk.plan;
    if (!taken(await doors.clerk(badge, counter, 'close'))) return false;
    desk.state = 'closed';
    return true;
  }

  /** Whoever has been idle longest looks up first, so that the list's order decides nothing. */
  async function wake(service: string): Promise<void> {
    const idle = desks.filter(
      (desk) => desk.state === 'idle' && desk.plan.services.includes(service),
    );
    for (const desk of idle.sort((a, b) => a.idleSinceMs - b.idleSinceMs)) {
      if (await callNext(desk)) return;
    }
  }

  function someoneLeft(): boolean {
    return [...visits.values()].some((visit) => visit.state === 'waiting');
  }

  /** `serve-everyone-queued`: where every planned clerk has left, they come back for the rest. */
  async function serveTheRest(): Promise<void> {
    nowMs += retryMs;
    if (!(await deps.reach(nowMs))) {
      nowMs = lastMs + lingerMs + 1;
      return;
    }
    const seen = new Set<string>();
    for (const desk of desks) {
      if (seen.has(desk.plan.badge) || seen.has(desk.plan.counter)) continue;
      seen.add(desk.plan.badge).add(desk.plan.counter);
      if (
        desk.state === 'closed' &&
        taken(await doors.clerk(desk.plan.badge, desk.plan.counter, 'open'))
      ) {
        becomeIdle(desk);
      }
      if (desk.state === 'idle') await callNext(desk);
    }
  }

  function taken<T>(answer: Answer<T>): answer is { readonly ok: true; readonly data: T } {
    if (answer.ok) return true;
    const rule = answer.problem.rule ?? answer.problem.code;
    refusals[rule] = (refusals[rule] ?? 0) + 1;
    return false;
  }
}

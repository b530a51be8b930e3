import type { Decision } from '#core/decide.ts';
import { configOf, staffOf } from '#core/lookup.ts';
import type { Refusal } from '#core/refusals.ts';
import { at } from '#core/sequence.ts';
import type { CounterSeat } from '#core/state.ts';
import type { Actor, Text } from '#core/vocabulary.ts';
import { consoleKeys, type ConsoleKey, type KeyState } from '#protocol/views.ts';
import { refusalWords } from '#protocol/words/refusals.ts';
import { coveredBy, nobodyWaits, noRelief } from '#protocol/words/keys.ts';
import { wayOutLabels } from '#protocol/words/way-outs.ts';
import { dryRun, wouldDo } from './dry-run.ts';
import { isoOrNull, nextOpeningMs, seatedBadges, servicesAt } from './scene.ts';
import type { ViewSources } from './view-sources.ts';

/** Every key of the pad, as the core would answer it now. */
export function keyStates(
  sources: ViewSources,
  seat: CounterSeat,
): Readonly<Record<ConsoleKey, KeyState>> {
  const actor = holderOf(sources, seat);
  const states = {} as Record<ConsoleKey, KeyState>;
  for (const key of consoleKeys) states[key] = keyState(sources, seat, key, actor);
  return states;
}

function keyState(
  sources: ViewSources,
  seat: CounterSeat,
  key: ConsoleKey,
  actor: Actor,
): KeyState {
  const decision = answerTo(sources, seat, key, actor);
  if (decision === null) return { ...ready, allowed: false, ...noRelief };
  if (decision.kind === 'refused') return refusedKey(sources, decision, key);
  if (decision.kind === 'unknown') return refusedKey(sources, notNow(seat), key);
  if (wouldDo(decision)) return { ...ready, short: hintFor(sources, key, decision) };
  return key === 'call'
    ? { ...ready, allowed: false, ...nobodyWaits }
    : refusedKey(sources, notNow(seat), key);
}

/** The command behind each key, with arguments that stand for what the clerk would choose. */
function answerTo(
  sources: ViewSources,
  seat: CounterSeat,
  key: ConsoleKey,
  actor: Actor,
): Decision | null {
  const counter = seat.id;
  switch (key) {
    case 'call':
    case 'recall':
    case 'start':
    case 'finish':
    case 'no-show':
    case 'resume':
    case 'close':
      return dryRun(sources, actor, key, { counter });
    case 'pause':
      return dryRun(sources, actor, 'pause', { counter, kind: 'routine', reason: '-' });
    case 'absence':
      return dryRun(sources, actor, 'pause', { counter, kind: 'absence', reason: '-' });
    case 'park':
      return dryRun(sources, actor, 'park', { counter, missing: ['-'] });
    case 'transfer':
      return answerToTransfer(sources, seat, actor);
    case 'handover':
      return answerToHandover(sources, seat, actor);
  }
}

/** Possible as soon as one way is; refused with the first refusal where none is. */
function answerToTransfer(sources: ViewSources, seat: CounterSeat, actor: Actor): Decision {
  const { counters, services } = configOf(sources.state);
  const ways = [
    ...services.map(({ id }) => ({ service: id })),
    ...counters.filter(({ id }) => id !== seat.id).map(({ id }) => ({ counter: id })),
  ];
  let refused: Decision | null = null;
  for (const to of ways) {
    const decision = dryRun(sources, actor, 'transfer', { counter: seat.id, to, reason: '-' });
    // Where the counter itself stands in the way, no other target will do.
    if (decision.kind !== 'refused' || decision.rule !== 'right-counter') return decision;
    refused ??= decision;
  }
  return refused ?? notNow(seat);
}

function answerToHandover(sources: ViewSources, seat: CounterSeat, actor: Actor): Decision | null {
  const { state } = sources;
  const seated = seatedBadges(state);
  const relief = configOf(state).staff.find(
    ({ badge, role }) => role === 'clerk' && badge !== seat.clerk && !seated.has(badge),
  );
  const anybody = configOf(state).staff.find(({ badge }) => badge !== seat.clerk);
  const to = relief ?? anybody;
  if (to === undefined) return null;
  const decision = dryRun(sources, actor, 'handover', { counter: seat.id, to: to.badge });
  return relief === undefined && decision.kind === 'accepted' ? null : decision;
}

const ready: KeyState = {
  allowed: true,
  rule: null,
  short: null,
  detail: null,
  allowedFrom: null,
  refusal: null,
};

function refusedKey(sources: ViewSources, refusal: Refusal, key: ConsoleKey): KeyState {
  const { state, nowMs } = sources;
  const config = configOf(state);
  const words = refusalWords(refusal.rule, refusal.by, {
    config,
    command: key === 'absence' ? 'pause' : key,
    nowMs,
    closesAtMs: state.hours?.closesAtMs ?? null,
    nextOpensAtMs: nextOpeningMs(config, nowMs),
  });
  const { seconds } = refusal.by;
  return {
    allowed: false,
    rule: refusal.rule,
    short: words.short,
    detail: words.detail,
    allowedFrom: isoOrNull(seconds === undefined ? null : nowMs + seconds * 1000),
    refusal: {
      title: words.title,
      by: refusal.by,
      waysOut: refusal.waysOut.map((way) => ({ ...way, label: wayOutLabels[way.label] })),
      overridable: refusal.overridable,
    },
  };
}

/** A handover that may begin says who takes the customers meanwhile. */
function hintFor({ state }: ViewSources, key: ConsoleKey, decision: Decision): Text | null {
  if (key !== 'handover' || decision.kind !== 'accepted' || state.waitingCount === 0) return null;
  const [started] = decision.events;
  if (started?.type !== 'HandoverStarted') return null;
  const ways = started.data.sign.redirectTo;
  return ways.length === 0 ? null : coveredBy(ways);
}

function notNow(seat: CounterSeat): Refusal {
  return {
    kind: 'refused',
    rule: 'not-possible-now',
    rules: ['not-possible-now'],
    by: { counter: seat.id, state: seat.state },
    waysOut: [],
    overridable: false,
  };
}

/** Whoever works the counter: its clerk, the relief once signed in, or who might sit down there. */
function holderOf({ state }: ViewSources, seat: CounterSeat): Actor {
  const config = configOf(state);
  const { handover } = seat;
  const held = handover?.relieved === true ? handover.to : seat.clerk;
  const badge =
    held ?? config.staff.find((each) => !seatedBadges(state).has(each.badge))?.badge ?? '';
  return { kind: 'staff', badge, role: staffOf(config, badge)?.role ?? 'clerk' };
}

/** Whether a counter can serve a service, for lists of tickets set aside. */
export function servesHere(sources: ViewSources, counter: string, service: string): boolean {
  return servicesAt(configOf(sources.state), counter).includes(service);
}

/** The ticket called or in service at a seat. */
export function ticketAtSeat({ state }: ViewSources, seat: CounterSeat) {
  return seat.ticket === null ? undefined : at(state.tickets, seat.ticket);
}

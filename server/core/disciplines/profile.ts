import { isBetween } from '../calendar/time-of-day.ts';
import type { Discipline, HallConfig, ProfileCondition, ProfileFinally } from '../hall-config.ts';
import type { DisciplineMemory } from '../state.ts';
import { fifo } from './fifo.ts';
import { type Head, isNamed, lengthOf } from './line.ts';
import { type Choice, chooseBy, settingFor } from './order.ts';
import { chooseByRatio } from './ratio.ts';
import type { Why } from './why.ts';

type Profile = Extract<Discipline, { kind: 'profile' }>;
type CalledLess = Extract<ProfileCondition, { kind: 'calledLess' }>;

/** What the conditions look at: this counter's candidates, what it remembers, the clock. */
export interface ProfileScene {
  readonly config: HallConfig;
  readonly counterId: string;
  readonly memory: DisciplineMemory;
  readonly atMs: number;
  readonly heads: readonly Head[];
}

/**
 * Rules from the top; the first whose condition holds, and which names a class or a service with a
 * candidate, calls its oldest. Else `finally`.
 */
export function chooseByProfile(profile: Profile, scene: ProfileScene): Choice {
  const order = fifo(scene.config, scene.atMs);
  for (const [index, rule] of profile.rules.entries()) {
    const named = scene.heads.filter((head) => isNamed(head.ticket, rule.call));
    if (named.length === 0 || !holds(scene, rule.when)) continue;
    const values = { rule: index + 1, queue: rule.call, ...valuesOf(scene, rule.when) };
    return { head: chooseBy(order, named).head, key: 'rule', values };
  }
  const choice = chooseFinally(profile.finally, scene);
  return { ...choice, values: { ...choice.values, rule: 'finally' } };
}

/** `calledLess` counters after a call: all of its scope start again where it reached `finally`. */
export function calledAfter(
  profile: Profile,
  called: DisciplineMemory['called'],
  counterId: string,
  ticket: { readonly class: string; readonly service: string },
  values: Why['values'],
): DisciplineMemory['called'] {
  if (values['rule'] === 'finally') return withoutScope(called, counterId);
  const keys = new Set<string>();
  for (const rule of profile.rules) {
    for (const condition of countersIn(rule.when)) {
      const { queue } = condition;
      if (queue === ticket.class || queue === ticket.service) {
        keys.add(calledKey(condition, counterId));
      }
    }
  }
  if (keys.size === 0) return called;
  const after: Record<string, number> = { ...called };
  for (const key of keys) after[key] = settingFor(called, key, 0) + 1;
  return after;
}

function chooseFinally(last: ProfileFinally, scene: ProfileScene): Choice {
  const { config, memory, atMs, heads } = scene;
  const order = fifo(config, atMs);
  switch (last.kind) {
    case 'max-wait':
      return chooseBy(order, heads);
    case 'list-order': {
      for (const queue of last.queues) {
        const named = heads.filter((head) => isNamed(head.ticket, queue));
        if (named.length === 0) continue;
        return { head: chooseBy(order, named).head, key: 'list-order', values: { queue } };
      }
      // Nobody may be left uncalled because a list does not name a class: then the oldest.
      return chooseBy(order, heads);
    }
    case 'ratio':
      return chooseByRatio(config, last.shares, memory.credits, atMs, heads, heads);
  }
}

function holds(scene: ProfileScene, condition: ProfileCondition): boolean {
  switch (condition.kind) {
    case 'waitOver':
      return longestWaitMs(scene, condition.queue) > condition.minutes * 60_000;
    case 'lengthOver':
      return lengthOfNamed(scene, condition.queue) > condition.count;
    case 'calledLess':
      return calledOf(scene, condition) < condition.n;
    case 'between':
      return isBetween(scene.atMs, scene.config.hall.timezone, condition.from, condition.to);
    case 'all':
      return condition.conditions.every((each) => holds(scene, each));
  }
}

/** What the condition compared, for the explanation. */
function valuesOf(scene: ProfileScene, condition: ProfileCondition): Why['values'] {
  const when = condition.kind;
  switch (condition.kind) {
    case 'waitOver':
      return {
        when,
        longestSeconds: Math.floor(longestWaitMs(scene, condition.queue) / 1000),
        limitMinutes: condition.minutes,
      };
    case 'lengthOver':
      return { when, length: lengthOfNamed(scene, condition.queue), limit: condition.count };
    case 'calledLess':
      return { when, called: calledOf(scene, condition), limit: condition.n };
    case 'between':
      return { when, from: condition.from, to: condition.to };
    case 'all':
      return { when };
  }
}

/** -1 where nobody of the queue is a candidate: no limit is that low. */
function longestWaitMs(scene: ProfileScene, queue: string): number {
  let longest = -1;
  for (const { ticket } of scene.heads) {
    if (isNamed(ticket, queue)) longest = Math.max(longest, scene.atMs - ticket.orderMs);
  }
  return longest;
}

function lengthOfNamed(scene: ProfileScene, queue: string): number {
  let length = 0;
  for (const head of scene.heads) if (isNamed(head.ticket, queue)) length += lengthOf(head);
  return length;
}

function calledOf(scene: ProfileScene, condition: CalledLess): number {
  return settingFor(scene.memory.called, calledKey(condition, scene.counterId), 0);
}

function calledKey(condition: CalledLess, counterId: string): string {
  const scope = condition.scope === 'hall' ? 'hall' : counterId;
  return `${scope}|${condition.queue}`;
}

function withoutScope(called: DisciplineMemory['called'], counterId: string) {
  const scopes = ['hall|', `${counterId}|`];
  const kept = Object.entries(called).filter(
    ([key]) => !scopes.some((scope) => key.startsWith(scope)),
  );
  return Object.fromEntries(kept);
}

function countersIn(condition: ProfileCondition): readonly CalledLess[] {
  if (condition.kind === 'calledLess') return [condition];
  return condition.kind === 'all' ? condition.conditions.flatMap(countersIn) : [];
}

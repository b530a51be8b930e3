import type { CommandContext } from './commands.ts';
import type { NewEvent } from './events.ts';
import type { InTheWay, Refusal, Unknown, WayOut } from './refusals.ts';
import type { RuleId } from './rules.ts';

/** What `decide` answers. Throwing means a bug. */
export type Decision =
  { readonly kind: 'accepted'; readonly events: readonly NewEvent[] } | Refusal | Unknown;

/** One guard that does not hold. */
export interface Failure {
  readonly rule: RuleId;
  readonly by?: InTheWay;
  readonly waysOut?: readonly WayOut[];
  /** False where even a supervisor cannot let it pass: an invariant would break. */
  readonly overridable: boolean;
  /** Where in the settings it stands, when they are what is refused. */
  readonly place?: readonly string[];
}

/** A guard holds (null) or says what stands in the way. */
export type Guard = Failure | null;

/**
 * Answers the command: refused by the first guard that fails, naming all that fail; or accepted,
 * with the supervisor's override in the first event where one was needed.
 */
export function answer(
  context: CommandContext,
  guards: readonly Guard[],
  events: () => readonly NewEvent[],
): Decision {
  const failures = guards.filter((guard) => guard !== null);
  const [first] = failures;
  if (first === undefined) return { kind: 'accepted', events: events() };
  const refusal = refusalOf(first, failures);
  const { override } = context;
  if (!refusal.overridable || override === undefined) return refusal;
  const [head, ...rest] = events();
  if (head === undefined) return { kind: 'accepted', events: [] };
  const pass = { by: override.by, reason: override.reason, rules: passed(refusal.rules) };
  return { kind: 'accepted', events: [{ ...head, override: pass }, ...rest] };
}

/** The rule that was set aside is named before whose counter it was. */
function passed(rules: readonly RuleId[]): readonly RuleId[] {
  const whose: RuleId = 'not-your-counter';
  return rules.includes(whose) ? [...rules.filter((rule) => rule !== whose), whose] : rules;
}

/** Refused by the first failure, naming all. */
export function refusedBy(first: Failure, ...others: readonly Failure[]): Refusal {
  return refusalOf(first, [first, ...others]);
}

/** Made for every key of every console again and again: lists are made where they are needed. */
function refusalOf(first: Failure, failures: readonly Failure[]): Refusal {
  const overridable = failures.every((failure) => failure.overridable);
  const pass = { command: 'override', label: 'supervisor-pass' } as const;
  const waysOut = first.waysOut ?? [];
  const refusal: Refusal = {
    kind: 'refused',
    rule: first.rule,
    rules: failures.length === 1 ? [first.rule] : [...new Set(failures.map(({ rule }) => rule))],
    by: first.by ?? {},
    waysOut: overridable ? [...waysOut, pass] : waysOut,
    overridable,
  };
  if (failures.every(({ place }) => place === undefined)) return refusal;
  const obstacles = failures.flatMap(({ place, rule, by = {}, overridable: may }) =>
    place === undefined ? [] : [{ rule, by, place, overridable: may }],
  );
  return { ...refusal, obstacles };
}

export function unknown(what: Unknown['what'], id: string): Unknown {
  return { kind: 'unknown', what, id };
}

export function accepted(...events: readonly NewEvent[]): Decision {
  return { kind: 'accepted', events };
}

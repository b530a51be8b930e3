import type { Language } from '#core/vocabulary.ts';
import type { Problem } from '#protocol/problem.ts';
import type { KeyState } from '#protocol/views.ts';

/**
 * The refusal of a key as the hub would answer it, from what the view already knows: so that a
 * key can explain itself without being pressed in earnest. Null where the key is allowed.
 */
export function problemOfKey(state: KeyState, language: Language): Problem | null {
  if (state.allowed || state.detail === null) return null;
  const { rule, refusal, detail } = state;
  return {
    type: '/docs/problems#refused',
    title: refusal?.title[language] ?? detail[language],
    status: 409,
    code: 'refused',
    detail: detail[language],
    ...(rule === null ? {} : { rule, rules: [rule] }),
    ...(refusal === null
      ? {}
      : {
          by: refusal.by,
          waysOut: refusal.waysOut.map((way) => ({ ...way, label: way.label[language] })),
          overridable: refusal.overridable,
        }),
  };
}

export type Trouble =
  | { readonly kind: 'refused'; readonly problem: Problem }
  /** Storage cannot write or the hub is busy: nothing changed, press again. */
  | { readonly kind: 'not-recorded'; readonly problem: Problem }
  /** The hub was not reached: nothing is known. */
  | { readonly kind: 'unreachable' };

/** What an unsuccessful answer means to the clerk. */
export function troubleOf(problem: Problem | null): Trouble {
  if (problem === null) return { kind: 'unreachable' };
  return problem.status === 503 ? { kind: 'not-recorded', problem } : { kind: 'refused', problem };
}

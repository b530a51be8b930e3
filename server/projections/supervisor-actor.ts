import { configOf } from '#core/lookup.ts';
import type { HallDay } from '#core/state.ts';
import type { Actor } from '#core/vocabulary.ts';

/** A supervisor, for asking the core what it would answer one. */
export function supervisorActor(state: HallDay): Actor {
  const badge = configOf(state).staff.find(({ role }) => role === 'supervisor')?.badge ?? '';
  return { kind: 'staff', badge, role: 'supervisor' };
}

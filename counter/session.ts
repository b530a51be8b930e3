import type { Role } from '#core/vocabulary.ts';
import type { Problem } from '#protocol/problem.ts';
import type { SessionView } from '#protocol/views.ts';
import { api, type ApiAnswer } from '#ui/hub/api.ts';
import { forget, recollect, remember } from '#ui/hub/memory.ts';
import { language } from '#ui/locale/index.ts';

/** Who is signed in at this page, with the token that says so. */
export type StaffSession = SessionView & {
  /** Untouched for so long the page locks itself; 0: never. */
  readonly lockAfterMinutes?: number;
};

const memoryKey = 'session';
const roles: readonly unknown[] = ['clerk', 'supervisor'] satisfies readonly Role[];

/**
 * Badge and pin against a session; the caller keeps it. A handover signs with a session of the
 * incoming clerk before it becomes the page's own.
 */
export function openSession(
  badge: string,
  pin: string,
  /** With a pin that is good once: the one to be. */
  newPin?: string,
): Promise<ApiAnswer<StaffSession>> {
  return api<StaffSession>('/api/sessions', {
    body: { badge, pin, ...(newPin === undefined ? {} : { newPin }) },
    language: language.get(),
  });
}

/** Tells the hub that a session is over; what cannot be told ends by itself. */
export async function endSession(token: string): Promise<void> {
  await api('/api/sessions/current', { method: 'DELETE', token });
}

export function keepSession(session: StaffSession): void {
  remember(memoryKey, session);
}

export function forgetSession(): void {
  forget(memoryKey);
}

/**
 * The session this browser remembers, if it has not run out.
 * @param nowMs the device's own clock, milliseconds since 1970
 */
export function rememberedSession(nowMs: number): StaffSession | null {
  const kept = recollect(memoryKey);
  return isSession(kept) && Date.parse(kept.expiresAt) > nowMs ? kept : null;
}

/** Whether the hub still knows a session; null where it could not be asked. */
export async function stillKnown(token: string): Promise<boolean | null> {
  const answer = await api<SessionView>('/api/sessions/current', { token });
  if (answer.ok) return true;
  return answer.problem === null ? null : !isSignedOut(answer.problem);
}

export function isSignedOut(problem: Problem): boolean {
  return problem.code === 'not-signed-in';
}

function isSession(value: unknown): value is StaffSession {
  if (typeof value !== 'object' || value === null) return false;
  const fields = value as Partial<Record<keyof StaffSession, unknown>>;
  const texts = [fields.token, fields.badge, fields.name, fields.expiresAt];
  return texts.every((text) => typeof text === 'string') && roles.includes(fields.role);
}

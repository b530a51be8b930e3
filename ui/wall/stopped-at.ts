import type { ViewClock } from '#protocol/views.ts';
import type { Connection } from '../hub/connection.ts';

/** The hall's time when the hub was lost; null while it is there or is just being called. */
export function stoppedAt(
  { state, sinceMs }: Pick<Connection, 'state' | 'sinceMs'>,
  view: ViewClock | null,
  nowMs: number,
): number | null {
  if (state !== 'offline' && state !== 'ended') return null;
  return nowMs - (Date.now() - sinceMs) * (view?.clockSpeed ?? 1);
}

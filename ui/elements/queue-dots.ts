/** What a line of waiting people shows: so many dots, then how many more. */
export interface QueueDots {
  readonly dots: number;
  readonly more: number;
}

/** A longer line is counted, not drawn. */
export const queueDotsMax = 12;

/**
 * @param ahead people, whole and not negative; anything else counts as nobody
 * @param max dots at most, at least one
 */
export function queueDots(ahead: number, max: number = queueDotsMax): QueueDots {
  const people = Number.isFinite(ahead) ? Math.max(0, Math.trunc(ahead)) : 0;
  const dots = Math.min(people, Math.max(1, Math.trunc(max)));
  return { dots, more: people - dots };
}

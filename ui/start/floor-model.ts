/** The seats of the floor plan: three rows, whoever waits longest sits in front at the left. */

export interface Seat {
  readonly taken: boolean;
  /** Somebody has just been called from it. */
  readonly lit: boolean;
}

export const seatColumns = 9;
export const seatRows = 3;
export const seatsMax = seatColumns * seatRows;

export interface Seats {
  readonly seats: readonly Seat[];
  /** People beyond the seats of the plan. */
  readonly more: number;
}

/** @param called somebody is on the way to a counter: the first seat is lit */
export function seatsOf(waiting: number, called: boolean): Seats {
  const count = Math.max(Math.floor(waiting), 0);
  const first = called ? 1 : 0;
  const taken = Math.min(count, seatsMax - first);
  const seats = Array.from({ length: seatsMax }, (_, index) => ({
    taken: index >= first && index < first + taken,
    lit: called && index === 0,
  }));
  return { seats, more: count - taken };
}

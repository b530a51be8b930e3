import type { BoardFace } from '#hardware/boards/face.ts';

/** Faces of counter 3, as a day shows them. */
export const idle: BoardFace = {
  counter: '3',
  state: 'idle',
  number: null,
  flashing: false,
  sign: null,
};
export const calling = (number = 'A012'): BoardFace => ({
  ...idle,
  state: 'calling',
  number,
  flashing: true,
});
export const serving = (number = 'A012'): BoardFace => ({ ...idle, state: 'serving', number });
export const paused: BoardFace = {
  ...idle,
  state: 'paused',
  sign: { kind: 'paused', until: '10:40', redirectTo: ['2', '4'] },
};
export const closed: BoardFace = {
  ...idle,
  state: 'closed',
  sign: { kind: 'closed', until: null, redirectTo: [] },
};

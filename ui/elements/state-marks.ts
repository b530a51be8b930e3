import type { CounterState, HallState, TicketState } from '#core/vocabulary.ts';

/** The shapes of section 3 of the visual direction: every state has one, before any colour. */
export type Mark =
  | 'ring'
  | 'good-ring'
  | 'lit'
  | 'dot'
  | 'good-dot'
  | 'bars'
  | 'clock'
  | 'swap'
  | 'dash'
  | 'check'
  | 'cross'
  | 'struck'
  | 'papers'
  | 'hatch'
  | 'broken'
  | 'offline';

export type PromiseState = 'in-time' | 'call-now' | 'near' | 'broken';

export const counterMarks = {
  idle: 'ring',
  calling: 'lit',
  serving: 'good-dot',
  paused: 'bars',
  absent: 'clock',
  handover: 'swap',
  closed: 'dash',
} as const satisfies Record<CounterState, Mark>;

export const ticketMarks = {
  waiting: 'dot',
  called: 'lit',
  serving: 'good-dot',
  parked: 'papers',
  missed: 'cross',
  done: 'check',
  cancelled: 'struck',
} as const satisfies Record<TicketState, Mark>;

export const hallMarks = {
  open: 'good-ring',
  closing: 'clock',
  'serving-out': 'clock',
  closed: 'dash',
} as const satisfies Record<HallState, Mark>;

export const promiseMarks = {
  'in-time': 'dot',
  'call-now': 'hatch',
  near: 'lit',
  broken: 'broken',
} as const satisfies Record<PromiseState, Mark>;

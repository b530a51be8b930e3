import type { CommandName } from '#core/commands.ts';
import type { TicketState } from '#core/vocabulary.ts';

export type StepKind = CommandName | 'wait' | 'crash';

/** What random people try, and how often beside the rest. */
export const kinds: readonly StepKind[] = [
  'issue-ticket',
  'issue-ticket',
  'issue-ticket',
  'call',
  'call',
  'call',
  'start',
  'start',
  'finish',
  'finish',
  'recall',
  'no-show',
  'no-show',
  'transfer',
  'park',
  'park',
  'pause',
  'resume',
  'handover',
  'relieve-handover',
  'complete-handover',
  'cancel-handover',
  'open',
  'open',
  'close',
  'release-counter',
  'cancel-ticket',
  'rejoin-ticket',
  'rejoin-ticket',
  'return-ticket',
  'rate-ticket',
  'rate-ticket',
  'put-back-ticket',
  'move-ticket',
  'lease-numbers',
  'hand-in-ticket',
  'set-intake',
  'wait',
  'wait',
  'crash',
];

/** Done on the way, whenever time passes: they change nothing of the queue. */
export const recordKinds: readonly CommandName[] = [
  'open-follow-up',
  'pass-follow-up',
  'answer-follow-up',
  'record-meeting',
  'sign-meeting',
  'note-quality',
];

/** Who is looked for first, so that deep states are reached. */
export const fittingStates: Readonly<Partial<Record<StepKind, TicketState>>> = {
  'rate-ticket': 'done',
  'return-ticket': 'parked',
  'rejoin-ticket': 'missed',
};

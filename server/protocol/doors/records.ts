import { Type } from '@sinclair/typebox';
import { Badge, Day, Id, nullable, oneOf, Reason, TicketId } from '../fields.ts';
import { door, type CommandDoor } from './door.ts';

const group = 'Records';
const staff = ['staff'] as const;

/** Follow-ups, pre-shift meetings and remarks on quality sheets. */
export const recordDoors: readonly CommandDoor[] = [
  door({
    name: 'open-follow-up',
    path: '/api/follow-ups',
    param: null,
    who: staff,
    group,
    summary: 'Write down that somebody must be answered again',
    description:
      'It belongs to who writes it down (rule `first-asked`), and passes on at handover. ' +
      '`dueDay` is the next day of opening where it is left out.',
    body: {
      text: Reason,
      ticket: Type.Optional(TicketId),
      owner: Type.Optional(Badge),
      dueDay: Type.Optional(Day),
    },
    example: { text: 'call back about the second bill' },
    answer: 'written',
    status: 201,
    toCommand: (args) => ({ name: 'open-follow-up', args }),
  }),
  door({
    name: 'pass-follow-up',
    path: '/api/follow-ups/:followUp/pass',
    param: 'followUp',
    who: staff,
    group,
    summary: 'Pass a follow-up on to a colleague',
    description: 'By its owner or a supervisor.',
    body: { to: Badge, reason: Type.Optional(Reason) },
    example: { to: '1002' },
    answer: 'plain',
    toCommand: (args) => ({ name: 'pass-follow-up', args }),
  }),
  door({
    name: 'answer-follow-up',
    path: '/api/follow-ups/:followUp/answer',
    param: 'followUp',
    who: staff,
    group,
    summary: 'The customer has been answered: say how',
    description: 'By its owner or a supervisor; only then does it leave the list.',
    body: { how: Reason },
    example: { how: 'called back, the bill was right' },
    answer: 'plain',
    toCommand: (args) => ({ name: 'answer-follow-up', args }),
  }),
  door({
    name: 'record-meeting',
    path: '/api/meetings',
    param: null,
    who: staff,
    group,
    summary: 'Record the meeting before the shift',
    description: 'A record is never changed; a further one may be written.',
    body: {
      heldBy: Type.Optional(Badge),
      attended: Type.Array(Badge, { maxItems: 200 }),
      points: Type.Array(Reason, { minItems: 1, maxItems: 20 }),
    },
    example: { attended: ['1001', '1002'], points: ['New tariffs from today'] },
    answer: 'written',
    status: 201,
    toCommand: (args) => ({ name: 'record-meeting', args }),
  }),
  door({
    name: 'sign-meeting',
    path: '/api/meetings/:meeting/sign',
    param: 'meeting',
    who: staff,
    group,
    summary: 'Sign the record of a meeting one attended',
    body: {},
    answer: 'plain',
    toCommand: (args) => ({ name: 'sign-meeting', args }),
  }),
  door({
    name: 'note-quality',
    path: '/api/quality/:month/remarks',
    param: 'month',
    who: staff,
    group,
    summary: 'Put a remark beside a quality sheet',
    description:
      'An inspection note is a supervisor’s, an objection the clerk’s own. It stands beside the ' +
      'points and never changes them (rule `quality-score`). `badge` null is the hall’s sheet.',
    body: {
      badge: nullable(Badge),
      kind: oneOf(['inspection', 'objection']),
      line: Type.Optional(Id),
      text: Reason,
    },
    example: { badge: '1001', kind: 'objection', text: 'The printer had no paper.' },
    answer: 'written',
    status: 201,
    toCommand: (args) => ({ name: 'note-quality', args }),
  }),
];

import { Type } from '@sinclair/typebox';
import { Badge, closed, Day, Id, nullable, Reason, ShortText, TextFields } from '../fields.ts';
import { door, type CommandDoor } from './door.ts';

const group = 'Roster';
const staff = ['staff'] as const;
const manager = ['supervisor'] as const;

/** A time of day on the hall's clock; a shift may end at 24:00. */
const Time = Type.String({ pattern: '^(([01]\\d|2[0-3]):[0-5]\\d|24:00)$' });
const KindFields = closed({
  id: Type.String({ pattern: '^[a-z][a-z0-9-]{0,15}$' }),
  name: TextFields,
  from: Time,
  to: Time,
});
/** A shift as it was seen. */
const SeenFields = closed({ kind: Id, from: Time, to: Time, counter: nullable(Id) });
const ChangeFields = closed({
  day: Day,
  badge: Badge,
  kind: nullable(Id),
  counter: Type.Optional(nullable(Id)),
  was: Type.Optional(nullable(SeenFields)),
});

/** Shifts, swaps and leave. What the pages need to see is read at `/api/roster`. */
export const rosterDoors: readonly CommandDoor[] = [
  door({
    ...of('set-shift-kinds', '/api/roster/kinds', manager),
    summary: 'Kinds of shift, and how many clerks are wanted at any time',
    body: {
      kinds: Type.Array(KindFields, { minItems: 1, maxItems: 8 }),
      leastClerks: Type.Integer({ minimum: 0, maximum: 99 }),
    },
    example: {
      kinds: [{ id: 'early', name: { zh: '早班', en: 'Early' }, from: '08:30', to: '13:30' }],
      leastClerks: 2,
    },
    toCommand: (args) => ({ name: 'set-shift-kinds', args }),
  }),
  door({
    ...of('plan-shifts', '/api/roster/shifts', manager),
    summary: 'Change the plan; nobody is held to it before it is published',
    description:
      '`kind: null` is off. With `was`, the shift that it replaces, a change is refused where ' +
      'another manager was quicker, be it at the counter alone. All changes or none.',
    body: { changes: Type.Array(ChangeFields, { minItems: 1, maxItems: 1_000 }) },
    example: { changes: [{ day: '2026-03-09', badge: '1001', kind: 'early', counter: '1' }] },
    toCommand: (args) => ({ name: 'plan-shifts', args }),
  }),
  door({
    ...of('publish-roster', '/api/roster/publish', manager),
    summary: 'Publish what is planned for these days',
    body: { from: Day, to: Day },
    example: { from: '2026-03-09', to: '2026-03-15' },
    toCommand: (args) => ({ name: 'publish-roster', args }),
  }),
  door({
    ...of('ask-swap', '/api/roster/swaps', staff),
    answer: 'written',
    status: 201,
    summary: 'Ask a colleague to swap shifts',
    description:
      'Your shift of `day` for the colleague’s of `returnDay`, with the reason in writing (rule ' +
      '`swap-limits`). The colleague agrees, then a supervisor approves.',
    body: { with: Badge, day: Day, returnDay: Day, note: Reason },
    example: { with: '1002', day: '2026-03-10', returnDay: '2026-03-12', note: 'school meeting' },
    toCommand: (args) => ({ name: 'ask-swap', args }),
  }),
  door({
    ...ofSwap('agree-swap', 'agree', staff),
    summary: 'Agree to a swap that you are asked for',
    body: {},
    toCommand: (args) => ({ name: 'agree-swap', args }),
  }),
  door({
    ...ofSwap('refuse-swap', 'refuse', staff),
    summary: 'Refuse a swap that you are asked for',
    body: { reason: Type.Optional(ShortText) },
    toCommand: (args) => ({ name: 'refuse-swap', args }),
  }),
  door({
    ...ofSwap('withdraw-swap', 'withdraw', staff),
    summary: 'Take your request to swap back',
    body: {},
    toCommand: (args) => ({ name: 'withdraw-swap', args }),
  }),
  door({
    ...ofSwap('approve-swap', 'approve', manager),
    summary: 'Approve a swap that both have agreed to',
    body: {},
    toCommand: (args) => ({ name: 'approve-swap', args }),
  }),
  door({
    ...ofSwap('reject-swap', 'reject', manager),
    summary: 'Turn a swap down',
    body: { reason: Reason },
    example: { reason: 'both are needed that day' },
    toCommand: (args) => ({ name: 'reject-swap', args }),
  }),
  door({
    ...of('name-answerable', '/api/roster/answerable', manager),
    summary: 'Say who answers for an empty seat of a swapped shift',
    description: 'One of the two who swapped, with the reason (rule `swap-limits`).',
    body: { day: Day, badge: Badge, answerable: Badge, reason: Reason },
    example: { day: '2026-03-10', badge: '1002', answerable: '1001', reason: 'told the wrong day' },
    toCommand: (args) => ({ name: 'name-answerable', args }),
  }),
  door({
    ...of('ask-leave', '/api/roster/leave', staff),
    answer: 'written',
    status: 201,
    summary: 'Ask for leave',
    body: { from: Day, to: Day, note: Reason },
    example: { from: '2026-03-16', to: '2026-03-17', note: 'moving house' },
    toCommand: (args) => ({ name: 'ask-leave', args }),
  }),
  door({
    ...ofLeave('withdraw-leave', 'withdraw', staff),
    summary: 'Take your request for leave back',
    body: {},
    toCommand: (args) => ({ name: 'withdraw-leave', args }),
  }),
  door({
    ...ofLeave('approve-leave', 'approve', manager),
    summary: 'Approve leave; its shifts leave the roster',
    body: {},
    toCommand: (args) => ({ name: 'approve-leave', args }),
  }),
  door({
    ...ofLeave('reject-leave', 'reject', manager),
    summary: 'Turn leave down',
    body: { reason: Reason },
    example: { reason: 'two are away already' },
    toCommand: (args) => ({ name: 'reject-leave', args }),
  }),
];

function of<const N extends CommandDoor['name']>(name: N, path: string, who: CommandDoor['who']) {
  return { name, path, param: null, who, group, answer: 'plain' } as const;
}

function ofSwap<const N extends CommandDoor['name']>(
  name: N,
  verb: string,
  who: CommandDoor['who'],
) {
  const path = `/api/roster/swaps/:swap/${verb}`;
  return { name, path, param: 'swap', who, group, answer: 'plain' } as const;
}

function ofLeave<const N extends CommandDoor['name']>(
  name: N,
  verb: string,
  who: CommandDoor['who'],
) {
  const path = `/api/roster/leave/:leave/${verb}`;
  return { name, path, param: 'leave', who, group, answer: 'plain' } as const;
}

import { Type } from '@sinclair/typebox';
import { AskedInstant, Id, nullable, oneOf, Reason, TextFields } from '../fields.ts';
import { door, type CommandDoor } from './door.ts';

const group = 'Hall';

export const hallDoors: readonly CommandDoor[] = [
  door({
    name: 'set-intake',
    path: '/api/hall/intake',
    param: null,
    who: ['supervisor'],
    group,
    summary: 'Stop or resume giving numbers',
    description: 'Closing before closing time needs an override (rule `never-close-early`).',
    body: { state: oneOf(['open', 'closed']), reason: Reason },
    example: { state: 'closed', reason: 'power cut', override: { reason: 'hall is dark' } },
    answer: 'hall',
    toCommand: (args) => ({ name: 'set-intake', args }),
  }),
  door({
    name: 'post-notice',
    path: '/api/notices',
    param: null,
    who: ['supervisor'],
    group,
    summary: 'Put a notice on the screens',
    description:
      'A fault notice says what is out of order and when it is back (rule `fault-notice`).',
    body: {
      text: TextFields,
      kind: Type.Optional(oneOf(['notice', 'fault'])),
      from: Type.Optional(nullable(AskedInstant)),
      until: Type.Optional(nullable(AskedInstant)),
      notice: Type.Optional({ ...Id, description: 'In place of this one, where it stands' }),
    },
    example: {
      text: { zh: '三号窗口打印机维修中。', en: 'Printer at counter 3 is being repaired.' },
    },
    answer: 'notice',
    status: 201,
    toCommand: ({ text, kind, from, until, notice }) => ({
      name: 'post-notice',
      args: {
        text,
        kind: kind ?? 'notice',
        ...(from == null ? {} : { fromMs: Date.parse(from) }),
        untilMs: until == null ? null : Date.parse(until),
        ...(notice === undefined ? {} : { notice }),
      },
    }),
  }),
  door({
    name: 'order-notices',
    path: '/api/notices/order',
    param: null,
    who: ['supervisor'],
    group,
    summary: 'Put the notices in order',
    description: 'As they stand on the screens, the first one first; others stay before them.',
    body: { notices: Type.Array(Id, { maxItems: 100 }) },
    example: { notices: ['tariffs', 'network'] },
    answer: 'hall',
    toCommand: (args) => ({ name: 'order-notices', args }),
  }),
  door({
    name: 'withdraw-notice',
    method: 'DELETE',
    path: '/api/notices/:notice',
    param: 'notice',
    who: ['supervisor'],
    group,
    summary: 'Take a notice down',
    body: {},
    answer: 'hall',
    toCommand: (args) => ({ name: 'withdraw-notice', args }),
  }),
];

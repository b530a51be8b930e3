import { Type } from '@sinclair/typebox';
import { attachedKinds, attachedStates } from '#core/vocabulary.ts';
import { closed, Id, nullable, oneOf, ShortText } from '../fields.ts';
import { door, type CommandDoor } from './door.ts';

const group = 'Devices';

/** Devices that one agent may have beside it. */
export const attachedMax = 64;

const Attached = closed({
  id: Id,
  kind: oneOf(attachedKinds),
  state: oneOf(attachedStates),
  detail: Type.Optional(nullable(ShortText)),
  counter: Type.Optional(nullable(Id)),
  kiosk: Type.Optional(nullable(ShortText)),
});

export const deviceDoors: readonly CommandDoor[] = [
  door({
    name: 'report-devices',
    path: '/api/devices/attached',
    param: null,
    who: ['hardware'],
    group,
    summary: 'An agent tells what is attached to it, and how it does',
    description: 'The whole list: what it does not name is attached no more.',
    body: { devices: Type.Array(Attached, { maxItems: attachedMax }) },
    example: {
      devices: [{ id: 'kiosk-printer', kind: 'printer', state: 'paper-out', kiosk: null }],
    },
    answer: 'plain',
    toCommand: ({ devices }) => ({
      name: 'report-devices',
      args: {
        devices: devices.map(({ id, kind, state, detail, counter, kiosk }) => ({
          id,
          kind,
          state,
          detail: detail ?? null,
          counter: counter ?? null,
          kiosk: kiosk ?? null,
        })),
      },
    }),
  }),
  door({
    name: 'report-print',
    path: '/api/prints',
    param: null,
    who: ['hardware'],
    group,
    summary: 'An agent tells how far a ticket is on its way onto paper',
    description:
      '`sending` before the first byte leaves, `sent` when the last has, `printed` when the printer answered behind it, `uncertain` when it did not, `refused` when it took none.',
    body: {
      job: Type.String({ minLength: 1, maxLength: 80 }),
      outcome: oneOf(['sending', 'sent', 'printed', 'uncertain', 'refused']),
      detail: Type.Optional(ShortText),
    },
    example: { job: '0-8c1f….0', outcome: 'printed' },
    answer: 'plain',
    toCommand: (args) => ({ name: 'report-print', args }),
  }),
  door({
    name: 'reprint-ticket',
    path: '/api/tickets/:ticket/reprint',
    param: 'ticket',
    who: ['staff'],
    group: 'Tickets',
    summary: 'Print a ticket again; the paper says that it is a copy',
    body: { printer: Type.Optional(Type.String({ minLength: 1, maxLength: 130 })) },
    answer: 'ticket',
    toCommand: (args) => ({ name: 'reprint-ticket', args }),
  }),
  door({
    name: 'settle-print',
    path: '/api/tickets/:ticket/settle-print',
    param: 'ticket',
    who: ['staff'],
    group: 'Tickets',
    summary: 'Somebody has looked: it was printed after all, or is not needed',
    body: { as: oneOf(['printed', 'dropped']) },
    example: { as: 'printed' },
    answer: 'ticket',
    toCommand: (args) => ({ name: 'settle-print', args }),
  }),
];

import { Type } from '@sinclair/typebox';
import {
  Id,
  LanguageWord,
  oneOf,
  MovePlaceWord,
  RatingWord,
  Reason,
  ShortText,
} from '../fields.ts';
import { door, type CommandDoor } from './door.ts';

const group = 'Tickets';

/** A phone or card number against the hall's list; the vault turns it into a reference. */
const CustomerKey = Type.String({
  minLength: 1,
  maxLength: 64,
  description: 'Phone or card number of a customer on the hall’s list. Never kept in the journal.',
});

export const ticketDoors: readonly CommandDoor[] = [
  door({
    name: 'issue-ticket',
    path: '/api/tickets',
    param: null,
    who: ['kiosk', 'staff'],
    group,
    summary: 'Take a number',
    description: 'Numbers are per prefix and business day, from 001, and never given twice.',
    body: {
      service: Id,
      class: Type.Optional(Id),
      language: Type.Optional(LanguageWord),
      source: Type.Optional(oneOf(['kiosk', 'staff', 'phone'])),
      need: Type.Optional(ShortText),
      customer: Type.Optional(CustomerKey),
    },
    example: { service: 'payment', class: 'ordinary', language: 'en' },
    answer: 'issued',
    status: 201,
    toCommand: (args, { identity }) => ({
      name: 'issue-ticket',
      args: { source: identity.kind === 'staff' ? 'staff' : 'kiosk', ...args },
    }),
  }),
  door({
    name: 'cancel-ticket',
    path: '/api/tickets/:ticket/cancel',
    param: 'ticket',
    who: ['anyone'],
    group,
    summary: 'Leave the queue',
    body: {},
    answer: 'ticket',
    toCommand: (args) => ({ name: 'cancel-ticket', args }),
  }),
  door({
    name: 'rejoin-ticket',
    path: '/api/tickets/:ticket/rejoin',
    param: 'ticket',
    who: ['anyone'],
    group,
    summary: 'Come back after being missed',
    description: 'The ticket stands behind the next few of its queue (`rejoinAfter`).',
    body: {},
    answer: 'ticket',
    toCommand: (args) => ({ name: 'rejoin-ticket', args }),
  }),
  door({
    name: 'return-ticket',
    path: '/api/tickets/:ticket/return',
    param: 'ticket',
    who: ['staff', 'kiosk', 'hardware'],
    group,
    summary: 'Come back with the missing papers',
    body: {},
    answer: 'ticket',
    toCommand: (args) => ({ name: 'return-ticket', args }),
  }),
  door({
    name: 'rate-ticket',
    path: '/api/tickets/:ticket/rate',
    param: 'ticket',
    who: ['anyone'],
    group,
    summary: 'Say how the service was',
    description: 'Once, within a few minutes of the finish.',
    body: { rating: RatingWord },
    example: { rating: 'satisfied' },
    answer: 'ticket',
    toCommand: (args) => ({ name: 'rate-ticket', args }),
  }),
  door({
    name: 'put-back-ticket',
    path: '/api/tickets/:ticket/put-back',
    param: 'ticket',
    who: ['supervisor'],
    group,
    summary: 'Put a called ticket back into its queue',
    description: 'A way out when a console is lost; the queue time is kept.',
    body: {},
    answer: 'ticket',
    toCommand: (args) => ({ name: 'put-back-ticket', args }),
  }),
  door({
    name: 'move-ticket',
    path: '/api/tickets/:ticket/move',
    param: 'ticket',
    who: ['supervisor'],
    group,
    summary: 'Move a waiting ticket to another service or counter',
    description: 'With `place: "former"` the last move is taken back: the same place in line.',
    body: {
      service: Type.Optional(Id),
      counter: Type.Optional(Id),
      place: Type.Optional(MovePlaceWord),
      reason: Reason,
    },
    // `former` names no goal: the ticket knows where it stood.
    bodyRule: {
      oneOf: [
        { required: ['service'] },
        { required: ['counter'] },
        { required: ['place'], properties: { place: { const: 'former' } } },
      ],
    },
    example: { service: 'enquiry', reason: 'asked at the wrong desk' },
    answer: 'ticket',
    toCommand: (args) => ({ name: 'move-ticket', args }),
  }),
];

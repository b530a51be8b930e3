import { Type } from '@sinclair/typebox';
import { AskedInstant, Day, Id, LanguageWord } from '../fields.ts';
import { door, type CommandDoor } from './door.ts';

const group = 'Tickets';
const kiosk = ['kiosk'] as const;

/** For the time in which the hub is away: numbers beforehand, and what became of them. */
export const leaseDoors: readonly CommandDoor[] = [
  door({
    name: 'lease-numbers',
    path: '/api/tickets/lease',
    param: null,
    who: kiosk,
    group,
    summary: 'A kiosk asks for numbers to give while the hub is away',
    description:
      'A block a prefix, this kiosk’s own until intake ends; `proof` is handed in with each. Asked again it answers the same lease until half of a block is used. A number never handed in stays unused.',
    body: {},
    answer: 'lease',
    toCommand: () => ({ name: 'lease-numbers', args: {} }),
  }),
  door({
    name: 'hand-in-ticket',
    path: '/api/tickets/hand-in',
    param: null,
    who: kiosk,
    group,
    summary: 'Hand in a number that was given while the hub was away',
    description:
      'Once each, in the order in which they were given; a repetition answers what became of it. It queues as of `givenAt` (rule `leased-number`), or `refused` says why not.',
    body: {
      lease: Id,
      day: Day,
      proof: Type.String({ minLength: 1, maxLength: 100 }),
      prefix: Type.String({ minLength: 1, maxLength: 8 }),
      no: Type.Integer({ minimum: 1, maximum: 99_999 }),
      service: Id,
      class: Type.Optional(Id),
      language: Type.Optional(LanguageWord),
      givenAt: AskedInstant,
    },
    example: {
      lease: '8c1f…',
      day: '2026-03-02',
      proof: 'x2Yk…',
      prefix: 'A',
      no: 801,
      service: 'payment',
      givenAt: '2026-03-02T01:12:30.000Z',
    },
    answer: 'handed-in',
    toCommand: ({ givenAt, day: _day, proof: _proof, ...args }) => ({
      name: 'hand-in-ticket',
      args: { ...args, givenAtMs: Date.parse(givenAt) },
    }),
  }),
];

import { Type, type Static } from '@sinclair/typebox';
import type { HandoverRecord } from '#core/events.ts';
import {
  Badge,
  closed,
  exactlyOneOf,
  Id,
  Note,
  nullable,
  oneOf,
  PlaceWord,
  Reason,
  RecordFields,
  ShortText,
  TicketId,
} from '../fields.ts';
import { door, type Asker, type CommandDoor } from './door.ts';

const group = 'Counters';
const clerk = ['staff'] as const;
/** A pad beside the counter gives the same commands, for the clerk who holds it. */
const padToo = ['staff', 'hardware'] as const;

export const counterDoors: readonly CommandDoor[] = [
  door({
    ...at('open'),
    summary: 'Take the seat',
    body: {},
    toCommand: (args) => ({ name: 'open', args }),
  }),
  door({
    ...at('call'),
    who: padToo,
    summary: 'Call the next ticket, or a named one',
    description: 'By the hall’s discipline; `ticket` and `why` are null when nobody waits.',
    body: { ticket: Type.Optional(TicketId) },
    answer: 'call',
    toCommand: (args) => ({ name: 'call', args }),
  }),
  door({
    ...at('recall'),
    who: padToo,
    summary: 'Call the same ticket again',
    body: {},
    toCommand: (args) => ({ name: 'recall', args }),
  }),
  door({
    ...at('start'),
    who: padToo,
    summary: 'The customer is here: start the service',
    body: {},
    toCommand: (args) => ({ name: 'start', args }),
  }),
  door({
    ...at('finish'),
    who: padToo,
    summary: 'The service is done',
    body: { outcome: Type.Optional(ShortText) },
    example: { outcome: 'paid' },
    toCommand: (args) => ({ name: 'finish', args }),
  }),
  door({
    ...at('no-show'),
    who: padToo,
    summary: 'Nobody came',
    description: 'After the hall’s minimum of calls and seconds.',
    body: {},
    toCommand: (args) => ({ name: 'no-show', args }),
  }),
  transferDoor(),
  door({
    ...at('park'),
    summary: 'Papers are missing: tell all of them, once',
    body: {
      missing: Type.Array(ShortText, { minItems: 1, maxItems: 20 }),
      note: Type.Optional(Note),
    },
    example: { missing: ['proof of address'] },
    toCommand: (args) => ({ name: 'park', args }),
  }),
  door({
    ...at('pause'),
    who: padToo,
    summary: 'Pause, or leave for a special reason',
    body: {
      kind: oneOf(['routine', 'absence']),
      reason: Reason,
      minutes: Type.Optional(Type.Integer({ minimum: 1, maximum: 480 })),
    },
    example: { kind: 'absence', reason: 'first aid', minutes: 10 },
    toCommand: (args) => ({ name: 'pause', args }),
  }),
  door({
    ...at('resume'),
    who: padToo,
    summary: 'Back at the counter',
    body: {},
    toCommand: (args) => ({ name: 'resume', args }),
  }),
  door({
    ...at('handover'),
    summary: 'Ask for the handover to another clerk',
    description: 'The outgoing clerk signs by asking. `queue` waits for its turn.',
    body: {
      to: Badge,
      record: Type.Optional(RecordFields),
      queue: Type.Optional(Type.Boolean()),
    },
    example: { to: '1002', queue: true },
    toCommand: ({ record, ...args }, asker) => ({
      name: 'handover',
      args: { ...args, ...(record && { record: recordOf(record, asker) }) },
    }),
  }),
  door({
    ...at('relieve-handover', 'handover/relieve'),
    summary: 'The incoming clerk is here',
    body: {},
    toCommand: (args) => ({ name: 'relieve-handover', args }),
  }),
  door({
    ...at('complete-handover', 'handover/complete'),
    summary: 'The incoming clerk signs the record',
    description: 'Includes relieving. Without `record` the outgoing clerk’s draft is signed.',
    body: { record: Type.Optional(RecordFields) },
    example: {
      record: {
        equipment: 'all in order',
        hardCases: 'none',
        staffChanges: 'none',
        followUps: ['A012: answer about the moved line by Friday'],
      },
    },
    toCommand: ({ record, ...args }, asker) => ({
      name: 'complete-handover',
      args: { ...args, ...(record && { record: recordOf(record, asker) }) },
    }),
  }),
  door({
    ...at('cancel-handover', 'handover/cancel'),
    summary: 'Call the handover off',
    body: {},
    toCommand: (args) => ({ name: 'cancel-handover', args }),
  }),
  door({
    ...at('close'),
    summary: 'Sign off the counter',
    body: {},
    toCommand: (args) => ({ name: 'close', args }),
  }),
  door({
    ...at('release-counter', 'release'),
    who: ['supervisor'],
    summary: 'Free a seat whose clerk has left',
    description: 'An active ticket goes back into its queue.',
    body: {},
    toCommand: (args) => ({ name: 'release-counter', args }),
  }),
  door({
    ...at('set-counter-services', 'services'),
    who: ['supervisor'],
    summary: 'Let a counter serve other services for the rest of the day',
    description: 'Null gives the counter back what the hall’s file has it serve.',
    body: { services: nullable(Type.Array(Id, { minItems: 1, maxItems: 100 })) },
    example: { services: ['payment', 'enquiry'] },
    toCommand: (args) => ({ name: 'set-counter-services', args }),
  }),
];

function at<const N extends CommandDoor['name']>(name: N, verb: string = name) {
  return {
    name,
    path: `/api/counters/:counter/${verb}`,
    param: 'counter',
    who: clerk as CommandDoor['who'],
    group,
    answer: 'counter',
  } as const;
}

/**
 * The path names the acting counter, the body where to. A socket has one set of arguments, so the
 * acting counter may be left out there: `{counter: target}` then means the target, and
 * `{counter: own, to: {…}}` or `{counter: own, service}` name both.
 */
function transferDoor(): CommandDoor {
  const http = door({
    ...at('transfer'),
    summary: 'Send the customer to another service or counter',
    description: 'Exactly one of `service` and `counter`. Number and place in time are kept.',
    body: {
      service: Type.Optional(Id),
      counter: Type.Optional(Id),
      reason: Reason,
      place: Type.Optional(PlaceWord),
    },
    example: { service: 'enquiry', reason: 'needs advice first' },
    toCommand: (raw, asker) => {
      const { service, counter, to, acting, ...kept } = raw as TransferArgs;
      return {
        name: 'transfer',
        args: { ...kept, ...sides({ service, counter, to, acting }, asker) },
      };
    },
  });
  const place = { service: Type.Optional(Id), counter: Type.Optional(Id) };
  return {
    ...http,
    body: closed(http.body.properties, exactlyOneOf('service', 'counter')),
    args: closed(
      {
        ...http.body.properties,
        to: Type.Optional(closed(place, exactlyOneOf('service', 'counter'))),
      },
      {
        anyOf: ['to', 'service', 'counter'].map((field) => ({ required: [field] })),
        not: { required: ['to', 'service'] },
      },
    ),
  };
}

interface TransferArgs {
  readonly service?: string | undefined;
  readonly counter?: string | undefined;
  readonly to?: { readonly service?: string; readonly counter?: string } | undefined;
  /** The path's counter: set for HTTP only. */
  readonly acting?: string | undefined;
  readonly reason: string;
  readonly place?: 'keep' | 'front' | 'back';
}

function sides(
  { service, counter, to, acting }: Omit<TransferArgs, 'reason' | 'place'>,
  asker: Asker,
) {
  const own = asker.own ?? '';
  if (acting !== undefined) {
    return {
      counter: acting,
      to: service === undefined ? { counter: counter ?? '' } : { service },
    };
  }
  if (to !== undefined) return { counter: counter ?? own, to };
  if (service !== undefined) return { counter: counter ?? own, to: { service } };
  return { counter: own, to: { counter: counter ?? '' } };
}

/** A follow-up that names nobody stays with the clerk who wrote it (rule `first-asked`). */
function recordOf(record: Static<typeof RecordFields>, asker: Asker): HandoverRecord {
  const owner = asker.identity.kind === 'staff' ? asker.identity.badge : '';
  return {
    equipment: record.equipment,
    hardCases: record.hardCases,
    staffChanges: record.staffChanges,
    note: record.note ?? null,
    followUps: record.followUps.map((each) =>
      typeof each === 'string'
        ? { text: each, ticket: null, owner }
        : {
            text: each.text,
            ticket: each.ticket ?? null,
            owner: each.owner ?? owner,
            ...(each.id === undefined ? {} : { id: each.id }),
          },
    ),
  };
}

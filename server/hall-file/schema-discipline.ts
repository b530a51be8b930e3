import { Type, type TSchema } from '@sinclair/typebox';
import { closed, oneOf } from '#protocol/fields.ts';
import { defaults } from './defaults.ts';
import { list, localTime, minutes, whole, written } from './schema-parts.ts';

/** The part `discipline` of the hall file: who is called next. */

/** Numbers by the id of a class. */
const byClass = (value: TSchema, description: string) =>
  Type.Unsafe<Record<string, number>>({
    type: 'object',
    additionalProperties: value,
    minProperties: 1,
    description,
  });

const shares = byClass(whole(1, 100, 'Calls'), 'Calls by class in turn; a class not named has 1');

const queue = written('Id of a class or a service', 32);

const simpleConditions = {
  waitOver: Type.Optional(closed({ queue, minutes: minutes('Its first has waited longer') })),
  lengthOver: Type.Optional(closed({ queue, count: whole(0, 10_000, 'More are waiting') })),
  calledLess: Type.Optional(
    closed({
      queue,
      n: whole(1, 100, 'Fewer were called since the last call by `finally`'),
      scope: Type.Optional(
        oneOf(['counter', 'hall'] as const, { default: defaults.calledLessScope }),
      ),
    }),
  ),
  between: Type.Optional(
    Type.Array(localTime, {
      minItems: 2,
      maxItems: 2,
      description: 'From, to: ["09:00", "11:00"]',
    }),
  ),
};
const exactlyOne = { minProperties: 1, maxProperties: 1 };

const profileRule = closed({
  when: closed(
    {
      ...simpleConditions,
      all: Type.Optional(list(closed(simpleConditions, exactlyOne), 1, 10, 'All of these hold')),
    },
    { ...exactlyOne, description: 'One condition' },
  ),
  call: queue,
});

const profileFinally = Type.Union([
  Type.Literal('max-wait'),
  closed(
    {
      'list-order': Type.Optional(list(queue, 1, 60, 'The first of these that has a ticket')),
      ratio: Type.Optional(shares),
    },
    exactlyOne,
  ),
]);

const guards = {
  maxConsecutivePriority: Type.Optional(
    whole(1, 50, 'After so many calls above the default class, one of the default class'),
  ),
  maxWaitMinutes: Type.Optional(
    byClass(minutes('Longer waits go first'), 'By class: who has waited longer goes first'),
  ),
};

export const discipline = Type.Union(
  [
    closed({ kind: Type.Literal('fifo'), ...guards }),
    closed({ kind: Type.Literal('strict'), ...guards }),
    closed({ kind: Type.Literal('ratio'), shares, ...guards }),
    closed({
      kind: Type.Literal('aging'),
      weights: byClass(
        Type.Number({ exclusiveMinimum: 0, maximum: 1000 }),
        'Weight of each minute waited, by class; a class not named has 1',
      ),
      ...guards,
    }),
    closed({ kind: Type.Literal('promise'), ...guards }),
    closed({
      kind: Type.Literal('profile'),
      rules: list(profileRule, 1, 40, 'Read from the top at each call'),
      finally: profileFinally,
      ...guards,
    }),
  ],
  { description: 'Who is called next: docs/disciplines.md', default: { kind: 'strict' } },
);

import fc from 'fast-check';
import { commandDoors } from '#protocol/doors/doors.ts';
import {
  CommandFields,
  HealthFields,
  PresentFields,
  VoiceFields,
  WatchFields,
} from '#protocol/messages.ts';
import { mutatedValue, validValue, type Schema } from './from-schema.ts';
import { hostileValues } from './hostile.ts';
import { askers, type Asker } from './http-doors.ts';

/** One word said on a socket. */
export interface SocketTry {
  readonly asker: Asker;
  readonly word: string;
  readonly payloads: readonly unknown[];
}

/** The words of `ClientToHub` with their schemas; `satisfies` in the test keeps the list whole. */
const words: Readonly<Record<string, Schema>> = {
  watch: WatchFields as Schema,
  unwatch: WatchFields as Schema,
  health: HealthFields as Schema,
  present: PresentFields as Schema,
  voice: VoiceFields as Schema,
};

/** Payloads of one of the words, or of a command with the arguments of its door. */
export const validWord: fc.Arbitrary<SocketTry> = fc.oneof(
  fc
    .tuple(fc.constantFrom(...askers), fc.constantFrom(...Object.entries(words)))
    .chain(([asker, [word, schema]]) =>
      validValue(schema).map((payload) => ({ asker, word, payloads: [payload] })),
    ),
  commandOf((schema) => validValue(schema)),
);

export const mutatedWord: fc.Arbitrary<SocketTry> = fc.oneof(
  fc
    .tuple(fc.constantFrom(...askers), fc.constantFrom(...Object.entries(words)))
    .chain(([asker, [word, schema]]) =>
      mutatedValue(schema).map((payload) => ({ asker, word, payloads: [payload] })),
    ),
  commandOf((schema) => mutatedValue(schema)),
  mutatedValue(CommandFields as Schema).chain((payload) =>
    fc.constantFrom(...askers).map((asker) => ({ asker, word: 'command', payloads: [payload] })),
  ),
);

export const hostileWord: fc.Arbitrary<SocketTry> = fc.record({
  asker: fc.constantFrom(...askers),
  word: fc.constantFrom(
    ...Object.keys(words),
    'command',
    'message',
    'call',
    '__proto__',
    'toString',
  ),
  payloads: fc.array(hostileValues, { maxLength: 3 }),
});

function commandOf(args: (schema: Schema) => fc.Arbitrary<unknown>): fc.Arbitrary<SocketTry> {
  return fc
    .tuple(fc.constantFrom(...askers), fc.constantFrom(...commandDoors), fc.uuid())
    .chain(([asker, door, id]) =>
      args(door.args as Schema).map((value) => ({
        asker,
        word: 'command',
        payloads: [{ id, name: door.name, args: value }],
      })),
    );
}

/** Frames below socket.io's words: what a program that is no client of it may send. */
export const hostileFrames: readonly (string | Buffer)[] = [
  '',
  '0',
  '1',
  '2probe',
  '3',
  '4',
  '40',
  '40{"token":"x"',
  '40/admin,{}',
  '41',
  '42',
  '42[]',
  '42[""]',
  '42["watch"]',
  '42["watch",',
  '42["disconnect"]',
  '42["connect"]',
  '42["error",{}]',
  '42["newListener"]',
  '421e9["watch",{}]',
  '4299999999999999999999["watch",{"view":"lobby"}]',
  '42["__proto__",{}]',
  '42["watch",{"view":"lobby","__proto__":{"x":1}}]',
  '43[{}]',
  '431["x"]',
  '44{"message":"x"}',
  '451-["watch",{"_placeholder":true,"num":0}]',
  '4599999-["watch",{"_placeholder":true,"num":99999}]',
  '45-["watch"]',
  '451-["watch",{"_placeholder":true,"num":-1}]',
  '46["watch"]',
  '49',
  '5',
  '6',
  '9',
  'b4AAAA',
  `42["watch",${'['.repeat(20_000)}`,
  `42["watch",{"view":"${'x'.repeat(60_000)}"}]`,
  `42["watch",{"view":"${'x'.repeat(70_000)}"}]`,
  Buffer.from([]),
  Buffer.from([0, 1, 2, 255]),
  Buffer.alloc(70_000, 1),
];

import { Type, type Static } from '@sinclair/typebox';
import type { DevicePorts } from '../device.ts';
import { deviceOnLink, notConnected } from '../device-on-link.ts';
import { noteHeard, othersAreHeard } from '../frames/turns.ts';
import { createModbusClient, type ModbusClient } from '../modbus/modbus-client.ts';
import { createKeyBell } from './key-bell.ts';
import { actSetting, type Pad, type PadAct } from './pad.ts';

const sources = ['discrete', 'coil', 'input', 'holding'] as const;

/**
 * A pad as a Modbus device, RTU or TCP: one bit a key, or a register that holds the key's number.
 *
 * Follows the Modbus application protocol V1.1b3 (functions 01 to 06); which address holds which key
 * is the maker's, so that it is a setting. Tried against an emulator only.
 */
export const modbusPadSettings = Type.Object(
  {
    unit: Type.Optional(Type.Integer({ minimum: 1, maximum: 247 })),
    framing: Type.Optional(Type.Union([Type.Literal('rtu'), Type.Literal('tcp')])),
    echo: Type.Optional(Type.Boolean()),
    /** `discrete` and `coil`: a bit a key. `input` and `holding`: a register with a key's number. */
    source: Type.Optional(Type.Union(sources.map((kind) => Type.Literal(kind)))),
    /** First bit, or the register. */
    at: Type.Optional(Type.Integer({ minimum: 0, maximum: 0xffff })),
    /** Offset of the bit, or number in the register, and what the key means. */
    keys: Type.Optional(Type.Record(Type.String({ pattern: '^\\d{1,5}$' }), actSetting)),
    /** Write 0 to the register after a key, so that the same key can be told again. */
    clears: Type.Optional(Type.Boolean()),
    pollMs: Type.Optional(Type.Integer({ minimum: 20, maximum: 5_000 })),
  },
  { additionalProperties: false },
);
type Settings = Static<typeof modbusPadSettings>;

const usualKeys: NonNullable<Settings['keys']> = {
  '0': 'satisfied',
  '1': 'fair',
  '2': 'dissatisfied',
};

/** Questions without an answer before the line is opened anew. */
const silentMax = 3;
const silentPollMs = 10_000;

export function openModbusPad(settings: Settings, { link, clock, log }: DevicePorts): Pad {
  const { unit = 1, framing = 'rtu', echo = false, pollMs = 100 } = settings;
  const cell = notConnected();
  const bell = createKeyBell(clock);
  const keys = new Map<number, PadAct>(
    Object.entries(settings.keys ?? usualKeys).map(([key, act]) => [Number(key), act]),
  );

  const device = deviceOnLink(link, cell, (stream) => {
    const client = createModbusClient(stream, { framing, unit, clock, echo });
    /** Keys that were down at the last look; unknown after a reconnect: held keys are no news. */
    let down: ReadonlySet<number> | null = null;
    let silent = 0;
    let isOver = false;
    let cancelPoll: (() => void) | null = null;

    const look = async (): Promise<void> => {
      try {
        const now = await keysDown(client, settings, [...keys.keys()]);
        if (isOver) return;
        silent = 0;
        noteHeard(stream, keys, clock.now());
        link.proven();
        cell.set('ready');
        const before = down;
        down = now;
        for (const key of now) {
          const act = keys.get(key);
          if (before === null || before.has(key) || act === undefined) continue;
          bell.press(act);
        }
        if (settings.clears === true && now.size > 0) {
          await client.writeRegister(settings.at ?? 0, 0);
          down = new Set();
        }
      } catch (error) {
        if (isOver) return;
        const why = error instanceof Error ? error.message : String(error);
        silent += 1;
        cell.set('offline', why);
        if (silent < silentMax) return;
        // On a bus where others answer the silence is this pad's own.
        if (othersAreHeard(stream, keys, clock.now())) return;
        log.warn({ pad: link.address, why }, 'a pad does not answer');
        link.drop(why);
      }
    };
    const poll = (): void => {
      // A silent pad takes a second of the bus each time.
      cancelPoll = clock.after(silent < silentMax ? pollMs : silentPollMs, () => {
        void look().then(() => {
          if (!isOver) poll();
        });
      });
    };
    poll();
    return {
      get dropped() {
        return client.dropped;
      },
      end() {
        isOver = true;
        cancelPoll?.();
        client.end();
      },
    };
  });

  return Object.assign(device, { onKey: bell.onKey, show: () => undefined });
}

/** Which keys are down: the bits that are set, or the number in the register. */
async function keysDown(
  client: ModbusClient,
  { source = 'discrete', at = 0 }: Settings,
  known: readonly number[],
): Promise<ReadonlySet<number>> {
  if (source === 'discrete' || source === 'coil') {
    const bits = await client.readBits(source, at, Math.max(...known, 0) + 1);
    return new Set(known.filter((key) => bits[key] === true));
  }
  const [key = 0] = await client.readRegisters(source, at, 1);
  return key === 0 ? new Set() : new Set([key]);
}

import { Type, type TObject, type TProperties } from '@sinclair/typebox';
import { attachedKinds, type AttachedKind } from '#core/vocabulary.ts';
import { attachedMax } from '#protocol/doors/devices.ts';
import { closed, oneOf } from '#protocol/fields.ts';
import { expects } from '#server/hall-file/schema-parts.ts';
import { dialects, placesOf } from './dialects.ts';
import { deviceForms } from './words.ts';

/** The device file: one source for its check and docs/devices.schema.json. */

export const transportNames = ['tcp', 'serial', 'file', 'lp'] as const;

const unit = Type.Optional(
  Type.Integer({ minimum: 1, maximum: 247, description: 'Modbus: the address on the line' }),
);

export const transportSchema = closed(
  {
    tcp: Type.Optional(
      expects(
        Type.String({
          pattern: '^(?:\\[[0-9A-Fa-f:.]+\\]|[A-Za-z0-9.-]{1,253}):[0-9]{1,5}$',
          description: 'Host and port, such as 192.168.1.50:9100',
        }),
        deviceForms.tcp,
      ),
    ),
    serial: Type.Optional(
      closed({
        path: Type.String({
          minLength: 1,
          maxLength: 200,
          pattern: '\\S',
          description: 'Such as /dev/ttyS0, or a name below /dev/serial/by-id',
        }),
        baudRate: Type.Integer({ minimum: 300, maximum: 921_600 }),
        dataBits: Type.Optional(Type.Integer({ minimum: 5, maximum: 8, default: 8 })),
        parity: Type.Optional(oneOf(['none', 'even', 'odd'], { default: 'none' })),
        stopBits: Type.Optional(Type.Integer({ minimum: 1, maximum: 2, default: 1 })),
        rtscts: Type.Optional(Type.Boolean({ default: false })),
      }),
    ),
    file: Type.Optional(
      expects(
        Type.String({
          pattern: '^/',
          maxLength: 200,
          description: 'A device file, such as /dev/usb/lp0',
        }),
        deviceForms.file,
      ),
    ),
    lp: Type.Optional(
      expects(
        Type.String({ pattern: '^[A-Za-z0-9_.-]{1,64}$', description: 'A raw queue of CUPS' }),
        deviceForms.lp,
      ),
    ),
    unit,
  },
  { description: 'Exactly one of tcp, serial, file and lp' },
);

/** One device of a kind and a dialect, with all that it may say of itself. */
export function deviceSchema(kind: AttachedKind, dialect: string): TObject {
  const name = `${kind} ${dialect}`;
  const known = made.get(name) ?? makeSchema(kind, dialect);
  made.set(name, known);
  return known;
}

const made = new Map<string, TObject>();

function makeSchema(kind: AttachedKind, dialect: string): TObject {
  const settings: TProperties = dialects[kind][dialect] ?? {};
  return closed<TProperties>({
    id: expects(
      Type.String({
        pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$',
        description: 'How staff and the journal know it',
      }),
      deviceForms.id,
    ),
    kind: oneOf([kind]),
    dialect: oneOf([dialect]),
    transport: transportSchema,
    ...placesOf[kind],
    ...settings,
  });
}

export const deviceFileSchema = closed({
  devices: Type.Array(
    Type.Union(
      attachedKinds.flatMap((kind) =>
        Object.keys(dialects[kind]).map((dialect) => deviceSchema(kind, dialect)),
      ),
    ),
    { minItems: 1, maxItems: attachedMax },
  ),
});
